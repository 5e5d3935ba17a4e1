import type { Together } from '../../../engine/together';
import { startTogether } from '../../../engine/together';
import type { Fault } from '../../../growlytics/faultSchema';
import { type Setup, requestCounts, sendCustomers } from './sendCustomers';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => {
	await together.close();
});
beforeEach(() => {
	together.growlytics.configure({ faults: [], rateLimit: 0 });
	together.growlytics.reset();
});

const run = async (setup?: Setup) => await sendCustomers(together, setup);

const HTML = {
	body: '<!doctype html><html><title>Bad Gateway</title></html>',
	contentType: 'text/html',
};
const inASecond = () => new Date(Date.now() + 1000).toUTCString();

describe('what passes is sent again', () => {
	it.each<[string, Fault]>([
		['408', { kind: 'status', status: 408 }],
		['429 without Retry-After', { kind: 'status', status: 429 }],
		['429 with seconds', { kind: 'status', status: 429, retryAfter: 1 }],
		['429 with a date', { kind: 'status', status: 429, retryAfter: inASecond() }],
		['429 with nonsense', { kind: 'status', status: 429, retryAfter: 'soon' }],
		['500', { kind: 'status', status: 500 }],
		['502 with a page', { kind: 'status', status: 502, ...HTML }],
		['503', { kind: 'status', status: 503 }],
		['503 with Retry-After', { kind: 'status', status: 503, retryAfter: 1 }],
		['504', { kind: 'status', status: 504 }],
		['a reset before the customer was stored', { kind: 'resetBefore' }],
		['a reset after the customer was stored', { kind: 'resetAfter' }],
		['no answer', { kind: 'hang' }],
		['half a body', { kind: 'halfBody' }],
	])('%s', async (_case, fault) => {
		together.growlytics.configure({ faults: [{ ...fault, customers: ['3'], attempts: 1 }] });
		const execution = await run();
		expect(execution.output('Growlytics', 1)).toEqual([]);
		expect(execution.output('Growlytics').map(({ json }) => json.customerId)).toEqual([
			'1',
			'2',
			'3',
			'4',
			'5',
		]);
		expect(requestCounts(together.growlytics)).toEqual({ 1: 1, 2: 1, 3: 2, 4: 1, 5: 1 });
		expect(execution.hints('Growlytics')).toEqual([
			{ message: '5 items: 5 updated; 1 retried.', type: 'info', location: 'outputPane' },
		]);
	});
});

describe('what stays fails its own item', () => {
	it.each<[string, Fault, number, Record<string, unknown>]>([
		['404', { kind: 'status', status: 404 }, 1, { reason: 'refused', httpCode: '404' }],
		['413', { kind: 'status', status: 413 }, 1, { reason: 'refused', httpCode: '413' }],
		['422', { kind: 'status', status: 422 }, 1, { reason: 'refused', httpCode: '422' }],
		[
			'200 without success',
			{ kind: 'status', status: 200, body: '{"success":false}' },
			1,
			{ reason: 'refused', httpCode: '200' },
		],
		[
			'200 with a page',
			{ kind: 'status', status: 200, ...HTML },
			1,
			{ reason: 'unreachable', httpCode: '200' },
		],
		['204', { kind: 'status', status: 204 }, 1, { reason: 'unreachable', httpCode: '204' }],
		[
			'302',
			{ kind: 'redirect', location: 'http://127.0.0.1:1/' },
			1,
			{ reason: 'unreachable', httpCode: '302' },
		],
		['500', { kind: 'status', status: 500 }, 3, { reason: 'unreachable', httpCode: '500' }],
		['503', { kind: 'status', status: 503 }, 3, { reason: 'unreachable', httpCode: '503' }],
		['a reset', { kind: 'resetBefore' }, 3, { reason: 'unreachable' }],
		['no answer', { kind: 'hang' }, 3, { reason: 'unreachable' }],
	])('%s', async (_case, fault, requests, error) => {
		together.growlytics.configure({ faults: [{ ...fault, customers: ['3'] }] });
		const execution = await run();
		expect(execution.output('Growlytics').map(({ json }) => json.customerId)).toEqual([
			'1',
			'2',
			'4',
			'5',
		]);
		expect(execution.output('Growlytics', 1)).toMatchObject([
			{ json: { id: '3', error: { customerId: '3', ...error } }, pairedItem: { item: 2 } },
		]);
		expect(requestCounts(together.growlytics)).toEqual({ 1: 1, 2: 1, 3: requests, 4: 1, 5: 1 });
		const said = execution.hints('Growlytics')[0]?.message;
		expect(said).toMatch(/^5 items: 4 updated, 1 (refused|got no (good )?answer)/);
	});
});

it('500 for every customer: each is sent as often as it may be, and fails', async () => {
	together.growlytics.configure({ faults: [{ kind: 'status', status: 500 }] });
	const execution = await run();
	expect(execution.output('Growlytics')).toEqual([]);
	expect(execution.output('Growlytics', 1)).toHaveLength(5);
	expect(requestCounts(together.growlytics)).toEqual({ 1: 3, 2: 3, 3: 3, 4: 3, 5: 3 });
});

it('a closed port: every item is unreachable', async () => {
	const execution = await run({ credential: { baseUrl: 'http://127.0.0.1:1' } });
	expect(execution.output('Growlytics')).toEqual([]);
	expect(execution.output('Growlytics', 1)).toMatchObject(
		['1', '2', '3', '4', '5'].map((customerId) => ({
			json: { error: { reason: 'unreachable', customerId } },
		})),
	);
});

describe('a bad key ends the run', () => {
	it.each([401, 403])('%d on the first item', async (status) => {
		together.growlytics.configure({ faults: [{ kind: 'status', status }] });
		const execution = await run({ options: { concurrency: 1 } });
		expect(requestCounts(together.growlytics)).toEqual({ 1: 1 });
		expect(execution.output('Growlytics')).toEqual([]);
		expect(execution.output('Growlytics', 1)).toMatchObject([
			{ json: { error: { reason: 'unauthorized', httpCode: `${status}`, customerId: '1' } } },
			...['2', '3', '4', '5'].map((customerId) => ({
				json: {
					error: {
						reason: 'notSent',
						customerId,
						message: `Customer "${customerId}" was not sent: the run ended before its turn, because Growlytics did not accept the API key (HTTP ${status}: Injected status ${status}).`,
					},
				},
			})),
		]);
	});

	it('midway: nothing is sent behind those that were on their way, and none twice', async () => {
		together.growlytics.configure({
			faults: [
				{ kind: 'latency', minMs: 20, maxMs: 20 },
				{ kind: 'status', status: 401, requests: { from: 20, to: 1000 } },
			],
		});
		const execution = await run({ items: 100, options: { concurrency: 5 } });
		const requests = together.growlytics.requests();
		expect(requests.length).toBeLessThanOrEqual(19 + 5);
		expect(new Set(Object.values(requestCounts(together.growlytics)))).toEqual(new Set([1]));
		const notSent = execution
			.output('Growlytics', 1)
			.map(({ json }) => Object(json.error).reason)
			.filter((reason) => reason === 'notSent');
		expect(notSent).toHaveLength(100 - requests.length);
		expect(execution.output('Growlytics')).toHaveLength(19);
	});
});

it('a pause of an hour ends the run and says when to go on', async () => {
	together.growlytics.configure({
		faults: [{ kind: 'status', status: 429, retryAfter: 3600, requests: { from: 3, to: 1000 } }],
	});
	const execution = await run({ options: { concurrency: 1 } });
	expect(requestCounts(together.growlytics)).toEqual({ 1: 1, 2: 1, 3: 1 });
	expect(execution.output('Growlytics', 1)).toMatchObject([
		{
			json: {
				error: {
					reason: 'rateLimited',
					httpCode: '429',
					customerId: '3',
					description: expect.stringContaining('Try again in 60 minutes.'),
				},
			},
		},
		...['4', '5'].map((customerId) => ({
			json: {
				error: {
					reason: 'notSent',
					customerId,
					message: expect.stringMatching(
						/asked for a pause until \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/,
					),
				},
			},
		})),
	]);
});

it('several updates of one customer arrive in input order, retries included', async () => {
	together.growlytics.configure({
		faults: [
			{ kind: 'latency', minMs: 0, maxMs: 20 },
			{ kind: 'status', status: 500, share: 0.2, attempts: 2 },
		],
	});
	const items = Array.from({ length: 60 }, (_, row) => ({
		id: row % 2 === 0 ? 'Asha@example.com' : ' asha@EXAMPLE.com ',
		row,
	}));
	await run({ items, options: { maxRetries: 5 } });
	const rows = together.growlytics
		.requests()
		.filter(({ stored }) => stored)
		.map(({ body }) => Number(/"row","type":"number","value":(\d+)/.exec(body)?.[1]));
	expect(rows).toEqual(items.map(({ row }) => row));
	expect(together.growlytics.peakInFlight()).toBe(1);
});

it('says that Retry On Fail is of no use here', async () => {
	const execution = await run({ settings: { retryOnFail: true } });
	expect(execution.hints('Growlytics')).toMatchObject([
		{ message: expect.stringContaining('Switch off Retry On Fail'), type: 'info' },
	]);
});

it('says nothing when all went well', async () => {
	expect((await run()).hints('Growlytics')).toEqual([]);
});

it('never sends more at once than it may', async () => {
	together.growlytics.configure({ faults: [{ kind: 'latency', minMs: 5, maxMs: 15 }] });
	await run({ items: 100, options: { concurrency: 7 } });
	expect(together.growlytics.peakInFlight()).toBe(7);
});

it('spreads requests evenly under Max Requests per Second', async () => {
	// The server's clock: a request that is marked before the run tells when the run began.
	await fetch(`${together.growlytics.url}/began`);
	await run({ items: 21, options: { maxRequestsPerSecond: 20 } });
	const [began, ...starts] = together.growlytics.requests().map(({ startedAt }) => startedAt);
	expect(starts).toHaveLength(21);
	// Number k is sent k intervals after the first at the earliest, less the lateness a timer may make up for.
	starts.forEach((at, k) => expect(at - (began ?? Infinity)).toBeGreaterThan(k * 50 - 45));
});

describe('credentials', () => {
	it('are read for the first and the last item only', async () => {
		const execution = await run({ items: 50 });
		expect(execution.credentialReads).toBe(2);
	});
});
