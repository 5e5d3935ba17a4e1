import type { Together } from '../engine/together';
import { startTogether } from '../engine/together';
import { runChaos } from './chaos';

/** Small enough for every `npm test`; `chaos.slow.test.ts` sends thousands. */
const SIZE = { items: 400, customers: 120 };

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => {
	await together.close();
});

it.each([0, 25])(
	'loses, doubles, reorders and hides nothing, concurrency %d',
	async (concurrency) => {
		const size = { ...SIZE, concurrency };
		const { violations, requests, refused } = await runChaos(together, 4, size);
		expect(violations).toEqual([]);
		expect(requests).toBeGreaterThan(SIZE.items);
		expect(refused).toBeGreaterThan(0);
	},
);
