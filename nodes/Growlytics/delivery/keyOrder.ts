/** The order of the tasks that share a key. */
export interface KeyOrder {
	/** The first task of each key, ascending. */
	heads: readonly number[];
	/** The next task of the same key, if there is one. */
	successorOf(taskIndex: number): number | undefined;
}

/** Links each task to the next one of its key, by index, in one pass over the tasks. */
export function readKeyOrder<Task>(
	tasks: readonly Task[],
	keyOf: (task: Task) => string,
): KeyOrder {
	const heads: number[] = [];
	const successors = new Map<number, number>();
	const lastOfKey = new Map<string, number>();
	for (const [index, task] of tasks.entries()) {
		const key = keyOf(task);
		const predecessor = lastOfKey.get(key);
		if (predecessor === undefined) heads.push(index);
		else successors.set(predecessor, index);
		lastOfKey.set(key, index);
	}
	return { heads, successorOf: (taskIndex) => successors.get(taskIndex) };
}
