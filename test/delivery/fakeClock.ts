/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: needs node:timers/promises */
import { setImmediate } from 'node:timers/promises';

import type { Clock } from '../../nodes/Growlytics/delivery/clock';
import { createHeap } from '../../nodes/Growlytics/delivery/heap';
import { draw } from '../growlytics/draw';

const RANDOM_STREAM = 77;

/** 2026-01-01 00:00:00 UTC. */
export const FAKE_START = 1_767_225_600_000;

interface Sleeper {
	wakesAt: number;
	order: number;
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
	let slept = 0;
	let drawn = 0;
	const pending = new Set<Sleeper>();
	const sleepers = createHeap<Sleeper>(
		(one, other) =>
			one.wakesAt < other.wakesAt || (one.wakesAt === other.wakesAt && one.order < other.order),
	);

	async function sleep(ms: number): Promise<void> {
		await new Promise<void>((resolve) => {
			const sleeper = { wakesAt: now + Math.max(0, ms), order: slept++, wake: resolve };
			pending.add(sleeper);
			sleepers.add(sleeper);
		});
	}

	function wakeNext(): void {
		const next = sleepers.take();
		if (next === undefined) throw new Error('Nothing will ever happen any more');
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
