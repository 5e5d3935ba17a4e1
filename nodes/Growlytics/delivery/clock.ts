import { sleep } from 'n8n-workflow';

/** Time and chance, as far as a delivery needs them. A test brings its own. */
export interface Clock {
	/** Milliseconds since 1970. Never runs backwards. */
	now(): number;
	sleep(ms: number): Promise<void>;
	/** A number from 0 up to, not including, 1. */
	random(): number;
}

/**
 * The clock of this machine. It follows the steady timer from the moment it is made: setting the machine's
 * clock neither cuts a wait short nor draws it out.
 */
export function createSystemClock(): Clock {
	const startedAt = Date.now() - performance.now();
	return {
		now: () => startedAt + performance.now(),
		sleep: async (ms) => await sleep(ms),
		random: Math.random,
	};
}

/** Rings when something happened that a waiting loop should look at. */
export interface Bell {
	ring(): void;
	/** Rings at that time, or earlier; not at all for Infinity. */
	ringAt(time: number): void;
	/** Resolves at the next ring, at once if there was one since the last call. */
	heard(): Promise<void>;
	/** Stops listening to the signal. */
	dispose(): void;
}

/** Sleeping cannot be cut short, so nothing sleeps longer at a time: what is left over when a run ends is gone soon. */
const LONGEST_SLEEP_MS = 500;

/** @param signal rings the bell when it aborts */
export function createBell(clock: Clock, signal: AbortSignal | undefined): Bell {
	let hasRung = false;
	let wake: (() => void) | undefined;
	// Each sleep ends before those below it, so the last one is the next to end.
	const sleepsEndAt: number[] = [];

	function ring(): void {
		hasRung = true;
		wake?.();
	}

	async function sleepUntil(time: number, now: number): Promise<void> {
		sleepsEndAt.push(time);
		await clock.sleep(Math.max(0, Math.ceil(time - now)));
		sleepsEndAt.pop();
		ring();
	}

	signal?.addEventListener('abort', ring);
	return {
		ring,
		ringAt(time) {
			if (time === Infinity) return;
			const now = clock.now();
			const end = Math.min(time, now + LONGEST_SLEEP_MS);
			if (end < (sleepsEndAt.at(-1) ?? Infinity)) void sleepUntil(end, now);
		},
		async heard() {
			if (!hasRung) await new Promise<void>((resolve) => (wake = resolve));
			hasRung = false;
			wake = undefined;
		},
		dispose: () => signal?.removeEventListener('abort', ring),
	};
}
