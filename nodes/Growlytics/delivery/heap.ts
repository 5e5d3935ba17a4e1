/** A collection whose first item in order is at hand; adding and taking cost O(log n). */
export interface Heap<Item> {
	first(): Item | undefined;
	add(item: Item): void;
	take(): Item | undefined;
}

/**
 * A binary heap.
 * @param isBefore whether one item comes before another
 */
export function createHeap<Item extends number | object>(
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
