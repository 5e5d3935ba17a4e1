import type { CandidateName } from './candidates';
import { MANY, VERY_MANY } from './plan';
import { type Spread, spread } from './statistics';
import type { SmallestHeap } from './smallestHeap';
import type { Summary } from './summary';

/** One side of a ratio. */
interface Side {
	candidate: CandidateName;
	latencyMs?: number;
	/** Any number where absent. */
	items?: number;
	of: 'msAnItem' | 'peakMegabytes';
}

interface Goal {
	text: string;
	/** The ratio is the first divided by the second. */
	sides: [Side, Side];
	/** What it has to be. */
	atLeast?: number;
	atMost?: number;
}

/** A goal with what was measured. */
export interface Verdict {
	text: string;
	wanted: string;
	/** Of the medians; undefined when something of it was not measured. */
	ratio: number | undefined;
	/** The lowest and the highest that the measurements allow. */
	range: [number, number] | undefined;
	isReached: boolean | undefined;
}

function time(candidate: CandidateName, items?: number, latencyMs = 0): Side {
	return { candidate, latencyMs, of: 'msAnItem', ...(items !== undefined && { items }) };
}

function memory(candidate: CandidateName, items: number): Side {
	return { candidate, items, latencyMs: 0, of: 'peakMegabytes' };
}

/** @param items how many an execution has, where a goal says nothing else */
function goals(items: number): Goal[] {
	return [
		{
			text: 'Map Automatically: times the rate of HTTP Request',
			sides: [time('http', items), time('auto', items)],
			atLeast: 5,
		},
		{
			text: 'Map Automatically: times the rate of HTTP Request in batches',
			sides: [time('http-batched', items), time('auto', items)],
			atLeast: 5,
		},
		{
			text: "Map Automatically: share of HTTP Request's peak memory",
			sides: [memory('auto', items), memory('http', items)],
			atMost: 0.65,
		},
		{
			text: 'Map Automatically: time, compared with the request helper alone',
			sides: [time('auto', items), time('floor', items)],
			atMost: 1.15,
		},
		{
			text: 'Map Each Field Below, dragged fields: times the rate of HTTP Request',
			sides: [time('http', items), time('dragged', items)],
			atLeast: 4,
		},
		{
			text: 'Map Each Field Below, five expressions: times the rate of HTTP Request',
			sides: [time('http', items), time('expressions', items)],
			atLeast: 1,
		},
		{
			text: 'Map Automatically at 50 ms latency: times the rate of one after the other',
			sides: [time('one-by-one', undefined, 50), time('auto', items, 50)],
			atLeast: 20,
		},
		{
			text: 'Map Automatically at 50 ms latency, 25 at once: times its own rate one after the other',
			sides: [time('auto-one-by-one', undefined, 50), time('auto', items, 50)],
			atLeast: 20,
		},
		{
			text: 'Map Automatically: time an item of 100,000, compared with one of 10,000',
			sides: [time('auto', VERY_MANY), time('auto', MANY)],
			atMost: 1.3,
		},
	];
}

function measured(summaries: readonly Summary[], side: Side): Spread | undefined {
	const found = summaries.find(
		({ candidate, items, latencyMs }) =>
			candidate === side.candidate &&
			latencyMs === (side.latencyMs ?? 0) &&
			items === (side.items ?? items),
	);
	return found?.[side.of];
}

type Limits = Pick<Goal, 'text' | 'atLeast' | 'atMost'>;

function judge(
	{ text, atLeast, atMost }: Limits,
	one: Spread | undefined,
	other: Spread | undefined,
): Verdict {
	const wanted = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
	if (!one || !other)
		return { text, wanted, ratio: undefined, range: undefined, isReached: undefined };
	const ratio = one.median / other.median;
	return {
		text,
		wanted,
		ratio,
		range: [one.min / other.max, one.max / other.min],
		isReached: ratio >= (atLeast ?? -Infinity) && ratio <= (atMost ?? Infinity),
	};
}

/** How many items the goals are about: 10,000, or what comes nearest of what was measured. */
export function reference(summaries: readonly Summary[]): number {
	const counts = summaries
		.filter(({ candidate, items }) => candidate !== 'one-by-one' && items <= MANY)
		.map(({ items }) => items);
	return counts.length > 0 ? Math.max(...counts) : MANY;
}

/** What was reached. */
export function judgeAll(summaries: readonly Summary[]): Verdict[] {
	return goals(reference(summaries)).map((goal) => {
		const [one, other] = goal.sides;
		return judge(goal, measured(summaries, one), measured(summaries, other));
	});
}

/** What was reached of the memory that is needed, whatever there is. */
export function judgeHeaps(heaps: readonly SmallestHeap[]): Verdict {
	const heapOf = (name: CandidateName) => {
		const found = heaps.find(({ candidate }) => candidate === name);
		return found && spread([found.megabytes]);
	};
	const text = 'Map Automatically: share of the smallest heap with which HTTP Request gets through';
	return judge({ text, atMost: 0.65 }, heapOf('auto'), heapOf('http'));
}
