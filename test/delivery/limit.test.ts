import { deliver } from '../../nodes/Growlytics/delivery/deliver';
import type { Limit } from '../../nodes/Growlytics/delivery/limit';
import {
	afterAnswer,
	afterPause,
	afterStart,
	afterTurn,
	firstLimit,
	startIn,
} from '../../nodes/Growlytics/delivery/limit';
import { createFakeClock } from './fakeClock';
import type { Service } from './scenario';
import { DEFAULTS, FINAL, RETRY, distinctKeys, pauseFor, play } from './scenario';

interface Reply {
	latencyMs?: number;
	isFailure?: boolean;
	/** Fewer than the limit allows. */
	inFlight?: number;
}

/** The limit after as many requests, one after the other; the reply depends on the places there are. */
function answered(limit: Limit, count: number, reply: (places: number) => Reply): Limit {
	let next = limit;
	for (let index = 0; index < count; index++) {
		const start = startIn(next);
		const { latencyMs = 100, isFailure = false, inFlight } = reply(next.places);
		next = afterStart(next, inFlight ?? Math.floor(next.places));
		next = afterAnswer(next, { start, latencyMs, isFailure });
	}
	return next;
}

const first = firstLimit(false);
const constant = () => ({ latencyMs: 100 });
const grown = answered(first, 200, constant);

/** A limit that knows the service: a round begins, and answers of 100 ms are the best. */
function settled(places: number): Limit {
	return { ...grown, isStarting: false, wasFull: false, places, round: firstLimit(false).round };
}

/** A server that works on 20 at once, 100 ms each. */
const queueing = (places: number) => ({ latencyMs: 100 * Math.max(1, places / 20) });

it('starts with ten at once, with seven where the first failure ends the run', () => {
	expect(firstLimit(false).places).toBe(10);
	expect(firstLimit(true).places).toBe(7);
});

it('has ten after the first success, whatever it started with', () => {
	expect(answered(firstLimit(true), 1, constant).places).toBeGreaterThanOrEqual(10);
	expect(answered(firstLimit(true), 1, () => ({ isFailure: true })).places).toBe(7);
});

it.each([
	[5, 0.4],
	[100, 8],
	[200, 15],
	[2000, 50],
])('adds with answers of %d ms about %d places a round trip', (latencyMs, places) => {
	const { places: after } = answered(first, 10, () => ({ latencyMs }));
	expect(after - 10).toBeGreaterThan(places * 0.7);
	expect(after - 10).toBeLessThanOrEqual(places);
});

it('never has more than a hundred', () => {
	expect(answered(first, 5000, constant).places).toBe(100);
});

it('adds nothing for an answer that took longer than the first ones', () => {
	const one = answered(first, 1, constant);
	expect(answered(one, 1, () => ({ latencyMs: 160 })).places).toBe(one.places);
	expect(answered(one, 1, () => ({ latencyMs: 140 })).places).toBeGreaterThan(one.places);
});

it('adds nothing while the limit is not what holds requests back', () => {
	const idle = answered(first, 500, () => ({ inFlight: 4 }));
	expect(idle.places).toBe(10);
	expect(answered(settled(40), 500, () => ({ inFlight: 30 })).places).toBe(40);
});

it('settles where answers begin to queue', () => {
	const { places } = answered(first, 3000, queueing);
	expect(places).toBeGreaterThan(20);
	expect(places).toBeLessThan(31);
});

it('takes away what queues, three tenths at most', () => {
	expect(answered(settled(60), 10, queueing).places).toBeCloseTo(60 * 0.7);
	const slower = answered(settled(60), 10, () => ({ latencyMs: 160 }));
	expect(slower.places).toBeCloseTo((60 * 1.2 * 100) / 160);
});

it('comes back slowly to where answers queued', () => {
	const slowed = answered(settled(60), 10, queueing);
	expect(answered({ ...slowed, places: 50 }, 40, constant).places).toBeCloseTo(50 * 1.05);
	expect(answered({ ...slowed, places: 40 }, 40, constant).places).toBeCloseTo(40 * 1.2);
});

it('learns that a service has become slower for good, and grows again', () => {
	const slowed = answered(settled(100), 10, () => ({ latencyMs: 500 }));
	expect(slowed.places).toBeCloseTo(70);
	expect(answered(slowed, 1000, () => ({ latencyMs: 500 })).places).toBe(100);
});

it('gives back what it took for nothing', () => {
	const slowed = answered(settled(60), 10, () => ({ latencyMs: 300 }));
	expect(slowed.places).toBeCloseTo(42);
	expect(answered(slowed, 40, () => ({ latencyMs: 290 })).places).toBeCloseTo(60);
	expect(answered(slowed, 40, () => ({ latencyMs: 200 })).places).toBeCloseTo(42 * 0.7);
});

it('compares with nothing that was measured while places were added one by one', () => {
	const slowed = answered({ ...settled(60), isStarting: true }, 10, () => ({ latencyMs: 300 }));
	expect(answered(slowed, 40, () => ({ latencyMs: 290 })).places).toBeCloseTo(42 * 0.7);
});

it('comes back fast to where answers came soon lately, and slowly to where they never did', () => {
	const slowAt = (places: number) =>
		answered({ ...settled(places), soonPlaces: 60 }, 10, () => ({ latencyMs: 300 }));
	expect(answered({ ...slowAt(60), places: 50 }, 40, constant).places).toBeCloseTo(50 * 1.2);
	expect(answered({ ...slowAt(61), places: 50 }, 40, constant).places).toBeCloseTo(50 * 1.05);
});

it('believes half of a round that was answered sooner than any before', () => {
	expect(answered(settled(40), 10, () => ({ latencyMs: 60 })).bestMs).toBe(80);
	expect(answered(first, 10, () => ({ latencyMs: 60 })).bestMs).toBe(60);
});

describe('after eight rounds that took a little longer than the best', () => {
	const waited = answered(settled(40), 10 + 6 * 40, () => ({ latencyMs: 135 }));
	const doubtful = answered(waited, 40, () => ({ latencyMs: 135 }));

	it('tries fewer', () => {
		expect(waited.places).toBe(40);
		expect(doubtful.places).toBeCloseTo(28);
	});

	it('has them back, and grows, if fewer are not answered sooner', () => {
		const known = answered(doubtful, 28, () => ({ latencyMs: 135 }));
		expect(known.places).toBe(40);
		expect(answered(known, 40, () => ({ latencyMs: 135 })).places).toBeCloseTo(40 * 1.2);
	});

	it('keeps the best that it knew, if fewer are', () => {
		const known = answered(doubtful, 28, () => ({ latencyMs: 110 }));
		expect(known.bestMs).toBe(100);
		expect(known.places).toBeCloseTo(28 * 1.2);
	});
});

it('keeps its places when a few fail, but adds none', () => {
	let count = 0;
	const { places } = answered(settled(40), 400, () => ({ isFailure: count++ % 20 === 0 }));
	expect(places).toBe(40);
});

it.each([
	['a fifth', 5, 10],
	['every second', 2, 1],
	['all', 1, 1],
])('if %s fail, has %3$d in the end', (_, every, least) => {
	let count = 0;
	const { places } = answered(grown, 2000, () => ({ isFailure: count++ % every === 0 }));
	expect(places).toBe(least);
});

it('comes back slowly to where requests failed, and fast to what lies below', () => {
	const failed = answered(settled(50), 10, () => ({ isFailure: true }));
	expect(failed.places).toBe(40);
	const back = answered(failed, 40, constant);
	expect(back.places).toBe(40 * 1.05);
	expect(answered({ ...failed, places: 39 }, 40, constant).places).toBeCloseTo(39 * 1.2);
});

it('starts no more with every answer once the service has asked for a pause', () => {
	const paused = afterPause(answered(first, 9, constant));
	expect(paused.places).toBe(10);
	expect(answered(paused, 9, constant).places).toBe(10);
	expect(answered(paused, 10, constant).places).toBe(12);
});

describe('while the event loop of n8n is late', () => {
	const turns = Array.from({ length: 20 }, () => 80);
	const late = (limit: Limit) => turns.reduce(afterTurn, limit);

	it('is not pushed further', () => {
		expect(answered(late(first), 500, constant).places).toBe(10);
	});

	it('does not take n8n for a slow service', () => {
		const strained = late(settled(60));
		expect(answered(strained, 200, () => ({ latencyMs: 900 })).places).toBe(60);
		expect(answered(strained, 2000, () => ({ isFailure: true })).places).toBe(1);
	});

	it('forgets it when turns come in time again', () => {
		const recovered = turns.map(() => 2).reduce(afterTurn, late(first));
		expect(answered(recovered, 1000, constant).places).toBe(100);
	});
});

describe('in a delivery', () => {
	const most = (requests: Array<{ inFlight: number }>) =>
		Math.max(...requests.map(({ inFlight }) => inFlight));
	const ok: Service = () => ({ afterMs: 200, verdict: 'done' });

	it('lets nothing start that no answer has earned', async () => {
		const { requests } = await play({ keys: distinctKeys(1000), service: ok });
		const startedBy = (ms: number) => requests.filter(({ startedAt }) => startedAt < ms).length;
		expect(startedBy(200)).toBe(10);
		expect(startedBy(400)).toBeLessThanOrEqual(10 + 40);
		expect(most(requests)).toBe(100);
	});

	it.each([false, true])(
		'takes three round trips for a hundred tasks of a far service, stopAtFailure %s',
		async (stopAtFailure) => {
			const far: Service = () => ({ afterMs: 500, verdict: 'done' });
			const settings = { stopAtFailure };
			const { tookMs } = await play({ keys: distinctKeys(100), service: far, settings });
			expect(tookMs).toBe(3 * 500);
		},
	);

	it('risks seven in a run that stops at its first failure', async () => {
		const { requests } = await play({
			keys: distinctKeys(1000),
			settings: { stopAtFailure: true },
			service: () => ({ afterMs: 200, verdict: FINAL }),
		});
		expect(requests).toHaveLength(7);
	});

	it('keeps to what the user sets, however fast the service is', async () => {
		const settings = { concurrency: 3 };
		const { requests } = await play({ keys: distinctKeys(500), service: ok, settings });
		expect(most(requests)).toBe(3);
	});

	it('does not grow while a rate is what holds requests back', async () => {
		const settings = { maxRequestsPerSecond: 20 };
		const played = await play({ keys: distinctKeys(400), service: ok, settings });
		expect(most(played.requests)).toBeLessThanOrEqual(10);
	});

	it.each([
		[0, 80],
		[100, 10],
	])('with turns of the event loop %d ms late, has %d in flight', async (lateMs, inFlight) => {
		const clock = createFakeClock();
		let [now, peak] = [0, 0];
		const delivery = deliver({
			tasks: distinctKeys(150),
			keyOf: (key) => key,
			attempt: async (_, taskIndex) => {
				now += 1;
				peak = Math.max(peak, now);
				await clock.sleep(2000);
				now -= 1;
				return { done: taskIndex };
			},
			classify: () => FINAL,
			settings: DEFAULTS,
			clock: { ...clock, sleep: async (ms) => await clock.sleep(ms === 0 ? lateMs : ms) },
		});
		await clock.pass(delivery);
		if (lateMs === 0) expect(peak).toBeGreaterThanOrEqual(inFlight);
		else expect(peak).toBe(inFlight);
	});

	it('does not grow while order is what holds requests back', async () => {
		const { requests } = await play({
			keys: Array.from({ length: 400 }, (_, index) => `key ${index % 4}`),
			service: ({ startedAt }) => ({ afterMs: startedAt < 10_000 ? 200 : 0, verdict: 'done' }),
		});
		expect(most(requests)).toBe(4);
	});

	it('gets through an outage, and is fast again afterwards', async () => {
		const { requests, delivery } = await play({
			keys: distinctKeys(3000),
			settings: { maxRetries: 10 },
			service: ({ startedAt }) =>
				startedAt > 3000 && startedAt < 10_000
					? { afterMs: 100, verdict: RETRY }
					: { afterMs: 200, verdict: 'done' },
		});
		expect(delivery.outcomes.every((outcome) => 'done' in outcome)).toBe(true);
		expect(most(requests.filter(({ startedAt }) => startedAt > 14_000))).toBeGreaterThan(40);
	});

	it('no longer earns with every answer once there was a pause', async () => {
		const { requests } = await play({
			keys: distinctKeys(400),
			service: ({ taskIndex, attemptNumber }) => ({
				afterMs: 200,
				verdict: taskIndex === 5 && attemptNumber === 1 ? pauseFor(0) : 'done',
			}),
		});
		expect(most(requests.filter(({ startedAt }) => startedAt < 800))).toBeLessThanOrEqual(15);
		expect(most(requests)).toBeGreaterThan(25);
	});

	it('does not grow from answers to pauses', async () => {
		const { requests } = await play({
			keys: distinctKeys(30),
			service: ({ startedAt }) => ({
				afterMs: 200,
				verdict: startedAt < 3000 ? pauseFor(0) : 'done',
			}),
		});
		expect(most(requests.filter(({ startedAt }) => startedAt < 3000))).toBe(10);
	});
});
