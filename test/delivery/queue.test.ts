import fc from 'fast-check';

import { createHeap } from '../../nodes/Growlytics/delivery/heap';
import { readKeyOrder } from '../../nodes/Growlytics/delivery/keyOrder';
import { createQueue } from '../../nodes/Growlytics/delivery/queue';

const ownKey = (key: string) => key;

it('a heap hands out its items in order', () => {
	fc.assert(
		fc.property(fc.array(fc.integer()), (numbers) => {
			const heap = createHeap<number>((one, other) => one < other);
			numbers.forEach((number) => heap.add(number));
			const taken = numbers.map(() => heap.take());
			expect(taken).toEqual([...numbers].sort((one, other) => one - other));
			expect(heap.first()).toBeUndefined();
			expect(heap.take()).toBeUndefined();
		}),
	);
});

it('a heap stays in order while items come and go', () => {
	const heap = createHeap<number>((one, other) => one < other);
	[5, 3, 8].forEach((number) => heap.add(number));
	expect(heap.take()).toBe(3);
	[1, 9].forEach((number) => heap.add(number));
	expect([1, 2, 3, 4].map(() => heap.take())).toEqual([1, 5, 8, 9]);
});

it('links the tasks of a key', () => {
	const order = readKeyOrder(['a', 'b', 'a', 'a', 'b', 'c'], ownKey);
	expect(order.heads).toEqual([0, 1, 5]);
	expect([0, 1, 2, 3, 4, 5].map(order.successorOf)).toEqual([
		2,
		4,
		3,
		undefined,
		undefined,
		undefined,
	]);
});

it('hands out the first task of each key, then each after the one before it', () => {
	const queue = createQueue(['a', 'a', 'b', 'a'], ownKey);
	expect([queue.takeFresh(), queue.takeFresh(), queue.takeFresh()]).toEqual([0, 2, undefined]);
	queue.settle(2);
	expect(queue.hasFresh()).toBe(false);
	queue.settle(0);
	expect([queue.takeFresh(), queue.takeFresh()]).toEqual([1, undefined]);
	queue.settle(1);
	expect(queue.takeFresh()).toBe(3);
});

it('hands out retries when they are due, the lowest index first', () => {
	const queue = createQueue(['a', 'b', 'c', 'd'], ownKey);
	for (let count = 0; count < 4; count++) queue.takeFresh();
	expect(queue.nextRetryAt(0)).toBe(Infinity);
	queue.putBack(3, 100);
	queue.putBack(1, 300);
	queue.putBack(2, 200);
	expect(queue.nextRetryAt(0)).toBe(100);
	expect(queue.takeRetry()).toBeUndefined();
	expect(queue.nextRetryAt(200)).toBe(200);
	expect([queue.takeRetry(), queue.takeRetry()]).toEqual([2, 3]);
	expect(queue.nextRetryAt(200)).toBe(300);
	expect(queue.nextRetryAt(301)).toBe(301);
	expect(queue.takeRetry()).toBe(1);
});
