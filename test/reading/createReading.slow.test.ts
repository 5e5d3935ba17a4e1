import { runBothWays } from './runBothWays';

const LIMIT_MS = 300_000;

it.each(['legacy', 'vm'] as const)(
	'gives what the engine "%s" gives, for generated items and parameters',
	async (engine) => {
		const { items, direct, joined, evaluations, differences } = await runBothWays(
			engine,
			220,
			LIMIT_MS,
		);
		expect(differences.slice(0, 3)).toEqual([]);
		expect(items).toBeGreaterThan(1500);
		expect(direct).toBeGreaterThan(1000);
		expect(joined).toBeGreaterThan(1000);
		expect(evaluations).toBeLessThan(joined);
	},
	LIMIT_MS,
);
