import { customerSubject } from '../../nodes/Growlytics/operations/customer/customerSubject';
import type { Failure } from '../../nodes/Growlytics/result/failure';
import { mayBeStored } from '../../nodes/Growlytics/result/failure';
import {
	describe as describeFailure,
	describeForCredential,
} from '../../nodes/Growlytics/result/wording';
import {
	invalid,
	noAnswer,
	notGrowlytics,
	notSent,
	rateLimited,
	refused,
	setup,
	unauthorized,
	unavailable,
} from './failures';

/** What is said of a customer after one attempt. */
const inWords = (failure: Failure, id: string | undefined) =>
	describeFailure({ failure, id, mayBeStored: mayBeStored(failure) }, customerSubject);

const SAFE =
	'Running the workflow again is safe: a customer with the same ID is updated, not created twice.';
const PERHAPS = `The customer may have been stored all the same. ${SAFE}`;
const PASTE_KEY =
	'Open the Growlytics API credential and paste the key again. It is in Growlytics under Settings > API Keys.';
const CHECK_URL =
	'Open the Growlytics API credential and check the Base URL. A proxy or firewall in between can answer like this too.';
const CORRECT =
	'Correct what is named here and run again. If a value looks right, compare its type with the one that the attribute has in Growlytics.';

const HOST = 'dcqs-india.growlytics.in';

describe('message and description', () => {
	it.each<[Failure, string, string]>([
		[
			invalid([{ attribute: 'Age', message: '"12px" is not a plain number', fix: 'Use digits.' }]),
			'Customer "7" was not sent: one value does not fit. "Age": "12px" is not a plain number.',
			'Use digits.',
		],
		[
			invalid([
				{ attribute: 'id', isAboutId: true, message: 'Customer ID is empty', fix: 'Set it.' },
				{ attribute: 'Age', message: '"x" is not a plain number', fix: 'Use digits.' },
				{ attribute: 'Size', message: '"y" is not a plain number', fix: 'Use digits.' },
			]),
			'Customer "7" was not sent: 3 values do not fit. Customer ID is empty. "Age": "x" is not a plain number. "Size": "y" is not a plain number.',
			'Set it. "Age", "Size": Use digits.',
		],
		[
			invalid([{ attribute: '', message: 'the JSON ends too early', fix: 'Close it.' }]),
			'Customer "7" was not sent: the JSON ends too early.',
			'Close it.',
		],
		[
			setup('the Base URL is empty', 'Fill it in.'),
			'Customer "7" was not sent: the Base URL is empty.',
			'Fill it in.',
		],
		[
			refused(422, [{ attribute: 'City', message: '"City" must be a string' }]),
			'Customer "7" was not stored: Growlytics refused it (HTTP 422). "City" must be a string.',
			CORRECT,
		],
		[
			refused(422, [
				{ attribute: 'City', message: '"value" must be a string' },
				{ attribute: 'id', isAboutId: true, message: 'id is odd!' },
				{ attribute: '', message: 'and more…' },
			]),
			'Customer "7" was not stored: Growlytics refused it (HTTP 422). "City": "value" must be a string. id is odd! and more…',
			CORRECT,
		],
		[
			refused(400, [{ attribute: '', message: '' }]),
			'Customer "7" was not stored: Growlytics refused it (HTTP 400).',
			'Growlytics did not say why. Compare the names and types of the attributes with those in Growlytics.',
		],
		[
			refused(200, [{ attribute: '', message: 'Quota is used up.' }]),
			'Customer "7" was not stored: Growlytics refused it (HTTP 200). Quota is used up.',
			CORRECT,
		],
		[
			refused(404, [{ attribute: '', message: 'Not found' }]),
			'Customer "7" was not stored: Growlytics takes no customers at this address (HTTP 404). Not found.',
			'Open the Growlytics API credential and check the Base URL. It normally is https://dcqs-india.growlytics.in.',
		],
		[
			refused(413, [{ attribute: '', message: '' }]),
			'Customer "7" was not stored: the customer is larger than Growlytics takes (HTTP 413).',
			'Send fewer attributes, or shorter values.',
		],
		[
			unauthorized(401, 'Invalid API key'),
			'Customer "7" was not stored: Growlytics did not accept the API key (HTTP 401: Invalid API key).',
			PASTE_KEY,
		],
		[
			unauthorized(403, ''),
			'Customer "7" was not stored: Growlytics did not accept the API key (HTTP 403).',
			PASTE_KEY,
		],
		[
			rateLimited(429, 'Slow down', undefined),
			'Customer "7" was not stored: Growlytics is getting too many requests (HTTP 429: Slow down).',
			`Try again in a few minutes. ${SAFE}`,
		],
		[
			unavailable(503, 'Maintenance', 90_000),
			'Customer "7" may not have been stored: Growlytics could not handle the request (HTTP 503: Maintenance).',
			`The cause is on Growlytics' side. Try again in 90 seconds. ${SAFE}`,
		],
		[
			notGrowlytics(302, 'redirect', 'https://elsewhere.example'),
			'Customer "7" was not stored: the address redirects elsewhere, and redirects are not followed so that the API key stays safe (HTTP 302: https://elsewhere.example).',
			CHECK_URL,
		],
		[
			notGrowlytics(200, 'page', 'Log in'),
			'Customer "7" may not have been stored: a web page answered instead of the Growlytics API (HTTP 200: Log in).',
			CHECK_URL,
		],
		[
			notGrowlytics(204, 'nothing', ''),
			'Customer "7" may not have been stored: the answer was empty (HTTP 204).',
			CHECK_URL,
		],
		[
			notGrowlytics(200, 'other', 'OK'),
			'Customer "7" may not have been stored: the answer was not one that Growlytics gives (HTTP 200: OK).',
			CHECK_URL,
		],
		[
			noAnswer('timeout', 'ECONNABORTED', HOST, 1500),
			'Customer "7" may not have been stored: the server dcqs-india.growlytics.in did not answer in time (1.5 seconds).',
			`${PERHAPS} If this happens often, raise Timeout under Options.`,
		],
		[
			noAnswer('refused', 'ECONNREFUSED', 'localhost:1', 200),
			'Customer "7" was not stored: the server localhost:1 refused the connection (ECONNREFUSED).',
			'Open the Growlytics API credential and check the Base URL, its port included, and whether the service is up.',
		],
		[
			noAnswer('unknownHost', 'ENOTFOUND', HOST, 200),
			'Customer "7" was not stored: the server dcqs-india.growlytics.in could not be found (ENOTFOUND).',
			'Open the Growlytics API credential and check the Base URL for typos, and whether this n8n can reach the internet.',
		],
		[
			noAnswer('unreachable', 'EHOSTUNREACH', HOST, 200),
			'Customer "7" was not stored: the server dcqs-india.growlytics.in could not be reached (EHOSTUNREACH).',
			'Open the Growlytics API credential and check the Base URL, and whether this n8n can reach the internet.',
		],
		[
			noAnswer('insecure', 'EPROTO', HOST, 200),
			'Customer "7" was not stored: the server dcqs-india.growlytics.in could not agree on a secure connection (EPROTO).',
			'Open the Growlytics API credential and check the Base URL, its port included, and whether it belongs to https://.',
		],
		[
			noAnswer('broken', 'ECONNRESET', HOST, 200),
			'Customer "7" may not have been stored: the server dcqs-india.growlytics.in broke off the connection (ECONNRESET).',
			PERHAPS,
		],
		[
			noAnswer('certificate', 'CERT_HAS_EXPIRED', HOST, 200),
			'Customer "7" was not stored: the server dcqs-india.growlytics.in could not prove its identity (TLS certificate) (CERT_HAS_EXPIRED).',
			'Open the Growlytics API credential and check the Base URL. If a company proxy is in between, ask its administrator about its certificate.',
		],
		[
			noAnswer('blocked', 'SsrfBlockedIpError', HOST, 200),
			'Customer "7" was not stored: the server dcqs-india.growlytics.in is blocked by the security settings of this n8n (SsrfBlockedIpError).',
			'Ask the administrator of this n8n to allow the address.',
		],
		[
			noAnswer('cancelled', 'ERR_CANCELED', HOST, 200),
			'Customer "7" may not have been stored: the server dcqs-india.growlytics.in was not waited for, because the execution was stopped (ERR_CANCELED).',
			PERHAPS,
		],
		[
			notSent({ kind: 'cancelled' }),
			'Customer "7" was not sent: the execution was stopped before its turn.',
			`Run the workflow again. ${SAFE}`,
		],
		[
			notSent({ kind: 'failure', failure: unauthorized(401, '') }),
			'Customer "7" was not sent: the run ended before its turn, because Growlytics did not accept the API key (HTTP 401).',
			PASTE_KEY,
		],
		[
			notSent({
				kind: 'serviceDown',
				failure: noAnswer('refused', 'ECONNREFUSED', 'localhost:1', 200),
				failingForMs: 60_000,
			}),
			'Customer "7" was not sent: nothing got through to Growlytics for 1 minute, the last time because the server localhost:1 refused the connection (ECONNREFUSED).',
			'Open the Growlytics API credential and check the Base URL, its port included, and whether the service is up.',
		],
		[
			notSent({
				kind: 'serviceDown',
				failure: unavailable(503, '', undefined),
				failingForMs: 130_000,
			}),
			'Customer "7" was not sent: nothing got through to Growlytics for 2 minutes, the last time because Growlytics could not handle the request (HTTP 503).',
			`The cause is on Growlytics' side. Try again in a few minutes. ${SAFE}`,
		],
		[
			notSent({
				kind: 'tryLater',
				failure: rateLimited(429, '', 600_000),
				tryAgainAt: Date.UTC(2026, 0, 31, 12, 5, 30),
			}),
			'Customer "7" was not sent: Growlytics asked for a pause until 2026-01-31 12:05 UTC.',
			`Run the workflow again after that time. ${SAFE}`,
		],
	])('%#', (failure, message, description) => {
		expect(inWords(failure, '7')).toMatchObject({ message, description });
	});
});

it.each<[number | undefined, string]>([
	[undefined, 'Try again in a few minutes.'],
	[0, 'Try again now.'],
	[1, 'Try again in 1 second.'],
	[1000, 'Try again in 1 second.'],
	[1001, 'Try again in 2 seconds.'],
	[119_000, 'Try again in 119 seconds.'],
	[119_001, 'Try again in 2 minutes.'],
	[120_000, 'Try again in 2 minutes.'],
	[121_000, 'Try again in 3 minutes.'],
	[3_600_000, 'Try again in 60 minutes.'],
	[7_200_000, 'Try again in 2 hours.'],
	[7_199_999, 'Try again in 2 hours.'],
	[7_140_000, 'Try again in 119 minutes.'],
	[7_200_001, 'Try again in 3 hours.'],
	[86_400_000, 'Try again in 24 hours.'],
	[172_799_000, 'Try again in 2 days.'],
	[172_800_000, 'Try again in 2 days.'],
	[172_800_001, 'Try again in 3 days.'],
	[1e12, 'Try again in 11575 days.'],
])('after %j ms: %s', (retryAfterMs, words) => {
	expect(inWords(rateLimited(429, '', retryAfterMs), '7').description).toBe(`${words} ${SAFE}`);
});

it.each([
	[200, '0.2 seconds'],
	[1000, '1 second'],
	[30_000, '30 seconds'],
])('a timeout of %d ms', (timeoutMs, words) => {
	const failure = noAnswer('timeout', 'ECONNABORTED', HOST, timeoutMs);
	expect(inWords(failure, '7').message).toContain(`did not answer in time (${words}).`);
});

it('shows no more of a long id than tells it from others', () => {
	const { message } = inWords(refused(422, []), 'x'.repeat(61));
	expect(message).toBe(
		`Customer "${'x'.repeat(59)}…" was not stored: Growlytics refused it (HTTP 422).`,
	);
});

it('says once what helps against several problems, after what helps against one', () => {
	const message = 'is odd';
	const otherwise = 'Or give the attribute the type Text.';
	const failure = invalid([
		{ attribute: 'Age', message, fix: 'Use digits.', otherwise },
		{ attribute: 'Paid', message, fix: 'Use yes or no.', otherwise },
		{ attribute: 'Size', message, fix: 'Use digits.', otherwise },
		{ attribute: 'City', message, fix: 'Give it a name.' },
	]);
	expect(inWords(failure, '7').description).toBe(
		'"Age", "Size": Use digits. "Paid": Use yes or no. "City": Give it a name. Or give the attribute the type Text.',
	);
});

it('does not invent an id', () => {
	const failure = invalid([
		{ attribute: 'id', isAboutId: true, message: 'Customer ID is empty', fix: 'Set it.' },
	]);
	expect(inWords(failure, undefined).message).toBe('This item was not sent: Customer ID is empty.');
});

it('names an attribute that is called id like any other', () => {
	const failure = invalid([{ attribute: 'id', message: 'a list of 2 is odd', fix: '' }]);
	expect(inWords(failure, '7').message).toBe(
		'Customer "7" was not sent: one value does not fit. "id": a list of 2 is odd.',
	);
});

describe('details', () => {
	const odd = (attribute: string) => ({ attribute, message: 'is odd' });

	it('are the problems without their remedies', () => {
		const problems = [{ ...odd('City'), fix: 'Mend it.' }];
		expect(inWords(invalid(problems), '7').details).toEqual([odd('City')]);
	});

	it('are what Growlytics said, without what says nothing', () => {
		const details = [odd('City'), { attribute: '', message: '' }, odd('id')];
		expect(inWords(refused(422, details), '7').details).toEqual([odd('City'), odd('id')]);
	});

	it.each<Failure>([
		setup('odd', 'Mend it.'),
		unauthorized(401, 'odd'),
		rateLimited(429, 'odd', 1),
		unavailable(500, 'odd', 1),
		notGrowlytics(200, 'other', 'odd'),
		noAnswer('broken', 'ECONNRESET', HOST, 1),
	])('are none: $kind', (failure) => {
		expect(inWords(failure, '7').details).toEqual([]);
	});

	it('are five in the message, and all in the list', () => {
		const details = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(odd);
		const words = inWords(refused(422, details), '7');
		expect(words.message).toBe(
			'Customer "7" was not stored: Growlytics refused it (HTTP 422). "a": is odd. "b": is odd. "c": is odd. "d": is odd. "e": is odd. And 2 more.',
		);
		expect(words.details).toEqual(details);
		expect(inWords(refused(422, details.slice(0, 5)), '7').message).not.toContain('more');
	});
});

/** For somebody who is in the credential's form: it is open, and there is no customer and no workflow there. */
it.each<[Failure, string]>([
	[
		unauthorized(401, 'Invalid API key'),
		'Growlytics did not accept the API key (HTTP 401: Invalid API key). Paste the key again. It is in Growlytics under Settings > API Keys.',
	],
	[
		setup('the Base URL is empty', 'Open it and fill it in.', 'Fill it in.'),
		'The Base URL is empty. Fill it in.',
	],
	[setup('the Base URL is empty', 'Fill it in.'), 'The Base URL is empty. Fill it in.'],
	[
		refused(404, [{ attribute: '', message: 'Not found' }]),
		'Growlytics takes no customers at this address (HTTP 404). Check the Base URL. It normally is https://dcqs-india.growlytics.in.',
	],
	[
		refused(400, []),
		'Growlytics refused it (HTTP 400). Check the Base URL and the API key, and try again in a few minutes.',
	],
	[
		rateLimited(429, '', 7000),
		'Growlytics is getting too many requests (HTTP 429). Try again in 7 seconds.',
	],
	[
		unavailable(503, '', undefined),
		"Growlytics could not handle the request (HTTP 503). The cause is on Growlytics' side. Try again in a few minutes.",
	],
	[
		notGrowlytics(204, 'nothing', ''),
		'The answer was empty (HTTP 204). Check the Base URL. A proxy or firewall in between can answer like this too.',
	],
	[
		noAnswer('timeout', 'ECONNABORTED', HOST, 10_000),
		'The server dcqs-india.growlytics.in did not answer in time (10 seconds). Check the Base URL, and try again in a few minutes.',
	],
	[
		noAnswer('refused', 'ECONNREFUSED', 'localhost:1', 200),
		'The server localhost:1 refused the connection (ECONNREFUSED). Check the Base URL, its port included, and whether the service is up.',
	],
	[
		noAnswer('unknownHost', 'ENOTFOUND', HOST, 200),
		'The server dcqs-india.growlytics.in could not be found (ENOTFOUND). Check the Base URL for typos, and whether this n8n can reach the internet.',
	],
	[
		noAnswer('broken', 'ECONNRESET', HOST, 200),
		'The server dcqs-india.growlytics.in broke off the connection (ECONNRESET). Check the Base URL, and try again in a few minutes.',
	],
	[
		noAnswer('blocked', 'SsrfBlockedIpError', HOST, 200),
		'The server dcqs-india.growlytics.in is blocked by the security settings of this n8n (SsrfBlockedIpError). Ask the administrator of this n8n to allow the address.',
	],
])('about a credential: %j', (failure, text) => {
	expect(describeForCredential(failure, customerSubject)).toBe(text);
});
