/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: needs node:timers/promises */
import { setImmediate } from 'node:timers/promises';

import { deliver } from '../../nodes/Growlytics/delivery/deliver';
import { createFakeClock } from './fakeClock';
import { DEFAULTS, FINAL, RETRY, distinctKeys, play } from './scenario';

const done = (afterMs: number) => ({ afterMs, verdict: 'done' as const });

it('delivers nothing at all', async () => {
	const { delivery, tookMs } = await play({ keys: [], service: () => done(10) });
	expect(delivery).toEqual({ outcomes: [], cause: undefined, retried: 0 });
	expect(tookMs).toBe(0);
});

it('gives the outcomes in input order, however the answers arrive', async () => {
	const { delivery } = await play({
		keys: distinctKeys(20),
		service: ({ taskIndex }) => done(200 - taskIndex * 10),
	});
	expect(delivery.outcomes).toEqual(Array.from({ length: 20 }, (_, index) => ({ done: index })));
});

it.each([1, 4, 10])('uses all of %d places and no more', async (concurrency) => {
	const { requests, tookMs } = await play({
		keys: distinctKeys(40),
		settings: { concurrency },
		service: () => done(100),
	});
	expect(Math.max(...requests.map(({ inFlight }) => inFlight))).toBe(concurrency);
	expect(tookMs).toBe((40 / concurrency) * 100);
});

it('sets no timer while all that it waits for is an answer', async () => {
	const { pendingSleeps } = await play({ keys: ['a', 'a'], service: () => done(100) });
	expect(pendingSleeps).toEqual([]);
});

it.each([0.5, -1, NaN])('refuses a concurrency of %d', async (concurrency) => {
	await expect(
		play({ keys: ['a'], settings: { concurrency }, service: () => done(1) }),
	).rejects.toThrow(RangeError);
});

it('starts a task of a key only after the one before it is settled, retries included', async () => {
	const { requests } = await play({
		keys: ['a', 'a', 'b', 'a'],
		service: ({ taskIndex, attemptNumber }) =>
			taskIndex === 0 && attemptNumber <= 2
				? { afterMs: 100, verdict: RETRY }
				: done(taskIndex === 2 ? 10_000 : 50),
	});
	const ofA = requests.filter(({ key }) => key === 'a');
	expect(ofA.map(({ taskIndex }) => taskIndex)).toEqual([0, 0, 0, 1, 3]);
	ofA.slice(1).forEach(({ startedAt }, index) => {
		expect(startedAt).toBeGreaterThanOrEqual(ofA[index]?.endedAt ?? NaN);
	});
});

it('lets the next task of a key start after one that failed', async () => {
	const { delivery } = await play({
		keys: ['a', 'a'],
		service: ({ taskIndex }) =>
			taskIndex === 0 ? { afterMs: 10, verdict: { kind: 'final' } } : done(10),
	});
	expect(delivery.outcomes).toEqual([{ failed: { kind: 'final' }, earlier: [] }, { done: 1 }]);
});

it('gives the place of a waiting task to another key', async () => {
	const { requests } = await play({
		keys: ['slow', 'slow', 'slow', ...distinctKeys(10)],
		settings: { concurrency: 2 },
		service: ({ key, attemptNumber }) =>
			key === 'slow' && attemptNumber === 1 ? { afterMs: 100, verdict: RETRY } : done(100),
	});
	const others = requests.filter(({ key }) => key !== 'slow');
	expect(others.map(({ startedAt }) => startedAt)).toContain(100);
	expect(others[0]?.startedAt).toBe(0);
});

it('passes on what an attempt throws, after those under way have ended', async () => {
	const clock = createFakeClock();
	let ended = 0;
	const delivery = deliver({
		tasks: distinctKeys(30),
		keyOf: (key) => key,
		attempt: async (_, taskIndex) => {
			if (taskIndex === 10) throw new Error('a bug');
			await clock.sleep(taskIndex === 0 ? 100 : 200);
			ended += 1;
			return { done: taskIndex };
		},
		classify: () => FINAL,
		settings: { ...DEFAULTS, concurrency: 10 },
		clock,
	});
	await expect(clock.pass(delivery)).rejects.toThrow('a bug');
	expect(ended).toBe(10);
});

it('starts four tasks in a turn of the event loop, so that not all wait for their answers together', async () => {
	let turn = 0;
	const startedIn: number[] = [];
	await deliver({
		tasks: distinctKeys(11),
		keyOf: (key) => key,
		attempt: async (_, taskIndex) => {
			startedIn.push(turn);
			return await Promise.resolve({ done: taskIndex });
		},
		classify: () => FINAL,
		settings: DEFAULTS,
		clock: {
			...createFakeClock(),
			sleep: async () => {
				await setImmediate();
				turn += 1;
			},
		},
	});
	expect(startedIn).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2]);
});
