import type { Clock } from './clock';
import type { Verdict } from './retryPolicy';

/** What holds for a whole run. */
export interface DeliverySettings {
	/** How many attempts may be under way at once; 0: the run finds it by itself. */
	concurrency: number;
	/** How often a task is tried again, pauses not counted. */
	maxRetries: number;
	/** 0 for no limit. */
	maxRequestsPerSecond: number;
	/** Whether the first task that fails for good ends the run. */
	stopAtFailure: boolean;
}

/** How one attempt ended. */
export type AttemptEnd<Result, Mishap> = { done: Result } | { failed: Mishap };

/** Tasks, and all that a delivery needs to be told about them. A mishap says how an attempt failed. */
export interface Job<Task, Result, Mishap> {
	tasks: readonly Task[];
	/** Tasks of one key are attempted strictly in their order, retries included. */
	keyOf(task: Task): string;
	/**
	 * Makes one request. A rejection is taken for a programming error: it ends the run and is passed on.
	 * @param attemptNumber 1 for the first
	 */
	attempt(
		task: Task,
		taskIndex: number,
		attemptNumber: number,
	): Promise<AttemptEnd<Result, Mishap>>;
	classify(mishap: Mishap): Verdict;
	settings: DeliverySettings;
	/** When it aborts, nothing is started any more. Attempts under way are up to whoever makes them. */
	signal?: AbortSignal | undefined;
	clock: Clock;
}

/** Why tasks were not attempted, or not attempted again. The first such reason of a run is its only one. */
export type DeliveryEnd<Mishap> =
	/** A failure that no task of the run can get around. */
	| { kind: 'endedByFailure'; taskIndex: number; failed: Mishap }
	/** The first task that failed for good, in a run that stops there. */
	| { kind: 'stoppedAtFailure'; taskIndex: number; failed: Mishap }
	/** Nothing got through for a long time, single requests at the end included. */
	| { kind: 'serviceDown'; taskIndex: number; failed: Mishap; failingForMs: number }
	/** The service asked for a longer pause than a run sits out; milliseconds since 1970. */
	| { kind: 'tryLater'; taskIndex: number; failed: Mishap; tryAgainAt: number }
	| { kind: 'cancelled' };

/** What became of a task. */
export type TaskOutcome<Result, Mishap> =
	| { done: Result }
	/** The last failure and those before it; `givenUp` if another attempt was due that the run did not come to. */
	| { failed: Mishap; earlier: readonly Mishap[]; givenUp: DeliveryEnd<Mishap> | undefined }
	| { notSent: DeliveryEnd<Mishap> };

export interface Delivery<Result, Mishap> {
	/** One for each task, in their order. */
	outcomes: Array<TaskOutcome<Result, Mishap>>;
	/** Why the run did not come to its end, if so. */
	cause: DeliveryEnd<Mishap> | undefined;
	/** Requests beyond the first of a task. */
	retried: number;
}
