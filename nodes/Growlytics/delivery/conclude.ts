import type { Answer } from './job';
import type { Cause } from './outcome';
import type { Decision } from './retryPolicy';
import { decide } from './retryPolicy';
import type { Run } from './run';
import { attemptsOf, failuresOf, historyOf, noticeCancel, putBack, settle } from './run';
import type { Start } from './traffic';
import { afterAnswer, afterSetback, pausesBefore, stageOf } from './traffic';

/** Draws the conclusions from an attempt that ended: an outcome for the task, or its place in the queue. */
export function conclude<Task, Result, Failed>(
	run: Run<Task, Result, Failed>,
	taskIndex: number,
	start: Start,
	answer: Answer<Result, Failed>,
): void {
	noticeCancel(run);
	if ('failed' in answer) return concludeFailure(run, taskIndex, start, answer.failed);
	run.traffic = afterAnswer(run.traffic, start, run.job.clock.now());
	const attempts = attemptsOf(historyOf(run, taskIndex));
	settle(run, taskIndex, { done: answer.done, attempts });
}

function concludeFailure<Task, Result, Failed>(
	run: Run<Task, Result, Failed>,
	taskIndex: number,
	start: Start,
	failed: Failed,
): void {
	const { job } = run;
	const now = job.clock.now();
	const history = historyOf(run, taskIndex);
	const earlier = failuresOf(run, taskIndex);
	const verdict = job.classify(failed);
	const decision = decide(verdict, history, {
		maxRetries: job.settings.maxRetries,
		pausesInARow: pausesBefore(run.traffic, start),
		draw: job.clock.random(),
	});
	const pauseMs = 'pauseMs' in decision ? decision.pauseMs : undefined;
	run.traffic =
		verdict.kind === 'final'
			? afterAnswer(run.traffic, start, now)
			: afterSetback(run.traffic, start, { taskIndex, at: now, pauseMs });
	run.cause ??= causeIn(run, decision, taskIndex, failed, now);

	const { cause } = run;
	if (decision.kind === 'again' && cause === undefined) {
		const setbacks = { history: decision.history, failures: [...earlier, failed] };
		return putBack(run, taskIndex, setbacks, now + decision.afterMs);
	}
	const wasDueAgain = decision.kind === 'again' || decision.kind === 'endForNow';
	settle(run, taskIndex, {
		failed,
		earlier,
		attempts: attemptsOf(history),
		...(wasDueAgain && cause !== undefined ? { givenUp: cause } : {}),
	});
}

/** Whether a failure ends the run, and why. */
function causeIn<Task, Result, Failed>(
	{ job, traffic }: Run<Task, Result, Failed>,
	decision: Decision,
	taskIndex: number,
	failed: Failed,
	now: number,
): Cause<Failed> | undefined {
	if (decision.kind === 'endRun') return { kind: 'endedByFailure', taskIndex, failed };
	if (decision.kind === 'endForNow') {
		return { kind: 'tryLater', taskIndex, failed, tryAgainAt: now + decision.retryAfterMs };
	}
	if (stageOf(traffic, now) === 'down') {
		const failingForMs = now - traffic.health.firstFailureAt;
		return { kind: 'serviceDown', taskIndex, failed, failingForMs };
	}
	if (decision.kind === 'giveUp' && job.settings.stopAtFailure) {
		return { kind: 'stoppedAtFailure', taskIndex, failed };
	}
	return undefined;
}
