import type { Verdict } from '../delivery/retryPolicy';
import { CONNECTION_FAULTS } from '../result/connectionFault';
import type { SentFailure } from '../result/failure';
import { isAboutAddress, mayBeStored } from '../result/failure';

/** So many in a row, before anything got through, are the address's fault. */
const ADDRESS_FAILURES = 5;

/** Judges the failures of one run by what all of its answers say together. */
export interface Judge {
	/** To be told of every attempt, once: its failure, or undefined if it got through. */
	note(failure: SentFailure | undefined): void;
	verdictOn(failure: SentFailure): Verdict;
}

/** @param isRepeatable see verdictOf */
export function createJudge(isRepeatable: boolean): Judge {
	let inARow = 0;
	let isAddressProven = false;
	return {
		note: (failure) => {
			isAddressProven ||= failure === undefined;
			inARow = failure !== undefined && isAboutAddress(failure) ? inARow + 1 : 0;
		},
		verdictOn: (failure) => {
			const isWrongAddress = isAboutAddress(failure) && inARow >= ADDRESS_FAILURES;
			if (isWrongAddress && !isAddressProven) return { kind: 'endRun' };
			return verdictOf(failure, isRepeatable);
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
