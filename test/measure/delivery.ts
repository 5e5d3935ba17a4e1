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

async function median(together: Together, ...setting: [number, number, number]): Promise<Measured> {
	const runs: Measured[] = [];
	for (let repeat = 0; repeat < REPEATS; repeat += 1)
		runs.push(await measure(together, ...setting));
	runs.sort((one, other) => one.msAnItem - other.msAnItem);
	const middle = runs[Math.floor(runs.length / 2)];
	if (!middle) throw new RangeError('Nothing was measured');
	print(
		`${middle.items} items, ${middle.concurrency} at once, ${middle.latencyMs} ms latency: ` +
			`${middle.msAnItem.toFixed(2)} ms an item (${runs.map(({ msAnItem }) => msAnItem.toFixed(2)).join(', ')}), ` +
			`peak ${middle.peakMegabytes.toFixed(0)} MB`,
	);
	return middle;
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
	const together = await startTogether();
	print('Server and engine in one process. Ratios count, not times.');
	await measure(together, 2000, 10, 0);
	const few = await median(together, 10_000, 10, 0);
	const many = await median(together, 100_000, 10, 0);
	print(
		`100,000 items cost ${(many.msAnItem / few.msAnItem).toFixed(2)} times as much an item as 10,000`,
	);
	const single = await median(together, 60, 1, 50);
	const wide = await median(together, 1500, 25, 50);
	print(
		`25 at once are ${(single.msAnItem / wide.msAnItem).toFixed(1)} times as fast as one at a time`,
	);
	await together.close();
}

void main();
