import { FAKE_START } from './fakeClock';
import type { Played, Service } from './scenario';
import { END_RUN, FINAL, RETRY, distinctKeys, pauseFor, play, tally } from './scenario';

const done = { afterMs: 20, verdict: 'done' as const };

function lastStart({ requests }: Played): number {
	return Math.max(...requests.map(({ startedAt }) => startedAt));
}

describe('a failure that no task gets around', () => {
	it('starts nothing more and lets what is under way finish', async () => {
		const played = await play({
			keys: distinctKeys(100),
			settings: { concurrency: 10 },
			service: ({ taskIndex }) =>
				taskIndex === 12 ? { afterMs: 5, verdict: END_RUN } : { afterMs: 50, verdict: 'done' },
		});
		expect(lastStart(played)).toBe(50);
		expect(tally(played)).toEqual({ done: 19, failed: 1, 'notSent: endedByFailure': 80 });
		expect(played.delivery.outcomes[12]).toEqual({
			failed: END_RUN,
			earlier: [],
		});
		expect(played.delivery.outcomes[99]).toEqual({
			notSent: { kind: 'endedByFailure', taskIndex: 12, failed: END_RUN },
		});
	});

	it('sends a single request when the first fails with one place', async () => {
		const played = await play({
			keys: distinctKeys(10),
			settings: { concurrency: 1 },
			service: () => ({ afterMs: 5, verdict: END_RUN }),
		});
		expect(played.requests).toHaveLength(1);
	});

	it('says of a task that waited for its retry how it failed', async () => {
		const played = await play({
			keys: ['a', 'b', 'a'],
			service: ({ key }) =>
				key === 'a' ? { afterMs: 1, verdict: RETRY } : { afterMs: 2, verdict: END_RUN },
		});
		const cause = { kind: 'endedByFailure', taskIndex: 1, failed: END_RUN };
		expect(played.delivery.outcomes).toEqual([
			{ failed: RETRY, earlier: [], givenUp: cause },
			{ failed: END_RUN, earlier: [] },
			{ notSent: cause },
		]);
	});
});

it('tells every failure of a task, whichever ended it', async () => {
	const played = await play({
		keys: ['a', 'b'],
		service: ({ key, attemptNumber }) => {
			if (key === 'b') return done;
			return { afterMs: 1, verdict: [RETRY, pauseFor(10)][attemptNumber - 1] ?? END_RUN };
		},
	});
	expect(played.delivery.outcomes).toEqual([
		{ failed: END_RUN, earlier: [RETRY, pauseFor(10)] },
		{ done: 1 },
	]);
});

it('tells every failure of a task that waited when the run ended', async () => {
	const { delivery, requests } = await play({
		keys: ['a', 'b'],
		settings: { maxRetries: 10 },
		service: ({ key }) =>
			key === 'a' ? { afterMs: 1, verdict: RETRY } : { afterMs: 20_000, verdict: END_RUN },
	});
	const attempts = requests.filter(({ key }) => key === 'a').length;
	expect(attempts).toBeGreaterThan(2);
	expect(delivery.outcomes[0]).toEqual({
		failed: RETRY,
		earlier: new Array<object>(attempts - 1).fill(RETRY),
		givenUp: { kind: 'endedByFailure', taskIndex: 1, failed: END_RUN },
	});
});

describe('a Retry-After of more than five minutes', () => {
	it('ends the run and says when to try again', async () => {
		const played = await play({
			keys: distinctKeys(30),
			settings: { concurrency: 10 },
			service: ({ taskIndex }) =>
				taskIndex === 0 ? { afterMs: 30, verdict: pauseFor(3_600_000) } : done,
		});
		expect(played.delivery.cause).toEqual({
			kind: 'tryLater',
			taskIndex: 0,
			failed: pauseFor(3_600_000),
			tryAgainAt: FAKE_START + 30 + 3_600_000,
		});
		expect(tally(played)).toEqual({
			done: 18,
			'givenUp: tryLater': 1,
			'notSent: tryLater': 11,
		});
	});

	it('is sat out up to five minutes', async () => {
		const played = await play({
			keys: ['a'],
			service: ({ attemptNumber }) =>
				attemptNumber === 1 ? { afterMs: 0, verdict: pauseFor(300_000) } : done,
		});
		expect(tally(played)).toEqual({ done: 1 });
		expect(played.requests[1]?.startedAt).toBe(300_000);
	});
});

describe('a dead service', () => {
	const dead: Service = () => ({ afterMs: 3, verdict: RETRY });

	it.each([
		['that fails at once', dead, 400],
		['that times out', () => ({ afterMs: 30_000, verdict: RETRY }), 100],
		['that asks for pauses', () => ({ afterMs: 3, verdict: pauseFor() }), 40],
		['that asks for pauses of a second', () => ({ afterMs: 3, verdict: pauseFor(1000) }), 140],
	] as Array<[string, Service, number]>)('%s, fails fast in the end', async (_, service, most) => {
		const played = await play({ keys: distinctKeys(10_000), service });
		expect(played.delivery.cause).toMatchObject({ kind: 'serviceDown' });
		expect(tally(played)['notSent: serviceDown']).toBeGreaterThan(9000);
		expect(played.tookMs).toBeGreaterThan(120_000);
		expect(played.tookMs).toBeLessThan(330_000);
		expect(played.requests.length).toBeLessThan(most);
	});

	it('is asked singly, three times, before the rest is given up', async () => {
		const played = await play({
			keys: distinctKeys(1000),
			settings: { maxRetries: 10 },
			service: dead,
		});
		const probes = played.requests.filter(({ startedAt }) => startedAt >= 120_003);
		expect(probes).toHaveLength(3);
		expect(probes.map(({ inFlight }) => inFlight)).toEqual([1, 1, 1]);
		const [first, second, third] = probes.map(({ startedAt }) => startedAt);
		expect((second ?? NaN) - (first ?? NaN)).toBeGreaterThanOrEqual(10_000);
		expect((third ?? NaN) - (second ?? NaN)).toBeGreaterThanOrEqual(10_000);
		const { cause } = played.delivery;
		expect(cause).toMatchObject({ kind: 'serviceDown', failed: RETRY });
		expect(cause?.kind === 'serviceDown' && cause.failingForMs).toBeGreaterThan(140_000);
	});

	it('that comes back for a probe is used again', async () => {
		const played = await play({
			keys: distinctKeys(1000),
			service: ({ startedAt }) => (startedAt < 125_000 ? { afterMs: 3, verdict: RETRY } : done),
		});
		expect(played.delivery.cause).toBeUndefined();
		expect(tally(played).done).toBeGreaterThan(950);
		expect(played.tookMs).toBeLessThan(160_000);
	});

	it('is not told from one task that always fails while others succeed', async () => {
		const played = await play({
			keys: distinctKeys(1000),
			settings: { concurrency: 2, maxRetries: 10 },
			service: ({ taskIndex }) =>
				taskIndex === 0 ? { afterMs: 20, verdict: RETRY } : { afterMs: 500, verdict: 'done' },
		});
		expect(played.delivery.cause).toBeUndefined();
		expect(played.delivery.outcomes[0]).toEqual({
			failed: RETRY,
			earlier: new Array<object>(10).fill(RETRY),
		});
		expect(tally(played)).toEqual({ done: 999, failed: 1 });
	});

	it('is not told from one that refuses every task', async () => {
		const played = await play({
			keys: distinctKeys(1000),
			settings: { concurrency: 10 },
			service: () => ({ afterMs: 2000, verdict: FINAL }),
		});
		expect(tally(played)).toEqual({ failed: 1000 });
		expect(played.tookMs).toBe(200_000);
	});

	it('is not suspected when the last task left always fails', async () => {
		const slow = await play({
			keys: ['a'],
			settings: { maxRetries: 10 },
			service: () => ({ afterMs: 30_000, verdict: RETRY }),
		});
		expect(slow.tookMs).toBeGreaterThan(300_000);
		expect(slow.delivery).toMatchObject({
			cause: undefined,
			outcomes: [{ failed: RETRY, earlier: new Array<object>(10).fill(RETRY) }],
		});
	});

	it('is suspected when the one task is told to pause for ever', async () => {
		const played = await play({
			keys: ['a'],
			service: () => ({ afterMs: 10, verdict: pauseFor(5000) }),
		});
		expect(tally(played)).toEqual({ 'givenUp: serviceDown': 1 });
		expect(played.tookMs).toBeLessThan(240_000);
	});
});

describe('a run that stops at the first failure', () => {
	it('finishes what is under way, retries nothing, and sends nothing more', async () => {
		const played = await play({
			keys: distinctKeys(100),
			settings: { concurrency: 10, stopAtFailure: true },
			service: ({ taskIndex }) => {
				if (taskIndex === 11) return { afterMs: 5, verdict: FINAL };
				if (taskIndex === 15) return { afterMs: 30, verdict: RETRY };
				return done;
			},
		});
		expect(lastStart(played)).toBe(20);
		expect(tally(played)).toEqual({
			done: 18,
			failed: 1,
			'givenUp: stoppedAtFailure': 1,
			'notSent: stoppedAtFailure': 80,
		});
		expect(played.delivery.cause).toEqual({
			kind: 'stoppedAtFailure',
			taskIndex: 11,
			failed: FINAL,
		});
	});

	it('stops when the retries of a task are used up', async () => {
		const played = await play({
			keys: ['a', 'a', 'b'],
			settings: { stopAtFailure: true, maxRetries: 1 },
			service: ({ key }) => (key === 'a' ? { afterMs: 5, verdict: RETRY } : done),
		});
		expect(tally(played)).toEqual({ done: 1, failed: 1, 'notSent: stoppedAtFailure': 1 });
	});
});
