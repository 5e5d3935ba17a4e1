/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- command-line program, never shipped: prints, and reads the memory in use */
import { join } from 'node:path';
import type { Engine } from '../engine/engine';
import { createEngine } from '../engine/engine';
import { chain, growlytics, node } from '../engine/workflow';
import type { ServerThread } from './server';
import { MEASURED_KEY, startServerThread } from './server';

const REPEATS = 3;

interface Bench {
	engine: Engine;
	server: ServerThread;
}

interface Measured {
	items: number;
	concurrency: number;
	latencyMs: number;
	msAnItem: number;
	peakMegabytes: number;
}

/** Sends so many items by Map Automatically and measures the execution of the workflow. */
async function measure(
	{ engine, server }: Bench,
	items: number,
	concurrency: number,
	latencyMs: number,
): Promise<Measured> {
	await server.restart({
		faults: latencyMs > 0 ? [{ kind: 'latency', minMs: latencyMs, maxMs: latencyMs }] : [],
	});
	const input = Array.from({ length: items }, (_, index) => ({
		json: { id: `C${index}`, city: 'Mumbai', orders: index, vip: index % 2 === 0 },
	}));
	const workflow = chain([
		node('manualTrigger', 'Trigger'),
		growlytics('Growlytics', {
			customerId: '={{ $json.id }}',
			mappingMode: 'autoMapInputData',
			options: { concurrency },
		}),
	]);
	let peak = 0;
	const watch = setInterval(() => {
		peak = Math.max(peak, process.memoryUsage().rss);
	}, 50);
	const startedAt = performance.now();
	const execution = await engine.run(workflow, { input });
	const tookMs = performance.now() - startedAt;
	clearInterval(watch);
	if (execution.status !== 'success') throw new Error(`The execution ended as ${execution.status}`);
	return { items, concurrency, latencyMs, msAnItem: tookMs / items, peakMegabytes: peak / 2 ** 20 };
}

/** The middle one of three runs of each setting, one setting after the other, so that both meet the same machine. */
async function compare(
	bench: Bench,
	one: readonly [number, number, number],
	other: readonly [number, number, number],
): Promise<number> {
	const runs: Array<[number, number]> = [];
	for (let repeat = 0; repeat < REPEATS; repeat += 1) {
		const first = await measure(bench, ...one);
		const second = await measure(bench, ...other);
		[first, second].forEach(report);
		runs.push([first.msAnItem, second.msAnItem]);
	}
	return medianOf(runs.map(([first]) => first)) / medianOf(runs.map(([, second]) => second));
}

function medianOf(numbers: readonly number[]): number {
	return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}

function report({ items, concurrency, latencyMs, msAnItem, peakMegabytes }: Measured): void {
	print(
		`${items} items, ${concurrency} at once, ${latencyMs} ms latency: ` +
			`${msAnItem.toFixed(2)} ms an item, peak ${peakMegabytes.toFixed(0)} MB`,
	);
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
	const server = await startServerThread();
	const engine = await createEngine({
		packages: [join(__dirname, '..', '..')],
		credentials: { growlyticsApi: { apiKey: MEASURED_KEY, baseUrl: server.url, timezone: '' } },
	});
	const bench = { engine, server };
	print('The server has a thread of its own. Ratios count, not times.');
	await measure(bench, 2000, 10, 0);
	const speedup = await compare(bench, [60, 1, 50], [5000, 25, 50]);
	print(`25 at once are ${speedup.toFixed(1)} times as fast as one at a time`);
	const growth = await compare(bench, [100_000, 10, 0], [10_000, 10, 0]);
	print(`100,000 items cost ${growth.toFixed(2)} times as much an item as 10,000`);
	await engine.close();
	await server.close();
}

void main();
