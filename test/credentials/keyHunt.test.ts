import type { INodeParameters } from 'n8n-workflow';
import type { CredentialData } from '../engine/credentials';
import { API_KEY, type Together, startTogether } from '../engine/together';
import { textsIn } from '../engine/texts';
import { chain, growlytics, node } from '../engine/workflow';
import type { Fault } from '../growlytics/faultSchema';
import type { LocalGrowlytics } from '../growlytics/server';
import { startGrowlytics } from '../growlytics/server';

let together: Together;
/** Where the key has no business, unless the credential says so. */
let others: [LocalGrowlytics, LocalGrowlytics];
const printed: string[] = [];
beforeAll(async () => {
	for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
		jest.spyOn(console, method).mockImplementation((...args) => {
			printed.push(...textsIn(args));
		});
	}
	together = await startTogether();
	others = await Promise.all([startGrowlytics(), startGrowlytics()]);
});
afterAll(async () => {
	jest.restoreAllMocks();
	await Promise.all([together, ...others].map(async (one) => await one.close()));
});

const page = `<!doctype html><html><head><title>Key ${API_KEY}</title></head>${API_KEY}</html>`;
/** As basic authentication has it. */
const asBase64 = Buffer.from(`api:${API_KEY}`).toString('base64');
const repeated = { message: `Bad key ${API_KEY}`, [API_KEY]: API_KEY };
const status = (code: number, body: unknown, more: object = {}): Fault => ({
	kind: 'status',
	status: code,
	body: typeof body === 'string' ? body : JSON.stringify(body),
	...more,
});
const asPage = { contentType: 'text/html' };
/** Longer than a run waits. */
const AN_HOUR = { retryAfter: 3600 };

const faults: ReadonlyArray<[string, Fault]> = [
	['422 with a message', status(422, repeated)],
	['422 as text', status(422, API_KEY, { contentType: 'text/plain' })],
	[
		'422 with details',
		status(422, {
			details: [
				{ message: `attributes[0].value is not ${API_KEY}`, path: ['attributes', 0, 'value'] },
				{ message: API_KEY, path: ['id', API_KEY] },
			],
		}),
	],
	['422 with an error', status(422, { error: { message: API_KEY } })],
	['422 with errors', status(422, { errors: [API_KEY, repeated] })],
	['422 with a page', status(422, page, asPage)],
	['422 with the key in base64', status(422, { message: `Basic ${asBase64}` })],
	['200 with the key in base64', status(200, { success: true, [asBase64]: asBase64 })],
	[
		'422 with the key where the text is cut',
		status(422, `${' '.repeat(9_995)}${API_KEY}`, { contentType: 'text/plain' }),
	],
	['401', status(401, repeated)],
	['401 with a page', status(401, page, asPage)],
	['403', status(403, repeated)],
	['404', status(404, repeated)],
	['408', status(408, repeated)],
	['413', status(413, repeated)],
	['429', status(429, repeated, AN_HOUR)],
	[
		'429 with a header',
		status(429, page, { ...AN_HOUR, ...asPage, headers: { 'x-key': API_KEY } }),
	],
	['500', status(500, repeated)],
	['502 with a page', status(502, page, asPage)],
	['503', status(503, repeated)],
	['204', status(204, '')],
	['200 with nothing', status(200, '')],
	['200 with a page', status(200, page, asPage)],
	['200 with text', status(200, API_KEY, { contentType: 'text/plain' })],
	['200 without success', status(200, { success: false, ...repeated })],
	['200 with more', status(200, { success: true, ...repeated, deep: [{ key: API_KEY }] })],
	['a redirect', { kind: 'redirect', location: `http://127.0.0.1:1/?key=${API_KEY}` }],
	['a reset', { kind: 'resetBefore' }],
	['a reset after storing', { kind: 'resetAfter' }],
	['half an answer', { kind: 'halfBody' }],
	['no answer', { kind: 'hang' }],
];

const credentialChanges: CredentialData[] = [
	{},
	{ baseUrl: '' },
	{ catalogUrl: 'http://growlytics.in' },
	{ catalogUrl: 'http://127.0.0.1:1' },
	{ connectorUrl: '' },
	{ connectorUrl: 'http://127.0.0.1:1' },
	{ connectorUrl: 'https://growlytics.invalid' },
	{ connectorUrl: `https://growlytics.invalid/custom-connector/production/${API_KEY}` },
	{ baseUrl: 'http://growlytics.in' },
	{ baseUrl: 'http://127.0.0.1:1' },
	{ baseUrl: 'https://growlytics.invalid' },
	{ timezone: 'Mumbai' },
	{ apiKey: `${API_KEY}…` },
	{ apiKey: `${API_KEY}\n${API_KEY}` },
	{ apiKey: `={{ "${API_KEY}" + $itemIndex }}` },
	{ apiKey: `={{ "${API_KEY}".toDateTime() }}` },
];

/** By resource; the others have the Base URL. */
const OWN_ADDRESS: Readonly<Record<string, string | undefined>> = {
	product: 'catalogUrl',
	connectorMessage: 'connectorUrl',
};

const settings = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;

interface RunOptions {
	changes?: CredentialData;
	timeout?: number;
	operation?: INodeParameters;
}

const [updating, ...otherOperations]: [INodeParameters, ...INodeParameters[]] = [
	{ customerId: '={{ $json.id }}', standardAttributes: { name: '={{ $json.name }}' } },
	{
		resource: 'event',
		operation: 'track',
		customerId: '={{ $json.id }}',
		eventName: 'Purchased',
		mappingMode: 'autoMapInputData',
	},
	{
		resource: 'product',
		operation: 'upsert',
		productId: '={{ $json.id }}',
		productName: '={{ $json.name }}',
		imageUrl: 'https://shop.example/1.png',
		productUrl: 'https://shop.example/1',
		price: 1,
	},
	{ resource: 'product', operation: 'delete', productId: '={{ $json.id }}' },
	{ resource: 'connectorMessage', operation: 'report', messageToken: '={{ $json.id }}' },
];

/** Where the key stands in the path instead of a header. */
const REPORTS = '/custom-connector/production/';

async function run(
	onError: (typeof settings)[number],
	{ changes = {}, timeout = 10_000, operation = updating }: RunOptions = {},
) {
	return await together.engine.run(
		chain([
			node('manualTrigger', 'Trigger'),
			growlytics(
				'Growlytics',
				{
					...operation,
					options: { timeout, maxRetries: 0 },
				},
				{ onError },
			),
			node('noOp', 'Next'),
		]),
		{
			input: [
				{ json: { id: '1', name: 'Asha' } },
				{ json: { id: '2', name: { first: 'Asha' } } },
				{ json: { id: '3', name: 'Asha' } },
			].slice(onError === 'stopWorkflow' ? 2 : 0),
			credentials: together.credentials(changes),
		},
	);
}

async function testCredential(changes: CredentialData = {}) {
	const { growlyticsApi } = together.credentials(changes);
	return await together.engine.testCredential('growlyticsApi', growlyticsApi);
}

function expectNoKey(value: unknown) {
	const readable = (text: string) => [text, ...inBase64(text)];
	expect(textsIn(value).filter((text) => readable(text).join('\n').includes(API_KEY))).toEqual([]);
}

/** What anybody can read who decodes what looks encoded. */
function inBase64(text: string): string[] {
	const encoded = text.match(/[\w+/-]{16,}/g) ?? [];
	return encoded.map((part) => Buffer.from(part, 'base64').toString());
}

beforeEach(() => {
	[together.growlytics, ...others].forEach((one) => one.reset());
});

describe('the key is in the header or the path of the request and nowhere else', () => {
	it.each(faults)('%s', async (_case, fault) => {
		together.growlytics.configure({ faults: [fault] });
		const options = fault.kind === 'hang' ? { timeout: 200 } : {};
		for (const onError of settings) expectNoKey(await run(onError, options));
		for (const operation of otherOperations) {
			for (const onError of settings) expectNoKey(await run(onError, { ...options, operation }));
		}
		// The test of a credential waits for ten seconds.
		if (fault.kind !== 'hang') expectNoKey(await testCredential());

		const requests = together.growlytics.requests();
		const places = new Set(requests.map(({ method, path }) => `${method} ${path.slice(0, 9)}`));
		expect(places).toEqual(
			new Set(['POST /rest-api', 'POST /product', 'DELETE /product/', 'POST /custom-c']),
		);
		for (const { headers, path, ...others } of requests) {
			const { 'x-growlytics-key': key, ...otherHeaders } = headers;
			const isReport = path.startsWith(REPORTS);
			expect(key).toBe(isReport ? undefined : API_KEY);
			expectNoKey([others, otherHeaders, isReport ? path.replace(REPORTS + API_KEY, '') : path]);
		}
	});

	it.each(credentialChanges)('a credential with %j', async (changes) => {
		together.growlytics.configure({ faults: [] });
		for (const operation of [updating, ...otherOperations]) {
			for (const onError of settings) expectNoKey(await run(onError, { changes, operation }));
		}
		expectNoKey(await testCredential(changes));
	});

	it('a key that is refused', async () => {
		together.growlytics.configure({ faults: [], apiKey: 'another' });
		for (const operation of [updating, ...otherOperations]) {
			for (const onError of settings) expectNoKey(await run(onError, { operation }));
		}
		expectNoKey(await testCredential());
		together.growlytics.configure({ apiKey: API_KEY });
	});

	it.each([updating, ...otherOperations])(
		'goes to the host of its service alone: %j',
		async (operation) => {
			const own = OWN_ADDRESS[String(operation.resource)] ?? 'baseUrl';
			const away = ['baseUrl', 'catalogUrl', 'connectorUrl'].filter((name) => name !== own);
			together.growlytics.configure({ faults: [] });
			const changes = Object.fromEntries(
				away.map((name, index) => [name, others[index === 0 ? 0 : 1].url]),
			);
			for (const onError of settings) expectNoKey(await run(onError, { changes, operation }));
			expect(together.growlytics.requests().length).toBeGreaterThan(0);
			expect(others.flatMap((other) => other.requests())).toEqual([]);
		},
	);

	it("n8n's log of all of that, and what was printed", () => {
		const logs = together.engine.logs();
		expect(logs.join('\n')).toContain('Running node "Growlytics" started');
		expectNoKey([logs, printed]);
	});
});

describe('the search itself', () => {
	const hidden = Object.defineProperty({}, 'hidden', { value: `key ${API_KEY}` });
	const circle: Record<string, unknown> = { key: API_KEY };
	circle.self = circle;

	it.each<[string, unknown]>([
		['a text', API_KEY],
		['base64', { raw: `Basic ${asBase64}` }],
		[
			'the message of a cause',
			new Error('a', { cause: new Error('b', { cause: new Error(API_KEY) }) }),
		],
		['the header of a cause', new Error('a', { cause: { config: { headers: { key: API_KEY } } } })],
		['a hidden property', hidden],
		['the name of a property', { [API_KEY]: 1 }],
		['a symbol', { [Symbol('a')]: API_KEY }],
		['a circle', circle],
		['a map', new Map([[API_KEY, 1]])],
		['a set in a list', [new Set([[API_KEY]])]],
		['a buffer', { raw: Buffer.from(API_KEY) }],
		['several errors', new AggregateError([new Error(API_KEY)])],
	])('finds the key in %s', (_case, value) => {
		expect(() => expectNoKey(value)).toThrow();
	});

	it('finds nothing where nothing is', () => {
		expectNoKey([new Error('a', { cause: { b: ['c'] } }), null, undefined, 1]);
	});
});
