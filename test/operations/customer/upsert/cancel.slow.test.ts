import type { Together } from '../../../engine/together';
import { startTogether } from '../../../engine/together';
import { CONCURRENCY, stopRound } from './stopRound';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => {
	await together.close();
});

it.each(Array.from({ length: 50 }, (_, round) => round))(
	'starts no request once it is stopped, round %d',
	async (round) => {
		const { status, startedAfterStop } = await stopRound(together, round);
		expect(status).toBe('canceled');
		expect(startedAfterStop).toBeLessThanOrEqual(CONCURRENCY);
	},
);
