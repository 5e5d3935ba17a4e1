import type { Verdict } from '../delivery/retryPolicy';
import { CONNECTION_FAULTS } from '../result/connectionFault';
import type { SentFailure } from '../result/failure';
import { mayBeStored } from '../result/failure';

/**
 * What a failure means for its item and for the run.
 * @param isRepeatable whether a request that may have been stored can be sent again without harm
 */
export function verdictOf(failure: SentFailure, isRepeatable: boolean): Verdict {
	const verdict = verdictIfRepeatable(failure);
	if (isRepeatable || verdict.kind === 'endRun' || !mayBeStored(failure)) return verdict;
	return { kind: 'final' };
}

function verdictIfRepeatable(failure: SentFailure): Verdict {
	switch (failure.kind) {
		case 'unauthorized':
			return { kind: 'endRun' };
		case 'rateLimited':
			return { kind: 'pause', retryAfterMs: failure.retryAfterMs };
		case 'unavailable':
			if (failure.status !== 503 || failure.retryAfterMs === undefined) return { kind: 'retry' };
			return { kind: 'pause', retryAfterMs: failure.retryAfterMs };
		case 'noAnswer':
			return { kind: CONNECTION_FAULTS[failure.fault].verdict };
		case 'refused':
		case 'notGrowlytics':
			return { kind: 'final' };
	}
}
