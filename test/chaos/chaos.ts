import { MOST_IN_FLIGHT } from '../../nodes/Growlytics/delivery/limit';
import type { Together } from '../engine/together';
import { chain, growlytics, node } from '../engine/workflow';
import { draw, hashText } from '../growlytics/draw';
import type { Fault } from '../growlytics/faultSchema';
import type { LocalGrowlytics } from '../growlytics/server';

export interface ChaosSize {
	items: number;
	customers: number;
	/** 0 for automatic. */
	concurrency: number;
}

/** What went wrong; empty if the run is as it has to be. */
export interface ChaosReport {
	violations: string[];
	requests: number;
	refused: number;
	/** The most requests that the server had at once. */
	peakInFlight: number;
	seconds: number;
}

interface Row {
	id: string;
	row: number;
	[attribute: string]: string | number;
}

/** One customer in a hundred is refused, so about one item in a hundred. */
const REFUSED_SHARE = 0.01;
const ATTRIBUTES = 5;

/**
 * Sends items through the node while the server misbehaves, and compares what it stored with a run of the
 * same items one after another without any fault. Faults are drawn from hash(seed, item, attempt), so a
 * run repeats exactly, whatever the order of arrival.
 */
export async function runChaos(
	{ engine, growlytics: server }: Together,
	seed: number,
	size: ChaosSize,
): Promise<ChaosReport> {
	const rows = makeRows(seed, size);
	const refused = refusedCustomers(seed, size);
	server.reset();
	server.configure({ seed, faults: makeFaults([...refused]) });

	const startedAt = performance.now();
	const execution = await engine.run(makeWorkflow(size), { input: rows.map((json) => ({ json })) });
	const seconds = (performance.now() - startedAt) / 1000;

	const success = execution.output('Growlytics');
	const errors = execution.output('Growlytics', 1);
	const violations = [
		...check(execution.status === 'success', `the execution ended as ${execution.status}`),
		...check(
			server.peakInFlight() <= (size.concurrency || MOST_IN_FLIGHT),
			`${server.peakInFlight()} at once`,
		),
		...wrongOutput(rows, refused, success.map(pairedRow), errors.map(pairedRow)),
		...errors.flatMap(({ json }, index) => wrongError(json, index)),
		...wrongProfiles(rows, refused, server),
		...wrongOrder(server),
		...check(server.ignored().length === 0, 'the server ignored a value'),
	];
	return {
		violations,
		requests: server.requests().length,
		refused: errors.length,
		peakInFlight: server.peakInFlight(),
		seconds,
	};
}

function makeRows(seed: number, { items, customers }: ChaosSize): Row[] {
	return Array.from({ length: items }, (_, row) => {
		const lot = draw(seed, 1, hashText(`row ${row}`), 1);
		return { id: `C${Math.floor(lot * customers)}`, row, [`a${row % ATTRIBUTES}`]: row };
	});
}

function refusedCustomers(seed: number, { customers }: ChaosSize): ReadonlySet<string> {
	const ids = Array.from({ length: customers }, (_, index) => `C${index}`);
	return new Set(ids.filter((id) => draw(seed, 2, hashText(id), 1) < REFUSED_SHARE));
}

function makeFaults(refused: string[]): Fault[] {
	return [
		...(refused.length === 0 ? [] : [refusalOf(refused)]),
		{ kind: 'latency', minMs: 0, maxMs: 8 },
		{ kind: 'status', status: 429, retryAfter: 0, share: 0.079 },
		{ kind: 'status', status: 429, retryAfter: 1, share: 0.001 },
		{ kind: 'status', status: 503, share: 0.04 },
		{ kind: 'resetBefore', share: 0.02 },
		{ kind: 'resetAfter', share: 0.02 },
	];
}

function refusalOf(customers: string[]): Fault {
	const details = [{ message: 'attributes[1].value is odd', path: ['attributes', 1, 'value'] }];
	const body = JSON.stringify({ type: 'ValidationError', details });
	return { kind: 'status', status: 422, customers, body };
}

function makeWorkflow({ concurrency }: ChaosSize) {
	return chain([
		node('manualTrigger', 'Start'),
		growlytics(
			'Growlytics',
			{
				resource: 'customer',
				operation: 'upsert',
				customerId: '={{ $json.id }}',
				mappingMode: 'autoMapInputData',
				options: { concurrency, maxRetries: 10 },
			},
			{ onError: 'continueErrorOutput' },
		),
	]);
}

function check(holds: boolean, violation: string): string[] {
	return holds ? [] : [violation];
}

function pairedRow({ pairedItem }: { pairedItem?: unknown }): number {
	const paired = Object(pairedItem);
	return typeof paired.item === 'number' ? paired.item : -1;
}

/** Every row on the output where it belongs, once, in input order. */
function wrongOutput(
	rows: readonly Row[],
	refused: ReadonlySet<string>,
	success: readonly number[],
	errors: readonly number[],
): string[] {
	const rowsOf = (isRefused: boolean) =>
		rows.filter(({ id }) => refused.has(id) === isRefused).map(({ row }) => row);
	return [
		...check(
			success.join() === rowsOf(false).join(),
			'the success output is not complete or in order',
		),
		...check(errors.join() === rowsOf(true).join(), 'the error output is not complete or in order'),
	];
}

function wrongError(json: Record<string, unknown>, index: number): string[] {
	const error = Object(json.error);
	const isRight =
		error.reason === 'refused' &&
		error.httpCode === '422' &&
		/^a\d+$/.test(error.details?.[0]?.attribute) &&
		json.id === error.customerId &&
		typeof json.row === 'number';
	return check(isRight, `error item ${index} is ${JSON.stringify(json)}`);
}

/** What the server has, compared with the same rows merged one after another. */
function wrongProfiles(
	rows: readonly Row[],
	refused: ReadonlySet<string>,
	server: LocalGrowlytics,
): string[] {
	const expected = new Map<string, Map<string, string | number>>();
	for (const row of rows) {
		if (refused.has(row.id)) continue;
		const profile = expected.get(row.id) ?? new Map<string, string | number>();
		// The field that holds the ID is not sent again.
		const { id, ...attributes } = row;
		Object.entries(attributes).forEach(([name, value]) => profile.set(name, value));
		expected.set(id, profile);
	}
	const stored = server.customers();
	const differing = stored.filter(({ id, attributes }) => {
		const wanted = [...(expected.get(id) ?? [])].sort().join(';');
		return (
			attributes
				.map(({ name, value }) => [name, value])
				.sort()
				.join(';') !== wanted
		);
	});
	return [
		...check(
			stored.length === expected.size,
			`${stored.length} of ${expected.size} customers stored`,
		),
		...differing.slice(0, 3).map(({ id }) => `customer ${id} differs from the sequential run`),
	];
}

/** Requests of one customer never overlap and never go back to an earlier row. */
function wrongOrder(server: LocalGrowlytics): string[] {
	const last = new Map<string, { row: number; finishedAt: number }>();
	const violations: string[] = [];
	for (const { customerId, body, startedAt, finishedAt } of server.requests()) {
		if (customerId === undefined || finishedAt === undefined) {
			violations.push('a request has no customer or did not end');
			continue;
		}
		const row = rowOf(body);
		const before = last.get(customerId);
		if (before && (row < before.row || startedAt < before.finishedAt)) {
			violations.push(`customer ${customerId}: row ${row} overtook row ${before.row}`);
		}
		last.set(customerId, { row, finishedAt });
	}
	return violations.slice(0, 3);
}

function rowOf(body: string): number {
	const { attributes } = JSON.parse(body);
	return Number(attributes.find(({ name }: { name: string }) => name === 'row')?.value);
}
