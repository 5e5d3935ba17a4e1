import type { Verdict } from '../delivery/retryPolicy';
import { CONNECTION_FAULTS } from '../result/connectionFault';
import type { SentFailure } from '../result/failure';
import { isAboutAddress, mayBeStored } from '../result/failure';

/** So many in a row, before anything got through, are the address's fault. */
const ADDRESS_FAILURES = 5;

/** Judges the failures of one run. */
export interface Judge {
	verdictOn(failure: SentFailure): Verdict;
	/** Takes note of an item that got through. */
	noteSuccess(): void;
}

/** @param isRepeatable see verdictOf */
export function createJudge(isRepeatable: boolean): Judge {
	let inARow = 0;
	let isAddressProven = false;
	return {
		verdictOn: (failure) => {
			inARow = isAboutAddress(failure) ? inARow + 1 : 0;
			if (inARow >= ADDRESS_FAILURES && !isAddressProven) return { kind: 'endRun' };
			return verdictOf(failure, isRepeatable);
		},
		noteSuccess: () => {
			isAddressProven = true;
		},
	};
}

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
