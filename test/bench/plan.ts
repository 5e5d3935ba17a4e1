import { type CandidateName, ONE_BY_ONE } from './candidates';
import type { Flags } from './flags';
import type { Case } from './host';
import { type Place, loopback, networks } from './places';

/** Executions that are measured by turns, so that each of them meets the same machine. */
export interface Step {
	cases: readonly Case[];
	repeats: number;
	/** Whether each execution gets a new n8n, where alone the peak of its memory says something. */
	ownN8n: boolean;
}

/** What the command line asks for; all that it leaves open is decided here. */
type Wishes = Pick<Flags, 'short' | 'items' | 'latencies' | 'networks' | 'only' | 'repeats'>;

export const ONE = 1;
export const HUNDRED = 100;
export const FEW = 1000;
export const MANY = 10_000;
export const VERY_MANY = 100_000;
/** Long enough for a limit of the server to be what decides. */
const AT_LIMIT = 2000;

const OURS: CandidateName[] = ['auto', 'dragged', 'expressions', 'json'];
const AT_ONCE: CandidateName[] = [...OURS, 'http', 'http-batched', 'floor'];
const ALL: CandidateName[] = [...AT_ONCE, 'event', ...ONE_BY_ONE];
/** Ours and what it is compared with. */
const BOTH: CandidateName[] = ['auto', 'http'];

/** One after the other takes so long that a second or a few of it have to do. */
const ONE_BY_ONE_MS = 5000;
const ONE_BY_ONE_MOST_ITEMS = 500;

const { near, far, limited, throttled } = networks;

function cases(names: readonly CandidateName[], items: number, place: Place): Case[] {
	const oneByOne = Math.min(ONE_BY_ONE_MOST_ITEMS, Math.round(ONE_BY_ONE_MS / (place.workMs || 1)));
	return names.map((candidate) => ({
		candidate,
		items: ONE_BY_ONE.includes(candidate) ? oneByOne : items,
		place,
	}));
}

function shared(repeats: number, ...groups: Case[][]): Step {
	return { cases: groups.flat(), repeats, ownN8n: false };
}

function alone(repeats: number, ...groups: Case[][]): Step {
	return { cases: groups.flat(), repeats, ownN8n: true };
}

const SHORT: Step[] = [
	shared(3, cases(BOTH, ONE, near)),
	shared(2, cases(BOTH, HUNDRED, near), cases(BOTH, HUNDRED, far)),
	shared(1, cases(BOTH, FEW, near), cases(BOTH, FEW, far), cases(['auto'], FEW, limited)),
	shared(2, cases([...OURS, 'http', 'floor'], FEW, loopback())),
];

/** HTTP Request takes most of the time wherever it is repeated. */
const LONG: Step[] = [
	shared(9, cases(BOTH, ONE, loopback()), cases(BOTH, ONE, near), cases(BOTH, ONE, far)),
	shared(5, ...[loopback(), near, far].map((place) => cases(BOTH, HUNDRED, place))),
	shared(3, cases([...OURS, 'http'], FEW, near), cases(BOTH, FEW, far)),
	shared(3, cases(BOTH, MANY, near), cases(BOTH, MANY, far)),
	shared(3, cases(BOTH, AT_LIMIT, limited), cases(['auto'], AT_LIMIT, throttled)),
	shared(3, cases(ALL, FEW, loopback())),
	shared(2, cases([...OURS, 'event', 'http', 'floor'], MANY, loopback())),
	shared(1, cases(['http-batched'], MANY, loopback())),
	alone(2, cases(BOTH, MANY, loopback())),
	alone(1, cases(['auto'], VERY_MANY, loopback())),
	shared(3, cases(['auto', ...ONE_BY_ONE], MANY, loopback(50))),
];

/** What to measure, in this order. */
export function planFor({
	short,
	items,
	latencies,
	networks: names,
	only,
	repeats,
}: Wishes): Step[] {
	const places = [
		...(latencies ?? (names ? [] : [0])).map(loopback),
		...(names ?? []).map((name) => networks[name]),
	];
	const isChosen = items ?? latencies ?? names;
	const steps = isChosen ? chosen(items ?? [FEW], places) : short ? SHORT : LONG;
	return steps
		.map((step) => ({
			...step,
			cases: step.cases.filter(({ candidate }) => only?.includes(candidate) ?? true),
			repeats: repeats ?? step.repeats,
		}))
		.filter((step) => step.cases.length > 0);
}

function chosen(items: readonly number[], places: readonly Place[]): Step[] {
	return places.flatMap((place) =>
		items.map((count) => {
			const isForMemory = place.roundTripMs === undefined && place.workMs === 0 && count >= MANY;
			const step = isForMemory ? alone : shared;
			return step(3, cases(candidatesFor(place), count, place));
		}),
	);
}

/** One after the other tells nothing new in a network, and what waits for no 429 fails at the first. */
function candidatesFor({ roundTripMs, perSecond }: Place): CandidateName[] {
	if (perSecond !== undefined) return OURS;
	return roundTripMs === undefined ? ALL : AT_ONCE;
}
