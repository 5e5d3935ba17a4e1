import { deliver } from '../../nodes/Growlytics/delivery/deliver';
import type {
	Delivery,
	DeliveryEnd,
	DeliverySettings,
	TaskOutcome,
} from '../../nodes/Growlytics/delivery/job';
import type { Verdict } from '../../nodes/Growlytics/delivery/retryPolicy';
import { createFakeClock } from './fakeClock';

/** One attempt as the service saw it; times are milliseconds since the start. */
export interface Request {
	taskIndex: number;
	key: string;
	attemptNumber: number;
	startedAt: number;
	/** NaN while under way. */
	endedAt: number;
	/** Requests under way, this one included. */
	inFlight: number;
}

/** How the service answers: after how long, and with what. A failure is its own verdict. */
export interface Reply {
	afterMs: number;
	verdict: Verdict | 'done';
}

export type Service = (request: Request) => Reply;

export interface Scenario {
	/** One task for each key. */
	keys: readonly string[];
	service: Service;
	settings?: Partial<DeliverySettings>;
	cancelAtMs?: number;
	seed?: number;
}

export interface Played {
	delivery: Delivery<number, Verdict>;
	requests: Request[];
	tookMs: number;
	/** When the sleeps that the delivery left behind will end, in milliseconds from its end. */
	pendingSleeps: number[];
}

/** Sleeps cannot be cut short: none is longer, so that nothing ticks for long when a run has ended. */
export const LONGEST_SLEEP_MS = 500;

/** The node's own defaults. */
export const DEFAULTS: DeliverySettings = {
	concurrency: 0,
	maxRetries: 3,
	maxRequestsPerSecond: 0,
	stopAtFailure: false,
};

export const RETRY: Verdict = { kind: 'retry' };
export const FINAL: Verdict = { kind: 'final' };
export const END_RUN: Verdict = { kind: 'endRun' };

export function pauseFor(retryAfterMs?: number): Verdict {
	return { kind: 'pause', retryAfterMs };
}

/** @returns that many different keys */
export function distinctKeys(count: number): string[] {
	return Array.from({ length: count }, (_, index) => `key ${index}`);
}

/** Delivers in virtual time. The result of a task is its index. */
export async function play(scenario: Scenario): Promise<Played> {
	const clock = createFakeClock(scenario.seed);
	const requests: Request[] = [];
	const controller = new AbortController();
	let inFlight = 0;

	async function attempt(key: string, taskIndex: number, attemptNumber: number) {
		inFlight += 1;
		const startedAt = clock.elapsed();
		const request = { taskIndex, key, attemptNumber, startedAt, endedAt: NaN, inFlight };
		requests.push(request);
		const { afterMs, verdict } = scenario.service(request);
		await clock.sleep(afterMs);
		inFlight -= 1;
		request.endedAt = clock.elapsed();
		return verdict === 'done' ? { done: taskIndex } : { failed: verdict };
	}

	if (scenario.cancelAtMs !== undefined) {
		void clock.sleep(scenario.cancelAtMs).then(() => controller.abort());
	}
	const delivery = await clock.pass(
		deliver({
			tasks: scenario.keys,
			keyOf: (key) => key,
			attempt,
			classify: (verdict) => verdict,
			settings: { ...DEFAULTS, ...scenario.settings },
			signal: controller.signal,
			clock,
		}),
	);
	const tookMs = clock.elapsed();
	const untilCancel = (scenario.cancelAtMs ?? 0) - tookMs;
	const pendingSleeps = clock.pendingSleeps().filter((ms) => ms !== untilCancel);
	return { delivery, requests, tookMs, pendingSleeps };
}

type Word =
	| 'done'
	| 'failed'
	| `givenUp: ${DeliveryEnd<unknown>['kind']}`
	| `notSent: ${DeliveryEnd<unknown>['kind']}`;

/** What became of a task, in a word. */
export function wordOf(outcome: TaskOutcome<unknown, unknown>): Word {
	if ('done' in outcome) return 'done';
	if ('notSent' in outcome) return `notSent: ${outcome.notSent.kind}`;
	return outcome.givenUp === undefined ? 'failed' : `givenUp: ${outcome.givenUp.kind}`;
}

/** How many tasks had each outcome. */
export function tally({ delivery }: Played): Partial<Record<Word, number>> {
	const counts: Partial<Record<Word, number>> = {};
	for (const outcome of delivery.outcomes) {
		const word = wordOf(outcome);
		counts[word] = (counts[word] ?? 0) + 1;
	}
	return counts;
}
