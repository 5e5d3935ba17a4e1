import type { Health, Opening, Stage } from './health';
import * as health from './health';
import { intervalMs, slotOf } from './pacing';
import type { Rate } from './rate';
import * as rate from './rate';

/** What the requests of a run taught about the service, and what that means for the next ones. */
export interface Traffic {
	/** Until when no attempt starts. */
	pausedUntil: number;
	/** How many pauses there were. Requests that fail together make one. */
	pauses: number;
	/** Pauses since the service last did its work. */
	pausesInARow: number;
	rate: Rate;
	health: Health;
	/** The user's limit; Infinity if there is none. */
	maxPerSecond: number;
	/** The slot of the last start. */
	slot: number | undefined;
	lastStartAt: number;
}

/** What is remembered of the moment an attempt started. */
export interface Start {
	/** How many pauses there had been: a failure from before the last pause is old news. */
	pauses: number;
	isProbe: boolean;
}

/** A failed attempt that the task can make again, or ran out of. */
export interface Setback {
	taskIndex: number;
	at: number;
	/** How long the service wants to be left alone, if it asked for that. */
	pauseMs: number | undefined;
}

/** @param maxPerSecond 0 for no limit */
export function freeTraffic(concurrency: number, maxPerSecond: number, now: number): Traffic {
	return {
		pausedUntil: -Infinity,
		pauses: 0,
		pausesInARow: 0,
		rate: rate.unlimited(concurrency, now),
		health: health.WELL,
		maxPerSecond: maxPerSecond > 0 ? maxPerSecond : Infinity,
		slot: undefined,
		lastStartAt: -Infinity,
	};
}

/** From when on attempts may start. Infinity: not before one under way has ended. */
export function opensAt(traffic: Traffic, now: number, inFlight: number): Opening {
	const { retries, fresh } = health.opensAt(traffic.health, now, inFlight);
	const paced = traffic.slot === undefined ? now : traffic.slot + interval(traffic);
	const earliest = Math.max(traffic.pausedUntil, paced);
	return { retries: Math.max(retries, earliest), fresh: Math.max(fresh, earliest) };
}

export function stageOf(traffic: Traffic, now: number): Stage {
	return health.stageOf(traffic.health, now);
}

export function startOf(traffic: Traffic, now: number): Start {
	return { pauses: traffic.pauses, isProbe: stageOf(traffic, now) === 'probing' };
}

/** The pauses in a row before the one that a failed attempt may call for. */
export function pausesBefore(traffic: Traffic, start: Start): number {
	const isOld = start.pauses < traffic.pauses;
	return isOld ? Math.max(0, traffic.pausesInARow - 1) : traffic.pausesInARow;
}

export function afterStart(traffic: Traffic, now: number): Traffic {
	return { ...traffic, slot: slotOf(traffic.slot, interval(traffic), now), lastStartAt: now };
}

/** The service did its work, be it to refuse the task for good. */
export function afterAnswer(traffic: Traffic, start: Start, now: number): Traffic {
	const isCurrent = start.pauses === traffic.pauses;
	return {
		...traffic,
		pausesInARow: 0,
		rate: rate.afterServed(traffic.rate, now, isCurrent),
		health: health.WELL,
	};
}

export function afterSetback(traffic: Traffic, start: Start, setback: Setback): Traffic {
	const { taskIndex, at, pauseMs } = setback;
	const asked = pauseMs !== undefined;
	const failing = {
		...traffic,
		health: health.afterFailure(traffic.health, {
			taskIndex,
			at,
			askedToPause: asked,
			wasProbe: start.isProbe,
		}),
	};
	return asked ? paused(failing, start, at, pauseMs) : failing;
}

function paused(traffic: Traffic, start: Start, at: number, pauseMs: number): Traffic {
	const isNew = start.pauses === traffic.pauses;
	return {
		...traffic,
		pausedUntil: pauseMs > 0 ? Math.max(traffic.pausedUntil, at + pauseMs) : traffic.pausedUntil,
		pauses: traffic.pauses + (isNew ? 1 : 0),
		pausesInARow: traffic.pausesInARow + (isNew ? 1 : 0),
		rate: rate.afterRefused(traffic.rate, at, pauseMs, isNew),
	};
}

/** The first start after a pause has waited enough for the service; the user's limit holds all the same. */
function interval({
	rate: { perSecond },
	maxPerSecond,
	pausedUntil,
	lastStartAt,
}: Traffic): number {
	const isFirst = lastStartAt < pausedUntil;
	return isFirst ? intervalMs(maxPerSecond) : intervalMs(perSecond, maxPerSecond);
}
