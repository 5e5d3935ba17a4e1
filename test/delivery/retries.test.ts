import { FINAL, RETRY, distinctKeys, play, tally } from './scenario';

const done = { afterMs: 20, verdict: 'done' as const };
const failed = { afterMs: 20, verdict: RETRY };

it('retries until it succeeds, and counts the requests', async () => {
	const { delivery, requests } = await play({
		keys: ['a', 'b'],
		service: ({ key, attemptNumber }) => (key === 'a' && attemptNumber < 4 ? failed : done),
	});
	expect(delivery).toEqual({ outcomes: [{ done: 0 }, { done: 1 }], retried: 3, cause: undefined });
	const ofA = requests.filter(({ key }) => key === 'a');
	expect(ofA.map(({ attemptNumber }) => attemptNumber)).toEqual([1, 2, 3, 4]);
	expect(requests).toHaveLength(5);
});

it.each([0, 1, 3, 10])('gives up after %d retries', async (maxRetries) => {
	const { delivery, requests } = await play({
		keys: ['a'],
		settings: { maxRetries },
		service: () => failed,
	});
	const earlier = new Array<object>(maxRetries).fill(RETRY);
	expect(delivery.outcomes).toEqual([{ failed: RETRY, earlier }]);
	expect(requests.map(({ attemptNumber }) => attemptNumber)).toEqual(
		Array.from({ length: 1 + maxRetries }, (_, index) => index + 1),
	);
});

it('does not retry what is final, and goes on', async () => {
	const played = await play({
		keys: distinctKeys(100),
		service: ({ taskIndex }) => (taskIndex % 2 === 0 ? { afterMs: 5, verdict: FINAL } : done),
	});
	expect(tally(played)).toEqual({ done: 50, failed: 50 });
	expect(played.requests).toHaveLength(100);
});

it('waits longer and longer, by chance', async () => {
	const seeds = Array.from({ length: 200 }, (_, seed) => seed + 1);
	const runs = await Promise.all(
		seeds.map((seed) => play({ keys: ['a'], seed, service: () => failed })),
	);
	for (const [retry, longest] of [500, 1000, 2000].entries()) {
		const waits = runs.map(
			({ requests }) => (requests[retry + 1]?.startedAt ?? NaN) - (requests[retry]?.endedAt ?? NaN),
		);
		const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
		expect(Math.max(...waits)).toBeLessThanOrEqual(longest);
		expect(mean / longest).toBeGreaterThan(0.35);
		expect(mean / longest).toBeLessThan(0.65);
	}
});

it('loses no more than a few tasks to an outage of half a minute', async () => {
	const played = await play({
		keys: distinctKeys(1000),
		service: ({ startedAt }) =>
			startedAt > 1000 && startedAt < 31_000 ? { afterMs: 2, verdict: RETRY } : done,
	});
	expect(tally(played).done).toBeGreaterThan(975);
	expect(played.tookMs).toBeLessThan(60_000);
});

it('paces starts evenly, without bursts', async () => {
	const { requests, tookMs } = await play({
		keys: distinctKeys(50),
		settings: { maxRequestsPerSecond: 5 },
		service: () => done,
	});
	requests.forEach(({ startedAt }, index) => {
		expect(startedAt).toBeGreaterThanOrEqual(index * 200);
		expect(startedAt).toBeLessThan(index * 200 + 20);
	});
	expect(tookMs).toBeLessThan(10_000);
});

it('does not save up requests while none can start', async () => {
	const { requests } = await play({
		keys: distinctKeys(20),
		settings: { maxRequestsPerSecond: 10, concurrency: 1 },
		service: ({ taskIndex }) => ({ afterMs: taskIndex === 0 ? 5000 : 1, verdict: 'done' }),
	});
	const gaps = requests.slice(1).map((request, index) => {
		return request.startedAt - (requests[index]?.startedAt ?? NaN);
	});
	expect(Math.min(...gaps)).toBeGreaterThanOrEqual(80);
});

it('counts retries against the pace as well', async () => {
	const { requests } = await play({
		keys: distinctKeys(20),
		settings: { maxRequestsPerSecond: 4 },
		service: ({ attemptNumber }) => (attemptNumber < 3 ? failed : done),
	});
	expect(requests).toHaveLength(60);
	requests.forEach(({ startedAt }, index) => expect(startedAt).toBeGreaterThanOrEqual(index * 250));
});
