import type { Execution } from '../engine/execution';
import type { Together } from '../engine/together';
import { chain, growlytics, node } from '../engine/workflow';
import { draw, hashText } from '../growlytics/draw';
import type { Fault } from '../growlytics/faultSchema';
import type { LocalGrowlytics } from '../growlytics/server';
import type { ChaosSize } from './chaos';

export interface EventChaosReport {
	violations: string[];
	requests: number;
	/** Events that Growlytics counted more than once. */
	doubled: number;
	/** Events that failed and may have been counted. */
	unsure: number;
	/** Of those, events that were counted. */
	countedAllTheSame: number;
}

interface Row {
	id: string;
	row: number;
}

const TWICE = 'It was sent again when it was not sure, so Growlytics may count it twice.';

/**
 * Tracks events while the server misbehaves, some of them counted and not answered, and compares what the server
 * counted with what the node says of each. A run repeats exactly: faults are drawn from hash(seed, item, attempt).
 * @param retryUnsure Options > Send Again When Unsure
 */
export async function runEventChaos(
	{ engine, growlytics: server }: Together,
	seed: number,
	size: ChaosSize,
	retryUnsure: boolean,
): Promise<EventChaosReport> {
	const rows = makeRows(seed, size);
	server.reset();
	server.configure({ seed, faults: FAULTS });
	const workflow = chain([
		node('manualTrigger', 'Start'),
		growlytics(
			'Growlytics',
			{
				resource: 'event',
				operation: 'track',
				customerId: '={{ $json.id }}',
				eventName: 'Purchased',
				mappingMode: 'autoMapInputData',
				options: { concurrency: size.concurrency, maxRetries: 10, retryUnsure },
			},
			{ onError: 'continueErrorOutput' },
		),
	]);
	const execution = await engine.run(workflow, {
		input: rows.map((json) => ({ json: { ...json } })),
	});

	const counts = countsOf(server);
	const outcomes = outcomesOf(execution);
	const unsure = [...outcomes].filter(([, { isUnsure }]) => isUnsure).map(([row]) => row);
	const notice = execution.hints('Growlytics')[0]?.message ?? '';
	const violations = [
		...check(execution.status === 'success', `the execution ended as ${execution.status}`),
		...check(outcomes.size === rows.length, `${outcomes.size} of ${rows.length} rows came out`),
		...rows.flatMap(({ row }) => wrongOutcome(outcomes.get(row), counts.get(row) ?? 0, row)),
		...rows.flatMap(({ row }) =>
			check(retryUnsure || (counts.get(row) ?? 0) <= 1, `row ${row} was counted twice`),
		),
		...rows.flatMap(({ row }) =>
			check(!retryUnsure || (counts.get(row) ?? 0) > 0, `row ${row} was lost`),
		),
		...wrongOrder(server),
		...wrongNotice(notice, outcomes),
	];
	return {
		violations: violations.slice(0, 10),
		requests: server.requests().length,
		doubled: [...counts.values()].filter((count) => count > 1).length,
		unsure: unsure.length,
		countedAllTheSame: unsure.filter((row) => counts.has(row)).length,
	};
}

const FAULTS: Fault[] = [
	{ kind: 'latency', minMs: 0, maxMs: 8 },
	{ kind: 'status', status: 429, retryAfter: 0, share: 0.079 },
	{ kind: 'status', status: 429, retryAfter: 1, share: 0.001 },
	{ kind: 'status', status: 503, share: 0.02 },
	{ kind: 'status', status: 500, store: true, share: 0.02 },
	{ kind: 'resetBefore', share: 0.02 },
	{ kind: 'resetAfter', share: 0.02 },
];

function makeRows(seed: number, { items, customers }: ChaosSize): Row[] {
	return Array.from({ length: items }, (_, row) => {
		const lot = draw(seed, 1, hashText(`row ${row}`), 1);
		return { id: `C${Math.floor(lot * customers)}`, row };
	});
}

/** How often each row was counted. */
function countsOf(server: LocalGrowlytics): Map<number, number> {
	const counts = new Map<number, number>();
	for (const { attributes } of server.events()) {
		const row = Number(attributes.find(({ name }) => name === 'row')?.value);
		counts.set(row, (counts.get(row) ?? 0) + 1);
	}
	return counts;
}

/** What the node says of a row. */
interface Outcome {
	isSuccess: boolean;
	/** Whether it says that the event may have been counted although it failed. */
	isUnsure: boolean;
	/** Whether it says that the event may have been counted twice. */
	isPerhapsTwice: boolean;
}

function outcomesOf(execution: Execution): Map<number, Outcome> {
	const outcomes = new Map<number, Outcome>();
	for (const [output, isSuccess] of [
		[0, true],
		[1, false],
	] as const) {
		for (const { json, pairedItem } of execution.output('Growlytics', output)) {
			const message = String(Object(json.error).message);
			outcomes.set(Number(Object(pairedItem).item), {
				isSuccess,
				isUnsure: !isSuccess && message.includes('may not have been tracked'),
				isPerhapsTwice: isSuccess && JSON.stringify(json.warnings ?? []).includes(TWICE),
			});
		}
	}
	return outcomes;
}

function check(holds: boolean, violation: string): string[] {
	return holds ? [] : [violation];
}

/** What the node says has to be true of what the server counted. */
function wrongOutcome(outcome: Outcome | undefined, count: number, row: number): string[] {
	if (outcome === undefined) return [`row ${row} did not come out`];
	const { isSuccess, isUnsure, isPerhapsTwice } = outcome;
	return [
		...check(!isSuccess || count > 0, `row ${row} is a success and was not counted`),
		...check(isSuccess || isUnsure || count === 0, `row ${row} was counted and is not named`),
		...check(count <= 1 || isPerhapsTwice || isUnsure, `row ${row} was counted twice unsaid`),
	];
}

/** Requests of one customer never overlap and never go back to an earlier row. */
function wrongOrder(server: LocalGrowlytics): string[] {
	const last = new Map<string, { row: number; finishedAt: number }>();
	const violations: string[] = [];
	for (const { customerId = '', body, startedAt, finishedAt = Infinity } of server.requests()) {
		const row = Number(/"name":"row","value":(\d+)/.exec(body)?.[1]);
		const before = last.get(customerId);
		if (before && (row < before.row || startedAt < before.finishedAt)) {
			violations.push(`customer ${customerId}: row ${row} overtook row ${before.row}`);
		}
		last.set(customerId, { row, finishedAt });
	}
	return violations;
}

/** The notice counts the same as the items say. */
function wrongNotice(notice: string, outcomes: ReadonlyMap<number, Outcome>): string[] {
	const count = (test: (outcome: Outcome) => boolean) => [...outcomes.values()].filter(test).length;
	const unsure = count(({ isUnsure }) => isUnsure);
	const twice = count(({ isPerhapsTwice }) => isPerhapsTwice);
	const toNumber = (text = '0') => Number(text.replaceAll(',', ''));
	const doubts = notice.matchAll(/([\d,]+) [a-z ]+ \((?:([\d,]+) of them )?may be tracked\)/g);
	const saidUnsure = [...doubts].reduce((sum, [, all, some]) => sum + toNumber(some ?? all), 0);
	const saidTwice = toNumber(
		/(\d+) items?: It was sent again when it was not sure/.exec(notice)?.[1],
	);
	return [
		...check(saidUnsure === unsure, `the notice says ${saidUnsure} unsure, the items ${unsure}`),
		...check(saidTwice === twice, `the notice says ${saidTwice} twice, the items ${twice}`),
	];
}
