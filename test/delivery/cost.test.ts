import { createSystemClock } from '../../nodes/Growlytics/delivery/clock';
import { deliver } from '../../nodes/Growlytics/delivery/deliver';
import { DEFAULTS, FINAL } from './scenario';

/** @returns microseconds for each task of a run whose attempts and sleeps take no time */
async function costOf(taskCount: number, keyCount: number): Promise<number> {
	const clock = { ...createSystemClock(), sleep: async () => await Promise.resolve() };
	const startedAt = clock.now();
	const { outcomes } = await deliver({
		tasks: Array.from({ length: taskCount }, (_, index) => `key ${index % Math.ceil(keyCount)}`),
		keyOf: (key) => key,
		attempt: async (_, taskIndex) => await Promise.resolve({ done: taskIndex }),
		classify: () => FINAL,
		settings: DEFAULTS,
		clock,
	});
	expect(outcomes).toHaveLength(taskCount);
	return ((clock.now() - startedAt) * 1000) / taskCount;
}

/** The least of three runs: what else the machine does can only make a run slower. */
async function leastCostOf(taskCount: number, keyCount: number): Promise<number> {
	const costs: number[] = [];
	for (let run = 0; run < 3; run++) costs.push(await costOf(taskCount, keyCount));
	return Math.min(...costs);
}

it.each([1, 66])(
	'costs no more for each of many tasks than of few, %d of a key',
	async (perKey) => {
		const few = await leastCostOf(5000, 5000 / perKey);
		const many = await leastCostOf(50_000, 50_000 / perKey);
		// Measured: 4 to 10 microseconds each. Work that grew with the run would make it ten times as much.
		expect(many / few).toBeLessThan(4);
	},
);
