import { draw, hashText } from './draw';
import type { Failure, LatencyFault, ResolvedFault } from './faultSchema';

/** What decides which faults hit a request. */
export interface Occurrence {
	/** Place in order of arrival, from 1. */
	sequence: number;
	/** How many times this exact body has come, this one included. */
	attempt: number;
	/** The body as received, or the id in the path where there is none: it stands for the item. */
	body: string;
	customerId: string | undefined;
	productId?: string | undefined;
	messageToken?: string | undefined;
}

export interface Verdict {
	/** The sum of all latencies that hit; undefined when none did. */
	latencyMs: number | undefined;
	failure: Failure | undefined;
}

const FAILURE_STREAM = 0;

/**
 * Prepares a list of faults.
 *
 * Failures with a share divide one draw per request among themselves, each owning its slice of
 * [0, 1) in order of the list, so that no request belongs to two of them. A latency has draws of
 * its own: whether it hits, and how long it lasts.
 *
 * @returns a function from a request to what hits it; of several failures the first in the list
 */
export function planFaults(seed: number, faults: ResolvedFault[]): (to: Occurrence) => Verdict {
	const latencies = faults.filter((fault) => fault.kind === 'latency');
	const failures = sliceShares(faults.filter((fault) => fault.kind !== 'latency'));

	return (occurrence) => {
		if (faults.length === 0) return { latencyMs: undefined, failure: undefined };
		const textHash = hashText(occurrence.body);
		const lot = (stream: number) => draw(seed, stream, textHash, occurrence.attempt);

		const failureLot = lot(FAILURE_STREAM);
		const hit = failures.find(
			({ fault, from, to }) =>
				holds(fault, occurrence) &&
				(fault.share === undefined || (from <= failureLot && failureLot < to)),
		);
		const durations = latencies.flatMap((fault, index) => {
			const stream = 1 + 2 * index;
			const hits = holds(fault, occurrence) && (fault.share ?? 1) > lot(stream);
			return hits ? [duration(fault, lot(stream + 1))] : [];
		});
		const latencyMs = durations.length ? durations.reduce((sum, ms) => sum + ms) : undefined;
		return { latencyMs, failure: hit?.fault };
	};
}

function sliceShares(failures: Failure[]) {
	let from = 0;
	return failures.map((fault) => {
		const slice = { fault, from, to: from + (fault.share ?? 0) };
		from = slice.to;
		return slice;
	});
}

function holds(fault: ResolvedFault, occurrence: Occurrence): boolean {
	const { sequence, attempt } = occurrence;
	const { attempts, requests, customers, products, tokens } = fault;
	if (attempts !== undefined && attempt > attempts) return false;
	if (!isOneOf(customers, occurrence.customerId)) return false;
	if (!isOneOf(products, occurrence.productId)) return false;
	if (!isOneOf(tokens, occurrence.messageToken)) return false;
	if (!requests) return true;
	const ranges = Array.isArray(requests) ? requests : [requests];
	return ranges.some((range) =>
		typeof range === 'number' ? sequence === range : range.from <= sequence && sequence <= range.to,
	);
}

/** @param ids undefined for whatever there is */
function isOneOf(ids: readonly string[] | undefined, id: string | undefined): boolean {
	return ids === undefined || (id !== undefined && ids.includes(id));
}

function duration({ minMs, maxMs }: LatencyFault, lot: number): number {
	return minMs + lot * (maxMs - minMs);
}
