import { createHeap } from './heap';
import { readKeyOrder } from './keyOrder';

/** The tasks that are neither settled nor under way, by index. A task whose key is busy is not to be had. */
export interface Queue {
	/** When a retry can be taken: a time in the past, a time to come, or Infinity while there is none. */
	nextRetryAt(now: number): number;
	hasFresh(): boolean;
	/** Of the retries that are due, the one with the lowest index. */
	takeRetry(): number | undefined;
	/** Of the tasks never attempted, the one with the lowest index. */
	takeFresh(): number | undefined;
	/** Puts a task that was taken back, to be taken again from then on. Its key stays busy. */
	putBack(taskIndex: number, dueAt: number): void;
	/** Says that a task that was taken has its outcome, which frees its key for the next task. */
	settle(taskIndex: number): void;
}

/** @param keyOf tasks of one key are handed out in input order, each after the one before it is settled */
export function createQueue<Task>(tasks: readonly Task[], keyOf: (task: Task) => string): Queue {
	const keyOrder = readKeyOrder(tasks, keyOf);
	const fresh = createHeap<number>((one, other) => one < other);
	const due = createHeap<number>((one, other) => one < other);
	const waiting = createHeap<{ taskIndex: number; dueAt: number }>(
		(one, other) => one.dueAt < other.dueAt,
	);
	keyOrder.heads.forEach((taskIndex) => fresh.add(taskIndex));

	return {
		nextRetryAt(now) {
			let next = waiting.first();
			while (next !== undefined && next.dueAt <= now) {
				due.add(next.taskIndex);
				waiting.take();
				next = waiting.first();
			}
			if (due.first() !== undefined) return now;
			return next?.dueAt ?? Infinity;
		},
		hasFresh: () => fresh.first() !== undefined,
		takeRetry: () => due.take(),
		takeFresh: () => fresh.take(),
		putBack: (taskIndex, dueAt) => waiting.add({ taskIndex, dueAt }),
		settle(taskIndex) {
			const successor = keyOrder.successorOf(taskIndex);
			if (successor !== undefined) fresh.add(successor);
		},
	};
}
