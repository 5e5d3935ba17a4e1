import { type Together, startTogether } from '../../engine/together';
import type { Fault } from '../../growlytics/faultSchema';
import { type Setup, errorsOf, track } from './events';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => await together.close());
beforeEach(() => {
	together.growlytics.configure({ faults: [] });
	together.growlytics.reset();
});

const items = ['1', '2', '3'].map((id) => ({ id }));
const run = async (setup: Setup = {}) => await track(together, { items, ...setup });
const counts = () => {
	const sent = together.growlytics.requests().map(({ customerId }) => customerId);
	return items.map(({ id }) => sent.filter((one) => one === id).length);
};
const AGAIN = { retryUnsure: true };
const UNSURE =
	'It may have been tracked all the same, and sending it again may count it twice: look for it in Growlytics first.';
const HTML = { body: '<!doctype html><title>Gateway</title>', contentType: 'text/html' };

/** What may have been counted, by the first attempt of customer 2. */
const unsure: Array<[string, Fault]> = [
	['408', { kind: 'status', status: 408 }],
	['500', { kind: 'status', status: 500 }],
	['500, and it was counted', { kind: 'status', status: 500, store: true }],
	['502 with a page', { kind: 'status', status: 502, ...HTML }],
	['503', { kind: 'status', status: 503 }],
	['503 with Retry-After', { kind: 'status', status: 503, retryAfter: 0 }],
	['a reset before it was counted', { kind: 'resetBefore' }],
	['a reset after it was counted', { kind: 'resetAfter' }],
	['half an answer', { kind: 'halfBody' }],
	['no answer', { kind: 'hang' }],
];

describe('an event that may have been counted', () => {
	const options = (fault: Fault) => (fault.kind === 'hang' ? { timeout: 300 } : {});

	it.each(unsure)('is not sent again, and named: %s', async (_case, fault) => {
		together.growlytics.configure({ faults: [{ ...fault, customers: ['2'], attempts: 1 }] });
		const execution = await run({ options: options(fault) });
		expect(counts()).toEqual([1, 1, 1]);
		expect(errorsOf(execution)).toEqual([
			expect.stringMatching(/^Event "Purchased" of customer "2" may not have been tracked: /),
		]);
		expect(errorsOf(execution, 'description')).toEqual([expect.stringContaining(UNSURE)]);
		expect(errorsOf(execution, 'reason')).toEqual(['unreachable']);
		expect(execution.hints('Growlytics')).toMatchObject([
			{
				message: expect.stringMatching(
					/^3 items: 2 tracked, 1 got no (good )?answer \(may be tracked\)\.$/,
				),
			},
		]);
		expect(JSON.stringify(execution.output('Growlytics', 1))).not.toMatch(
			/again is safe|Try again/,
		);
	});

	it.each(unsure)(
		'is sent again where the option says so, and reported: %s',
		async (_case, fault) => {
			together.growlytics.configure({ faults: [{ ...fault, customers: ['2'], attempts: 1 }] });
			const execution = await run({ options: { ...options(fault), ...AGAIN } });
			expect(counts()).toEqual([1, 2, 1]);
			expect(errorsOf(execution)).toEqual([]);
			expect(execution.output('Growlytics')[1]?.json).toMatchObject({
				success: true,
				warnings: [
					{
						attribute: '',
						message: 'It was sent again when it was not sure, so Growlytics may count it twice.',
					},
				],
			});
			expect(execution.hints('Growlytics')).toMatchObject([
				{
					type: 'warning',
					message: expect.stringContaining(
						'1 item: It was sent again when it was not sure, so Growlytics may count it twice.',
					),
				},
			]);
		},
	);
});

describe('an event that surely was not counted', () => {
	it.each<[string, Fault]>([
		['429', { kind: 'status', status: 429 }],
		['429 with Retry-After', { kind: 'status', status: 429, retryAfter: 1 }],
	])('is sent again: %s', async (_case, fault) => {
		together.growlytics.configure({ faults: [{ ...fault, customers: ['2'], attempts: 1 }] });
		const execution = await run();
		expect(counts()).toEqual([1, 2, 1]);
		expect(errorsOf(execution)).toEqual([]);
		expect(JSON.stringify(execution.output('Growlytics'))).not.toContain('twice');
	});

	it.each<[string, Fault]>([
		['413', { kind: 'status', status: 413 }],
		['422', { kind: 'status', status: 422 }],
		['302', { kind: 'redirect', location: 'http://127.0.0.1:1/' }],
	])('fails its item, and is said to be not tracked: %s', async (_case, fault) => {
		together.growlytics.configure({ faults: [{ ...fault, customers: ['2'] }] });
		const execution = await run({ options: AGAIN });
		expect(counts()).toEqual([1, 1, 1]);
		expect(errorsOf(execution)).toEqual([
			expect.stringMatching(/^Event "Purchased" of customer "2" was not tracked: /),
		]);
		expect(JSON.stringify(errorsOf(execution, 'description'))).not.toContain('twice');
	});

	it.each([
		['a refused connection', 'http://127.0.0.1:1', /was not tracked: .* refused the connection/],
		['an unknown host', 'https://growlytics.invalid', /was not tracked: .* could not be found/],
	])('%s', async (_case, baseUrl, said) => {
		const execution = await run({ credential: { baseUrl }, options: { maxRetries: 1 } });
		expect(errorsOf(execution)).toEqual([1, 2, 3].map(() => expect.stringMatching(said)));
		expect(JSON.stringify(execution.output('Growlytics', 1))).not.toContain('twice');
	});
});

it('a page of 200 is no answer of Growlytics, and leaves it open', async () => {
	together.growlytics.configure({
		faults: [{ kind: 'status', status: 200, ...HTML, customers: ['2'] }],
	});
	const execution = await run({ options: AGAIN });
	expect(counts()).toEqual([1, 1, 1]);
	expect(errorsOf(execution)).toEqual([
		expect.stringContaining('may not have been tracked: a web page answered'),
	]);
});

it('a key that is refused ends the run; only what was not sent is to be sent again', async () => {
	together.growlytics.configure({ faults: [{ kind: 'status', status: 401 }] });
	const execution = await run({ options: { concurrency: 1 } });
	expect(counts()).toEqual([1, 0, 0]);
	expect(errorsOf(execution, 'reason')).toEqual(['unauthorized', 'notSent', 'notSent']);
});

it('says in Stop mode what running again would do', async () => {
	together.growlytics.configure({
		faults: [{ kind: 'status', status: 500, customers: ['2'] }],
	});
	const { error } = await run({ onError: 'stopWorkflow', options: { concurrency: 1 } });
	expect(error).toMatchObject({
		name: 'NodeApiError',
		itemIndex: 1,
		httpCode: '500',
		message: expect.stringMatching(/^Event "Purchased" of customer "2" may not have been tracked/),
	});
	expect(error?.description).toContain(UNSURE);
	expect(error?.description).toContain(
		'Running the workflow again sends all events again, those that were tracked too.',
	);
	expect(error?.description).not.toContain('is safe');
});

it('says after a long pause to send only the rest again', async () => {
	together.growlytics.configure({
		faults: [{ kind: 'status', status: 429, retryAfter: 3600, requests: { from: 2, to: 9 } }],
	});
	const execution = await run({ options: { concurrency: 1 } });
	expect(errorsOf(execution, 'description')[1]).toBe(
		'Send the items that were not tracked again after that time, and only those.',
	);
});
