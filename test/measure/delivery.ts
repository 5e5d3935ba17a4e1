/* eslint-disable @n8n/community-nodes/no-restricted-globals -- command-line program, never shipped: prints, and reads the memory in use */
import type { Together } from '../engine/together';
import { startTogether } from '../engine/together';
import { chain, growlytics, node } from '../engine/workflow';

const REPEATS = 3;

interface Measured {
	items: number;
	concurrency: number;
	latencyMs: number;
	msAnItem: number;
	peakMegabytes: number;
}

/** Sends so many items by Map Automatically and measures the execution of the workflow. */
async function measure(
	{ engine, growlytics: server }: Together,
	items: number,
	concurrency: number,
	latencyMs: number,
): Promise<Measured> {
	server.reset();
	server.configure({
		recordBodies: false,
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
	together: Together,
	one: readonly [number, number, number],
	other: readonly [number, number, number],
): Promise<number> {
	const runs: Array<[number, number]> = [];
	for (let repeat = 0; repeat < REPEATS; repeat += 1) {
		const first = await measure(together, ...one);
		const second = await measure(together, ...other);
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
	const together = await startTogether();
	print('Server and engine in one process. Ratios count, not times.');
	await measure(together, 2000, 10, 0);
	const speedup = await compare(together, [60, 1, 50], [1500, 25, 50]);
	print(`25 at once are ${speedup.toFixed(1)} times as fast as one at a time`);
	const growth = await compare(together, [100_000, 10, 0], [10_000, 10, 0]);
	print(`100,000 items cost ${growth.toFixed(2)} times as much an item as 10,000`);
	await together.close();
}

void main();
