import { type CandidateName, ONE_BY_ONE } from './candidates';
import { type Place, loopback, mostPerSecond, networks } from './places';
import { FEW, HUNDRED, MANY, ONE, VERY_MANY } from './plan';
import { type Ratio, type Spread, ratioOf, spread } from './statistics';
import type { SmallestHeap } from './smallestHeap';
import type { Summary } from './summary';

/** What of a summary is a figure with a spread. */
type Figure = {
	[Key in keyof Summary]: Summary[Key] extends Spread | undefined ? Key : never;
}[keyof Summary];

/** One side of a ratio: measured, or known. */
type Side =
	| {
			candidate: CandidateName;
			place: Place;
			/** Any number where absent. */
			items?: number | undefined;
			of: Figure;
	  }
	| { known: number };

interface Goal {
	text: string;
	/** The ratio is the first divided by the second. */
	sides: [Side, Side];
	/** What it has to be. */
	atLeast?: number;
	atMost?: number;
}

/** A goal with what was measured, all undefined when something of it was not. */
export interface Verdict {
	text: string;
	wanted: string;
	ratio: Ratio['ratio'] | undefined;
	range: Ratio['range'] | undefined;
	isReached: boolean | undefined;
}

/** "No slower", where two executions of the same kind differ by as much. */
const NO_SLOWER = 0.95;

/** What is no ratio is one to this. */
const ONE_OF_IT: Side = { known: 1 };

function time(candidate: CandidateName, items?: number, place: Place = loopback()): Side {
	return { candidate, place, items, of: 'msAnItem' };
}

function memory(candidate: CandidateName, items: number): Side {
	return { candidate, items, place: loopback(), of: 'peakMegabytes' };
}

function atLimit(place: Place, of: Figure): Side {
	return { candidate: 'auto', place, of };
}

/** The time that an item takes where only the server's limit counts. */
function timeAtBest(place: Place): Side {
	return { known: 1000 / (mostPerSecond(place) ?? NaN) };
}

function inNetwork(items: number, place: Place, atLeast: number): Goal {
	const text = `${items.toLocaleString('en-US')} ${items === 1 ? 'item' : 'items'}, ${place.title}: times the rate of HTTP Request`;
	return { text, sides: [time('http', items, place), time('auto', items, place)], atLeast };
}

const { near, far, limited, throttled } = networks;

/** With nothing set, over a network: what a user gets. */
const NETWORK_GOALS: Goal[] = [
	inNetwork(FEW, near, 2),
	inNetwork(FEW, far, 1.5),
	inNetwork(MANY, near, 1.5),
	inNetwork(MANY, far, 1.5),
	inNetwork(HUNDRED, near, 1),
	{
		text: `100 items, ${far.title}: time, compared with HTTP Request, which waits for no answer`,
		sides: [time('auto', HUNDRED, far), time('http', HUNDRED, far)],
		atMost: 1.5,
	},
	inNetwork(ONE, near, NO_SLOWER),
	inNetwork(ONE, far, NO_SLOWER),
	{
		text: 'A server that works on 20 at once: share of what it can do',
		sides: [timeAtBest(limited), atLimit(limited, 'msAnItem')],
		atLeast: 0.9,
	},
	{
		text: 'A server that works on 20 at once: how many of ours wait there at most',
		sides: [atLimit(limited, 'waiting'), ONE_OF_IT],
		atMost: 40,
	},
	{
		text: 'A server that allows 50 a second: share of what it allows',
		sides: [timeAtBest(throttled), atLimit(throttled, 'msAnItem')],
		atLeast: 0.8,
	},
	{
		text: 'A server that allows 50 a second: share of requests that it answered with 429',
		sides: [atLimit(throttled, 'tooManyShare'), ONE_OF_IT],
		atMost: 0.05,
	},
	{
		text: 'A server that allows 50 a second: share of customers stored',
		sides: [atLimit(throttled, 'acceptedShare'), ONE_OF_IT],
		atLeast: 1,
	},
];

/** @param items how many an execution has, where a goal says nothing else */
function loopbackGoals(items: number): Goal[] {
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
			atLeast: 3,
		},
		{
			text: 'JSON, one expression: times the rate of HTTP Request',
			sides: [time('http', items), time('json', items)],
			atLeast: 3,
		},
		{
			text: 'Event > Track: time, compared with Customer > Create or Update',
			sides: [time('event', items), time('auto', items)],
			atMost: 1.1,
		},
		{
			text: 'Map Automatically at 50 ms latency: times the rate of one after the other',
			sides: [time('one-by-one', undefined, loopback(50)), time('auto', items, loopback(50))],
			atLeast: 20,
		},
		{
			text: 'Map Automatically at 50 ms latency: times its own rate one after the other',
			sides: [time('auto-one-by-one', undefined, loopback(50)), time('auto', items, loopback(50))],
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
	if ('known' in side) return spread([side.known]);
	const found = summaries.find(
		({ candidate, items, place }) =>
			candidate === side.candidate &&
			place.name === side.place.name &&
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
	const { ratio, range } = ratioOf(one, other);
	return {
		text,
		wanted,
		ratio,
		range,
		isReached: ratio >= (atLeast ?? -Infinity) && ratio <= (atMost ?? Infinity),
	};
}

/** How many items the goals on loopback are about: 10,000, or what comes nearest of what was measured. */
export function reference(summaries: readonly Summary[]): number {
	const counts = summaries
		.filter(({ place }) => place.roundTripMs === undefined)
		.filter(({ candidate, items }) => !ONE_BY_ONE.includes(candidate) && items <= MANY)
		.map(({ items }) => items);
	return counts.length > 0 ? Math.max(...counts) : MANY;
}

function judgeAll(goals: readonly Goal[], summaries: readonly Summary[]): Verdict[] {
	return goals.map((goal) => {
		const [one, other] = goal.sides;
		return judge(goal, measured(summaries, one), measured(summaries, other));
	});
}

/** What was reached over a network, with nothing set. */
export function judgeNetwork(summaries: readonly Summary[]): Verdict[] {
	return judgeAll(NETWORK_GOALS, summaries);
}

/** What was reached on loopback. */
export function judgeLoopback(summaries: readonly Summary[]): Verdict[] {
	return judgeAll(loopbackGoals(reference(summaries)), summaries);
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
