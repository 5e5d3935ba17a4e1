import type { INodeParameters } from 'n8n-workflow';
import { API_KEY, type Together, startTogether } from '../../engine/together';
import { startGrowlytics } from '../../growlytics/server';
import type { GrowlyticsSettingsInput } from '../../growlytics/settings';
import { type Setup, errorsOf, report } from './reports';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => await together.close());
beforeEach(() => {
	together.growlytics.configure({ faults: [], apiKey: API_KEY, reportAnswer: 'success' });
	together.growlytics.reset();
});

const run = async (setup?: Setup) => await report(together, setup);

describe('the bytes of the documented request', () => {
	it.each<[string, INodeParameters]>([
		['open', {}],
		['click', { action: 'click' }],
		['click', { action: '={{ $json.token === "m-1" ? "click" : "open" }}' }],
	])('%s, by %j', async (action, parameters) => {
		const execution = await run({ parameters });
		expect(errorsOf(execution)).toEqual([]);
		const [request, ...others] = together.growlytics.requests();
		expect(others).toEqual([]);
		expect(request).toMatchObject({
			method: 'POST',
			path: `/custom-connector/production/${API_KEY}`,
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: `{"token":"m-1","action":"${action}"}`,
			status: 200,
			stored: true,
		});
		expect(request?.headers).not.toHaveProperty('x-growlytics-key');
		expect(execution.output('Growlytics')).toEqual([
			{ json: { success: true }, pairedItem: { item: 0 } },
		]);
		expect(execution.hints('Growlytics')).toEqual([]);
	});
});

describe('the key in the path', () => {
	it.each([
		['live/7f3a', 'live%2F7f3a'],
		['a b?c#d%e&f+g', 'a%20b%3Fc%23d%25e%26f%2Bg'],
		['../x', '..%2Fx'],
		['"<key>"\\==', '%22%3Ckey%3E%22%5C%3D%3D'],
		[':api-key', '%3Aapi-key'],
		['$&$1', '%24%26%241'],
	])('%s is encoded', async (apiKey, encoded) => {
		together.growlytics.configure({ apiKey });
		const execution = await run({ credential: { apiKey } });
		expect(errorsOf(execution)).toEqual([]);
		expect(together.growlytics.requests()).toMatchObject([
			{ path: `/custom-connector/production/${encoded}`, stored: true },
		]);
	});

	it('is put behind the path of a proxy', async () => {
		const connectorUrl = `${together.growlytics.url}/proxy/`;
		await run({ credential: { connectorUrl } });
		expect(together.growlytics.requests()).toMatchObject([
			{ path: `/proxy/custom-connector/production/${API_KEY}`, status: 404 },
		]);
	});

	it('is dropped with the path of an address that was pasted whole', async () => {
		const connectorUrl = `${together.growlytics.url}/custom-connector/production/${API_KEY}`;
		expect(errorsOf(await run({ credential: { connectorUrl } }))).toEqual([]);
		expect(together.growlytics.requests()).toMatchObject([
			{ path: `/custom-connector/production/${API_KEY}`, stored: true },
		]);
	});

	it('goes to the Connector URL alone', async () => {
		const others = await Promise.all([startGrowlytics(), startGrowlytics()]);
		const [baseUrl = '', catalogUrl = ''] = others.map(({ url }) => url);
		await run({ credential: { baseUrl, catalogUrl } });
		expect(others.flatMap((other) => other.requests())).toEqual([]);
		expect(together.growlytics.reports()).toHaveLength(1);
		await Promise.all(others.map(async (other) => await other.close()));
	});
});

describe('a token', () => {
	it.each([
		['a/b?c=d&e#f', 'a/b?c=d&e#f'],
		['  m-1\u200b ', 'm-1'],
		['"},"action":"click', '"},"action":"click'],
		[42, '42'],
		['t'.repeat(100_000), 't'.repeat(100_000)],
		['किताब 😀', 'किताब 😀'],
	])('%j is sent', async (token, sent) => {
		expect(errorsOf(await run({ items: [{ token }] }))).toEqual([]);
		expect(together.growlytics.reports()).toEqual([{ token: sent, action: 'open' }]);
	});

	it.each<[unknown, string]>([
		['', 'Message Token is empty.'],
		[' \u200b', 'Message Token is empty.'],
		[null, 'Message Token is empty.'],
		['undefined', 'Message Token is "undefined", which is no message\'s token.'],
		[{ id: 1 }, "Message Token is an object, which is no message's token."],
		[['a'], "Message Token is a list of 1, which is no message's token."],
		[true, "Message Token is true, which is no message's token."],
		[1.5, "Message Token is 1.5, which is no message's token."],
		[1e300, "Message Token is 1e+300, which is no message's token."],
	])('%j is refused before sending', async (token, said) => {
		const execution = await run({ items: [JSON.parse(JSON.stringify({ token }))] });
		expect(errorsOf(execution)).toEqual([`This item was not sent: ${said}`]);
		expect(errorsOf(execution, 'reason')).toEqual(['invalid']);
		expect(together.growlytics.requests()).toEqual([]);
	});
});

it.each([
	['read', 'Action is "read", and Growlytics takes open or click.'],
	['Open', 'Action is "Open", and Growlytics takes open or click.'],
	['', 'Action is "", and Growlytics takes open or click.'],
	[null, 'Action is null, and Growlytics takes open or click.'],
])('refuses %j as action before sending', async (action, said) => {
	const execution = await run({
		items: [{ token: 'm-1', action }],
		parameters: { action: '={{ $json.action }}' },
	});
	expect(errorsOf(execution)).toEqual([`Report for message "m-1" was not sent: ${said}`]);
	expect(errorsOf(execution, 'description')).toEqual([
		'Let the expression of Action give open or click.',
	]);
	expect(together.growlytics.requests()).toEqual([]);
});

it('says both of an item that has neither', async () => {
	const execution = await run({
		items: [{ token: '' }],
		parameters: { action: '={{ $json.none }}' },
	});
	expect(errorsOf(execution)).toEqual([
		'This item was not sent: 2 values do not fit. Message Token is empty. Action is undefined, and Growlytics takes open or click.',
	]);
});

it('an expression that fails is the problem of its item', async () => {
	const execution = await run({
		items: [{ token: '2026-01-31' }, { token: 'soon' }],
		parameters: { messageToken: '={{ $json.token.toDateTime().year }}' },
	});
	expect(errorsOf(execution)).toEqual([expect.stringContaining('could not be evaluated')]);
	expect(together.growlytics.reports()).toEqual([{ token: '2026', action: 'open' }]);
});

describe('the answer, which Growlytics does not document', () => {
	it.each<[GrowlyticsSettingsInput, object]>([
		[{ reportAnswer: 'success' }, {}],
		[{ reportAnswer: 'nothing' }, {}],
		[{ reportAnswer: 'noContent' }, {}],
		[{ reportAnswer: 'text' }, {}],
		[{ reportAnswer: 'record' }, { response: { eventId: 'e-1' } }],
	])('is a success under %j', async (settings, response) => {
		together.growlytics.configure(settings);
		const execution = await run();
		expect(execution.output('Growlytics').map(({ json }) => json)).toEqual([
			{ success: true, ...response },
		]);
		expect(together.growlytics.requests()).toHaveLength(1);
	});

	it('is a refusal if it says so', async () => {
		together.growlytics.configure({
			faults: [{ kind: 'status', status: 200, body: '{"success":false,"message":"Odd"}' }],
		});
		expect(errorsOf(await run())).toEqual([
			'Report of "open" for message "m-1" was not recorded: Growlytics refused it (HTTP 200). Odd.',
		]);
	});
});

it('a token or key that Growlytics does not know fails its item, and no other', async () => {
	together.growlytics.configure({ faults: [{ kind: 'status', status: 404 }] });
	const items = Array.from({ length: 10 }, (_, index) => ({ token: `m-${index}` }));
	const execution = await run({ items });
	expect(together.growlytics.requests()).toHaveLength(10);
	expect(errorsOf(execution, 'reason')).toEqual(items.map(() => 'refused'));
	expect(errorsOf(execution)[0]).toBe(
		'Report of "open" for message "m-0" was not recorded: Growlytics does not know this token or this API key, or takes no reports at this address (HTTP 404). Injected status 404.',
	);
});

it('sends the reports of one message in their order, one after another', async () => {
	together.growlytics.configure({
		faults: [
			{ kind: 'latency', minMs: 0, maxMs: 10 },
			{ kind: 'status', status: 429, retryAfter: 0, share: 0.2, attempts: 2 },
		],
	});
	const items = Array.from({ length: 30 }, (_, row) => ({
		token: ' m-1',
		action: row % 3 === 0 ? 'click' : 'open',
	}));
	await run({ items, parameters: { action: '={{ $json.action }}' } });
	expect(together.growlytics.reports()).toEqual(
		items.map(({ action }) => ({ token: 'm-1', action })),
	);
	expect(together.growlytics.peakInFlight()).toBe(1);
});

it('sends the reports of several messages at once', async () => {
	together.growlytics.configure({ faults: [{ kind: 'latency', minMs: 30, maxMs: 30 }] });
	await run({ items: Array.from({ length: 8 }, (_, row) => ({ token: `m-${row}` })) });
	expect(together.growlytics.peakInFlight()).toBeGreaterThan(1);
});
