/** Why tasks were not attempted, or not attempted again. The first cause of a run is its only one. */
export type Cause<Failed> =
	/** A failure that no task of the run can get around. */
	| { kind: 'endedByFailure'; taskIndex: number; failed: Failed }
	/** The first task that failed for good, in a run that stops there. */
	| { kind: 'stoppedAtFailure'; taskIndex: number; failed: Failed }
	/** Nothing got through for a long time, single requests at the end included. */
	| { kind: 'serviceDown'; taskIndex: number; failed: Failed; failingForMs: number }
	/** The service asked for a longer pause than a run sits out; milliseconds since 1970. */
	| { kind: 'tryLater'; taskIndex: number; failed: Failed; tryAgainAt: number }
	| { kind: 'cancelled' };

/** What became of a task. `attempts` counts its requests. */
export type Outcome<Result, Failed> =
	| { done: Result; attempts: number }
	/** The last failure and those before it; `givenUp` if another attempt was due that the run did not come to. */
	| { failed: Failed; earlier: readonly Failed[]; attempts: number; givenUp?: Cause<Failed> }
	| { notSent: Cause<Failed> };

export interface Delivery<Result, Failed> {
	/** One for each task, in their order. */
	outcomes: Array<Outcome<Result, Failed>>;
	/** Why the run did not come to its end, if so. */
	cause: Cause<Failed> | undefined;
	/** Requests beyond the first of a task. */
	retried: number;
	/** How often the whole run paused. */
	pauses: number;
}
