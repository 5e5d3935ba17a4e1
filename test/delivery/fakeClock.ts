/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: needs node:timers/promises */
import { setImmediate } from 'node:timers/promises';

import type { Clock } from '../../nodes/Growlytics/delivery/clock';
import { draw } from '../growlytics/draw';

const RANDOM_STREAM = 77;

/** 2026-01-01 00:00:00 UTC. */
export const FAKE_START = 1_767_225_600_000;

interface Sleeper {
	wakesAt: number;
	wake: () => void;
}

/** Virtual time: it stands still while anything can run, then jumps to where the next sleep ends. */
export interface FakeClock extends Clock {
	/** Milliseconds since the clock was made. */
	elapsed(): number;
	/** Passes virtual time until the promise settles. Throws if it never will. */
	pass<T>(promise: Promise<T>): Promise<T>;
	/** When the sleeps that have not ended will end, in milliseconds from now. */
	pendingSleeps(): number[];
}

/** @param seed of the random numbers */
export function createFakeClock(seed = 1): FakeClock {
	let now = FAKE_START;
	let drawn = 0;
	const pending = new Set<Sleeper>();

	async function sleep(ms: number): Promise<void> {
		await new Promise<void>((resolve) => {
			pending.add({ wakesAt: now + Math.max(0, ms), wake: resolve });
		});
	}

	function wakeNext(): void {
		const [first, ...others] = pending;
		if (first === undefined) throw new Error('Nothing will ever happen any more');
		// Of those that end together, the one that began first.
		const next = others.reduce((one, other) => (other.wakesAt < one.wakesAt ? other : one), first);
		pending.delete(next);
		now = Math.max(now, next.wakesAt);
		next.wake();
	}

	return {
		now: () => now,
		sleep,
		random: () => draw(seed, RANDOM_STREAM, 0, drawn++),
		elapsed: () => now - FAKE_START,
		async pass(promise) {
			let isSettled = false;
			const settled = () => (isSettled = true);
			promise.then(settled, settled);
			await setImmediate();
			while (!isSettled) {
				wakeNext();
				await setImmediate();
			}
			return await promise;
		},
		pendingSleeps: () => [...pending].map(({ wakesAt }) => wakesAt - now),
	};
}
