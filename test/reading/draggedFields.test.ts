/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: runs a program for each of n8n's expression engines, one of which jest cannot run */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const printedSchema = z.object({
	items: z.number(),
	direct: z.number(),
	differences: z.array(z.unknown()),
});

const LIMIT_MS = 300_000;

const run = promisify(execFile);

it.each(['legacy', 'vm'])(
	'gives what the engine "%s" gives, for generated items and parameters',
	async (engine) => {
		const program = join(__dirname, 'bothWays.ts');
		const { stdout } = await run(process.execPath, ['--import', 'tsx', program, engine], {
			maxBuffer: 2 ** 26,
			timeout: LIMIT_MS,
		});
		const { items, direct, differences } = printedSchema.parse(JSON.parse(stdout));
		expect(differences.slice(0, 3)).toEqual([]);
		expect(items).toBeGreaterThan(1500);
		expect(direct).toBeGreaterThan(750);
	},
	LIMIT_MS,
);
