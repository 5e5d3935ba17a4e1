/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- measuring program, never shipped: prints, writes a page, and ends with an exit code */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { installN8n } from '../e2e/install';
import { print, withProgress } from '../e2e/progress';
import { temporaryFolder } from '../e2e/temporaryFolder';
import { CURRENT } from '../e2e/versions';
import type { CandidateName } from './candidates';
import { circumstances } from './circumstances';
import { type Flags, readFlags } from './flags';
import { judgeLoopback, judgeNetwork } from './goals';
import { type Host, startHost } from './host';
import { compileNodes } from './nodePackage';
import { type CandidateProfile, drawProfile, profileCandidate } from './profile';
import { type Place, loopback, networks } from './places';
import { MANY, planFor } from './plan';
import { type Measured, page, picture, timeTables, verdictTable } from './report';
import { countOf, measureAll } from './run';
import { startServerThread } from './serverThread';
import { type SmallestHeap, smallestHeap } from './smallestHeap';
import { summarizeAll } from './summary';

const PAGE = join(__dirname, '..', '..', 'docs', 'performance.md');

/** The page shows where the time of these goes. */
const PROFILED: CandidateName[] = ['auto', 'floor'];

/** The page says how much memory these need. */
const WITH_HEAP: CandidateName[] = ['auto', 'http'];

/** Where a page's picture is, seen from the page. */
function pictureOf(output: string): string {
	return `images/${basename(output, extname(output))}.svg`;
}

type Start = (settings?: Record<string, string>) => Promise<Host>;

function isWhole(flags: Flags): boolean {
	return Object.values(flags).every((value) => !value);
}

async function profile(
	candidate: CandidateName,
	items: number,
	place: Place,
	start: Start,
): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-growlytics-profile-'));
	const result = await profileCandidate(candidate, items, place, folder, start);
	process.stdout.write(`\n${drawProfile(result)}\n`);
}

async function profilesForPage(start: Start): Promise<CandidateProfile[]> {
	const profiles: CandidateProfile[] = [];
	for (const candidate of PROFILED) {
		const { path } = temporaryFolder();
		profiles.push(await profileCandidate(candidate, MANY, loopback(), path, start));
	}
	return profiles;
}

async function heapsForPage(start: Start): Promise<SmallestHeap[]> {
	const heaps: SmallestHeap[] = [];
	for (const candidate of WITH_HEAP) heaps.push(await smallestHeap(candidate, MANY, start));
	return heaps;
}

function writePage(output: string, startedAt: number, measured: Measured): void {
	const pictureFile = pictureOf(output);
	mkdirSync(dirname(join(dirname(output), pictureFile)), { recursive: true });
	writeFileSync(join(dirname(output), pictureFile), picture(measured.summaries));
	writeFileSync(output, page(circumstances(startedAt), measured, pictureFile));
	print(`Written: ${output} and its picture, ${pictureFile}`);
}

async function measure(flags: Flags, start: Start): Promise<void> {
	const startedAt = performance.now();
	const steps = planFor(flags);
	const results = await measureAll(steps, start);
	if (results.length < countOf(steps)) process.exitCode = 1;
	const summaries = summarizeAll(results);
	const verdicts = [...judgeNetwork(summaries), ...judgeLoopback(summaries)];
	const measured = verdicts.filter(({ ratio }) => ratio !== undefined);
	process.stdout.write(`\n${timeTables(summaries)}\n\n${verdictTable(measured)}\n`);

	const output = flags.output ?? (isWhole(flags) ? PAGE : undefined);
	if (output === undefined) return;
	// What has taken so long to measure is not to be lost if the rest fails.
	writePage(output, startedAt, { summaries, heaps: [], profiles: [] });
	if (!isWhole({ ...flags, output: undefined })) return;
	const heaps = await heapsForPage(start);
	const profiles = await profilesForPage(start);
	writePage(output, startedAt, { summaries, heaps, profiles });
}

async function bench(flags: Flags): Promise<void> {
	const installed = await installN8n(CURRENT);
	const server = await startServerThread();
	const { path: nodesFolder } = temporaryFolder();
	compileNodes(nodesFolder);
	const start: Start = async (settings) =>
		await withProgress('Starting n8n', async () =>
			startHost(installed, server, nodesFolder, settings),
		);
	const items = flags.items?.[0] ?? MANY;
	const [network] = flags.networks ?? [];
	const place = network === undefined ? loopback() : networks[network];
	if (flags.profile !== undefined) await profile(flags.profile, items, place, start);
	else if (flags.heap !== undefined) await smallestHeap(flags.heap, items, start);
	else await measure(flags, start);
	await server.close();
}

bench(readFlags(process.argv.slice(2))).catch((error: unknown) => {
	print(error instanceof Error ? error.message : String(error));
	process.exit(1);
});
