import { createBell } from './bell';
import { conclude } from './conclude';
import type { Job } from './job';
import type { Delivery } from './outcome';
import { attemptsOf, beginRun, endRun, historyOf, noticeCancel } from './run';
import { afterStart, opensAt, startOf } from './traffic';

/**
 * How many attempts start in one turn of the event loop. Those that start together are answered together, and nothing
 * is done while all of them wait; spread over turns, one is prepared while others wait.
 */
const STARTS_A_TURN = 4;

/**
 * Attempts every task until it is done, fails for good, or the run has to end: several at once, those of one
 * key in order, with retries, pauses, and no faster than the service can stand.
 * @returns one outcome for each task, in their order, as soon as no attempt is under way any more
 * @throws RangeError if `concurrency` is below 1; whatever `keyOf`, `attempt` or `classify` throws, after the
 * attempts under way have ended
 */
export async function deliver<Task, Result, Failed>(
	job: Job<Task, Result, Failed>,
): Promise<Delivery<Result, Failed>> {
	const { tasks, settings, clock, signal } = job;
	if (!(settings.concurrency >= 1)) throw new RangeError('concurrency must be at least 1');
	const run = beginRun(job);
	const bell = createBell(clock, signal);
	let inFlight = 0;
	let startsLeft = STARTS_A_TURN;
	let broken: { error: unknown } | undefined;

	async function attempt(taskIndex: number, now: number): Promise<void> {
		const attemptNumber = attemptsOf(historyOf(run, taskIndex));
		const start = startOf(run.traffic, now);
		run.traffic = afterStart(run.traffic, now);
		if (attemptNumber > 1) run.retried += 1;
		inFlight += 1;
		try {
			const task = tasks[taskIndex];
			if (task === undefined) throw new RangeError(`There is no task ${taskIndex}`);
			conclude(run, taskIndex, start, await job.attempt(task, taskIndex, attemptNumber));
		} catch (error) {
			broken ??= { error };
		}
		inFlight -= 1;
		bell.ring();
	}

	/** The task whose turn it is; if there is none, the bell rings when there may be one. */
	function takeNext(now: number): number | undefined {
		const { queue, traffic } = run;
		const opening = opensAt(traffic, now, inFlight);
		const retryAt = Math.max(opening.retries, queue.nextRetryAt(now));
		if (retryAt <= now) return queue.takeRetry();
		const freshAt = queue.hasFresh() ? opening.fresh : Infinity;
		if (freshAt <= now) return queue.takeFresh();
		const nextAt = Math.min(retryAt, freshAt);
		if (nextAt < Infinity) bell.ringAt(nextAt);
		return undefined;
	}

	function isEnding(): boolean {
		return run.cause !== undefined || broken !== undefined;
	}

	function startWhatMay(): void {
		while (inFlight < settings.concurrency && startsLeft > 0 && !isEnding()) {
			const now = clock.now();
			const taskIndex = takeNext(now);
			if (taskIndex === undefined) return;
			void attempt(taskIndex, now);
			startsLeft -= 1;
			if (startsLeft === 0) void awaitTurn();
		}
	}

	async function awaitTurn(): Promise<void> {
		await clock.sleep(0);
		startsLeft = STARTS_A_TURN;
		bell.ring();
	}

	for (;;) {
		noticeCancel(run);
		startWhatMay();
		if (inFlight === 0 && (isEnding() || run.unsettled === 0)) break;
		await bell.heard();
	}
	bell.dispose();
	if (broken !== undefined) throw broken.error;
	return endRun(run);
}
