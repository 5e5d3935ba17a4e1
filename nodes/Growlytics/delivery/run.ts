import type { AttemptEnd, Delivery, DeliveryEnd, Job, TaskOutcome } from './job';
import { TaskQueue } from './queue';
import type { Decision, History } from './retryPolicy';
import { NEVER_FAILED, decide } from './retryPolicy';
import type { Departure } from './traffic';
import { Traffic } from './traffic';

/** How a task failed so far: at least once. */
interface PastAttempts<Mishap> {
	history: History;
	mishaps: readonly Mishap[];
}

const NO_PAST = { history: NEVER_FAILED, mishaps: [] };

/** An attempt under way. */
interface Attempt {
	taskIndex: number;
	attemptNumber: number;
	departure: Departure;
}

/** All that changes while a delivery goes on, and what each event of it means. */
export class DeliveryRun<Task, Result, Mishap> {
	private readonly queue: TaskQueue;
	private readonly traffic: Traffic;
	private readonly outcomes: Array<TaskOutcome<Result, Mishap> | undefined>;
	private unsettled: number;
	/** Of the tasks that failed and are tried again. */
	private readonly past = new Map<number, PastAttempts<Mishap>>();
	private retried = 0;
	/** What ended the run early. */
	private cause: DeliveryEnd<Mishap> | undefined;
	/** What a function of the job threw. */
	private broken: { error: unknown } | undefined;

	constructor(private readonly job: Job<Task, Result, Mishap>) {
		const { tasks, settings, clock } = job;
		this.queue = new TaskQueue(tasks.map((task) => job.keyOf(task)));
		this.traffic = new Traffic(settings, clock.now());
		this.outcomes = new Array<undefined>(tasks.length).fill(undefined);
		this.unsettled = tasks.length;
	}

	/** Whether nothing is under way and nothing will be. */
	get isOver(): boolean {
		return this.traffic.isQuiet && (this.isEnding || this.unsettled === 0);
	}

	/** Takes the task whose turn it is, if one may start now: it counts as under way from here on. */
	take(): Attempt | undefined {
		this.noticeCancel();
		if (this.isEnding) return undefined;
		const now = this.job.clock.now();
		const taskIndex = this.queue.take(now, this.traffic.opensAt(now));
		if (taskIndex === undefined) return undefined;
		const failedBefore = this.past.get(taskIndex)?.mishaps.length ?? 0;
		if (failedBefore > 0) this.retried += 1;
		return { taskIndex, attemptNumber: 1 + failedBefore, departure: this.traffic.depart(now) };
	}

	/** When a task can be taken if nothing else happens before; Infinity: never. */
	nextAt(): number {
		return this.isEnding ? Infinity : this.queue.nextAt(this.traffic.opensAt(this.job.clock.now()));
	}

	/** Makes an attempt that was taken and draws the conclusions: an outcome, or the task's place in the queue. */
	async make(attempt: Attempt): Promise<void> {
		const { taskIndex, attemptNumber } = attempt;
		try {
			const task = this.job.tasks[taskIndex];
			if (task === undefined) throw new RangeError(`There is no task ${taskIndex}`);
			this.conclude(attempt, await this.job.attempt(task, taskIndex, attemptNumber));
		} catch (error) {
			this.broken ??= { error };
		}
		this.traffic.arrive();
	}

	/** @param lateMs by how much a turn of the event loop that was asked for came too late */
	noteTurn(lateMs: number): void {
		this.traffic.noteTurn(lateMs);
	}

	/**
	 * The result of a run that is over.
	 * @throws whatever a function of the job threw
	 */
	end(): Delivery<Result, Mishap> {
		if (this.broken !== undefined) throw this.broken.error;
		const outcomes = this.outcomes.map((outcome, index) => outcome ?? this.leftBehind(index));
		return { outcomes, cause: this.cause, retried: this.retried };
	}

	private get isEnding(): boolean {
		return this.cause !== undefined || this.broken !== undefined;
	}

	/** Takes note of a cancelled execution, unless the run has ended already. */
	private noticeCancel(): void {
		if (this.job.signal?.aborted && this.unsettled > 0) this.cause ??= { kind: 'cancelled' };
	}

	private conclude(attempt: Attempt, end: AttemptEnd<Result, Mishap>): void {
		this.noticeCancel();
		if ('failed' in end) return this.concludeFailed(attempt, end.failed);
		this.traffic.noteServed(attempt.departure, this.job.clock.now());
		this.settle(attempt.taskIndex, { done: end.done });
	}

	private concludeFailed({ taskIndex, departure }: Attempt, failed: Mishap): void {
		const { settings, clock } = this.job;
		const now = clock.now();
		const { history, mishaps: earlier } = this.past.get(taskIndex) ?? NO_PAST;
		const verdict = this.job.classify(failed);
		const decision = decide(verdict, history, {
			maxRetries: settings.maxRetries,
			pausesInARow: this.traffic.pausesBefore(departure),
			draw: clock.random(),
		});
		const pauseMs = 'pauseMs' in decision ? decision.pauseMs : undefined;
		if (verdict.kind === 'final') this.traffic.noteServed(departure, now);
		else this.traffic.noteSetback(departure, { taskIndex, at: now, pauseMs });
		this.cause ??= this.causeIn(decision, taskIndex, failed, now);

		if (decision.kind === 'again' && this.cause === undefined) {
			this.past.set(taskIndex, { history: decision.history, mishaps: [...earlier, failed] });
			this.queue.putBack(taskIndex, now + decision.afterMs);
			return;
		}
		const wasDueAgain = decision.kind === 'again' || decision.kind === 'endForNow';
		const givenUp = wasDueAgain ? this.cause : undefined;
		this.settle(taskIndex, { failed, earlier, givenUp });
	}

	/** Whether a failure ends the run, and why. */
	private causeIn(
		decision: Decision,
		taskIndex: number,
		failed: Mishap,
		now: number,
	): DeliveryEnd<Mishap> | undefined {
		if (decision.kind === 'endRun') return { kind: 'endedByFailure', taskIndex, failed };
		if (decision.kind === 'endForNow') {
			return { kind: 'tryLater', taskIndex, failed, tryAgainAt: now + decision.retryAfterMs };
		}
		const failingForMs = this.traffic.downForMs(now);
		if (failingForMs !== undefined) return { kind: 'serviceDown', taskIndex, failed, failingForMs };
		if (decision.kind === 'giveUp' && this.job.settings.stopAtFailure) {
			return { kind: 'stoppedAtFailure', taskIndex, failed };
		}
		return undefined;
	}

	private settle(taskIndex: number, outcome: TaskOutcome<Result, Mishap>): void {
		this.outcomes[taskIndex] = outcome;
		this.unsettled -= 1;
		this.past.delete(taskIndex);
		this.queue.settle(taskIndex);
	}

	/** The outcome of a task that the run did not come to, or not come to again. */
	private leftBehind(taskIndex: number): TaskOutcome<Result, Mishap> {
		const { cause } = this;
		if (cause === undefined) throw new Error(`Task ${taskIndex} has no outcome`);
		const mishaps = this.past.get(taskIndex)?.mishaps ?? [];
		const failed = mishaps.at(-1);
		if (failed === undefined) return { notSent: cause };
		return { failed, earlier: mishaps.slice(0, -1), givenUp: cause };
	}
}
