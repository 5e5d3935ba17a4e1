import { createSystemClock } from '../../nodes/Growlytics/delivery/clock';
import { deliver } from '../../nodes/Growlytics/delivery/deliver';
import type { Verdict } from '../../nodes/Growlytics/delivery/retryPolicy';
import { createFakeClock } from './fakeClock';
import type { Scenario } from './scenario';
import {
	DEFAULTS,
	FINAL,
	LONGEST_SLEEP_MS,
	RETRY,
	distinctKeys,
	pauseFor,
	play,
	tally,
} from './scenario';

const done = (afterMs: number) => ({ afterMs, verdict: 'done' as const });

it('keeps what was under way and says of the rest that it was cancelled', async () => {
	const played = await play({
		keys: distinctKeys(100),
		settings: { concurrency: 10 },
		cancelAtMs: 250,
		service: () => done(100),
	});
	expect(tally(played)).toEqual({ done: 30, 'notSent: cancelled': 70 });
	expect(played.delivery.cause).toEqual({ kind: 'cancelled' });
	expect(played.tookMs).toBe(300);
});

it('starts nothing when it was cancelled before', async () => {
	const service = jest.fn(() => done(1));
	const played = await play({ keys: ['a'], cancelAtMs: 0, settings: { concurrency: 1 }, service });
	expect(played.requests.length).toBeLessThanOrEqual(1);
	const aborted = await deliver({
		tasks: ['a', 'b'],
		keyOf: (key) => key,
		attempt: async () => await Promise.resolve({ done: 1 }),
		classify: () => FINAL,
		settings: DEFAULTS,
		signal: AbortSignal.abort(),
		clock: createFakeClock(),
	});
	expect(aborted.outcomes).toEqual([
		{ notSent: { kind: 'cancelled' } },
		{ notSent: { kind: 'cancelled' } },
	]);
});

const waits: Array<[string, Partial<Scenario>]> = [
	['a pause', { service: () => ({ afterMs: 10, verdict: pauseFor(200_000) }) }],
	['a backoff', { keys: ['a'], service: () => ({ afterMs: 10, verdict: RETRY }), seed: 5 }],
	['the next start', { settings: { maxRequestsPerSecond: 0.01 } }],
];

it.each(waits)('does not wait for the end of %s', async (_, scenario) => {
	const played = await play({
		keys: distinctKeys(20),
		settings: { maxRetries: 10 },
		cancelAtMs: 40_000,
		service: () => done(10),
		...scenario,
	});
	expect(played.delivery.cause).toEqual({ kind: 'cancelled' });
	expect(played.tookMs - 40_000).toBeLessThanOrEqual(scenario.keys === undefined ? 0 : 10);
	expect(Math.max(0, ...played.pendingSleeps)).toBeLessThanOrEqual(LONGEST_SLEEP_MS);
});

it('does not blame the attempts that the cancel itself broke', async () => {
	const controller = new AbortController();
	const clock = createFakeClock();
	const delivery = clock.pass(
		deliver<string, number, Verdict>({
			tasks: ['a', 'b'],
			keyOf: (key) => key,
			// Not async: the answer must be there before the delivery wakes up.
			attempt: () =>
				new Promise((resolve) => {
					controller.signal.addEventListener('abort', () => resolve({ failed: FINAL }));
				}),
			classify: (verdict) => verdict,
			settings: { ...DEFAULTS, concurrency: 1, stopAtFailure: true },
			signal: controller.signal,
			clock,
		}),
	);
	void clock.sleep(100).then(() => controller.abort());
	expect(await delivery).toMatchObject({
		cause: { kind: 'cancelled' },
		outcomes: [{ failed: FINAL, earlier: [] }, { notSent: { kind: 'cancelled' } }],
	});
});

it('stops listening to the signal when it is done', async () => {
	const { signal } = new AbortController();
	const added = jest.spyOn(signal, 'addEventListener');
	const removed = jest.spyOn(signal, 'removeEventListener');
	const clock = createFakeClock();
	await clock.pass(
		deliver({
			tasks: ['a'],
			keyOf: (key) => key,
			attempt: async () => await Promise.resolve({ done: 1 }),
			classify: () => FINAL,
			settings: DEFAULTS,
			signal,
			clock,
		}),
	);
	expect(added.mock.calls).toHaveLength(1);
	expect(removed.mock.calls).toEqual(added.mock.calls);
});

it('ends within a second on the real clock, and leaves nothing ticking for long', async () => {
	const system = createSystemClock();
	const controller = new AbortController();
	let sleeping = 0;
	const clock = {
		...system,
		async sleep(ms: number) {
			expect(ms).toBeLessThanOrEqual(LONGEST_SLEEP_MS);
			sleeping += 1;
			await system.sleep(ms);
			sleeping -= 1;
		},
	};
	const delivering = deliver({
		tasks: distinctKeys(50),
		keyOf: (key) => key,
		attempt: async () => await Promise.resolve({ failed: pauseFor(100_000) }),
		classify: (verdict) => verdict,
		settings: DEFAULTS,
		signal: controller.signal,
		clock,
	});
	await system.sleep(700);
	const cancelledAt = system.now();
	controller.abort();
	const { cause } = await delivering;
	expect(system.now() - cancelledAt).toBeLessThan(100);
	expect(cause).toEqual({ kind: 'cancelled' });
	await system.sleep(LONGEST_SLEEP_MS + 100);
	expect(sleeping).toBe(0);
});
