import type { AnyFailure } from '../../nodes/Growlytics/result/failure';
import {
	InvalidCustomer,
	InvalidSetup,
	NoAnswer,
	NotGrowlytics,
	NotSent,
	RateLimited,
	Refused,
	Unauthorized,
	Unavailable,
} from '../../nodes/Growlytics/result/failure';

it.each<[AnyFailure, AnyFailure['reason'], boolean]>([
	[new InvalidCustomer([]), 'invalid', false],
	[new InvalidSetup('odd', 'Mend it.'), 'notSent', false],
	[new NotSent({ kind: 'cancelled' }), 'notSent', false],
	[new Refused(422, []), 'refused', false],
	[new Unauthorized(401, ''), 'unauthorized', false],
	[new RateLimited(429, '', undefined), 'rateLimited', false],
	[new Unavailable(500, '', undefined), 'unreachable', true],
	[new NotGrowlytics(302, 'redirect', ''), 'unreachable', false],
	[new NotGrowlytics(200, 'page', ''), 'unreachable', true],
	[new NotGrowlytics(200, 'nothing', ''), 'unreachable', true],
	[new NotGrowlytics(200, 'other', ''), 'unreachable', true],
	[new NoAnswer('timeout', '', '', 1), 'unreachable', true],
	[new NoAnswer('broken', '', '', 1), 'unreachable', true],
	[new NoAnswer('cancelled', '', '', 1), 'unreachable', true],
	[new NoAnswer('refused', '', '', 1), 'unreachable', false],
	[new NoAnswer('unknownHost', '', '', 1), 'unreachable', false],
	[new NoAnswer('certificate', '', '', 1), 'unreachable', false],
	[new NoAnswer('blocked', '', '', 1), 'unreachable', false],
])('%#', (failure, reason, mayBeStored) => {
	expect(failure).toMatchObject({ reason, mayBeStored });
});
