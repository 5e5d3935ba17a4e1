/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: runs a program for each of n8n's expression engines, one of which jest cannot run */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const printedSchema = z.object({
	items: z.number(),
	direct: z.number(),
	joined: z.number(),
	evaluations: z.number(),
	differences: z.array(z.unknown()),
});

const run = promisify(execFile);

/** Runs `bothWays.ts`, in a process of its own, over that many generated workflows. */
export async function runBothWays(engine: 'legacy' | 'vm', workflows: number, limitMs: number) {
	const program = join(__dirname, 'bothWays.ts');
	const { stdout } = await run(
		process.execPath,
		['--import', 'tsx', program, engine, String(workflows)],
		{ maxBuffer: 2 ** 26, timeout: limitMs },
	);
	return printedSchema.parse(JSON.parse(stdout));
}
