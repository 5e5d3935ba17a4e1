import { createSystemClock } from '../../nodes/Growlytics/delivery/clock';
import { deliver } from '../../nodes/Growlytics/delivery/deliver';
import { DEFAULTS, FINAL } from './scenario';

/** @returns microseconds for each task of a run whose attempts take no time */
async function costOf(taskCount: number, keyCount: number): Promise<number> {
	const clock = createSystemClock();
	const startedAt = clock.now();
	const { outcomes } = await deliver({
		tasks: Array.from({ length: taskCount }, (_, index) => `key ${index % keyCount}`),
		keyOf: (key) => key,
		attempt: async (_, taskIndex) => await Promise.resolve({ done: taskIndex }),
		classify: () => FINAL,
		settings: DEFAULTS,
		clock,
	});
	expect(outcomes).toHaveLength(taskCount);
	return ((clock.now() - startedAt) * 1000) / taskCount;
}

it('costs next to nothing for each of 100,000 tasks', async () => {
	const costs = [await costOf(100_000, 100_000), await costOf(100_000, 1500)];
	// Measured: 4 to 10 microseconds. The bound only has to tell this from work that grows with the run.
	expect(Math.min(...costs)).toBeLessThan(50);
});
