import type { Failure, Reason } from '../../nodes/Growlytics/result/failure';
import { factsOf, mayBeStored } from '../../nodes/Growlytics/result/failure';
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

it.each<[Failure, Reason, boolean]>([
	[invalid([]), 'invalid', false],
	[setup('odd', 'Mend it.'), 'notSent', false],
	[notSent({ kind: 'cancelled' }), 'notSent', false],
	[refused(422, []), 'refused', false],
	[unauthorized(401, ''), 'unauthorized', false],
	[rateLimited(429, '', undefined), 'rateLimited', false],
	[unavailable(500, '', undefined), 'unreachable', true],
	[notGrowlytics(302, 'redirect', ''), 'unreachable', false],
	[notGrowlytics(200, 'page', ''), 'unreachable', true],
	[notGrowlytics(403, 'page', ''), 'unreachable', false],
	[notGrowlytics(200, 'nothing', ''), 'unreachable', true],
	[notGrowlytics(200, 'other', ''), 'unreachable', true],
	[noAnswer('timeout', '', '', 1), 'unreachable', true],
	[noAnswer('broken', '', '', 1), 'unreachable', true],
	[noAnswer('cancelled', '', '', 1), 'unreachable', true],
	[noAnswer('refused', '', '', 1), 'unreachable', false],
	[noAnswer('unknownHost', '', '', 1), 'unreachable', false],
	[noAnswer('certificate', '', '', 1), 'unreachable', false],
	[noAnswer('blocked', '', '', 1), 'unreachable', false],
])('%#', (failure, reason, isInDoubt) => {
	expect(factsOf(failure).reason).toBe(reason);
	expect(mayBeStored(failure)).toBe(isInDoubt);
});
