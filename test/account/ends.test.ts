/* eslint-disable @n8n/community-nodes/no-restricted-globals -- test code, never shipped: interrupts in the next turn */
import type { Fault } from '../growlytics/faultSchema';
import type { LocalGrowlytics } from '../growlytics/server';
import { startGrowlytics } from '../growlytics/server';
import { NAMES, answerTo, ask, requestOf } from './asked';
import type { Leavings } from './probe';

const NOTHING: Leavings = { customers: [], attributes: [], events: [] };

const page = '<!doctype html><html><head><title>Bad gateway</title></head></html>';
const html = { contentType: 'text/html' };
const at = (kind: 'hang' | 'resetBefore' | 'resetAfter' | 'halfBody', id: string): Fault => ({
	kind,
	requests: [requestOf(id)],
});
const textLeft: Leavings = {
	...NOTHING,
	customers: [NAMES.inCapitals],
	attributes: ['n8n check text'],
};

/** What happens at the question about capital letters, how that is said, and what may be left of it. */
const surprises: ReadonlyArray<[string, Fault, RegExp, Leavings]> = [
	[
		'a rate limit',
		answerTo('capitals', 429, { message: 'Slow' }),
		/too many requests \(HTTP 429\)\. Run it again later\.$/,
		NOTHING,
	],
	[
		'a rate limit that says how long',
		answerTo('capitals', 429, '', { retryAfter: 20 }),
		/again in 20 s\.$/,
		NOTHING,
	],
	[
		'500',
		answerTo('capitals', 500, { message: 'Oh' }),
		/could not handle the request \(HTTP 500\)/,
		textLeft,
	],
	[
		'503 with a page',
		answerTo('capitals', 503, page, html),
		/could not handle the request \(HTTP 503\)/,
		textLeft,
	],
	['408', answerTo('capitals', 408, ''), /HTTP 408/, textLeft],
	[
		'a page',
		answerTo('capitals', 200, page, html),
		/a web page answered, not Growlytics' API \(HTTP 200\)/,
		textLeft,
	],
	['a page that refuses', answerTo('capitals', 403, page, html), /a web page answered/, textLeft],
	[
		'a key that is not good any more',
		answerTo('capitals', 401, { message: 'Bad key' }),
		/did not accept the API key \(HTTP 401\)/,
		NOTHING,
	],
	['nothing', answerTo('capitals', 200, ''), /the answer was empty \(HTTP 200\)/, textLeft],
	[
		'text that says nothing',
		answerTo('capitals', 200, 'OK'),
		/does not say whether it was taken/,
		textLeft,
	],
	[
		'a flood',
		answerTo('capitals', 200, 'x'.repeat(300_000)),
		/larger than Growlytics' own can be/,
		textLeft,
	],
	['a connection that breaks', at('resetBefore', 'capitals'), /broke off the connection/, textLeft],
	[
		'a connection that breaks too late',
		at('resetAfter', 'capitals'),
		/broke off the connection/,
		textLeft,
	],
	['half an answer', at('halfBody', 'capitals'), /broke off the connection/, textLeft],
	['no answer', at('hang', 'capitals'), /did not answer in time/, textLeft],
];

describe('a surprise ends the check, and what was found stays', () => {
	const asked = requestOf('capitals');

	it.each(surprises)('%s', async (_case, fault, why, mayBeLeft) => {
		const look = ({ findings, growlytics }: { findings: unknown; growlytics: LocalGrowlytics }) => {
			expect(findings).toMatchObject({ sent: asked, mayBeLeft });
			expect(growlytics.requests()).toHaveLength(asked);
			return findings;
		};
		const found = await ask({ faults: [fault] }, look, {
			timeoutMs: fault.kind === 'hang' ? 1500 : 10_000,
		});
		expect(found).toHaveProperty('end.why', expect.stringMatching(why));
		expect(found).toHaveProperty('end.isInterrupted', false);
		expect(found).toHaveProperty('left.customers', [NAMES.customer]);
		expect(found).toHaveProperty(`rows.${asked - 2}.agrees`, 'yes');
		expect(found).toHaveProperty(`rows.${asked - 1}.agrees`, '-');
		expect(found).toHaveProperty('rows.length', asked);
	});
});

it('a redirect is not followed', async () => {
	const other = await startGrowlytics();
	const location = `${other.url}/rest-api/customer`;
	const fault: Fault = { kind: 'redirect', location, status: 307, requests: [3] };
	const findings = await ask({ faults: [fault] }, (asked) => asked.findings);
	const requests = other.requests();
	await other.close();
	expect(findings).toMatchObject({ sent: 3, rows: [{}, {}, { agrees: '-' }] });
	expect(findings.end?.why).toMatch(/redirects elsewhere, where the key does not go \(HTTP 307\)/);
	expect(findings.rows[2]?.answered).toContain(location);
	expect(requests).toEqual([]);
});

it('a key that is refused ends it at the first request, which leaves nothing', async () => {
	await ask(
		{},
		({ findings, growlytics }) => {
			expect(findings).toMatchObject({ sent: 1, left: NOTHING, mayBeLeft: NOTHING });
			expect(findings.end?.why).toMatch(/did not accept the API key \(HTTP 401\)/);
			expect(findings.rows).toMatchObject([
				{ agrees: '-', answered: expect.stringContaining('401') },
			]);
			expect(growlytics.requests()).toHaveLength(1);
			expect(growlytics.customers()).toEqual([]);
		},
		{ key: 'not-the-key' },
	);
});

it.each<[string, Fault]>([
	['refused', answerTo('customer', 422, { message: 'No' })],
	['not taken', answerTo('customer', 200, { success: false })],
	['not known here', answerTo('customer', 404, { message: 'Not found' })],
])('a plain customer that is %s ends it', async (_case, fault) => {
	const findings = await ask({ faults: [fault] }, (asked) => asked.findings);
	expect(findings).toMatchObject({ sent: 2, left: NOTHING, rows: [{}, { agrees: 'no' }] });
	expect(findings.end?.why).toMatch(/did not take a plain customer/);
});

it('a rate limit of the server', async () => {
	await ask({ rateLimit: 1, rateLimitRetryAfter: 2 }, ({ findings, growlytics }) => {
		const statuses = growlytics.requests().map(({ status }) => status);
		expect(statuses.indexOf(429)).toBe(statuses.length - 1);
		expect(findings.end?.why).toMatch(/again in 2 s/);
	});
});

describe('an interruption', () => {
	const interrupted = { isInterrupted: true, why: 'it was interrupted.' };

	it('while it waits for an answer: the request may have left something', async () => {
		const started = performance.now();
		await ask(
			{ faults: [at('hang', 'capitals')] },
			({ findings }) => {
				expect(findings).toMatchObject({ end: interrupted, mayBeLeft: textLeft });
				expect(findings).toHaveProperty('sent', requestOf('capitals'));
				expect(findings.rows).toHaveLength(requestOf('capitals') - 1);
			},
			{
				onRequest: (sent, interrupt) => {
					if (sent === requestOf('capitals')) setImmediate(interrupt);
				},
			},
		);
		expect(performance.now() - started).toBeLessThan(8000);
	});

	it('in a pause: nothing more is sent', async () => {
		const started = performance.now();
		await ask(
			{},
			({ findings, growlytics }) => {
				expect(findings).toMatchObject({ end: interrupted, sent: 1, mayBeLeft: NOTHING });
				expect(growlytics.requests()).toHaveLength(1);
			},
			{
				pauseMs: 60_000,
				onPause: (interrupt) => {
					setImmediate(interrupt);
				},
			},
		);
		expect(performance.now() - started).toBeLessThan(8000);
	});
});
