/** The most that a run puts in flight, whatever it measures. */
export const MOST_IN_FLIGHT = 100;
const FIRST_IN_FLIGHT = 10;
/** Where the first failure ends the run, less is risked until something is known. */
const FIRST_IN_FLIGHT_IF_STOPPING = 7;

/** What a round trip adds at first: as many places as it takes to send so many a second more. */
const FASTER_PER_SECOND = 80;
/** What a single answer adds at most. */
const MOST_EARNED = 5;
/** In the first round nothing is known but the fastest answer: a later one that took longer may have queued. */
const SLOWER_THAN_FASTEST = 1.5;
/** The same, compared with the best mean of a round. */
const SLOWER_THAN_BEST = 1.4;

/** Requests that a round has: a mean of fewer says little, and more take too long. */
const LEAST_REQUESTS = 5;
const MOST_REQUESTS = 40;
/** A round is over without its last answers when so many times its requests were answered. */
const STRAGGLERS_AFTER = 3;
/** A mean latency up to this many times the best leaves room for more in flight. */
const GOOD = 1.2;
/** Beyond, answers queue somewhere. */
const SLOW = 1.5;
const LEAST_KEPT = 0.7;
/** A pause ends the start, which has gone too far then. */
const KEPT_AFTER_START = 0.5;
/** Slow answers alone leave so many. */
const LEAST_IF_SLOW = 3;
const GROWTH = 0.2;
/** Near what was too much before, and beyond. */
const CAREFUL_GROWTH = 0.05;
const NEAR = 0.8;
/** With every good round what was too much counts for less. */
const FORGOTTEN = 1.02;
/** With every slow round, so do the places at which answers came soon. */
const LESS_SOON = 0.95;
/** After so many rounds that took a little longer than the best, fewer in flight show whether it is they. */
const ROUNDS_TO_DOUBT = 8;
/** If so many fewer in flight are hardly answered sooner, it is not they that slow the answers. */
const MANY_FEWER = 0.75;
const HARDLY_SOONER = 0.85;

/** A round with a larger share of failures has too many in flight, if these are more than at first. */
const SHARE_FAILED = 0.1;
/** With a larger share than this, fewer than at first are tried as well. */
const SHARE_FAILED_MUCH = 0.4;
/** Failures can be so much quicker than answers that their share says little of how many are too many. */
const LEAST_KEPT_IF_FAILED = 0.8;

/** A turn of the event loop that is this late is one of a process that has enough to do. */
const STRAINED_MS = 30;
const LATENESS_WEIGHT = 0.2;

/** The requests since the number in flight was last judged, and how they were answered. */
interface Round {
	number: number;
	started: number;
	/** How many of its first requests have to be answered: their latency counts. */
	size: number;
	firstAnswered: number;
	firstServed: number;
	latencySum: number;
	answered: number;
	failed: number;
	/** Whether the limit held requests back. */
	wasFull: boolean;
}

/** Where a request stands, for its answer to be counted. */
export interface Start {
	round: number;
	/** Whether it is one of the first of its round. */
	isFirst: boolean;
	/** How many might be in flight then: so many answers come in a round trip. */
	places: number;
}

/**
 * How many requests may be in flight, found from how long the answers take (after TCP Vegas' and Netflix' limits):
 *
 * 1. The first 10 start at once, 7 where the first failure ends the run.
 * 2. Starting: every answer that came as soon as the first ones earns up to 5 places, so that a round trip adds what it
 *    takes to send 80 a second more. A pause, failures or slower answers end this.
 * 3. From then on answers are judged by rounds: of the first 5 to 40 requests that started after the last judgement.
 * 4. A round whose mean latency is at most 1.2 times the best so far adds a fifth, or a twentieth near what was too
 *    many before; one beyond 1.5 times the best takes away what queues, 30% at most. In between nothing changes. Too many
 *    are so many only if as many were not answered soon lately; and of a mean better than the best, half is believed.
 * 5. If a quarter fewer in flight are hardly answered sooner, it is not they that slow the answers: that is the best now,
 *    and the limit is what it was. After eight rounds in between, fewer are tried to see this.
 * 6. A round in which more than a tenth failed takes a fifth away at most, but leaves the first 10; one in which more
 *    than four tenths failed does not.
 * 7. Nothing is added while the limit is not what holds requests back (few items left, order, a rate, a pause), nor in
 *    a round with a failure.
 * 8. Nothing is added or taken for latency while n8n's event loop is late: then it is n8n that answers slowly.
 * 9. Never more than 100, never fewer than 3 because answers are slow, or 1 because they fail.
 */
export interface Limit {
	/** Not a whole number while it changes. */
	places: number;
	/** Whether answers still add places one by one. */
	isStarting: boolean;
	/** Of single requests in the first round. */
	fastestMs: number;
	/** The lowest mean of a round; Infinity before the first is complete. */
	bestMs: number;
	/** When answers became slow: how many were in flight, and how long they took. */
	slow: { places: number; latencyMs: number } | undefined;
	/** Rounds in a row that took longer than the best, but not much. */
	laterRounds: number;
	/** The most places at which answers came soon. */
	soonPlaces: number;
	/** The places that were too many, be it that answers slowed or failed; Infinity if none were. */
	tooMany: number;
	/** Whether the limit held requests back in the round before. */
	wasFull: boolean;
	/** How late the event loop is, on average. */
	lateMs: number;
	round: Round;
}

/** How a request was answered that the service did not merely refuse for its content. */
export interface TimedAnswer {
	start: Start;
	latencyMs: number;
	isFailure: boolean;
}

/** @param isStopping whether the first failure ends the run */
export function firstLimit(isStopping: boolean): Limit {
	const places = isStopping ? FIRST_IN_FLIGHT_IF_STOPPING : FIRST_IN_FLIGHT;
	return {
		places,
		isStarting: true,
		fastestMs: Infinity,
		bestMs: Infinity,
		slow: undefined,
		laterRounds: 0,
		soonPlaces: 0,
		tooMany: Infinity,
		wasFull: false,
		lateMs: 0,
		round: newRound(places, 1),
	};
}

/** @param lateMs by how much a turn of the event loop came too late */
export function afterTurn(limit: Limit, lateMs: number): Limit {
	return { ...limit, lateMs: limit.lateMs + (lateMs - limit.lateMs) * LATENESS_WEIGHT };
}

/** @returns where a request stands that starts now */
export function startIn({ round, places }: Limit): Start {
	return { round: round.number, isFirst: round.started < round.size, places };
}

/** @param inFlight that start included */
export function afterStart(limit: Limit, inFlight: number): Limit {
	const { round, places } = limit;
	const wasFull = round.wasFull || inFlight >= Math.floor(places);
	return { ...limit, round: { ...round, started: round.started + 1, wasFull } };
}

/** The service asked for a pause. How often requests start is what it will notice, so that is for the rate to find. */
export function afterPause(limit: Limit): Limit {
	const kept = limit.isStarting ? limit.places * KEPT_AFTER_START : limit.places;
	const places = Math.max(kept, Math.min(limit.places, FIRST_IN_FLIGHT));
	return { ...limit, places, isStarting: false, round: newRound(places, limit.round.number + 1) };
}

export function afterAnswer(limit: Limit, answer: TimedAnswer): Limit {
	const earned = answer.isFailure ? limit : earn(limit, answer);
	const round = count(earned, answer);
	const counted = { ...earned, round };
	const hasStragglers = round.firstServed > 0 && round.answered >= round.size * STRAGGLERS_AFTER;
	return round.firstAnswered >= round.size || hasStragglers ? judge(counted) : counted;
}

function newRound(places: number, number: number): Round {
	return {
		number,
		started: 0,
		size: Math.min(MOST_REQUESTS, Math.max(LEAST_REQUESTS, Math.round(places))),
		firstAnswered: 0,
		firstServed: 0,
		latencySum: 0,
		answered: 0,
		failed: 0,
		wasFull: false,
	};
}

function count({ round }: Limit, { start, latencyMs, isFailure }: TimedAnswer): Round {
	if (start.round !== round.number) return round;
	const counted = {
		...round,
		answered: round.answered + 1,
		failed: round.failed + (isFailure ? 1 : 0),
	};
	if (!start.isFirst) return counted;
	const firstAnswered = round.firstAnswered + 1;
	if (isFailure) return { ...counted, firstAnswered };
	const latencySum = round.latencySum + latencyMs;
	return { ...counted, firstAnswered, firstServed: round.firstServed + 1, latencySum };
}

/** What a single answer adds to a limit that is starting. */
function earn(limit: Limit, { start, latencyMs }: TimedAnswer): Limit {
	if (!limit.isStarting) return limit;
	const fastestMs = Math.min(limit.fastestMs, latencyMs);
	const soonMs =
		limit.bestMs < Infinity ? limit.bestMs * SLOWER_THAN_BEST : fastestMs * SLOWER_THAN_FASTEST;
	if (!isFull(limit) || isStrained(limit) || latencyMs > soonMs) return { ...limit, fastestMs };
	const earned = Math.min(MOST_EARNED, (FASTER_PER_SECOND * latencyMs) / 1000 / start.places);
	const known = Math.max(limit.places, FIRST_IN_FLIGHT);
	return { ...limit, fastestMs, places: Math.min(MOST_IN_FLIGHT, known + earned) };
}

/** Ends a round and begins the next. */
function judge(limit: Limit): Limit {
	const hasFailed = shareFailed(limit.round) > SHARE_FAILED;
	const judged = hasFailed ? afterFailures(limit) : afterServed(limit);
	const { wasFull } = limit.round;
	return { ...judged, wasFull, round: newRound(judged.places, limit.round.number + 1) };
}

function shareFailed({ answered, failed }: Round): number {
	return failed / answered;
}

function afterFailures(limit: Limit): Limit {
	const { places, round } = limit;
	const share = shareFailed(round);
	const least = share > SHARE_FAILED_MUCH ? 1 : Math.min(places, FIRST_IN_FLIGHT);
	const kept = places * Math.max(LEAST_KEPT_IF_FAILED, 1 - share);
	return { ...limit, places: Math.max(least, kept), tooMany: places, isStarting: false };
}

function afterServed(limit: Limit): Limit {
	if (isStrained(limit)) return limit;
	const latencyMs = limit.round.latencySum / limit.round.firstServed;
	const bestMs = bestWith(limit.bestMs, latencyMs);
	if (latencyMs > bestMs * GOOD) return afterLater(limit, latencyMs, bestMs);
	const settled = { ...limit, bestMs, slow: undefined, laterRounds: 0 };
	if (limit.isStarting || !isFull(limit) || limit.round.failed > 0) return settled;
	const isNear = limit.places >= limit.tooMany * NEAR;
	const grown = limit.places * (1 + (isNear ? CAREFUL_GROWTH : GROWTH));
	const tooMany = limit.tooMany * FORGOTTEN;
	const soonPlaces = Math.max(limit.soonPlaces, limit.places);
	return { ...settled, soonPlaces, tooMany, places: Math.min(MOST_IN_FLIGHT, grown) };
}

/** A mean of a few can be low by luck: of a better one than the best, half is believed. */
function bestWith(bestMs: number, latencyMs: number): number {
	if (bestMs === Infinity) return latencyMs;
	return Math.min(bestMs, (bestMs + latencyMs) / 2);
}

/** Answers came later than the best. */
function afterLater(limit: Limit, latencyMs: number, bestMs: number): Limit {
	const { places, slow } = limit;
	const isSooner = slow === undefined || latencyMs < slow.latencyMs * HARDLY_SOONER;
	if (!isSooner && (places <= slow.places * MANY_FEWER || places <= LEAST_IF_SLOW)) {
		const known = { bestMs: latencyMs, slow: undefined, tooMany: Infinity, laterRounds: 0 };
		return { ...limit, ...known, places: slow.places };
	}
	if (latencyMs > bestMs * SLOW) return afterSlow(limit, latencyMs, isSooner);
	const laterRounds = limit.laterRounds + 1;
	if (laterRounds < ROUNDS_TO_DOUBT) return { ...limit, bestMs, laterRounds, isStarting: false };
	const fewer = Math.max(Math.min(places, LEAST_IF_SLOW), places * LEAST_KEPT);
	return { ...limit, bestMs, laterRounds: 0, slow: { places, latencyMs }, places: fewer };
}

function afterSlow(limit: Limit, latencyMs: number, isSooner: boolean): Limit {
	const { places, bestMs, soonPlaces } = limit;
	const least = Math.min(places, LEAST_IF_SLOW);
	const kept = places * Math.max(LEAST_KEPT, (bestMs * GOOD) / latencyMs);
	const slow = isSooner ? { places, latencyMs } : limit.slow;
	return {
		...limit,
		// While places were added one by one, the latency is that of fewer in flight: nothing to compare with.
		slow: limit.isStarting ? undefined : slow,
		laterRounds: 0,
		soonPlaces: soonPlaces * LESS_SOON,
		tooMany: places <= soonPlaces ? limit.tooMany : places,
		isStarting: false,
		places: Math.max(least, kept),
	};
}

/** Whether the limit is what holds requests back, or was so a moment ago. */
function isFull({ round, wasFull }: Limit): boolean {
	return round.wasFull || wasFull;
}

function isStrained({ lateMs }: Limit): boolean {
	return lateMs > STRAINED_MS;
}
