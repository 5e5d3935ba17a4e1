import type { Together } from '../engine/together';
import { startTogether } from '../engine/together';
import { runChaos } from './chaos';

const SIZE = { items: 5000, customers: 1500, concurrency: 0 };

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => {
	await together.close();
});

it.each([1, 2, 3])(
	'loses, doubles, reorders and hides nothing, seed %d',
	async (seed) => {
		const { violations, requests, refused } = await runChaos(together, seed, SIZE);
		expect(violations).toEqual([]);
		expect(requests).toBeGreaterThan(SIZE.items);
		expect(refused).toBeGreaterThan(0);
	},
	600_000,
);
