import type { Opening } from './health';

/** A task that can be taken as soon as its kind may start. */
interface Place {
	taskIndex: number;
	kind: keyof Opening;
}

/** A task that failed and is not due yet. */
interface Retry {
	taskIndex: number;
	dueAt: number;
}

/**
 * The tasks that are neither settled nor under way, by index. Of those that can be taken, retries come first, then
 * the lowest index. A task whose key is busy is not to be had.
 */
export class TaskQueue {
	private readonly line = createHeap<Place>((one, other) =>
		one.kind === other.kind ? one.taskIndex < other.taskIndex : one.kind === 'retries',
	);
	private readonly retries = createHeap<Retry>((one, other) => one.dueAt < other.dueAt);
	/** The next task of the same key, where there is one. */
	private readonly successors = new Map<number, number>();

	/** @param keys one for each task: those of one key are handed out in order, each after the one before is settled */
	constructor(keys: readonly string[]) {
		const lastOfKey = new Map<string, number>();
		for (const [taskIndex, key] of keys.entries()) {
			const predecessor = lastOfKey.get(key);
			if (predecessor === undefined) this.line.add({ taskIndex, kind: 'fresh' });
			else this.successors.set(predecessor, taskIndex);
			lastOfKey.set(key, taskIndex);
		}
	}

	/** Hands out the first task in line, if its kind may start by now. */
	take(now: number, opensAt: Opening): number | undefined {
		this.lineUpDueRetries(now);
		const next = this.line.first();
		if (next === undefined || opensAt[next.kind] > now) return undefined;
		return this.line.take()?.taskIndex;
	}

	/** From when on there is a task to take if nothing else happens; Infinity: never. */
	nextAt(opensAt: Opening): number {
		const next = this.line.first();
		const nextAt = next === undefined ? Infinity : opensAt[next.kind];
		const retryDueAt = this.retries.first()?.dueAt ?? Infinity;
		return Math.min(nextAt, Math.max(retryDueAt, opensAt.retries));
	}

	/** Puts a task that was taken back, to be taken again from then on. Its key stays busy. */
	putBack(taskIndex: number, dueAt: number): void {
		this.retries.add({ taskIndex, dueAt });
	}

	/** Says that a task that was taken has its outcome, which frees its key for the next task. */
	settle(taskIndex: number): void {
		const successor = this.successors.get(taskIndex);
		if (successor !== undefined) this.line.add({ taskIndex: successor, kind: 'fresh' });
	}

	private lineUpDueRetries(now: number): void {
		for (let next = this.retries.first(); next && next.dueAt <= now; next = this.retries.first()) {
			this.retries.take();
			this.line.add({ taskIndex: next.taskIndex, kind: 'retries' });
		}
	}
}

/** A collection whose first item in order is at hand; adding and taking cost O(log n). */
interface Heap<Item> {
	first(): Item | undefined;
	add(item: Item): void;
	take(): Item | undefined;
}

/** @param isBefore whether one item comes before another */
function createHeap<Item extends object>(
	isBefore: (one: Item, other: Item) => boolean,
): Heap<Item> {
	const items: Item[] = [];

	function siftUp(item: Item, from: number): void {
		let place = from;
		while (place > 0) {
			const parent = (place - 1) >> 1;
			const above = items[parent];
			if (above === undefined || !isBefore(item, above)) break;
			items[place] = above;
			place = parent;
		}
		items[place] = item;
	}

	function siftDown(item: Item): void {
		let place = 0;
		for (;;) {
			const child = earlierOf(2 * place + 1, 2 * place + 2);
			const below = items[child];
			if (below === undefined || !isBefore(below, item)) break;
			items[place] = below;
			place = child;
		}
		items[place] = item;
	}

	function earlierOf(left: number, right: number): number {
		const one = items[left];
		const other = items[right];
		return one !== undefined && other !== undefined && isBefore(other, one) ? right : left;
	}

	return {
		first: () => items[0],
		add: (item) => siftUp(item, items.length),
		take() {
			const first = items[0];
			const last = items.pop();
			if (last !== undefined && items.length > 0) siftDown(last);
			return first;
		},
	};
}
