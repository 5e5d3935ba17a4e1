import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Failure, InvalidSetup } from '../result/failure';
import type { CheckedItem, FailedItem, ItemOutcome } from '../result/itemOutcome';
import { toOutputItem } from '../result/outputItem';
import type { Subject } from '../result/subject';
import { readConnection } from '../transport/connection';
import { deliveryOptionsOf } from '../panel/deliveryOptions';
import { readRunOptions } from '../panel/readOptions';
import { addNotice } from './addNotice';
import type { PlacedItem, RunSetup } from './deliverItems';
import { deliverItems } from './deliverItems';
import type { MappedItem, Operation } from './operation';
import type { DeliveryResult, RunResult } from './runResult';
import { stopAtFirstFailure } from './stop';

/**
 * Runs an operation for each input item. All items are mapped and checked before the first request.
 * @returns one output item for each input item, in their order
 * @throws NodeOperationError or NodeApiError for the first failure in input order, unless the node's
 * On Error setting is one of the two that continue
 */
export async function execute(
	context: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[]> {
	const itemCount = context.getInputData().length;
	if (itemCount === 0) return [];
	const result = await walk(context, operation, itemCount);
	if (result.table !== undefined) return putOut(context, operation.subject, result, result.table);
	return conclude(context, operation.subject, result);
}

/** Fails all input items for the same reason, as `execute` does. */
export function failAll(
	context: IExecuteFunctions,
	subject: Subject,
	setup: InvalidSetup,
): INodeExecutionData[] {
	return conclude(context, subject, failedAtAll(setup, context.getInputData().length));
}

/**
 * A table in place of the items. Each row is made of all of them; it is paired with the first alone, for n8n stores what a
 * row is paired with, and a row for each attribute times thousands of items is more than the items themselves.
 */
function putOut(
	context: IExecuteFunctions,
	subject: Subject,
	result: RunResult,
	table: readonly IDataObject[],
): INodeExecutionData[] {
	addNotice(context, subject, result);
	return table.map((json) => ({ json, pairedItem: { item: 0 } }));
}

function conclude(
	context: IExecuteFunctions,
	subject: Subject,
	result: RunResult,
): INodeExecutionData[] {
	// A node that throws after its execution was cancelled makes n8n call it failed.
	const isStopping = !context.continueOnFail() && !result.wasCancelled && !result.isPreview;
	if (isStopping) {
		stopAtFirstFailure(context, subject, result);
	}
	addNotice(context, subject, result);
	const items = context.getInputData();
	const hasErrorOutput = context.getNode().onError === 'continueErrorOutput';
	return result.outcomes.map((outcome) =>
		toOutputItem(outcome, subject, {
			binary: items[outcome.itemIndex]?.binary,
			hasErrorOutput,
		}),
	);
}

async function walk(
	context: IExecuteFunctions,
	operation: Operation,
	itemCount: number,
): Promise<RunResult> {
	const setup = await prepare(context, operation, itemCount);
	if ('kind' in setup) return failedAtAll(setup, itemCount);
	const { timezone } = setup.connection;
	const mapped = await operation.mapItems({ context, itemCount, timezone });
	if ('kind' in mapped) return failedAtAll(mapped, itemCount);
	const { items, remarks = [], instead } = mapped;
	const isPreview = instead !== undefined;
	const result = isPreview ? preview(items) : await checkAndSend(setup, items);
	return { ...result, remarks, isPreview, table: Array.isArray(instead) ? instead : undefined };
}

async function prepare(
	context: IExecuteFunctions,
	operation: Operation,
	itemCount: number,
): Promise<RunSetup | InvalidSetup> {
	const options = readRunOptions(context, deliveryOptionsOf(operation.subject));
	if ('kind' in options) return options;
	const connection = await readConnection(context, itemCount);
	if ('kind' in connection) return connection;
	return { context, operation, connection, options: options.values };
}

function preview(items: readonly MappedItem[]): DeliveryResult {
	const { ready, invalid } = sort(items);
	return withoutSending([...ready.map(toChecked), ...invalid]);
}

async function checkAndSend(
	setup: RunSetup,
	items: readonly MappedItem[],
): Promise<DeliveryResult> {
	const { ready, invalid } = sort(items);
	if (invalid.length > 0 && !setup.context.continueOnFail()) {
		const failure: Failure = { kind: 'notSent', end: { kind: 'checksFailed' } };
		const untried = ready.map(({ itemIndex, id }) => unsent(itemIndex, failure, id));
		return withoutSending([...untried, ...invalid]);
	}
	const { outcomes, ...delivery } = await deliverItems(setup, ready);
	return { ...delivery, outcomes: inItemOrder([...outcomes, ...invalid]) };
}

function sort(items: readonly MappedItem[]): { ready: PlacedItem[]; invalid: FailedItem[] } {
	const ready: PlacedItem[] = [];
	const invalid: FailedItem[] = [];
	for (const [itemIndex, item] of items.entries()) {
		if ('request' in item) ready.push({ itemIndex, ...item });
		else invalid.push(unsent(itemIndex, { kind: 'invalid', problems: item.problems }, item.id));
	}
	return { ready, invalid };
}

function toChecked({ itemIndex, id, request, warnings }: PlacedItem): CheckedItem {
	const { method, path, body = { method, path } } = request;
	return { itemIndex, id, checked: body, warnings };
}

function unsent(itemIndex: number, failure: Failure, id?: string): FailedItem {
	return { itemIndex, failure, id, mayBeStored: false, isGivenUp: false };
}

function failedAtAll(setup: InvalidSetup, itemCount: number): RunResult {
	const all = Array.from({ length: itemCount }, (_, itemIndex) => unsent(itemIndex, setup));
	return { ...withoutSending(all), remarks: [], isPreview: false, table: undefined };
}

function withoutSending(outcomes: ItemOutcome[]): DeliveryResult {
	const ordered = inItemOrder(outcomes);
	return { outcomes: ordered, retried: 0, wasCancelled: false, endedByItem: undefined };
}

function inItemOrder(outcomes: ItemOutcome[]): ItemOutcome[] {
	return outcomes.sort((one, other) => one.itemIndex - other.itemIndex);
}
