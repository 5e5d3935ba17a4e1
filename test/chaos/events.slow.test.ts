import type { Together } from '../engine/together';
import { startTogether } from '../engine/together';
import { runEventChaos } from './events';

/** The size of the delivery's own chaos. */
const SIZE = { items: 5000, customers: 1500, concurrency: 25 };

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => {
	await together.close();
});

it.each([1, 2, 3])(
	'counts no event twice, and names each that may have been counted, seed %d',
	async (seed) => {
		const report = await runEventChaos(together, seed, SIZE, false);
		expect(report.violations).toEqual([]);
		expect(report.doubled).toBe(0);
		expect(report.unsure).toBeGreaterThan(report.countedAllTheSame);
		expect(report.countedAllTheSame).toBeGreaterThan(0);
	},
	600_000,
);

it.each([1, 2, 3])(
	'loses no event with Send Again When Unsure, and names each that may be counted twice, seed %d',
	async (seed) => {
		const report = await runEventChaos(together, seed, SIZE, true);
		expect(report.violations).toEqual([]);
		expect(report.unsure).toBe(0);
		expect(report.doubled).toBeGreaterThan(0);
	},
	600_000,
);
