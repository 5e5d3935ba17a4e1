import type { Clock } from './clock';
import type { Verdict } from './retryPolicy';

/** What holds for a whole run. */
export interface DeliverySettings {
	/** How many attempts may be under way at once, at least 1. */
	concurrency: number;
	/** How often a task is tried again, pauses not counted. */
	maxRetries: number;
	/** 0 for no limit. */
	maxRequestsPerSecond: number;
	/** Whether the first task that fails for good ends the run. */
	stopAtFailure: boolean;
}

/** How one attempt ended. */
export type Answer<Result, Failed> = { done: Result } | { failed: Failed };

/** Tasks, and all that a delivery needs to be told about them. */
export interface Job<Task, Result, Failed> {
	tasks: readonly Task[];
	/** Tasks of one key are attempted strictly in their order, retries included. */
	keyOf(task: Task): string;
	/**
	 * Makes one request. A rejection is taken for a programming error: it ends the run and is passed on.
	 * @param attemptNumber 1 for the first
	 */
	attempt(task: Task, taskIndex: number, attemptNumber: number): Promise<Answer<Result, Failed>>;
	classify(failed: Failed): Verdict;
	settings: DeliverySettings;
	/** When it aborts, nothing is started any more. Attempts under way are up to whoever makes them. */
	signal?: AbortSignal | undefined;
	clock: Clock;
}
