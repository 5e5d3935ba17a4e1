import type { Job } from './job';
import type { Cause, Delivery, Outcome } from './outcome';
import type { Queue } from './queue';
import { createQueue } from './queue';
import type { History } from './retryPolicy';
import { NEVER_FAILED } from './retryPolicy';
import type { Traffic } from './traffic';
import { freeTraffic } from './traffic';

/** How a task failed so far: at least once. */
interface Setbacks<Failed> {
	history: History;
	failures: readonly Failed[];
}

/** All that changes while a delivery goes on, but for the attempts under way. */
export interface Run<Task, Result, Failed> {
	readonly job: Job<Task, Result, Failed>;
	readonly queue: Queue;
	traffic: Traffic;
	/** What ended the run early. */
	cause: Cause<Failed> | undefined;
	readonly outcomes: Array<Outcome<Result, Failed> | undefined>;
	unsettled: number;
	/** The tasks that failed and are tried again. */
	readonly setbacks: Map<number, Setbacks<Failed>>;
	retried: number;
}

export function beginRun<Task, Result, Failed>(
	job: Job<Task, Result, Failed>,
): Run<Task, Result, Failed> {
	const { tasks, settings, clock } = job;
	return {
		job,
		queue: createQueue(tasks, job.keyOf),
		traffic: freeTraffic(settings.concurrency, settings.maxRequestsPerSecond, clock.now()),
		cause: undefined,
		outcomes: new Array<undefined>(tasks.length).fill(undefined),
		unsettled: tasks.length,
		setbacks: new Map(),
		retried: 0,
	};
}

/** Takes note of a cancelled execution, unless the run has ended already. */
export function noticeCancel<Task, Result, Failed>(run: Run<Task, Result, Failed>): void {
	if (run.job.signal?.aborted && run.unsettled > 0) run.cause ??= { kind: 'cancelled' };
}

export function historyOf<Task, Result, Failed>(
	run: Run<Task, Result, Failed>,
	taskIndex: number,
): History {
	return run.setbacks.get(taskIndex)?.history ?? NEVER_FAILED;
}

export function failuresOf<Task, Result, Failed>(
	run: Run<Task, Result, Failed>,
	taskIndex: number,
): readonly Failed[] {
	return run.setbacks.get(taskIndex)?.failures ?? [];
}

/** How many attempts a task has made, the one under way included. */
export function attemptsOf({ retries, pauses }: History): number {
	return 1 + retries + pauses;
}

export function putBack<Task, Result, Failed>(
	run: Run<Task, Result, Failed>,
	taskIndex: number,
	setbacks: Setbacks<Failed>,
	dueAt: number,
): void {
	run.setbacks.set(taskIndex, setbacks);
	run.queue.putBack(taskIndex, dueAt);
}

export function settle<Task, Result, Failed>(
	run: Run<Task, Result, Failed>,
	taskIndex: number,
	outcome: Outcome<Result, Failed>,
): void {
	run.outcomes[taskIndex] = outcome;
	run.unsettled -= 1;
	run.setbacks.delete(taskIndex);
	run.queue.settle(taskIndex);
}

/** The result of a run in which nothing is under way and nothing will be. */
export function endRun<Task, Result, Failed>(
	run: Run<Task, Result, Failed>,
): Delivery<Result, Failed> {
	const { cause, retried, traffic } = run;
	const outcomes = run.outcomes.map((outcome, index) => outcome ?? leftBehind(run, index));
	return { outcomes, cause, retried, pauses: traffic.pauses };
}

function leftBehind<Task, Result, Failed>(
	{ cause, setbacks }: Run<Task, Result, Failed>,
	taskIndex: number,
): Outcome<Result, Failed> {
	if (cause === undefined) throw new Error(`Task ${taskIndex} has no outcome`);
	const { history, failures = [] } = setbacks.get(taskIndex) ?? {};
	const failed = failures.at(-1);
	if (history === undefined || failed === undefined) return { notSent: cause };
	// Its next attempt, which `attemptsOf` counts, was never made.
	const attempts = attemptsOf(history) - 1;
	return { failed, earlier: failures.slice(0, -1), attempts, givenUp: cause };
}
