import { print } from '../e2e/progress';
import type { Case, Host, Sample } from './host';
import { withoutWaits } from './places';
import type { Step } from './plan';

/** A connection over TLS takes much longer. */
const WARM_UP_ITEMS = { loopback: 1000, network: 300 };

/** A measurement, and whether n8n's process had done nothing else: only then its memory says something. */
export interface Result extends Sample {
	ownN8n: boolean;
}

function describe({ candidate, items, place, nodeMs, peakMegabytes, server }: Sample): string {
	return [
		candidate.padEnd(12),
		`${items} items`.padStart(12),
		place.name.padEnd(12),
		`${(nodeMs / items).toFixed(2)} ms an item`.padStart(18),
		`${peakMegabytes.toFixed(0)} MB`.padStart(8),
		`${server.inFlight} at once`.padStart(12),
		...(server.waiting > 0 ? [`${server.waiting} waiting`] : []),
		...(server.tooMany > 0 ? [`${server.tooMany} times 429`] : []),
	].join('  ');
}

/** The rounds of a step, every other one backwards: what a machine gains or loses in time hits all alike. */
function casesByTurns({ cases, repeats }: Step): Case[] {
	return Array.from({ length: repeats }, (_, round) =>
		round % 2 === 0 ? [...cases] : [...cases].reverse(),
	).flat();
}

/** An n8n that knows what it has done before: what is loaded and compiled at first use is no candidate's cost. */
class WarmHost {
	private readonly warm = new Set<string>();

	private constructor(private readonly host: Host) {}

	static async start(start: () => Promise<Host>): Promise<WarmHost> {
		return new WarmHost(await start());
	}

	async measure(one: Case): Promise<Sample> {
		const { candidate } = one;
		const place = withoutWaits(one.place);
		const connection = `${candidate} ${place.name}`;
		if (!this.warm.has(connection)) {
			const items = WARM_UP_ITEMS[place.roundTripMs === undefined ? 'loopback' : 'network'];
			await this.host.measure({ candidate, items, place });
			this.warm.add(connection);
		}
		return await this.host.measure(one);
	}

	async stop(): Promise<void> {
		await this.host.stop();
	}
}

/** How many executions are planned. */
export function countOf(steps: readonly Step[]): number {
	return steps.reduce((sum, { cases, repeats }) => sum + cases.length * repeats, 0);
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/**
 * Measures all that is planned, saying so. There is never more than one n8n. What fails is named and left out: an hour's
 * other measurements are worth keeping.
 *
 * @param start starts an n8n to measure in
 */
export async function measureAll(
	steps: readonly Step[],
	start: () => Promise<Host>,
): Promise<Result[]> {
	const results: Result[] = [];
	const total = countOf(steps);
	let done = 0;
	let host: WarmHost | undefined;
	for (const step of steps) {
		for (const one of casesByTurns(step)) {
			if (step.ownN8n) await host?.stop();
			if (step.ownN8n || !host) host = await WarmHost.start(start);
			done += 1;
			const number = `${done}/${total}`.padStart(7);
			try {
				const sample = await host.measure(one);
				results.push({ ...sample, ownN8n: step.ownN8n });
				print(`${number}  ${describe(sample)}`);
			} catch (error) {
				const { candidate, items, place } = one;
				print(`${number}  ${candidate}, ${items} items, ${place.name}: ${messageOf(error)}`);
				await host.stop();
				host = undefined;
			}
		}
		if (!step.ownN8n) continue;
		await host?.stop();
		host = undefined;
	}
	await host?.stop();
	return results;
}
