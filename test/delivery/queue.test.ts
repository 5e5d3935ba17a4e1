import fc from 'fast-check';

import { TaskQueue } from '../../nodes/Growlytics/delivery/queue';

const OPEN = { retries: 0, fresh: 0 };

/** Takes what can be taken at a time. */
function takeAll(queue: TaskQueue, now: number): number[] {
	const taken: number[] = [];
	for (let next = queue.take(now, OPEN); next !== undefined; next = queue.take(now, OPEN)) {
		taken.push(next);
	}
	return taken;
}

it('hands out the first task of each key, then each after the one before it', () => {
	const queue = new TaskQueue(['a', 'b', 'a', 'a', 'b', 'c']);
	expect(takeAll(queue, 0)).toEqual([0, 1, 5]);
	queue.settle(5);
	expect(takeAll(queue, 0)).toEqual([]);
	queue.settle(0);
	queue.settle(1);
	expect(takeAll(queue, 0)).toEqual([2, 4]);
	queue.settle(2);
	expect(takeAll(queue, 0)).toEqual([3]);
});

it('hands out retries when they are due, the lowest index first, before what is fresh', () => {
	const queue = new TaskQueue(['a', 'a', 'b', 'c', 'd']);
	expect(takeAll(queue, 0)).toEqual([0, 2, 3, 4]);
	queue.putBack(4, 100);
	queue.putBack(2, 300);
	queue.putBack(3, 200);
	queue.settle(0);
	expect(queue.take(99, { ...OPEN, fresh: 999 })).toBeUndefined();
	expect(takeAll(queue, 200)).toEqual([3, 4, 1]);
	expect(takeAll(queue, 299)).toEqual([]);
	expect(takeAll(queue, 301)).toEqual([2]);
});

it('hands out nothing whose kind may not start yet', () => {
	const queue = new TaskQueue(['a', 'b']);
	queue.take(0, OPEN);
	queue.putBack(0, 100);
	expect(queue.take(50, { retries: 0, fresh: 60 })).toBeUndefined();
	expect(queue.take(100, { retries: 110, fresh: 120 })).toBeUndefined();
	expect(queue.take(110, { retries: 110, fresh: 120 })).toBe(0);
	expect(queue.take(110, { retries: 110, fresh: 120 })).toBeUndefined();
	expect(queue.take(120, { retries: 110, fresh: 120 })).toBe(1);
});

it('tells when there will be something to take, and asking changes nothing', () => {
	const queue = new TaskQueue(['a', 'b', 'c']);
	expect(queue.nextAt({ retries: 5, fresh: 70 })).toBe(70);
	takeAll(queue, 0);
	expect(queue.nextAt(OPEN)).toBe(Infinity);
	queue.putBack(1, 300);
	queue.putBack(0, 200);
	expect(queue.nextAt(OPEN)).toBe(200);
	expect(queue.nextAt({ retries: 250, fresh: 400 })).toBe(250);
	expect(queue.nextAt({ retries: Infinity, fresh: Infinity })).toBe(Infinity);
	expect(queue.take(199, OPEN)).toBeUndefined();
	expect(queue.take(200, OPEN)).toBe(0);
});

/** What happens to the tasks of a queue: `settle` and `putBack` say to which of those under way, `take` how often. */
type Event =
	| { settle: number }
	| { putBack: number; dueInMs: number }
	| { passMs: number }
	| { take: number };

const events: fc.Arbitrary<Event[]> = fc.array(
	fc.oneof(
		fc.record({ settle: fc.nat(4) }),
		fc.record({ putBack: fc.nat(4), dueInMs: fc.nat(50) }),
		fc.record({ passMs: fc.nat(30) }),
		fc.record({ take: fc.nat(3) }),
	),
	{ maxLength: 150 },
);

it('hands out what a search through all tasks finds, whatever happens to them', () => {
	const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 60 });
	fc.assert(
		fc.property(keys, events, (keysOfTasks, happening) => {
			const queue = new TaskQueue(keysOfTasks);
			const underWay: number[] = [];
			const dueAt = new Map<number, number>();
			const waiting = new Set(keysOfTasks.keys());
			let now = 0;

			const isFree = (index: number) =>
				![...underWay, ...dueAt.keys()].some((other) => keysOfTasks[other] === keysOfTasks[index]);
			function search(): number | undefined {
				const due = [...dueAt].filter(([, at]) => at <= now).map(([index]) => index);
				const fresh = [...waiting].filter(isFree);
				const [found] = [due, fresh].map((some) => Math.min(...some)).filter(Number.isFinite);
				return found;
			}

			function nextAt(): number {
				return search() === undefined ? Math.min(Infinity, ...dueAt.values()) : 0;
			}
			function take(): void {
				const expected = search();
				expect(queue.take(now, OPEN)).toBe(expected);
				if (expected === undefined) return;
				dueAt.delete(expected);
				waiting.delete(expected);
				underWay.push(expected);
			}
			function putBack(taskIndex: number, dueInMs: number): void {
				dueAt.set(taskIndex, now + dueInMs);
				queue.putBack(taskIndex, now + dueInMs);
			}

			for (const event of happening) {
				if ('passMs' in event) now += event.passMs;
				if ('take' in event) for (let times = 0; times < event.take; times++) take();
				if ('settle' in event) underWay.splice(event.settle, 1).forEach((one) => queue.settle(one));
				if ('putBack' in event) {
					underWay.splice(event.putBack, 1).forEach((one) => putBack(one, event.dueInMs));
				}
			}
			expect(Math.max(now, queue.nextAt(OPEN))).toBe(Math.max(now, nextAt()));
		}),
	);
});
