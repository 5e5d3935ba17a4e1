import type { SentFailure } from '../../nodes/Growlytics/result/failure';
import { verdictOf } from '../../nodes/Growlytics/run/verdict';
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
