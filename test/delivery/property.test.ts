import fc from 'fast-check';

import type { DeliverySettings } from '../../nodes/Growlytics/delivery/job';
import { MOST_IN_FLIGHT } from '../../nodes/Growlytics/delivery/limit';
import { draw } from '../growlytics/draw';
import type { Played, Reply, Request, Scenario } from './scenario';
import { END_RUN, FINAL, LONGEST_SLEEP_MS, RETRY, pauseFor, play, wordOf } from './scenario';

const RUNS = 400;

/** A run drawn at random; its service answers the same attempt of the same task always alike. */
interface Draw {
	taskCount: number;
	keyCount: number;
	settings: DeliverySettings;
	latency: { fromMs: number; spreadMs: number };
	/** Shares of the attempts, in the order of `faults`. */
	shares: number[];
	endRunShare: number;
	cancelAtMs: number | undefined;
	seed: number;
}

const faults = [RETRY, FINAL, pauseFor(), pauseFor(0), pauseFor(1500), pauseFor(20_000)] as const;

const share = fc.oneof(
	{ weight: 3, arbitrary: fc.constant(0) },
	{ weight: 2, arbitrary: fc.double({ min: 0, max: 0.3, noNaN: true }) },
	{ weight: 1, arbitrary: fc.constant(0.9) },
);

const draws: fc.Arbitrary<Draw> = fc.record({
	taskCount: fc.integer({ min: 0, max: 60 }),
	keyCount: fc.integer({ min: 1, max: 60 }),
	settings: fc.record({
		concurrency: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100 })),
		maxRetries: fc.integer({ min: 0, max: 10 }),
		maxRequestsPerSecond: fc.constantFrom(0, 0, 3, 40, 500),
		stopAtFailure: fc.boolean(),
	}),
	latency: fc.record({
		fromMs: fc.constantFrom(0, 1, 50, 5000),
		spreadMs: fc.constantFrom(0, 20, 800, 30_000),
	}),
	shares: fc.tuple(share, share, share, share, share, share),
	endRunShare: fc.constantFrom(0, 0, 0, 0.02),
	cancelAtMs: fc.option(fc.integer({ min: 0, max: 30_000 }), { nil: undefined }),
	seed: fc.nat(1_000_000),
});

function replyTo(run: Draw, { taskIndex, attemptNumber }: Request): Reply {
	const chance = (stream: number) => draw(run.seed, stream, taskIndex, attemptNumber);
	const afterMs = run.latency.fromMs + Math.floor(chance(1) * run.latency.spreadMs);
	if (chance(2) < run.endRunShare) return { afterMs, verdict: END_RUN };
	const found = faults.find((_, stream) => chance(3 + stream) < (run.shares[stream] ?? 0));
	return { afterMs, verdict: found ?? 'done' };
}

function scenarioOf(run: Draw): Scenario {
	return {
		keys: Array.from(
			{ length: run.taskCount },
			(_, index) => `key ${Math.floor(draw(run.seed, 0, index, 0) * run.keyCount)}`,
		),
		service: (request) => replyTo(run, request),
		settings: run.settings,
		seed: run.seed,
		...(run.cancelAtMs === undefined ? {} : { cancelAtMs: run.cancelAtMs }),
	};
}

/** Each rule gives the requests or outcomes that break it. */
const rules: Record<string, (played: Played, run: Draw) => unknown[]> = {
	'never more under way than allowed': ({ requests }, { settings }) =>
		requests.filter(({ inFlight }) => inFlight > (settings.concurrency || MOST_IN_FLIGHT)),

	'a task of a key waits for the one before it': ({ requests }) => {
		const last = new Map<string, Request>();
		return requests.filter((request) => {
			const previous = last.get(request.key);
			last.set(request.key, request);
			if (previous === undefined) return request.attemptNumber !== 1;
			const isNext =
				request.taskIndex === previous.taskIndex
					? request.attemptNumber === previous.attemptNumber + 1
					: request.taskIndex > previous.taskIndex && request.attemptNumber === 1;
			return !isNext || !(request.startedAt >= previous.endedAt);
		});
	},

	'one outcome for each task, in input order, as the last answer was': (
		{ delivery, requests },
		run,
	) => {
		const last = new Map(requests.map((request) => [request.taskIndex, request]));
		const wrong = delivery.outcomes.filter((outcome, index) => {
			const request = last.get(index);
			if ('notSent' in outcome) return request !== undefined;
			if (request === undefined) return true;
			if ('failed' in outcome && outcome.earlier.length + 1 !== request.attemptNumber) return true;
			const { verdict } = replyTo(run, request);
			return 'done' in outcome
				? verdict !== 'done' || outcome.done !== index
				: outcome.failed !== verdict;
		});
		return delivery.outcomes.length === run.taskCount ? wrong : [delivery.outcomes.length];
	},

	'tasks are left behind only by a run that ended early': ({ delivery }) =>
		delivery.outcomes.filter((outcome) => {
			const cause = 'notSent' in outcome ? outcome.notSent : 'failed' in outcome && outcome.givenUp;
			return cause && cause !== delivery.cause;
		}),

	'no more retries than charged': ({ requests }, run) => {
		const retries = new Map<number, number>();
		return requests.filter((request) => {
			const { verdict } = replyTo(run, request);
			const isFailure = verdict !== 'done' && verdict.kind === 'retry';
			const before = retries.get(request.taskIndex) ?? 0;
			retries.set(request.taskIndex, before + (isFailure ? 1 : 0));
			return before > run.settings.maxRetries;
		});
	},

	'what is final is not attempted again': ({ requests }, run) => {
		const over = new Set<number>();
		return requests.filter((request) => {
			const { verdict } = replyTo(run, request);
			const wasOver = over.has(request.taskIndex);
			if (verdict === 'done' || verdict.kind === 'final') over.add(request.taskIndex);
			return wasOver;
		});
	},

	'nothing starts during a pause': ({ requests }, run) =>
		requests.filter((request) => {
			const { verdict } = replyTo(run, request);
			if (verdict === 'done' || verdict.kind !== 'pause') return false;
			// Half a second is the least that an unstated pause takes.
			const until = request.endedAt + (verdict.retryAfterMs ?? 500);
			return requests.some(({ startedAt }) => startedAt > request.endedAt && startedAt < until);
		}),

	'nothing starts after the run ended': ({ requests, delivery }, run) => {
		const { cause } = delivery;
		if (cause === undefined) return [];
		const culprit = cause.kind === 'cancelled' ? undefined : cause.taskIndex;
		const endedAt = Math.max(
			...requests.filter(({ taskIndex }) => taskIndex === culprit).map(({ endedAt: at }) => at),
		);
		const end = culprit === undefined ? (run.cancelAtMs ?? NaN) : endedAt;
		return requests.filter(({ startedAt }) => startedAt > end);
	},

	'a run stops at its first failure if it is to': ({ delivery }, { settings }) => {
		const failed = delivery.outcomes.some((outcome) => wordOf(outcome) === 'failed');
		return settings.stopAtFailure && failed && delivery.cause === undefined ? ['went on'] : [];
	},

	'starts are paced': ({ requests }, { settings: { maxRequestsPerSecond } }) =>
		requests.filter(
			({ startedAt }, index) =>
				maxRequestsPerSecond > 0 && startedAt < index * (1000 / maxRequestsPerSecond) - 0.001,
		),

	'a cancelled run waits for nothing but what is under way': (
		{ requests, delivery, tookMs },
		run,
	) =>
		delivery.cause?.kind === 'cancelled'
			? [tookMs].filter(
					(ms) => ms > Math.max(run.cancelAtMs ?? NaN, ...requests.map(({ endedAt }) => endedAt)),
				)
			: [],

	'nothing keeps ticking': ({ pendingSleeps }) =>
		pendingSleeps.filter((ms) => ms > LONGEST_SLEEP_MS),

	'the requests are counted': ({ requests, delivery }) => {
		const retried = requests.filter(({ attemptNumber }) => attemptNumber > 1).length;
		return retried === delivery.retried ? [] : [retried];
	},
};

it(`keeps every rule in ${RUNS} random runs`, async () => {
	await fc.assert(
		fc.asyncProperty(draws, async (run) => {
			const played = await play(scenarioOf(run));
			for (const [rule, breaches] of Object.entries(rules)) {
				expect({ rule, breaches: breaches(played, run) }).toEqual({ rule, breaches: [] });
			}
		}),
		{ numRuns: RUNS, seed: 20_260_101 },
	);
}, 300_000);
