import type { SentFailure } from '../../nodes/Growlytics/result/failure';
import { createJudge, verdictOf } from '../../nodes/Growlytics/run/verdict';
import {
	noAnswer,
	notGrowlytics,
	rateLimited,
	refused,
	unauthorized,
	unavailable,
} from '../result/failures';

const FINAL = { kind: 'final' };
const RETRY = { kind: 'retry' };
const END = { kind: 'endRun' };

const silence = (fault: Parameters<typeof noAnswer>[0]) => noAnswer(fault, '', 'a', 1);

/** What a failure means where repeating does no harm, and where it may do the same twice. */
it.each<[SentFailure, object, object]>([
	[refused(422, []), FINAL, FINAL],
	[notGrowlytics(302, 'redirect', ''), FINAL, FINAL],
	[notGrowlytics(200, 'page', ''), FINAL, FINAL],
	[unauthorized(401, ''), END, END],
	[
		rateLimited(429, '', 7000),
		{ kind: 'pause', retryAfterMs: 7000 },
		{ kind: 'pause', retryAfterMs: 7000 },
	],
	[
		rateLimited(429, '', undefined),
		{ kind: 'pause', retryAfterMs: undefined },
		{ kind: 'pause', retryAfterMs: undefined },
	],
	[unavailable(500, '', undefined), RETRY, FINAL],
	[unavailable(500, '', 7000), RETRY, FINAL],
	[unavailable(503, '', undefined), RETRY, FINAL],
	[unavailable(503, '', 7000), { kind: 'pause', retryAfterMs: 7000 }, FINAL],
	[unavailable(408, '', 7000), RETRY, FINAL],
	[silence('timeout'), RETRY, FINAL],
	[silence('broken'), RETRY, FINAL],
	[silence('refused'), RETRY, RETRY],
	[silence('unknownHost'), RETRY, RETRY],
	[silence('unreachable'), RETRY, RETRY],
	[silence('insecure'), RETRY, RETRY],
	[silence('certificate'), END, END],
	[silence('blocked'), END, END],
	[silence('cancelled'), FINAL, FINAL],
])('%j', (failure, ifRepeatable, otherwise) => {
	expect(verdictOf(failure, true)).toEqual(ifRepeatable);
	expect(verdictOf(failure, false)).toEqual(otherwise);
});

describe('an address that is wrong', () => {
	const notFound = refused(404, []);
	const odd = refused(422, []);

	/** What is said of the last of them. */
	function verdictAfter(answers: ReadonlyArray<SentFailure | undefined>, last: SentFailure) {
		const judge = createJudge(true);
		for (const answer of [...answers, last]) judge.note(answer);
		return judge.verdictOn(last);
	}

	const redirect = notGrowlytics(302, 'redirect', '');
	const page = notGrowlytics(200, 'page', '');
	const firewall = notGrowlytics(403, 'page', '');
	const nothing = notGrowlytics(200, 'nothing', '');

	it.each<[string, Array<SentFailure | undefined>, SentFailure, object]>([
		['four', [notFound, notFound, notFound], notFound, FINAL],
		['five', [notFound, notFound, notFound, notFound], notFound, END],
		['five of all kinds', [refused(405, []), redirect, page, nothing], notFound, END],
		['a success before', [undefined, notFound, notFound, notFound, notFound], notFound, FINAL],
		['a refusal in between', [notFound, notFound, odd, notFound, notFound], notFound, FINAL],
		['five after a refusal', [odd, notFound, notFound, notFound, notFound], notFound, END],
		['an outage in between', [page, page, unavailable(503, '', undefined), page], page, FINAL],
		[
			'five pages of a firewall, each about its item',
			[firewall, firewall, firewall, firewall],
			firewall,
			FINAL,
		],
		['five, then a refusal', [page, page, page, page, page], odd, FINAL],
	])('%s', (_case, before, last, expected) => {
		expect(verdictAfter(before, last)).toEqual(expected);
	});
});
