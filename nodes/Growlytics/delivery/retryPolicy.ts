/** What a failure means for the task and for the run. */
export type Verdict =
	/** Trying again is useless, but other tasks are not concerned. */
	| { kind: 'final' }
	/** Trying again may help. */
	| { kind: 'retry' }
	/** The service wants no request for a while, from no task. */
	| { kind: 'pause'; retryAfterMs: number | undefined }
	/** No task will get through. */
	| { kind: 'endRun' };

/** The failures of one task so far that led to another attempt. */
export interface History {
	/** Those that count against maxRetries. */
	retries: number;
	/** Those that paused the run. */
	pauses: number;
}

/** What the decision needs to know beside the task itself. */
export interface Circumstances {
	maxRetries: number;
	/** Pauses before this one without an answer in between. */
	pausesInARow: number;
	/** A random number from 0 to 1. */
	draw: number;
}

/** What follows from a failure. */
export type Decision =
	/** With `pauseMs` all other tasks wait. */
	| { kind: 'giveUp'; pauseMs: number | undefined }
	/** The task waits; with `pauseMs` all others do so too. */
	| { kind: 'again'; afterMs: number; pauseMs: number | undefined; history: History }
	/** The service wants no request for longer than a run should hang. */
	| { kind: 'endForNow'; retryAfterMs: number }
	| { kind: 'endRun' };

const GIVE_UP: Decision = { kind: 'giveUp', pauseMs: undefined };

export const NEVER_FAILED: History = { retries: 0, pauses: 0 };

/** The longest pause a run sits out. */
const LONGEST_PAUSE_MS = 5 * 60_000;
/** A task that is told to pause this often is not unlucky: something is wrong with the task. */
const MAX_PAUSES_OF_A_TASK = 20;

const BACKOFF_BASE_MS = 500;
const PAUSE_BASE_MS = 1000;
const LONGEST_WAIT_MS = 30_000;
/** Pauses a task sits out like any other before it also waits by itself. */
const PAUSES_BEFORE_BACKOFF = 4;

/**
 * What follows from a failed attempt.
 * @param history the task's failures before this one
 */
export function decide(
	verdict: Verdict,
	history: History,
	{ maxRetries, pausesInARow, draw }: Circumstances,
): Decision {
	if (verdict.kind === 'final') return GIVE_UP;
	if (verdict.kind === 'endRun') return { kind: 'endRun' };
	if (verdict.kind === 'retry') {
		if (history.retries >= maxRetries) return GIVE_UP;
		return {
			kind: 'again',
			afterMs: backoffMs(history.retries, draw),
			pauseMs: undefined,
			history: { ...history, retries: history.retries + 1 },
		};
	}
	const pauseMs = verdict.retryAfterMs ?? unstatedPauseMs(pausesInARow, draw);
	if (pauseMs > LONGEST_PAUSE_MS) return { kind: 'endForNow', retryAfterMs: pauseMs };
	if (history.pauses >= MAX_PAUSES_OF_A_TASK) return { kind: 'giveUp', pauseMs };
	const backoffs = history.pauses - PAUSES_BEFORE_BACKOFF;
	return {
		kind: 'again',
		afterMs: backoffs < 0 ? 0 : backoffMs(backoffs, draw),
		pauseMs,
		history: { ...history, pauses: history.pauses + 1 },
	};
}

/** Full jitter: tasks that failed together do not come back together. */
function backoffMs(before: number, draw: number): number {
	return draw * Math.min(LONGEST_WAIT_MS, BACKOFF_BASE_MS * 2 ** before);
}

/** A run has one pause at a time, so half of it is enough jitter to part it from other runs. */
function unstatedPauseMs(before: number, draw: number): number {
	return (0.5 + draw / 2) * Math.min(LONGEST_WAIT_MS, PAUSE_BASE_MS * 2 ** before);
}
