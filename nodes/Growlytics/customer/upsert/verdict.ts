import type { Verdict } from '../../delivery/retryPolicy';
import type { ConnectionFault, SentFailure } from '../../result/failure';

const FAULTS: Readonly<Record<ConnectionFault, Verdict>> = {
	timeout: { kind: 'retry' },
	refused: { kind: 'retry' },
	unknownHost: { kind: 'retry' },
	unreachable: { kind: 'retry' },
	insecure: { kind: 'retry' },
	broken: { kind: 'retry' },
	// No customer gets around these two.
	certificate: { kind: 'endRun' },
	blocked: { kind: 'endRun' },
	cancelled: { kind: 'final' },
};

/** What a failure means for its customer and for the run. An upsert by ID can be repeated without harm. */
export function verdictOf(failure: SentFailure): Verdict {
	switch (failure.name) {
		case 'Unauthorized':
			return { kind: 'endRun' };
		case 'RateLimited':
			return { kind: 'pause', retryAfterMs: failure.retryAfterMs };
		case 'Unavailable':
			if (failure.status !== 503 || failure.retryAfterMs === undefined) return { kind: 'retry' };
			return { kind: 'pause', retryAfterMs: failure.retryAfterMs };
		case 'NoAnswer':
			return FAULTS[failure.fault];
		case 'Refused':
		case 'NotGrowlytics':
			return { kind: 'final' };
	}
}
