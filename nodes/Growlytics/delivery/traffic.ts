import type { Health, Opening } from './health';
import { WELL, afterFailure, opensAt, stageOf } from './health';
import type { DeliverySettings } from './job';
import type { Limit, Start } from './limit';
import { afterAnswer, afterPause, afterStart, afterTurn, firstLimit, startIn } from './limit';
import type { Rate } from './rate';
import { afterRefused, afterServed, tried, unlimited } from './rate';

/** Timers ring late. A start may make up for this much of it, so that the rate is kept in the long run. */
const TIMER_SLACK_MS = 20;

const CLOSED: Opening = { retries: Infinity, fresh: Infinity };

/** What is remembered of the moment a request started. */
export interface Departure {
	at: number;
	start: Start;
	/** How many pauses there had been: a failure from before the last pause is old news. */
	pauses: number;
	isProbe: boolean;
}

/** A failed request that its task can make again, or ran out of. */
export interface Setback {
	taskIndex: number;
	at: number;
	/** How long the service wants to be left alone, if it asked for that. */
	pauseMs: number | undefined;
}

/**
 * The requests of a run: how many are under way, what the past ones taught about the service, and when the next may
 * start. Whatever starts or ends is told here.
 */
export class Traffic {
	private inFlight = 0;
	private pausedUntil = -Infinity;
	/** How many pauses there were. Requests that fail together make one. */
	private pauses = 0;
	/** Pauses since the service last did its work. */
	private pausesInARow = 0;
	private health: Health = WELL;
	private rate: Rate;
	/** The user's number of requests at once; 0 if the run finds it by itself. */
	private readonly concurrency: number;
	private limit: Limit;
	/** The user's limit; Infinity if there is none. */
	private readonly maxPerSecond: number;
	private lastStartAt = -Infinity;
	/**
	 * The place of the last start on an even grid of intervals. Start number k never comes before k intervals after
	 * the first, and time left unused is lost rather than saved up for a burst.
	 */
	private slot: number | undefined;

	constructor(
		settings: Pick<DeliverySettings, 'concurrency' | 'maxRequestsPerSecond' | 'stopAtFailure'>,
		now: number,
	) {
		const { concurrency, maxRequestsPerSecond, stopAtFailure } = settings;
		this.concurrency = concurrency;
		this.maxPerSecond = maxRequestsPerSecond > 0 ? maxRequestsPerSecond : Infinity;
		this.limit = firstLimit(stopAtFailure);
		this.rate = unlimited(this.places, now);
	}

	/** Whether no request is under way. */
	get isQuiet(): boolean {
		return this.inFlight === 0;
	}

	/** From when on requests may start. Infinity: not before one under way has ended. */
	opensAt(now: number): Opening {
		if (this.inFlight >= this.places) return CLOSED;
		const { retries, fresh } = opensAt(this.health, now, this.inFlight);
		const paced = this.slot === undefined ? -Infinity : this.slot + this.intervalMs;
		const earliest = Math.max(this.pausedUntil, paced);
		return { retries: Math.max(retries, earliest), fresh: Math.max(fresh, earliest) };
	}

	/** A request starts. */
	depart(now: number): Departure {
		const isProbe = stageOf(this.health, now) === 'probing';
		const onTime = this.slot === undefined ? now : this.slot + this.intervalMs;
		this.slot = Math.max(onTime, now - TIMER_SLACK_MS);
		this.lastStartAt = now;
		this.inFlight += 1;
		const start = startIn(this.limit);
		this.limit = afterStart(this.limit, this.inFlight);
		return { at: now, start, pauses: this.pauses, isProbe };
	}

	/** A request has ended, whatever came of it. */
	arrive(): void {
		this.inFlight -= 1;
	}

	/** @param lateMs by how much a turn of the event loop that was asked for came too late */
	noteTurn(lateMs: number): void {
		this.limit = afterTurn(this.limit, lateMs);
	}

	/** The service did its work, be it to refuse the task for good. */
	noteServed(departure: Departure, now: number): void {
		this.noteAnswer(departure, now, false);
		this.pausesInARow = 0;
		this.rate = afterServed(this.rate, now, this.isCurrent(departure));
		this.health = WELL;
	}

	noteSetback(departure: Departure, { taskIndex, at, pauseMs }: Setback): void {
		this.health = afterFailure(this.health, {
			taskIndex,
			at,
			askedToPause: pauseMs !== undefined,
			wasProbe: departure.isProbe,
		});
		if (pauseMs === undefined) this.noteAnswer(departure, at, true);
		else this.pause(this.isCurrent(departure), at, pauseMs);
	}

	/** The pauses in a row before the one that a failed request may call for. */
	pausesBefore(departure: Departure): number {
		return this.isCurrent(departure) ? this.pausesInARow : Math.max(0, this.pausesInARow - 1);
	}

	/** For how long nothing has got through, once there is no point in sending anything. */
	downForMs(now: number): number | undefined {
		const isDown = stageOf(this.health, now) === 'down';
		return isDown ? now - this.health.firstFailureAt : undefined;
	}

	/** How many requests may be under way at once. */
	private get places(): number {
		return this.concurrency > 0 ? this.concurrency : Math.floor(this.limit.places);
	}

	private noteAnswer({ at, start }: Departure, now: number, isFailure: boolean): void {
		this.limit = afterAnswer(this.limit, { start, latencyMs: now - at, isFailure });
	}

	/** The first start after a pause has waited enough for the service; the user's limit holds all the same. */
	private get intervalMs(): number {
		const isFirst = this.lastStartAt < this.pausedUntil;
		return 1000 / Math.min(this.maxPerSecond, isFirst ? Infinity : this.rate.perSecond);
	}

	/** Whether a request started after the last pause. */
	private isCurrent({ pauses }: Departure): boolean {
		return pauses === this.pauses;
	}

	private pause(isNew: boolean, now: number, pauseMs: number): void {
		if (pauseMs > 0) this.pausedUntil = Math.max(this.pausedUntil, now + pauseMs);
		if (isNew) {
			this.pauses += 1;
			this.pausesInARow += 1;
			this.limit = afterPause(this.limit);
		}
		this.rate = afterRefused(tried(this.rate, this.places), now, pauseMs, isNew);
	}
}
