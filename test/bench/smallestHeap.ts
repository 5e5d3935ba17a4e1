import { print } from '../e2e/progress';
import { type CandidateName, candidates } from './candidates';
import { type Host, N8nEnded } from './host';
import { loopback } from './places';

export const HEAP_STEP = 50;

/** Megabytes. n8n starts with the least of them. */
export const HEAPS: readonly number[] = Array.from(
	{ length: 15 },
	(_, step) => 300 + HEAP_STEP * step,
);

/** What an execution needs, whatever memory there is. */
export interface SmallestHeap {
	candidate: CandidateName;
	items: number;
	/** The least of HEAPS with which n8n got through it. */
	megabytes: number;
	/** What n8n's process had resident at most, with that heap. */
	peakMegabytes: number;
}

/**
 * Searches by halves, as whoever passes with one heap passes with each greater one.
 *
 * @param heaps ascending
 * @param pass what came of it with a heap, undefined if that was too small
 * @returns what came of it with the smallest that is enough
 * @throws Error if none is
 */
export async function smallestOf<T>(
	heaps: readonly number[],
	pass: (heap: number) => Promise<T | undefined>,
): Promise<{ heap: number; passed: T }> {
	let enough: { heap: number; passed: T } | undefined;
	let left = heaps;
	while (left.length > 0) {
		const middle = Math.floor(left.length / 2);
		const heap = left[middle] ?? 0;
		const passed = await pass(heap);
		if (passed !== undefined) enough = { heap, passed };
		left = passed === undefined ? left.slice(middle + 1) : left.slice(0, middle);
	}
	if (enough === undefined) throw new Error(`No heap of ${heaps.join(', ')} MB is enough`);
	return enough;
}

/**
 * With room to spare, V8 leaves garbage where it is: how much memory is resident then says little about how much is
 * needed. This finds the smallest heap in which n8n gets through an execution instead of ending for want of memory.
 *
 * @param start starts an n8n with more environment variables
 */
export async function smallestHeap(
	candidate: CandidateName,
	items: number,
	start: (settings: Record<string, string>) => Promise<Host>,
): Promise<SmallestHeap> {
	const { heap, passed } = await smallestOf(HEAPS, async (megabytes) => {
		const host = await start({ NODE_OPTIONS: `--max-old-space-size=${megabytes}` });
		const sample = await host
			.measure({ candidate, items, place: loopback() })
			.catch(nothingIfEnded);
		await host.stop();
		const result = sample ? 'gets through' : 'does not get through';
		print(`${candidates[candidate].title}: ${result} with a heap of ${megabytes} MB`);
		return sample?.peakMegabytes;
	});
	return { candidate, items, megabytes: heap, peakMegabytes: passed };
}

function nothingIfEnded(error: unknown): undefined {
	if (!(error instanceof N8nEnded)) throw error;
}
