/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- measuring program, never shipped: prints, writes a page, and ends with an exit code */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installN8n } from '../e2e/install';
import { print, withProgress } from '../e2e/progress';
import { CURRENT } from '../e2e/versions';
import { circumstances } from './circumstances';
import { type Flags, readFlags } from './flags';
import { judgeAll } from './goals';
import { startHost } from './host';
import { compileNodes } from './nodePackage';
import { profileCandidate } from './profile';
import { FEW, MANY, planFor } from './plan';
import { page, timeTables, verdictTable } from './report';
import { measureAll } from './run';
import { startServerThread } from './serverThread';
import { summarizeAll } from './summary';

const PAGE = join(__dirname, '..', '..', 'docs', 'performance.md');

function outputOf({ output, ...others }: Flags): string | undefined {
	const isWhole = !others.short && Object.values(others).every((value) => !value);
	return output ?? (isWhole ? PAGE : undefined);
}

async function bench(flags: Flags): Promise<void> {
	const startedAt = performance.now();
	const installed = await installN8n(CURRENT);
	const server = await startServerThread();
	const nodesFolder = compileNodes();
	const start = async (settings: Record<string, string> = {}) =>
		await withProgress('Starting n8n', async () =>
			startHost(installed, server, nodesFolder, settings),
		);
	if (flags.profile !== undefined) {
		const [items = MANY] = flags.items ?? [];
		const { tables, file } = await profileCandidate(flags.profile, items, start);
		await server.close();
		process.stdout.write(`\n${tables}\n\nFor Chrome's DevTools: ${file}\n`);
		return;
	}
	const results = await measureAll(planFor(flags), start);
	await server.close();

	const summaries = summarizeAll(results);
	const hasMany = summaries.some(({ items }) => items >= MANY);
	const verdicts = judgeAll(summaries, hasMany ? MANY : FEW);
	process.stdout.write(`\n${timeTables(summaries)}\n\n${verdictTable(verdicts)}\n`);

	const output = outputOf(flags);
	if (output === undefined) return;
	writeFileSync(output, page(circumstances(startedAt), verdicts, summaries));
	print(`Written: ${output}`);
}

bench(readFlags(process.argv.slice(2))).catch((error: unknown) => {
	print(error instanceof Error ? error.message : String(error));
	process.exit(1);
});
