import type { CredentialData } from '../engine/credentials';
import { API_KEY, type Together, startTogether } from '../engine/together';
import type { Fault } from '../growlytics/faultSchema';
import type { LocalGrowlytics } from '../growlytics/server';
import { startGrowlytics } from '../growlytics/server';

let together: Together;
let elsewhere: LocalGrowlytics;
beforeAll(async () => {
	together = await startTogether();
	elsewhere = await startGrowlytics();
});
afterAll(async () => {
	await Promise.all([together.close(), elsewhere.close()]);
});
beforeEach(() => {
	together.growlytics.reset();
	together.growlytics.configure({ faults: [], unauthorizedStatus: 401 });
});

/** With the usual address for all but the Base URL, which is tested alone then. */
async function test(changes: CredentialData = {}) {
	return await together.engine.testCredential(
		'growlyticsApi',
		together.credentials({ catalogUrl: 'https://dc.growlytics.in', ...changes }).growlyticsApi,
	);
}

const OK = { status: 'OK', message: 'Growlytics accepted the API key' };
const PASTE_AGAIN = 'Paste the key again. It is in Growlytics under Settings > API Keys.';
const PASTE_KEY = 'Paste the key. It is in Growlytics under Settings > API Keys.';
const CORRECT_URL = 'Correct the Base URL. It normally is https://dcqs-india.growlytics.in.';
const CHECK_URL = 'Check the Base URL. A proxy or firewall in between can answer like this too.';

afterEach(() => expect(together.growlytics.customers()).toEqual([]));

it('accepts a good key, by one request that creates nothing', async () => {
	expect(await test()).toEqual(OK);
	const requests = together.growlytics.requests();
	expect(requests).toMatchObject([
		{ method: 'POST', path: '/rest-api/customer', body: '{}', status: 422, stored: false },
	]);
	expect(requests[0]?.headers).toMatchObject({
		'x-growlytics-key': API_KEY,
		accept: 'application/json',
		'content-type': 'application/json',
	});
});

it.each([{ apiKey: ` ${API_KEY}\n` }, { timezone: 'Asia/Kolkata' }, { timezone: ' ' }])(
	'accepts %j',
	async (changes) => {
		expect(await test(changes)).toEqual(OK);
	},
);

it('accepts the Base URL as people paste it', async () => {
	for (const end of ['/', '/rest-api', '/rest-api/customer', '/rest-api/customer/ ']) {
		expect(await test({ baseUrl: ` ${together.growlytics.url}${end}` })).toEqual(OK);
	}
	expect(new Set(together.growlytics.requests().map(({ path }) => path))).toEqual(
		new Set(['/rest-api/customer']),
	);
});

it('keeps the path prefix of a proxy', async () => {
	await test({ baseUrl: `${together.growlytics.url}/proxy/` });
	expect(together.growlytics.requests()).toMatchObject([{ path: '/proxy/rest-api/customer' }]);
});

it.each([401, 403] as const)('refuses another key: %d', async (unauthorizedStatus) => {
	together.growlytics.configure({ unauthorizedStatus });
	expect(await test({ apiKey: 'another' })).toEqual({
		status: 'Error',
		message: `Growlytics did not accept the API key (HTTP ${unauthorizedStatus}: Invalid API key). ${PASTE_AGAIN}`,
	});
	expect(together.growlytics.requests()).toHaveLength(1);
});

it.each<[Record<string, string>, string]>([
	[{ apiKey: '' }, `The credential has no API key. ${PASTE_KEY}`],
	[{ apiKey: 'a – b' }, `The API key holds characters that no key has. ${PASTE_KEY}`],
	[{ baseUrl: '' }, `The Base URL is empty. ${CORRECT_URL}`],
	[{ baseUrl: 'growlytics.in' }, `The Base URL has to start with https://. ${CORRECT_URL}`],
	[
		{ baseUrl: 'http://growlytics.in' },
		`The Base URL has to start with https://, or the API key could be read on its way. ${CORRECT_URL}`,
	],
	[
		{ baseUrl: 'https://me:secret@growlytics.in' },
		`The Base URL must not hold a user name or password. ${CORRECT_URL}`,
	],
	[
		{ timezone: 'Mumbai' },
		`"Mumbai" is not a time zone. Set the Account Time Zone to a name such as Asia/Kolkata, or leave it empty.`,
	],
])('asks for nothing with %j', async (changes, message) => {
	expect(await test(changes)).toEqual({ status: 'Error', message });
	expect(together.growlytics.requests()).toEqual([]);
});

const page = '<html><head><title>Log in</title></head></html>';
it.each<[Fault, string]>([
	[
		{ kind: 'status', status: 404, body: '{"message":"Not found"}' },
		`Growlytics takes no customers at this address (HTTP 404). Check the Base URL. It normally is https://dcqs-india.growlytics.in.`,
	],
	[
		{ kind: 'status', status: 200, body: page, contentType: 'text/html' },
		`A web page answered instead of the Growlytics API (HTTP 200: Log in). ${CHECK_URL}`,
	],
	[{ kind: 'status', status: 204, body: '' }, `The answer was empty (HTTP 204). ${CHECK_URL}`],
	[
		{ kind: 'status', status: 503, body: page, contentType: 'text/html' },
		"Growlytics could not handle the request (HTTP 503: Log in). The cause is on Growlytics' side. Try again in a few minutes.",
	],
])('tells what answered: %j', async (fault, message) => {
	together.growlytics.configure({ faults: [fault] });
	expect(await test()).toEqual({ status: 'Error', message });
	expect(together.growlytics.requests()).toHaveLength(1);
});

it.each([301, 302, 303, 307, 308])('does not follow a redirect: %d', async (status) => {
	const location = `${elsewhere.url}/rest-api/customer`;
	together.growlytics.configure({ faults: [{ kind: 'redirect', location, status }] });
	expect(await test()).toEqual({
		status: 'Error',
		message: `The address redirects elsewhere, and redirects are not followed so that the API key stays safe (HTTP ${status}: ${location}). ${CHECK_URL}`,
	});
	expect(elsewhere.requests()).toEqual([]);
});

it.each<[Record<string, string>, string]>([
	[
		{ baseUrl: 'http://127.0.0.1:1' },
		'The server 127.0.0.1:1 refused the connection (ECONNREFUSED). Check the Base URL, its port included, and',
	],
	[{ baseUrl: 'https://growlytics.invalid' }, 'The server growlytics.invalid could not be found ('],
])('tells that nothing answered: %j', async (changes, message) => {
	const result = await test(changes);
	expect(result.status).toBe('Error');
	expect(result.message).toContain(message);
});

it('tells that the connection broke', async () => {
	together.growlytics.configure({ faults: [{ kind: 'resetBefore' }] });
	const result = await test();
	expect(result.status).toBe('Error');
	expect(result.message).toMatch(
		/ broke off the connection \(ECONNRESET\)\. Check the Base URL, and try again in a few minutes\.$/,
	);
});

describe('several addresses', () => {
	const testAll = async (changes: CredentialData = {}) =>
		await test({ catalogUrl: together.growlytics.url, ...changes });
	const places = () =>
		together.growlytics.requests().map(({ method, path }) => `${method} ${path}`);
	const BAD_KEY = `Growlytics did not accept the API key (HTTP 401: Invalid API key). ${PASTE_AGAIN}`;

	afterEach(() => expect(together.growlytics.products()).toEqual([]));

	it('are tested each, by requests that create nothing', async () => {
		expect(await testAll()).toEqual(OK);
		expect(places().sort()).toEqual(['POST /product', 'POST /rest-api/customer']);
		expect(together.growlytics.requests()).toMatchObject([
			{ body: '{}', status: 422, stored: false },
			{ body: '{}', status: 422, stored: false },
		]);
	});

	it('the catalog is not asked at its usual address: nobody who sends customers alone needs it', async () => {
		expect(await testAll({ catalogUrl: 'https://dc.growlytics.in/' })).toEqual(OK);
		expect(places()).toEqual(['POST /rest-api/customer']);
	});

	it('the one that fails is named', async () => {
		expect(await testAll({ catalogUrl: 'http://127.0.0.1:1' })).toEqual({
			status: 'Error',
			message:
				'Catalog URL: The server 127.0.0.1:1 refused the connection (ECONNREFUSED). Check the Catalog URL, its port included, and whether the service is up.',
		});
		expect(await testAll({ baseUrl: 'http://127.0.0.1:1' })).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/^Base URL: The server 127\.0\.0\.1:1 refused the connection/),
		});
	});

	it('two that fail are both named, once where it is the same', async () => {
		expect(await testAll({ apiKey: 'another' })).toEqual({
			status: 'Error',
			message: `Base URL and Catalog URL: ${BAD_KEY}`,
		});
		const page = '<html><head><title>Log in</title></head></html>';
		together.growlytics.configure({
			faults: [{ kind: 'status', status: 200, body: page, contentType: 'text/html' }],
		});
		expect((await testAll()).message).toBe(
			`Base URL: A web page answered instead of the Growlytics API (HTTP 200: Log in). ${CHECK_URL} Catalog URL: A web page answered instead of the Growlytics API (HTTP 200: Log in). ${CHECK_URL.replace('Base', 'Catalog')}`,
		);
	});

	it.each<[CredentialData, string]>([
		[
			{ catalogUrl: 'dc.growlytics.in' },
			'The Catalog URL has to start with https://. Correct the Catalog URL. It normally is https://dc.growlytics.in.',
		],
		[
			{ connectorUrl: '' },
			'The Connector URL is empty. Correct the Connector URL. It normally is https://cts.growlytics.in.',
		],
	])('asks for nothing with %j', async (changes, message) => {
		expect(await testAll(changes)).toEqual({ status: 'Error', message });
		expect(places()).toEqual([]);
	});
});

it('a credential with an address of its own that is older than the toggle still works', async () => {
	const old = { apiKey: API_KEY, baseUrl: together.growlytics.url, timezone: '' };
	expect(await together.engine.testCredential('growlyticsApi', old)).toEqual(OK);
	expect(together.growlytics.requests()).toHaveLength(1);
});
