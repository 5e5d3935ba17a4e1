import { type CandidateName, ONE_BY_ONE } from './candidates';
import type { Flags } from './flags';
import type { Case } from './host';

/** Executions that are measured by turns, so that each of them meets the same machine. */
export interface Step {
	cases: readonly Case[];
	repeats: number;
	/** Whether each execution gets a new n8n, where alone the peak of its memory says something. */
	ownN8n: boolean;
}

/** What the command line asks for; all that it leaves open is decided here. */
type Wishes = Pick<Flags, 'short' | 'items' | 'latencies' | 'only' | 'repeats'>;

export const MANY = 10_000;
const FEW = 1000;
export const VERY_MANY = 100_000;

const OURS: CandidateName[] = ['auto', 'dragged', 'expressions', 'json'];
const AT_ONCE: CandidateName[] = [...OURS, 'http', 'http-batched', 'floor'];
const ALL: CandidateName[] = [...AT_ONCE, ...ONE_BY_ONE];

/** One after the other takes so long that a second or a few of it have to do. */
const ONE_BY_ONE_MS = 5000;
const ONE_BY_ONE_MOST_ITEMS = 500;

function cases(names: readonly CandidateName[], items: number, latencyMs: number): Case[] {
	const oneByOne = Math.min(ONE_BY_ONE_MOST_ITEMS, Math.round(ONE_BY_ONE_MS / (latencyMs || 1)));
	return names.map((candidate) => ({
		candidate,
		items: ONE_BY_ONE.includes(candidate) ? oneByOne : items,
		latencyMs,
	}));
}

function shared(repeats: number, ...groups: Case[][]): Step {
	return { cases: groups.flat(), repeats, ownN8n: false };
}

function alone(repeats: number, ...groups: Case[][]): Step {
	return { cases: groups.flat(), repeats, ownN8n: true };
}

const SHORT: Step[] = [shared(3, cases(ALL, FEW, 0)), shared(1, cases(ALL, FEW, 50))];

/** HTTP Request takes most of the time wherever it is repeated. */
const LONG: Step[] = [
	shared(3, cases(ALL, FEW, 0)),
	alone(1, cases([...OURS, 'http', 'floor'], MANY, 0)),
	alone(2, cases(['auto', 'dragged', 'floor'], MANY, 0)),
	alone(1, cases(['http', 'http-batched'], MANY, 0)),
	alone(3, cases(['auto'], VERY_MANY, 0)),
	shared(3, cases(['auto', 'floor', ...ONE_BY_ONE], MANY, 50)),
	shared(1, cases(ALL, FEW, 50), cases(ALL, FEW, 200)),
	shared(1, cases(['dragged', 'http'], MANY, 50), cases(['auto', 'http', 'floor'], MANY, 200)),
];

/** What to measure, in this order. */
export function planFor({ short, items, latencies, only, repeats }: Wishes): Step[] {
	const steps =
		items || latencies ? chosen(items ?? [FEW], latencies ?? [0]) : short ? SHORT : LONG;
	return steps
		.map((step) => ({
			...step,
			cases: step.cases.filter(({ candidate }) => only?.includes(candidate) ?? true),
			repeats: repeats ?? step.repeats,
		}))
		.filter((step) => step.cases.length > 0);
}

function chosen(items: readonly number[], latencies: readonly number[]): Step[] {
	return latencies.flatMap((latencyMs) =>
		items.map((count) => {
			const step = latencyMs === 0 && count >= MANY ? alone : shared;
			return step(3, cases(ALL, count, latencyMs));
		}),
	);
}
