/** Timers ring late. A start may make up for this much of it, so that the rate is kept in the long run. */
const TIMER_SLACK_MS = 20;

/** @returns the milliseconds from one start to the next under all the given rates; 0 if none limits */
export function intervalMs(...ratesPerSecond: readonly number[]): number {
	return 1000 / Math.min(...ratesPerSecond);
}

/**
 * The place of a start on an even grid of intervals. Start number k never comes before k intervals after the first,
 * and time left unused is lost rather than saved up for a burst.
 * @param previous the slot of the start before, undefined for the first
 * @returns the slot of this start: the next one may come an interval later
 */
export function slotOf(previous: number | undefined, interval: number, now: number): number {
	if (previous === undefined) return now;
	return Math.max(previous + interval, now - TIMER_SLACK_MS);
}
