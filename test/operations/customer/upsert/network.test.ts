import { type Together, startTogether } from '../../../engine/together';
import { chain, growlytics, node } from '../../../engine/workflow';
import type { Fault } from '../../../growlytics/faultSchema';
import type { LocalGrowlytics } from '../../../growlytics/server';
import { startGrowlytics } from '../../../growlytics/server';

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
	together.growlytics.configure({ faults: [] });
});

const HTML = 'text/html; charset=utf-8';
const page = (title: string) => `<!doctype html><html><head><title>${title}</title></head></html>`;
const input = ['1', '2', '3'].map((id) => ({ json: { id } }));

type OnError = 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';

interface RunOptions {
	credential?: Record<string, string>;
	/** Short where there is no answer; else long enough for a machine that is busy. */
	timeout?: number;
}

async function run(onError: OnError, { credential = {}, timeout = 10_000 }: RunOptions = {}) {
	return await together.engine.run(
		chain([
			node('manualTrigger', 'Trigger'),
			growlytics(
				'Growlytics',
				{
					customerId: '={{ $json.id }}',
					standardAttributes: { name: 'Asha' },
					options: { timeout, maxRetries: 0 },
				},
				{ onError },
			),
		]),
		{ input, credentials: together.credentials(credential) },
	);
}

interface Expected {
	reason: 'refused' | 'unauthorized' | 'rateLimited' | 'unreachable';
	httpCode?: string;
	/** Parts of the message. */
	says: string[];
	/** The status decides that trying again is useless: so each customer is asked for once at most. */
	onlyOnce?: true;
}

const answers: Array<[string, Fault, Expected]> = [
	[
		'a key that is not known',
		{ kind: 'status', status: 401, body: '{"message":"Invalid API key"}' },
		{
			reason: 'unauthorized',
			httpCode: '401',
			says: ['was not stored', 'did not accept the API key (HTTP 401: Invalid API key)'],
			onlyOnce: true,
		},
	],
	[
		'a key that may not do it',
		{ kind: 'status', status: 403, body: '{"message":"Forbidden"}' },
		{
			reason: 'unauthorized',
			httpCode: '403',
			says: ['was not stored', 'did not accept the API key (HTTP 403: Forbidden)'],
			onlyOnce: true,
		},
	],
	[
		'a firewall',
		{ kind: 'status', status: 403, body: page('Forbidden'), contentType: HTML },
		{
			reason: 'unreachable',
			httpCode: '403',
			says: ['was not stored', 'a web page answered', '(HTTP 403: Forbidden)'],
			onlyOnce: true,
		},
	],
	[
		'a wrong address',
		{ kind: 'status', status: 404, body: 'Cannot POST', contentType: 'text/plain' },
		{
			reason: 'refused',
			httpCode: '404',
			says: [
				'was not stored',
				'Growlytics takes no customers at this address (HTTP 404)',
				'Cannot POST.',
			],
			onlyOnce: true,
		},
	],
	[
		'no customer in time',
		{ kind: 'status', status: 408, body: '' },
		{
			reason: 'unreachable',
			httpCode: '408',
			says: ['may not have been stored', 'could not handle the request (HTTP 408)'],
		},
	],
	[
		'a customer that is too large',
		{ kind: 'status', status: 413, body: '{"error":"Payload Too Large"}' },
		{
			reason: 'refused',
			httpCode: '413',
			says: ['was not stored', 'larger than Growlytics takes (HTTP 413)', 'Payload Too Large.'],
			onlyOnce: true,
		},
	],
	[
		'a refusal as text that is JSON',
		{ kind: 'status', status: 422, body: '{"message":"Odd"}', contentType: 'text/plain' },
		{
			reason: 'refused',
			httpCode: '422',
			says: ['was not stored', 'Growlytics refused it (HTTP 422). Odd.'],
			onlyOnce: true,
		},
	],
	[
		'too many requests',
		{ kind: 'status', status: 429, retryAfter: 3600, body: '{"error":{"message":"Slow down"}}' },
		{
			reason: 'rateLimited',
			httpCode: '429',
			says: ['was not stored', 'too many requests (HTTP 429: Slow down)'],
		},
	],
	[
		'a broken server',
		{ kind: 'status', status: 500, body: '{"errors":["Out of memory"]}' },
		{
			reason: 'unreachable',
			httpCode: '500',
			says: ['may not have been stored', 'could not handle the request (HTTP 500: Out of memory)'],
		},
	],
	[
		'a gateway',
		{ kind: 'status', status: 502, body: page('502 Bad Gateway'), contentType: HTML },
		{
			reason: 'unreachable',
			httpCode: '502',
			says: ['may not have been stored', '(HTTP 502: 502 Bad Gateway)'],
		},
	],
	[
		'maintenance',
		{ kind: 'status', status: 503, body: '"Back at noon"' },
		{
			reason: 'unreachable',
			httpCode: '503',
			says: ['may not have been stored', '(HTTP 503: Back at noon)'],
		},
	],
	[
		'no content',
		{ kind: 'status', status: 204, body: '' },
		{
			reason: 'unreachable',
			httpCode: '204',
			says: ['may not have been stored', 'the answer was empty (HTTP 204)'],
			onlyOnce: true,
		},
	],
	[
		'an empty answer',
		{ kind: 'status', status: 200, body: '' },
		{
			reason: 'unreachable',
			httpCode: '200',
			says: ['may not have been stored', 'the answer was empty (HTTP 200)'],
			onlyOnce: true,
		},
	],
	[
		'a login page',
		{ kind: 'status', status: 200, body: page('Log in'), contentType: HTML },
		{
			reason: 'unreachable',
			httpCode: '200',
			says: ['may not have been stored', 'a web page answered', '(HTTP 200: Log in)'],
			onlyOnce: true,
		},
	],
	[
		'an answer that is cut but complete for HTTP',
		{ kind: 'status', status: 200, body: '{"success":tr' },
		{
			reason: 'unreachable',
			httpCode: '200',
			says: ['may not have been stored', 'not one that Growlytics gives (HTTP 200'],
			onlyOnce: true,
		},
	],
	[
		'no success',
		{ kind: 'status', status: 200, body: '{"success":false,"message":"Quota"}' },
		{
			reason: 'refused',
			httpCode: '200',
			says: ['was not stored', 'Growlytics refused it (HTTP 200). Quota.'],
			onlyOnce: true,
		},
	],
];

const silences: Array<[string, Fault, Expected]> = [
	[
		'a reset connection',
		{ kind: 'resetBefore' },
		{ reason: 'unreachable', says: ['may not have been stored', 'broke off the connection'] },
	],
	[
		'a connection that is reset after storing',
		{ kind: 'resetAfter' },
		{ reason: 'unreachable', says: ['may not have been stored', 'broke off the connection'] },
	],
	[
		'half an answer',
		{ kind: 'halfBody' },
		{ reason: 'unreachable', says: ['may not have been stored', 'broke off the connection'] },
	],
	[
		'no answer',
		{ kind: 'hang' },
		{
			reason: 'unreachable',
			says: ['may not have been stored', 'did not answer in time (0.2 seconds)'],
		},
	],
];

const elsewheres: Array<[string, string, Expected]> = [
	[
		'a closed port',
		'http://127.0.0.1:1',
		{ reason: 'unreachable', says: ['was not stored', '127.0.0.1:1 refused the connection'] },
	],
	[
		'an unknown host',
		'https://growlytics.invalid',
		{ reason: 'unreachable', says: ['was not stored', 'growlytics.invalid could not be found'] },
	],
	[
		'https where http is spoken',
		'https',
		{ reason: 'unreachable', says: ['was not stored', 'could not agree on a secure connection'] },
	],
];

/** Runs under all three settings, and checks what is the same for all causes. */
async function expectFailure(
	{ reason, httpCode, says, onlyOnce }: Expected,
	options: RunOptions = {},
) {
	const error = {
		reason,
		...(httpCode === undefined ? {} : { httpCode }),
		message: expect.any(String),
		description: expect.any(String),
	};
	const continued = await run('continueRegularOutput', options);
	expect(continued.status).toBe('success');
	expect(continued.output('Growlytics')).toEqual(
		['1', '2', '3'].map((customerId, item) => ({
			json: { success: false, customerId, error: { ...error, customerId } },
			pairedItem: { item },
		})),
	);

	const divided = await run('continueErrorOutput', options);
	expect(divided.output('Growlytics', 0)).toEqual([]);
	expect(divided.output('Growlytics', 1)).toEqual(
		['1', '2', '3'].map((customerId, item) => ({
			json: { id: customerId, error: { ...error, customerId } },
			pairedItem: { item },
		})),
	);
	if (onlyOnce) expect(new Set(counts())).toEqual(new Set([2]));

	const stopped = await run('stopWorkflow', options);
	expect(stopped.status).toBe('error');
	expect(stopped.error).toMatchObject({ name: 'NodeApiError', itemIndex: 0 });
	expect(stopped.error?.httpCode).toBe(httpCode);
	const message = stopped.error?.message ?? '';
	expect(message).toMatch(/^Customer "1" /);
	for (const part of says) expect(message).toContain(part);
	expect(continued.output('Growlytics')[0]?.json).toMatchObject({ error: { message } });
}

/** How often each customer was asked for. */
function counts(): number[] {
	const ids = together.growlytics.requests().map(({ customerId }) => customerId);
	return [...new Set(ids)].map((id) => ids.filter((other) => other === id).length);
}

it.each([...answers, ...silences])('%s', async (_case, fault, expected) => {
	together.growlytics.configure({ faults: [fault] });
	await expectFailure(expected, fault.kind === 'hang' ? { timeout: 200 } : {});
});

it.each(elsewheres)('%s', async (_case, address, expected) => {
	const baseUrl =
		address === 'https' ? together.growlytics.url.replace('http:', 'https:') : address;
	await expectFailure(expected, { credential: { baseUrl } });
	expect(together.growlytics.requests()).toEqual([]);
});

it.each([301, 302, 303, 307, 308])(
	'a redirect with %d is not followed, so the key goes nowhere else',
	async (status) => {
		const location = `${elsewhere.url}/rest-api/customer`;
		together.growlytics.configure({ faults: [{ kind: 'redirect', location, status }] });
		await expectFailure({
			reason: 'unreachable',
			httpCode: `${status}`,
			says: ['was not stored', 'redirects elsewhere', `(HTTP ${status}: ${location})`],
			onlyOnce: true,
		});
		expect(elsewhere.requests()).toEqual([]);
	},
);

it('one customer that fails does not keep the others from being stored', async () => {
	together.growlytics.configure({ faults: [{ kind: 'hang', customers: ['2'] }] });
	const execution = await run('continueErrorOutput', { timeout: 2000 });
	expect(execution.output('Growlytics', 0).map(({ json }) => json.customerId)).toEqual(['1', '3']);
	expect(execution.output('Growlytics', 1)).toMatchObject([
		{ json: { error: { reason: 'unreachable', customerId: '2' } }, pairedItem: { item: 1 } },
	]);
	expect(
		together.growlytics
			.customers()
			.map(({ id }) => id)
			.sort(),
	).toEqual(['1', '3']);
});

it('keeps the path prefix of a proxy', async () => {
	const baseUrl = `${together.growlytics.url}/proxy/`;
	await run('continueRegularOutput', { credential: { baseUrl } });
	expect(together.growlytics.requests().map(({ path }) => path)).toEqual([
		'/proxy/rest-api/customer',
		'/proxy/rest-api/customer',
		'/proxy/rest-api/customer',
	]);
});

it('takes an answer for a success that is nested too deeply to be copied', async () => {
	const body = `{"success":true,"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
	together.growlytics.configure({
		faults: [{ kind: 'status', status: 200, customers: ['2'], body }],
	});
	const execution = await run('continueErrorOutput');
	expect(execution.nodeError('Growlytics')).toBeUndefined();
	const ids = execution.output('Growlytics', 0).map(({ json }) => json.customerId);
	expect(ids).toEqual(['1', '2', '3']);
	expect(together.growlytics.requests()).toHaveLength(3);
});

it('gives what Growlytics said as text, not as HTML', async () => {
	together.growlytics.configure({
		faults: [{ kind: 'status', status: 422, body: '{"message":"<img src=x onerror=a()>"}' }],
	});
	const { error } = await run('stopWorkflow');
	expect(error?.message).toBe(
		'Customer "1" was not stored: Growlytics refused it (HTTP 422). &lt;img src=x onerror=a()&gt;.',
	);
});
