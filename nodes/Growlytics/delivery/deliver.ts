import { createBell } from './clock';
import type { Delivery, Job } from './job';
import { DeliveryRun } from './run';

/**
 * How many attempts start in one turn of the event loop. Those that start together are answered together, and nothing
 * is done while all of them wait; spread over turns, one is prepared while others wait.
 */
const STARTS_A_TURN = 4;

/**
 * Attempts every task until it is done, fails for good, or the run has to end: several at once, those of one
 * key in order, with retries, pauses, and no faster than the service can stand.
 * @returns one outcome for each task, in their order, as soon as no attempt is under way any more
 * @throws RangeError if `concurrency` is neither 0 nor at least 1; whatever `keyOf`, `attempt` or `classify` throws, after the
 * attempts under way have ended
 */
export async function deliver<Task, Result, Mishap>(
	job: Job<Task, Result, Mishap>,
): Promise<Delivery<Result, Mishap>> {
	const { settings, clock, signal } = job;
	if (!(settings.concurrency === 0 || settings.concurrency >= 1)) {
		throw new RangeError('concurrency must be 0 or at least 1');
	}
	const run = new DeliveryRun(job);
	const bell = createBell(clock, signal);
	let startsLeft = STARTS_A_TURN;

	function startWhatMay(): void {
		while (startsLeft > 0) {
			const attempt = run.take();
			if (attempt === undefined) return bell.ringAt(run.nextAt());
			void run.make(attempt).then(bell.ring);
			startsLeft -= 1;
			if (startsLeft === 0) void awaitTurn();
		}
	}

	async function awaitTurn(): Promise<void> {
		const askedAt = clock.now();
		await clock.sleep(0);
		run.noteTurn(clock.now() - askedAt);
		startsLeft = STARTS_A_TURN;
		bell.ring();
	}

	for (;;) {
		startWhatMay();
		if (run.isOver) break;
		await bell.heard();
	}
	bell.dispose();
	return run.end();
}
