import { runBothWays } from './runBothWays';

const LIMIT_MS = 60_000;

/** A tenth of `draggedFields.slow.test.ts`. */
it.each(['legacy', 'vm'] as const)(
	'gives what the engine "%s" gives, for some generated items and parameters',
	async (engine) => {
		const { items, direct, differences } = await runBothWays(engine, 22, LIMIT_MS);
		expect(differences.slice(0, 3)).toEqual([]);
		expect(items).toBeGreaterThan(150);
		expect(direct).toBeGreaterThan(75);
	},
	LIMIT_MS,
);
