import type { INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';
import type { Execution } from '../engine/execution';
import { nodeNames } from './example';

/** What became of one row of the file. */
export interface RowResult {
	/** The row's number in a spreadsheet program, where the titles are row 1. */
	row: number;
	customer: string;
	result: 'stored' | 'refused' | 'not sent' | 'failed';
	/** For a stored row, how much was sent; else what the node says about it. */
	reason: string;
}

/** How many rows had each result. */
export type Counts = Record<RowResult['result'], number>;

export const EXPECTED: Counts = { stored: 17, refused: 2, 'not sent': 1, failed: 0 };

const rowSchema = z.object({ 'Customer ID': z.string().default(''), Name: z.string().default('') });
const storedSchema = z.object({ success: z.literal(true), attributesSent: z.number() });
const failedSchema = z.object({
	error: z.object({ message: z.string(), description: z.string(), reason: z.string() }),
});

/** What the node calls a failure, in the demo's words. */
const RESULTS: Partial<Record<string, RowResult['result']>> = {
	refused: 'refused',
	invalid: 'not sent',
};

/**
 * Pairs the file's rows with what the Growlytics node gave for each.
 * @throws Error if a row has no output item, or one of a shape that the node does not promise
 */
export function readResults(execution: Execution): RowResult[] {
	const stored = byInputItem(execution.output(nodeNames.growlytics, 0));
	const failed = byInputItem(execution.output(nodeNames.growlytics, 1));
	return execution.output(nodeNames.extract).map(({ json }, index) => {
		const { 'Customer ID': id, Name: name } = rowSchema.parse(json);
		const customer = `${id.trim()} ${name}`.trim();
		const outcome = stored.has(index)
			? toStored(stored.get(index)?.json)
			: toFailed(failed.get(index)?.json);
		return { row: index + 2, customer, ...outcome };
	});
}

export function count(results: readonly RowResult[]): Counts {
	const counts: Counts = { stored: 0, refused: 0, 'not sent': 0, failed: 0 };
	for (const { result } of results) counts[result] += 1;
	return counts;
}

function byInputItem(items: readonly INodeExecutionData[]): Map<number, INodeExecutionData> {
	const pairSchema = z.object({ item: z.number() });
	return new Map(items.map((item) => [pairSchema.parse(item.pairedItem).item, item]));
}

function toStored(json: unknown): Pick<RowResult, 'result' | 'reason'> {
	const { attributesSent } = storedSchema.parse(json);
	return { result: 'stored', reason: `${attributesSent} attributes` };
}

function toFailed(json: unknown): Pick<RowResult, 'result' | 'reason'> {
	const { message, description, reason } = failedSchema.parse(json).error;
	return { result: RESULTS[reason] ?? 'failed', reason: `${message}\nWhat to do: ${description}` };
}
