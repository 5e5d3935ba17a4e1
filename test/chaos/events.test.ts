import type { Together } from '../engine/together';
import { startTogether } from '../engine/together';
import { runEventChaos } from './events';

/** Small enough for every `npm test`; `events.slow.test.ts` sends thousands. */
const SIZE = { items: 400, customers: 120, concurrency: 25 };

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => {
	await together.close();
});

it('counts no event twice, and names each that may have been counted', async () => {
	const report = await runEventChaos(together, 4, SIZE, false);
	expect(report.violations).toEqual([]);
	expect(report.doubled).toBe(0);
	expect(report.unsure).toBeGreaterThan(report.countedAllTheSame);
	expect(report.countedAllTheSame).toBeGreaterThan(0);
});

it('loses no event with Send Again When Unsure, and names each that may be counted twice', async () => {
	const report = await runEventChaos(together, 4, SIZE, true);
	expect(report.violations).toEqual([]);
	expect(report.unsure).toBe(0);
	expect(report.doubled).toBeGreaterThan(0);
});
