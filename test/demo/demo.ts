/* eslint-disable @n8n/community-nodes/no-restricted-globals -- demo, never shipped: prints, and ends with an exit code */
import type { LocalGrowlytics } from '../growlytics/server';
import { startGrowlytics } from '../growlytics/server';
import {
	ACCOUNT_TIME_ZONE,
	examplesFolder,
	fillProfiles,
	fullProfiles,
	nodeNames,
	packageFolder,
	runExample,
} from './example';
import { describeCounts, drawProfiles, drawResults } from './report';
import type { RowResult } from './results';
import { EXPECTED, count, readResults } from './results';
import { wrap } from './table';

const WIDTH = 100;

function print(...lines: string[]): void {
	process.stdout.write(`${lines.join('\n')}\n`);
}

function say(paragraph: string): void {
	print(...wrap(paragraph, WIDTH), '');
}

/** Says what is going on before it starts, and how long it took. */
async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
	process.stdout.write(`${what} ... `);
	const startedAt = performance.now();
	const result = await work();
	print(`${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
	return result;
}

/** @returns whether the outcome is the expected one */
async function demo(growlytics: LocalGrowlytics): Promise<boolean> {
	await fillProfiles(growlytics);
	const engine = await step("Loading n8n's own engine", async () => {
		// Loading n8n takes seconds: only after something has been said.
		const { createEngine } = await import('../engine/engine');
		return await createEngine({ packages: [packageFolder], fileFolders: [examplesFolder] });
	});
	try {
		const execution = await step('Running examples/spreadsheet-to-growlytics.json', async () =>
			runExample(engine, growlytics),
		);
		const failed = execution.nodeError(nodeNames.fail);
		if (execution.error && !failed) throw new Error(execution.error.message);
		return report(readResults(execution), growlytics, failed?.message ?? '');
	} finally {
		await engine.close();
	}
}

/** @param failed what n8n says of the execution, which fails on purpose after the rows to check are out */
function report(
	results: readonly RowResult[],
	growlytics: LocalGrowlytics,
	failed: string,
): boolean {
	const before = new Set<string>(fullProfiles.map(({ id }) => id));
	// Many are sent at once, so they do not arrive in the file's order.
	const fromFile = growlytics
		.customers()
		.filter(({ id }) => !before.has(id))
		.sort((one, other) => one.id.localeCompare(other.id));
	const twice = fromFile.filter(({ updates }) => updates > 1).map(({ id }) => id);
	const outcome = describeCounts(count(results));
	const expected = describeCounts(EXPECTED);

	print('');
	say(
		"What the node said of each row of the file (row 1 holds the titles). Refused: Growlytics answered no. Not sent: the node's own checks found what Growlytics could not take.",
	);
	print(...drawResults(results), '');
	say(
		`So that the execution does not look successful, the example's last node fails it once all else is done. n8n then lists it with: "${failed}"`,
	);
	say(
		`What Growlytics has now: ${fromFile.length} customers from the file. Two rows are about ${twice.join(', ')}: the second one updated the first, and its empty cells changed nothing. Times with an offset were converted to ${ACCOUNT_TIME_ZONE}, the credential's Account Time Zone.`,
	);
	print(...drawProfiles(fromFile), '');
	if (outcome === expected) print(`Rows: ${outcome}, as expected.`);
	else print(`Rows: ${outcome}. This is NOT the expected outcome: ${expected}.`);
	return outcome === expected;
}

function introduce(growlytics: LocalGrowlytics): void {
	const full = fullProfiles.map(({ id, customAttributes }) => `${id} with ${customAttributes}`);
	print('', 'Customers from a spreadsheet to Growlytics, through the node, in n8n', '');
	say(
		`A local Growlytics listens on ${growlytics.url} and keeps to the rules that Growlytics documents. Two customers are in it already: ${full.join(', ')} custom attributes. A profile holds at most 100; that more is answered with HTTP 422 is assumed.`,
	);
	say(
		'The workflow is the one to import into n8n. Only what every user sets is set here: the path of the file (examples/customers.csv), and a credential (the local address and key).',
	);
}

async function main(): Promise<void> {
	const growlytics = await startGrowlytics();
	introduce(growlytics);
	try {
		process.exitCode = (await demo(growlytics)) ? 0 : 1;
	} finally {
		await growlytics.close();
	}
}

main().catch((error: unknown) => {
	print('', `The demo ended early: ${error instanceof Error ? error.message : String(error)}`);
	process.exitCode = 1;
});
