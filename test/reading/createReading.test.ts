import { runBothWays } from './runBothWays';

const LIMIT_MS = 60_000;

/** A part of `createReading.slow.test.ts`. */
it.each(['legacy', 'vm'] as const)(
	'gives what the engine "%s" gives, for some generated items and parameters',
	async (engine) => {
		const { items, direct, joined, evaluations, differences } = await runBothWays(
			engine,
			30,
			LIMIT_MS,
		);
		expect(differences.slice(0, 3)).toEqual([]);
		expect(items).toBeGreaterThan(150);
		expect(direct).toBeGreaterThan(75);
		expect(joined).toBeGreaterThan(75);
		expect(evaluations).toBeLessThan(joined);
	},
	LIMIT_MS,
);
