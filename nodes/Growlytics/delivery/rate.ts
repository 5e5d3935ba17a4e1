/** How long an answer counts: about the time in which a changed limit shows. */
const MEMORY_MS = 3000;
/** The first answers of a run come in a burst: nothing is extrapolated from less than this. */
const SHORTEST_MEASURE_MS = 1000;
/** Below what gets through, so that the service catches up. */
const BELOW_SERVED = 0.9;
const GENTLY = 0.9;
/** From one pause to the next the rate is at most halved: too little was served in between to measure it. */
const LEAST_LEFT = 0.5;
const LOWEST_PER_SECOND = 0.5;
/** An answer makes the rate grow by this share, but within these bounds: a slow run recovers, a fast one does not bolt. */
const GROWTH = 0.05;
const LEAST_GROWTH_PER_SECOND = 0.1;
const MOST_GROWTH_PER_SECOND = 2;
/** Where the limit is known, the rate comes near it more and more slowly: each pause costs the requests under way. */
const GROWTH_LEFT_AT_LIMIT = 0.25;
const SLOWEST_GROWTH_PER_SECOND = 0.05;
const PROVEN_LEFT = 0.8;
/** Requests a second that a place can be expected to manage; beyond, a rate limits nothing. */
const PER_PLACE_AND_SECOND = 20;
/** A service that refuses a smaller share than this, and not for long, is not at its limit. */
const SHARE_REFUSED_AT_LIMIT = 0.2;
const SHARE_PRIOR_ANSWERS = 5;
const SHORT_PAUSE_MS = 500;

/**
 * How fast requests may start, learnt from what the service lets through. A pause lowers it to a little less than what
 * was served before (halving it blindly takes long where the first rate is far off); answers let it grow again.
 */
export interface Rate {
	/** Infinity while nothing speaks for a limit. */
	perSecond: number;
	/** What the last pause lowered it to, 0 before the first. */
	loweredTo: number;
	/** What that must not exceed, whatever else becomes known of the time before the pause. */
	gently: number;
	/** The most that an answer makes it grow, beyond what is proven. */
	growth: number;
	/** What was served before one of the last pauses: not all pauses are well measured. */
	proven: number;
	/** What a run without a limit is taken to have tried. */
	ceiling: number;
	/** Answers of the last few seconds, the older the less they count. */
	served: number;
	refused: number;
	countedAt: number;
	startedAt: number;
}

export function unlimited(concurrency: number, now: number): Rate {
	return {
		perSecond: Infinity,
		loweredTo: 0,
		gently: Infinity,
		growth: MOST_GROWTH_PER_SECOND,
		proven: 0,
		ceiling: ceilingOf(concurrency),
		served: 0,
		refused: 0,
		countedAt: now,
		startedAt: now,
	};
}

/** What a run without a limit is taken to have tried once it had that many requests at once. */
export function tried(rate: Rate, concurrency: number): Rate {
	return { ...rate, ceiling: ceilingOf(concurrency) };
}

/** @param isCurrent whether the request started after the last pause */
export function afterServed(rate: Rate, now: number, isCurrent: boolean): Rate {
	const faded = fade(rate, now);
	const counted = { ...faded, served: faded.served + 1 };
	return { ...counted, perSecond: isCurrent ? grow(rate) : correct(counted) };
}

/**
 * @param pauseMs how long the service is left alone
 * @param lowers false for a request that started before the last pause: the rate was lowered for it already
 */
export function afterRefused(rate: Rate, now: number, pauseMs: number, lowers: boolean): Rate {
	const counted = fade(rate, now);
	const refused = { ...counted, refused: counted.refused + 1 };
	if (!lowers) return refused;
	const gently = Math.min(rate.perSecond, rate.ceiling) * GENTLY;
	const sustained = Math.max(servedPerSecond(counted) * BELOW_SERVED, rate.loweredTo * LEAST_LEFT);
	if (!isAtLimit(refused, pauseMs)) return lower(refused, gently, gently);
	const isKnown = rate.loweredTo > 0;
	const growth = isKnown ? rate.growth * GROWTH_LEFT_AT_LIMIT : rate.growth;
	const lowered = lower(refused, Math.min(gently, sustained), gently);
	return {
		...lowered,
		growth: Math.max(SLOWEST_GROWTH_PER_SECOND, growth),
		proven: Math.max(lowered.perSecond, rate.proven * PROVEN_LEFT),
	};
}

function lower(rate: Rate, to: number, gently: number): Rate {
	const loweredTo = Math.max(LOWEST_PER_SECOND, to);
	return { ...rate, perSecond: loweredTo, loweredTo, gently };
}

/** Requests under way at the last pause got through as well: the rate was lowered without knowing of them. */
function correct(rate: Rate): number {
	const missed = servedPerSecond({ ...rate, served: 1 }) * BELOW_SERVED;
	return Math.max(rate.perSecond, Math.min(rate.gently, rate.perSecond + missed));
}

function grow({ perSecond, growth, proven, ceiling }: Rate): number {
	const share = Math.max(LEAST_GROWTH_PER_SECOND, perSecond * GROWTH);
	const most = perSecond < proven ? MOST_GROWTH_PER_SECOND : growth;
	const grown = perSecond + Math.min(most, share);
	return grown < ceiling ? grown : Infinity;
}

function ceilingOf(concurrency: number): number {
	return concurrency * PER_PLACE_AND_SECOND;
}

function isAtLimit({ served, refused }: Rate, pauseMs: number): boolean {
	if (pauseMs >= SHORT_PAUSE_MS) return true;
	return refused / (served + refused + SHARE_PRIOR_ANSWERS) >= SHARE_REFUSED_AT_LIMIT;
}

function fade(rate: Rate, now: number): Rate {
	const kept = Math.exp((rate.countedAt - now) / MEMORY_MS);
	return { ...rate, served: rate.served * kept, refused: rate.refused * kept, countedAt: now };
}

function servedPerSecond({ served, countedAt, startedAt }: Rate): number {
	const measuredMs = Math.max(SHORTEST_MEASURE_MS, countedAt - startedAt);
	const weightMs = MEMORY_MS * (1 - Math.exp(-measuredMs / MEMORY_MS));
	return (served / weightMs) * 1000;
}
