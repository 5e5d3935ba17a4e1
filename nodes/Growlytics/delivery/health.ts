/** How long nothing may succeed before requests are sent singly, to see whether the service is there at all. */
const PATIENCE_MS = 120_000;
/** So many single requests that fail in a row mean that the service is down. */
const PROBES = 3;
/** So many failures in a row keep tasks back that were not attempted yet: each would only lose its retries. */
const FAILURES_THAT_HOLD_BACK = 10;

const SHORTEST_GAP_MS = 1000;
const LONGEST_GAP_MS = 10_000;

/** The failures since the service last did its work. */
export interface Health {
	failures: number;
	firstFailureAt: number;
	lastFailureAt: number;
	/** The one task that failed, while it may be the task and not the service that is at fault. */
	suspect: number | undefined;
	failedProbes: number;
}

/** One failure that another attempt may mend. */
export interface ObservedFailure {
	taskIndex: number;
	at: number;
	/** The service itself asked for a pause, so no single task is at fault. */
	askedToPause: boolean;
	/** Whether it was sent singly, because `stageOf` said so. */
	wasProbe: boolean;
}

/**
 * `holdingBack`: tasks that failed are tried again as ever, others one at a time.
 * `probing`: one request at a time, of any task. `down`: there is no point in sending anything.
 */
export type Stage = 'well' | 'holdingBack' | 'probing' | 'down';

/** The health of a service that just did its work, or was not asked yet. */
export const WELL: Health = {
	failures: 0,
	firstFailureAt: 0,
	lastFailureAt: 0,
	suspect: undefined,
	failedProbes: 0,
};

export function afterFailure(health: Health, failure: ObservedFailure): Health {
	const isFirst = health.failures === 0;
	const isSameTask = isFirst || health.suspect === failure.taskIndex;
	return {
		failures: health.failures + 1,
		firstFailureAt: isFirst ? failure.at : health.firstFailureAt,
		lastFailureAt: failure.at,
		suspect: isSameTask && !failure.askedToPause ? failure.taskIndex : undefined,
		failedProbes: health.failedProbes + (failure.wasProbe ? 1 : 0),
	};
}

export function stageOf(health: Health, now: number): Stage {
	if (health.failures === 0 || health.suspect !== undefined) return 'well';
	if (health.failedProbes >= PROBES) return 'down';
	if (now - health.firstFailureAt >= PATIENCE_MS) return 'probing';
	return health.failures >= FAILURES_THAT_HOLD_BACK ? 'holdingBack' : 'well';
}

/** From when on the service's health lets a request start; Infinity: not before one under way has ended. */
export interface Opening {
	retries: number;
	fresh: number;
}

const OPEN: Opening = { retries: 0, fresh: 0 };

/** @param inFlight how many requests are under way */
export function opensAt(health: Health, now: number, inFlight: number): Opening {
	const stage = stageOf(health, now);
	if (stage === 'well') return OPEN;
	const singly = inFlight > 0 ? Infinity : health.lastFailureAt + gapMs(health);
	return { retries: stage === 'probing' ? singly : 0, fresh: singly };
}

/** The longer the service has failed, the less often it is asked. */
function gapMs({ firstFailureAt, lastFailureAt }: Health): number {
	const failedForMs = lastFailureAt - firstFailureAt;
	return Math.min(LONGEST_GAP_MS, Math.max(SHORTEST_GAP_MS, failedForMs / 2));
}
