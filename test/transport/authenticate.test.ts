import { KEY_PLACEHOLDER, authenticate } from '../../nodes/Growlytics/transport/authenticate';

const KEY = 'a-very-secret-key';
const credential = {
	apiKey: ` ${KEY}\n`,
	baseUrl: 'https://growlytics.in/proxy/',
	catalogUrl: 'https://catalog.example',
	connectorUrl: 'https://growlytics.in',
};

it('adds the key, keeps the request and switches redirects off', async () => {
	const request = {
		url: 'https://growlytics.in/rest-api/customer',
		method: 'POST' as const,
		headers: { Accept: 'application/json' },
		followRedirect: true,
	};
	expect(await authenticate(credential, request)).toEqual({
		url: 'https://growlytics.in/rest-api/customer',
		method: 'POST',
		headers: { Accept: 'application/json', 'x-growlytics-key': KEY },
		disableFollowRedirect: true,
		followRedirect: false,
		followAllRedirects: false,
	});
	expect(request.headers).toEqual({ Accept: 'application/json' });
});

it.each([
	{ url: 'https://growlytics.in/other/path' },
	{ url: 'https://GROWLYTICS.in:443/' },
	{ url: '/rest-api/customer', baseURL: 'https://growlytics.in' },
	{ url: 'https://catalog.example/product/7' },
])('sends the key to the hosts of the credential: %j', async (request) => {
	expect(await authenticate(credential, request)).toMatchObject({
		headers: { 'x-growlytics-key': KEY },
	});
});

it('keeps apart credentials that come by turns', async () => {
	const other = { ...credential, baseUrl: 'https://other.example', apiKey: 'another-key' };
	const toOther = { url: 'https://other.example/rest-api/customer' };
	for (const round of [1, 2]) {
		await expect(authenticate(credential, toOther)).rejects.toThrow(
			'was not sent to other.example',
		);
		expect([round, await authenticate(other, toOther)]).toMatchObject([
			round,
			{ headers: { 'x-growlytics-key': 'another-key' } },
		]);
	}
});

describe('a path that the key belongs into', () => {
	const connector = { apiKey: ' live/7f"3=\n', connectorUrl: 'https://connector.example/proxy/' };
	const path = `/custom-connector/production/${KEY_PLACEHOLDER}`;

	it('has it, encoded, and no header has it', async () => {
		const headers = { Accept: 'application/json' };
		const request = { url: `https://connector.example/proxy${path}`, headers };
		expect(await authenticate(connector, request)).toEqual({
			url: 'https://connector.example/proxy/custom-connector/production/live%2F7f%223%3D',
			headers,
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
		});
		expect(request.url).toContain(KEY_PLACEHOLDER);
	});

	it.each([
		['of another address of the credential', { url: `https://dc.growlytics.in${path}` }],
		['beside the path of the address', { url: `https://connector.example${path}` }],
		['in the middle', { url: `https://connector.example/proxy/${KEY_PLACEHOLDER}/7` }],
		['in a query', { url: `https://connector.example/proxy/a?key=${KEY_PLACEHOLDER}` }],
	])('is none %s', async (_case, request) => {
		expect(await authenticate(connector, request)).toMatchObject({
			...request,
			headers: { 'x-growlytics-key': 'live/7f"3=' },
		});
	});

	it('is none of another host', async () => {
		const request = { url: `https://connector.example.elsewhere.example/proxy${path}` };
		await expect(authenticate(connector, request)).rejects.toThrow('so its key was not sent to');
	});
});

it.each([
	[{ url: 'https://elsewhere.example/rest-api/customer' }, 'elsewhere.example'],
	[{ url: 'https://sub.growlytics.in' }, 'sub.growlytics.in'],
	[{ url: 'https://growlytics.in.elsewhere.example' }, 'growlytics.in.elsewhere.example'],
	[{ url: 'https://growlytics.in@elsewhere.example' }, 'elsewhere.example'],
	[{ url: 'https://growlytics.in:8443' }, 'growlytics.in:8443'],
	[{ url: 'http://growlytics.in' }, 'growlytics.in'],
	[{ url: 'https://dcqs-india.growlytics.in' }, 'dcqs-india.growlytics.in'],
	[{ url: 'https://dc.growlytics.in' }, 'dc.growlytics.in'],
	[{ url: 'https://elsewhere.example', baseURL: 'https://growlytics.in' }, 'elsewhere.example'],
	[{ url: '//elsewhere.example', baseURL: 'https://growlytics.in' }, 'elsewhere.example'],
])('sends the key nowhere else: %j', async (request, host) => {
	await expect(authenticate(credential, request)).rejects.toThrow(
		`This Growlytics API credential is for https://growlytics.in/proxy, https://catalog.example, https://growlytics.in only, so its key was not sent to ${host}.`,
	);
});

it.each([
	['', 'the Base URL is empty'],
	[
		'http://growlytics.in',
		'the Base URL has to start with https://, or the API key could be read on its way',
	],
])('refuses a Base URL of %j', async (baseUrl, problem) => {
	await expect(
		authenticate({ apiKey: KEY, baseUrl }, { url: 'https://growlytics.in' }),
	).rejects.toThrow(`The API key was not sent: ${problem}.`);
});

it.each([
	'https://dcqs-india.growlytics.in/rest-api/customer',
	'https://dc.growlytics.in/product',
	'https://cts.growlytics.in/custom-connector/production/a',
])('sends the key to Growlytics where n8n hands over no address: %s', async (url) => {
	expect(await authenticate({ apiKey: KEY }, { url })).toMatchObject({
		headers: { 'x-growlytics-key': KEY },
	});
});

it.each([{ url: '' }, { url: 'growlytics.in' }, { url: '/rest-api/customer' }])(
	'sends nothing to what is no address: %j',
	async (request) => {
		await expect(authenticate(credential, request)).rejects.toThrow('Invalid URL');
	},
);
