import { API_KEY, type Together, startTogether } from '../../engine/together';
import type { Fault } from '../../growlytics/faultSchema';
import { type Setup, errorsOf, report } from './reports';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => await together.close());
beforeEach(() => {
	together.growlytics.configure({ faults: [] });
	together.growlytics.reset();
});

const items = ['1', '2', '3'].map((token) => ({ token }));
const run = async (setup: Setup = {}) => await report(together, { items, ...setup });
const counts = () => {
	const sent = together.growlytics.requests().map(({ messageToken }) => messageToken);
	return items.map(({ token }) => sent.filter((one) => one === token).length);
};
const UNSURE =
	'It may have been recorded all the same, and sending it again may count it twice: look at the campaign in Growlytics first.';
const HTML = { body: '<!doctype html><title>Gateway</title>', contentType: 'text/html' };
const optionsFor = (fault: Fault) => (fault.kind === 'hang' ? { timeout: 300 } : {});

describe('a report that may have been recorded', () => {
	it.each<[string, Fault]>([
		['408', { kind: 'status', status: 408 }],
		['500', { kind: 'status', status: 500 }],
		['500, and it was recorded', { kind: 'status', status: 500, store: true }],
		['502 with a page', { kind: 'status', status: 502, ...HTML }],
		['503', { kind: 'status', status: 503 }],
		['503 with Retry-After', { kind: 'status', status: 503, retryAfter: 0 }],
		['a reset before it was recorded', { kind: 'resetBefore' }],
		['a reset after it was recorded', { kind: 'resetAfter' }],
		['half an answer', { kind: 'halfBody' }],
		['no answer', { kind: 'hang' }],
		['200 with a page', { kind: 'status', status: 200, ...HTML }],
	])('is not sent again, and named: %s', async (_case, fault) => {
		together.growlytics.configure({ faults: [{ ...fault, tokens: ['2'], attempts: 1 }] });
		const execution = await run({ options: optionsFor(fault) });
		expect(counts()).toEqual([1, 1, 1]);
		expect(errorsOf(execution)).toEqual([
			expect.stringMatching(/^Report of "open" for message "2" may not have been recorded: /),
		]);
		expect(errorsOf(execution, 'description')).toEqual([expect.stringContaining(UNSURE)]);
		expect(errorsOf(execution, 'reason')).toEqual(['unreachable']);
		expect(execution.output('Growlytics')).toHaveLength(2);
		expect(execution.hints('Growlytics')).toMatchObject([
			{
				message: expect.stringMatching(
					/^3 items: 2 recorded, 1 got no (good )?answer \(may be recorded\)\.$/,
				),
			},
		]);
	});

	it('is not sent again whatever is saved under an option that only events have', async () => {
		together.growlytics.configure({
			faults: [{ kind: 'status', status: 500, tokens: ['2'], attempts: 1 }],
		});
		const execution = await run({ options: { retryUnsure: true } });
		expect(counts()).toEqual([1, 1, 1]);
		expect(errorsOf(execution)).toHaveLength(1);
	});
});

describe('a report that surely was not recorded', () => {
	it.each<[string, Fault]>([
		['429', { kind: 'status', status: 429, retryAfter: 0 }],
		['429 with a second', { kind: 'status', status: 429, retryAfter: 1 }],
	])('is sent again after %s', async (_case, fault) => {
		together.growlytics.configure({ faults: [{ ...fault, tokens: ['2'], attempts: 1 }] });
		const execution = await run();
		expect(errorsOf(execution)).toEqual([]);
		expect(counts()).toEqual([1, 2, 1]);
		expect(together.growlytics.reports()).toHaveLength(3);
	});

	it.each<[string, Fault, string, string]>([
		['413', { kind: 'status', status: 413 }, 'refused', '413'],
		['422', { kind: 'status', status: 422 }, 'refused', '422'],
		['404', { kind: 'status', status: 404 }, 'refused', '404'],
		[
			'200 without success',
			{ kind: 'status', status: 200, body: '{"success":false}' },
			'refused',
			'200',
		],
		['403 with a page', { kind: 'status', status: 403, ...HTML }, 'unreachable', '403'],
		['302', { kind: 'redirect', location: 'http://127.0.0.1:1/' }, 'unreachable', '302'],
	])('fails its own item after %s', async (_case, fault, reason, httpCode) => {
		together.growlytics.configure({ faults: [{ ...fault, tokens: ['2'] }] });
		const execution = await run();
		expect(counts()).toEqual([1, 1, 1]);
		expect(errorsOf(execution)).toEqual([
			expect.stringMatching(/^Report of "open" for message "2" was not recorded: /),
		]);
		expect(errorsOf(execution, 'reason')).toEqual([reason]);
		expect(errorsOf(execution, 'httpCode')).toEqual([httpCode]);
		expect(errorsOf(execution, 'description')[0]).not.toContain(UNSURE);
	});

	it('is one whose connection was refused', async () => {
		const execution = await run({
			credential: { connectorUrl: 'http://127.0.0.1:1' },
			options: { maxRetries: 0 },
		});
		expect(errorsOf(execution)[0]).toBe(
			'Report of "open" for message "1" was not recorded: the server 127.0.0.1:1 refused the connection (ECONNREFUSED).',
		);
		expect(errorsOf(execution, 'description')[0]).toBe(
			'Open the Growlytics API credential and check the Connector URL, its port included, and whether the service is up.',
		);
	});
});

it.each([401, 403])('ends the run with %d', async (status) => {
	together.growlytics.configure({ faults: [{ kind: 'status', status }] });
	const execution = await run({ options: { concurrency: 1 } });
	expect(counts()).toEqual([1, 0, 0]);
	expect(errorsOf(execution, 'reason')).toEqual(['unauthorized', 'notSent', 'notSent']);
});

it('names no ID beside the error: a token is none', async () => {
	together.growlytics.configure({ faults: [{ kind: 'status', status: 422, tokens: ['2'] }] });
	const execution = await run({ onError: 'continueRegularOutput' });
	const [taken, failed] = execution.output('Growlytics').map(({ json }) => json);
	expect(taken).toEqual({ success: true });
	expect(Object.keys(failed ?? {}).sort()).toEqual(['error', 'success']);
	expect(failed?.success).toBe(false);
	expect(Object.keys(Object(failed?.error)).sort()).toEqual([
		'description',
		'httpCode',
		'message',
		'reason',
	]);
});

it('says in Stop mode what running again would do', async () => {
	together.growlytics.configure({ faults: [{ kind: 'status', status: 500, tokens: ['2'] }] });
	const { error } = await run({ onError: 'stopWorkflow', options: { concurrency: 1 } });
	expect(error).toMatchObject({ name: 'NodeApiError', itemIndex: 1, httpCode: '500' });
	expect(error?.description).toContain(UNSURE);
	expect(error?.description).toContain(
		'Running the workflow again sends all reports again, those that were recorded too.',
	);
});

it('a bad item stops the run before the first request', async () => {
	const { error } = await report(together, {
		items: [...items, { token: '' }],
		onError: 'stopWorkflow',
	});
	expect(error).toMatchObject({ name: 'NodeOperationError', itemIndex: 3 });
	expect(together.growlytics.requests()).toEqual([]);
});

it('the path with the key is redacted in whatever repeats it', async () => {
	const path = `/custom-connector/production/${API_KEY}`;
	together.growlytics.configure({
		faults: [
			{ kind: 'status', status: 422, body: JSON.stringify({ message: `POST ${path} failed` }) },
		],
	});
	expect(errorsOf(await run())[0]).toContain('POST /custom-connector/production/[API key] failed');
	together.growlytics.configure({ faults: [{ kind: 'redirect', location: `${path}/` }] });
	expect(errorsOf(await run())[0]).toContain('/custom-connector/production/[API key]/');
});
