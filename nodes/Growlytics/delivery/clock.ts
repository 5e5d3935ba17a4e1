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
