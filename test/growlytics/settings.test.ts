import type { Fault } from './faultSchema';
import { growlyticsCommand } from './flags';
import { parseFault } from './faultText';
import type { GrowlyticsSettings } from './settings';
import { readSettings } from './settings';

it('has the documented defaults', () => {
	expect(readSettings({})).toEqual({
		host: '127.0.0.1',
		port: 0,
		apiKey: 'growlytics-local-key',
		unauthorizedStatus: 401,
		keyCheck: 'first',
		update: 'merge',
		extraAttributes: 'refuse',
		standardAttributes: 'free',
		otherType: 'ignore',
		nullValues: 'refuse',
		emptyText: 'accept',
		longNames: 'refuse',
		maxIdCharacters: 0,
		customerIdCase: 'counts',
		eventAnswer: 'success',
		reportAnswer: 'success',
		unknownCustomer: 'accept',
		unknownProduct: 'notFound',
		isoDates: 'refuse',
		maxBodyBytes: 1_048_576,
		rateLimit: 0,
		seed: 1,
		faults: [],
		recordBodies: true,
	});
});

it.each<[string, unknown, string]>([
	['unknown setting', { prot: 1 }, 'prot'],
	['port', { port: 70_000 }, 'port: '],
	['empty key', { apiKey: '' }, 'apiKey: '],
	['status', { unauthorizedStatus: 404 }, 'unauthorizedStatus: '],
	['update', { update: 'append' }, 'update: '],
	['rate', { rateLimit: -1 }, 'rateLimit: '],
	['header', { rateLimitRetryAfter: 'a\r\nb' }, 'rateLimitRetryAfter: '],
	['kind', { faults: [{ kind: 'explode' }] }, 'faults[0].kind: '],
	['typo in a fault', { faults: [{ kind: 'hang', shares: 1 }] }, 'shares'],
	['share', { faults: [{ kind: 'hang', share: 2 }] }, 'faults[0].share: '],
	['attempts', { faults: [{ kind: 'hang', attempts: 0 }] }, 'faults[0].attempts: '],
	['range', { faults: [{ kind: 'hang', requests: { from: 3, to: 2 } }] }, 'faults[0].requests'],
	['latency', { faults: [{ kind: 'latency', minMs: 3, maxMs: 2 }] }, 'must not be below minMs'],
	[
		'shares beyond 1',
		{ faults: ['hang', 'resetAfter'].map((kind) => ({ kind, share: 0.6 })) },
		'add up to 1.2',
	],
])('refuses nonsense: %s', (_case, settings, message) => {
	expect(() => readSettings(settings)).toThrow(message);
});

describe('faults as text', () => {
	it.each<[string, Fault]>([
		[
			'status=429,share=0.08,retryAfter=0',
			{ kind: 'status', status: 429, share: 0.08, retryAfter: 0 },
		],
		['status=500,body=12,store=true', { kind: 'status', status: 500, body: '12', store: true }],
		[
			'status=502,body=<p>,contentType=text/html,retryAfter=soon',
			{ kind: 'status', status: 502, body: '<p>', contentType: 'text/html', retryAfter: 'soon' },
		],
		['latency=20-80', { kind: 'latency', minMs: 20, maxMs: 80 }],
		['latency=50,share=0.5', { kind: 'latency', minMs: 50, maxMs: 50, share: 0.5 }],
		['hang,requests=3|7-9', { kind: 'hang', requests: [3, { from: 7, to: 9 }] }],
		['resetBefore,customers=1|a@b.c', { kind: 'resetBefore', customers: ['1', 'a@b.c'] }],
		['resetAfter,attempts=1', { kind: 'resetAfter', attempts: 1 }],
		['halfBody', { kind: 'halfBody' }],
		[
			'redirect=https://x.y/z?a=b,status=307',
			{ kind: 'redirect', location: 'https://x.y/z?a=b', status: 307 },
		],
		[
			'{"kind":"status","status":200,"body":"a,b","headers":{"x-a":"b"}}',
			{ kind: 'status', status: 200, body: 'a,b', headers: { 'x-a': 'b' } },
		],
	])('%s', (text, fault) => {
		expect([parseFault(text)]).toEqual(readSettings({ faults: [fault] }).faults);
	});

	it.each([
		['', 'kind'],
		['status', 'status'],
		['status=999', 'status'],
		['hang=3', 'takes no value'],
		['status=500,share=half', 'share'],
		['hang,store=maybe', 'store'],
		['status=500,store=maybe', 'store'],
		['latency=9-2', 'minMs'],
		['redirect', 'location'],
		['{"kind"', 'JSON'],
	])('refuses %j', (text, message) => {
		expect(() => parseFault(text)).toThrow(message);
	});
});

describe('command line', () => {
	const run = async (...flags: string[]) => {
		const seen: Array<{ settings: GrowlyticsSettings; quiet: boolean }> = [];
		const command = growlyticsCommand(async (settings, quiet) => {
			seen.push({ settings, quiet });
		});
		await command.parseAsync(flags, { from: 'user' });
		return seen[0];
	};

	it('listens on 8765 and is otherwise as the defaults', async () => {
		expect(await run()).toEqual({ settings: readSettings({ port: 8765 }), quiet: false });
	});

	it.each<[string[], Partial<GrowlyticsSettings>]>([
		[['--port', '0'], { port: 0 }],
		[['--host', '0.0.0.0'], { host: '0.0.0.0' }],
		[['--key', '123'], { apiKey: '123' }],
		[['--unauthorized-status', '403'], { unauthorizedStatus: 403 }],
		[['--key-check', 'last'], { keyCheck: 'last' }],
		[['--update', 'replace'], { update: 'replace' }],
		[['--standard-attributes', 'counted'], { standardAttributes: 'counted' }],
		[['--other-type', 'refuse'], { otherType: 'refuse' }],
		[['--null-values', 'accept'], { nullValues: 'accept' }],
		[['--empty-text', 'refuse'], { emptyText: 'refuse' }],
		[['--long-names', 'accept'], { longNames: 'accept' }],
		[['--max-id-characters', '40'], { maxIdCharacters: 40 }],
		[['--customer-id-case', 'ignored'], { customerIdCase: 'ignored' }],
		[['--extra-attributes', 'ignore'], { extraAttributes: 'ignore' }],
		[['--iso-dates', 'accept'], { isoDates: 'accept' }],
		[['--max-body-bytes', '9'], { maxBodyBytes: 9 }],
		[['--rate-limit', '0.5'], { rateLimit: 0.5 }],
		[['--rate-limit-retry-after', 'soon'], { rateLimitRetryAfter: 'soon' }],
		[['--seed', '7'], { seed: 7 }],
		[['--no-record-bodies'], { recordBodies: false }],
		[
			['--fault', 'hang', '--fault', 'latency=1-2'],
			{ faults: [{ kind: 'hang' }, { kind: 'latency', minMs: 1, maxMs: 2 }] },
		],
	])('%j', async (flags, expected) => {
		expect(await run(...flags)).toMatchObject({ settings: expected });
	});

	it('is quiet when told so', async () => {
		expect(await run('--quiet')).toMatchObject({ quiet: true });
	});

	it.each([
		[['--port', 'abc'], 'port: '],
		[['--port', ''], 'port: '],
		[['--unauthorized-status', '404'], 'unauthorizedStatus: '],
		[['--fault', 'hang=1'], 'takes no value'],
	])('refuses %j', async (flags, message) => {
		await expect(run(...flags)).rejects.toThrow(message);
	});
});
