import { TokenBucket } from '../growlytics/tokenBucket';
import type { Service } from './scenario';
import { distinctKeys, pauseFor, play, tally } from './scenario';

const done = (afterMs: number) => ({ afterMs, verdict: 'done' as const });

it('starts nothing until the pause is over, then retries first, the lowest index first', async () => {
	const { requests, delivery, tookMs } = await play({
		keys: distinctKeys(30),
		settings: { concurrency: 5, maxRetries: 0 },
		service: ({ taskIndex, attemptNumber }) => {
			if (attemptNumber > 1 || ![3, 4, 6].includes(taskIndex)) return done(100);
			return { afterMs: 120 - taskIndex * 5, verdict: pauseFor(3000) };
		},
	});
	const pauseBegan = 100;
	const restarted = requests.filter(({ startedAt }) => startedAt > pauseBegan);
	expect(restarted[0]?.startedAt).toBeGreaterThanOrEqual(pauseBegan + 3000);
	expect(restarted.slice(0, 3).map(({ taskIndex }) => taskIndex)).toEqual([3, 4, 6]);
	expect(delivery.retried).toBe(3);
	expect(delivery.outcomes.every((outcome) => 'done' in outcome)).toBe(true);
	// Refusals that count as one slow the rest down once: each by itself, it would take 8 seconds.
	expect(tookMs).toBeLessThan(6000);
});

it('pauses to the latest end that several ask for, not for their sum', async () => {
	const asked = [2000, 4000, 3000];
	const { requests } = await play({
		keys: distinctKeys(10),
		settings: { concurrency: 3 },
		service: ({ taskIndex, attemptNumber }) =>
			attemptNumber === 1 && taskIndex < 3
				? { afterMs: 10 + taskIndex, verdict: pauseFor(asked[taskIndex]) }
				: done(10),
	});
	expect(requests[3]?.startedAt).toBe(4011);
});

it('pauses longer and longer when the service does not say how long', async () => {
	const { requests } = await play({
		keys: ['a'],
		service: ({ attemptNumber }) =>
			attemptNumber < 6 ? { afterMs: 0, verdict: pauseFor() } : done(0),
	});
	const waits = requests.slice(1).map((request, index) => {
		return request.startedAt - (requests[index]?.endedAt ?? NaN);
	});
	[1000, 2000, 4000, 8000, 16_000].forEach((longest, index) => {
		expect(waits[index]).toBeGreaterThanOrEqual(longest / 2);
		expect(waits[index]).toBeLessThanOrEqual(longest);
	});
});

it('takes requests that were refused together for one refusal', async () => {
	const { requests, tookMs } = await play({
		keys: distinctKeys(20),
		settings: { concurrency: 20 },
		service: ({ attemptNumber, taskIndex }) =>
			attemptNumber === 1 ? { afterMs: 50 + taskIndex, verdict: pauseFor() } : done(0),
	});
	const firstRetry = requests.find(({ attemptNumber }) => attemptNumber === 2);
	expect(firstRetry?.startedAt).toBeLessThanOrEqual(1070);
	// Each counted by itself, the pauses would add up to half a minute.
	expect(tookMs).toBeLessThan(20_000);
});

it('starts with a short pause again once something got through', async () => {
	const { requests } = await play({
		keys: ['a', 'a', 'a', 'a'],
		service: ({ attemptNumber }) =>
			attemptNumber === 1 ? { afterMs: 0, verdict: pauseFor() } : done(0),
	});
	const retries = requests.filter(({ attemptNumber }) => attemptNumber === 2);
	const waits = retries.map(({ startedAt, taskIndex }) => {
		const first = requests.find((request) => request.taskIndex === taskIndex);
		return startedAt - (first?.endedAt ?? NaN);
	});
	expect(Math.max(...waits)).toBeLessThanOrEqual(1000);
});

it('goes slower after a pause, and faster again as requests get through', async () => {
	const { requests } = await play({
		keys: distinctKeys(2000),
		settings: { concurrency: 10 },
		service: ({ taskIndex, attemptNumber }) =>
			taskIndex === 500 && attemptNumber === 1
				? { afterMs: 100, verdict: pauseFor(1000) }
				: done(100),
	});
	const pauseEnd = (requests.find(({ taskIndex }) => taskIndex === 500)?.endedAt ?? NaN) + 1000;
	const startsWithin = (ms: number, from: number) =>
		requests.filter(({ startedAt }) => startedAt >= from && startedAt < from + ms).length;
	expect(startsWithin(50, 3000)).toBe(10);
	expect(startsWithin(50, pauseEnd)).toBeLessThanOrEqual(7);
	expect(startsWithin(1000, pauseEnd)).toBeGreaterThan(80);
	expect(startsWithin(1000, pauseEnd + 3000)).toBe(100);
});

it('hardly waits for a service that now and then says to come back at once', async () => {
	const { tookMs, delivery } = await play({
		keys: distinctKeys(1000),
		service: ({ taskIndex, attemptNumber }) =>
			attemptNumber === 1 && taskIndex % 12 === 11
				? { afterMs: 50, verdict: pauseFor(0) }
				: done(50),
		settings: { maxRetries: 0 },
	});
	expect(delivery.outcomes.every((outcome) => 'done' in outcome)).toBe(true);
	expect(tookMs).toBeLessThan(2 * 1000 * (50 / 10));
});

it('gives up a task that alone is told to wait again and again', async () => {
	const played = await play({
		keys: distinctKeys(200),
		service: ({ taskIndex }) =>
			taskIndex === 7 ? { afterMs: 10, verdict: pauseFor(0) } : done(500),
		settings: { concurrency: 2 },
	});
	expect(tally(played)).toEqual({ done: 199, failed: 1 });
	expect(played.delivery.outcomes[7]).toEqual({
		failed: pauseFor(0),
		earlier: new Array<object>(20).fill(pauseFor(0)),
	});
});

/** Answers so many a second, with a second's worth of burst, and asks for a pause beyond. */
function limitedTo(
	perSecond: number,
	retryAfterMs: number | undefined,
	latencyMs: number,
): Service {
	let now = 0;
	const bucket = new TokenBucket(perSecond, () => now);
	return ({ startedAt, taskIndex }) => {
		now = startedAt;
		const afterMs = latencyMs * (0.5 + (taskIndex % 10) / 10);
		return { afterMs, verdict: bucket.take() ? 'done' : pauseFor(retryAfterMs) };
	};
}

describe('a service that allows five requests a second gets 300 tasks through', () => {
	const latencies = [2, 50, 300, 1500];
	const rows = [0, 10].flatMap((concurrency) =>
		[undefined, 1000, 0].flatMap((retryAfterMs) =>
			latencies.map((latencyMs) => ({ retryAfterMs, latencyMs, concurrency })),
		),
	);

	it.each(rows)(
		'Retry-After $retryAfterMs, latency $latencyMs, concurrency $concurrency',
		async ({ retryAfterMs, latencyMs, concurrency }) => {
			const played = await play({
				keys: distinctKeys(300),
				settings: { concurrency },
				service: limitedTo(5, retryAfterMs, latencyMs),
			});
			expect(tally(played)).toEqual({ done: 300 });
			expect(played.tookMs).toBeLessThan(80_000);
			expect(played.requests.length).toBeLessThan(300 * 1.4);
		},
	);
});
