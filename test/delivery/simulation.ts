import { Traffic } from '../../nodes/Growlytics/delivery/traffic';
import { TokenBucket } from '../growlytics/tokenBucket';
import { draw } from '../growlytics/draw';

/** A service as it answers, and the way to it. Times are milliseconds. */
export interface SimulatedService {
	/** There and back, connecting included. */
	networkMs: number;
	workMs: number;
	/** How many requests it works on at once; the others queue. */
	workers: number;
	/** Work takes between 1 - jitter and 1 + jitter times as long. */
	jitter?: number;
	/** With more than so many requests there at once it refuses the next at once, as a failure. */
	hardLimit?: number;
	/** With more than so many there at once, all of them take longer and longer. */
	collapsesBeyond?: number;
	/** Beyond so many a second it asks for a pause of a second. */
	perSecond?: number;
	/** Until then work takes ten times as long. */
	slowUntilMs?: number;
	/** From then on work takes four times as long. */
	slowFromMs?: number;
	/** In a third of all half seconds, work takes so many times as long, whatever is in flight. */
	unsteady?: number;
	/** In between nothing gets through: everything fails after 100 ms. */
	outage?: { fromMs: number; toMs: number };
	/** What a request costs the one processor that n8n has, half of it before it is sent. */
	processorMs?: number;
	/** In between, something else in n8n takes nine tenths of the processor. */
	busy?: { fromMs: number; toMs: number };
}

export interface Simulated {
	/** Served in each whole second. */
	served: number[];
	failed: number;
	refused: number;
	requests: number;
	/** The most requests that waited in the service's queue, or in all if it has none. */
	worstQueue: number;
	worstInFlight: number;
	/** How many were in flight at the end of each second. */
	inFlight: number[];
}

type End = 'served' | 'failed' | 'refused';

const FAILURE_MS = 100;
const PAUSE_MS = 1000;
const STARTS_A_TURN = 4;

/**
 * Sends requests without end to a service, as fast as `Traffic` lets them start. No promises and no timers: thousands
 * of requests take milliseconds.
 * @param concurrency 0 for automatic
 */
export function simulate(
	service: SimulatedService,
	concurrency: number,
	seconds: number,
	{ seed = 1, stopAtFailure = false } = {},
): Simulated {
	let now = 0;
	const events = createEvents();
	const traffic = new Traffic({ concurrency, maxRequestsPerSecond: 0, stopAtFailure }, now);
	const bucket = new TokenBucket(service.perSecond ?? 0, () => now);
	const waiting: Array<() => void> = [];
	const result: Simulated = {
		served: new Array<number>(seconds).fill(0),
		failed: 0,
		refused: 0,
		requests: 0,
		worstQueue: 0,
		worstInFlight: 0,
		inFlight: [],
	};
	let inFlight = 0;
	let atService = 0;
	let working = 0;
	let processorFreeAt = 0;
	let startsLeft = STARTS_A_TURN;
	let nextLook = Infinity;

	function at(time: number, what: () => void): void {
		events.add(time, what);
	}

	/** Calls back when the processor of n8n has done so much work. */
	function process(ms: number, what: () => void): void {
		const isBusy = service.busy && now >= service.busy.fromMs && now < service.busy.toMs;
		processorFreeAt = Math.max(now, processorFreeAt) + (isBusy ? 10 * ms : ms);
		at(processorFreeAt, what);
	}

	function startWhatMay(): void {
		while (startsLeft > 0) {
			const opensAt = traffic.opensAt(now).fresh;
			if (opensAt > now) {
				if (opensAt < nextLook) lookAgain(opensAt);
				return;
			}
			start();
			startsLeft -= 1;
			if (startsLeft === 0) awaitTurn();
		}
	}

	function lookAgain(time: number): void {
		nextLook = time;
		at(time, () => {
			nextLook = Infinity;
			startWhatMay();
		});
	}

	function awaitTurn(): void {
		const askedAt = now;
		at(Math.max(now, processorFreeAt), () => {
			startsLeft = STARTS_A_TURN;
			traffic.noteTurn(now - askedAt);
			startWhatMay();
		});
	}

	function start(): void {
		const departure = traffic.depart(now);
		const taskIndex = result.requests;
		inFlight += 1;
		result.requests += 1;
		result.worstInFlight = Math.max(result.worstInFlight, inFlight);
		const processorMs = (service.processorMs ?? 0) / 2;

		function end(how: End): void {
			process(processorMs, () => {
				if (how === 'served') {
					const second = Math.floor(now / 1000);
					if (second < seconds) result.served[second] = (result.served[second] ?? 0) + 1;
					traffic.noteServed(departure, now);
				} else {
					result[how] += 1;
					const pauseMs = how === 'refused' ? PAUSE_MS : undefined;
					traffic.noteSetback(departure, { taskIndex, at: now, pauseMs });
				}
				traffic.arrive();
				inFlight -= 1;
				startWhatMay();
			});
		}

		process(processorMs, () => {
			at(now + service.networkMs / 2, () => {
				arrive(taskIndex, (how) => at(now + service.networkMs / 2, () => end(how)));
			});
		});
	}

	function arrive(taskIndex: number, answer: (how: End) => void): void {
		const { outage, hardLimit = Infinity } = service;
		if (outage && now >= outage.fromMs && now < outage.toMs) {
			return at(now + FAILURE_MS, () => answer('failed'));
		}
		if (!bucket.take()) return answer('refused');
		if (atService >= hardLimit) return answer('failed');
		atService += 1;
		waiting.push(() => work(taskIndex, () => answer('served')));
		workOn();
		const queue = service.workers === Infinity ? atService : waiting.length;
		result.worstQueue = Math.max(result.worstQueue, queue);
	}

	function workOn(): void {
		while (working < service.workers) {
			const next = waiting.shift();
			if (next === undefined) return;
			working += 1;
			next();
		}
	}

	function work(taskIndex: number, done: () => void): void {
		const { workMs, jitter = 0, collapsesBeyond, slowUntilMs = 0, slowFromMs = Infinity } = service;
		const jittered = workMs * (1 + jitter * (2 * draw(seed, 1, taskIndex, 0) - 1));
		const overload = collapsesBeyond === undefined ? 0 : atService / collapsesBeyond;
		const isUnsteady = draw(seed, 2, Math.floor(now / 500), 0) < 1 / 3;
		const times =
			(now < slowUntilMs ? 10 : 1) *
			(now >= slowFromMs ? 4 : 1) *
			(isUnsteady ? (service.unsteady ?? 1) : 1);
		at(now + jittered * times * Math.max(1, overload ** 3), () => {
			working -= 1;
			atService -= 1;
			workOn();
			done();
		});
	}

	startWhatMay();
	for (let second = 1; second <= seconds; second++) {
		at(second * 1000, () => result.inFlight.push(inFlight));
	}
	for (let next = events.take(); next && next.time < seconds * 1000 + 1; next = events.take()) {
		now = Math.max(now, next.time);
		next.what();
	}
	return result;
}

interface Event {
	time: number;
	order: number;
	what: () => void;
}

/** What happens when, the earliest first; what happens together, in the order in which it was added. */
function createEvents() {
	const heap: Event[] = [];
	let order = 0;
	const isBefore = (one: Event, other: Event) =>
		one.time < other.time || (one.time === other.time && one.order < other.order);

	function swap(one: number, other: number): void {
		const [first, second] = [heap[one], heap[other]];
		if (first === undefined || second === undefined) return;
		heap[one] = second;
		heap[other] = first;
	}

	function comesFirst(one: number, other: number): boolean {
		const [first, second] = [heap[one], heap[other]];
		return first !== undefined && (second === undefined || isBefore(first, second));
	}

	return {
		add(time: number, what: () => void): void {
			heap.push({ time, order: order++, what });
			let place = heap.length - 1;
			for (let above = (place - 1) >> 1; place > 0 && comesFirst(place, above); ) {
				swap(place, above);
				place = above;
				above = (place - 1) >> 1;
			}
		},
		take(): Event | undefined {
			const first = heap[0];
			const last = heap.pop();
			if (first === undefined || last === undefined || heap.length === 0) return first;
			heap[0] = last;
			let place = 0;
			for (;;) {
				const left = 2 * place + 1;
				const child = comesFirst(left, left + 1) ? left : left + 1;
				if (!comesFirst(child, place)) return first;
				swap(child, place);
				place = child;
			}
		},
	};
}
