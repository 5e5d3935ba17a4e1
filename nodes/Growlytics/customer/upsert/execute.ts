import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { mapItems } from '../../attributes/mapItems';
import type { RunTypes } from '../../attributes/runTypes';
import type { AnyFailure } from '../../result/failure';
import { InvalidCustomer, InvalidSetup, NotSent } from '../../result/failure';
import type { Failed, Outcome } from '../../result/items';
import { toOutputItem } from '../../result/items';
import { readConnection } from '../../transport/connection';
import type { Ready, Run } from './deliverCustomers';
import { deliverCustomers } from './deliverCustomers';
import { addHint } from './hint';
import { readItems, readMappingMode } from './readItems';
import { readRunOptions } from './readOptions';
import type { RunResult } from './runResult';
import { stopAtFirstFailure } from './stop';

/**
 * Creates or updates a customer for each input item. All items are mapped and checked before the first
 * request.
 * @returns one output item for each input item, in their order
 * @throws NodeOperationError or NodeApiError for the first failure in input order, unless the node's
 * On Error setting is one of the two that continue
 */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const items = context.getInputData();
	if (items.length === 0) return [];
	const result = await upsert(context, items.length);
	// A node that throws after its execution was cancelled makes n8n call it failed.
	if (!context.continueOnFail() && !result.wasCancelled) stopAtFirstFailure(context, result);
	addHint(context, result);
	return result.outcomes.map((outcome) => toOutputItem(outcome, items[outcome.itemIndex]?.binary));
}

async function upsert(context: IExecuteFunctions, itemCount: number): Promise<RunResult> {
	const run = await prepare(context, itemCount);
	if (run instanceof InvalidSetup) {
		const outcomes = Array.from({ length: itemCount }, (_, itemIndex) => failed(itemIndex, run));
		return withoutSending(outcomes, new Map());
	}
	const { types, ready, invalid } = check(run, itemCount);
	if (run.options.dryRun) {
		const dryRuns = ready.map(({ customer, ...others }) => ({ ...others, dryRun: customer }));
		return withoutSending([...dryRuns, ...invalid], types);
	}
	if (invalid.length > 0 && !context.continueOnFail()) {
		const untried = ready.map(({ itemIndex, customer }) =>
			failed(itemIndex, new NotSent({ kind: 'checksFailed' }), customer.id),
		);
		return withoutSending([...untried, ...invalid], types);
	}
	const { outcomes, ...delivery } = await deliverCustomers(run, ready);
	return { ...delivery, outcomes: inItemOrder([...outcomes, ...invalid]), types };
}

async function prepare(context: IExecuteFunctions, itemCount: number): Promise<Run | InvalidSetup> {
	if (readMappingMode(context) === 'autoMapInputData' && isTool(context)) return automaticTool();
	const options = readRunOptions(context);
	if (options instanceof InvalidSetup) return options;
	const connection = await readConnection(context, itemCount);
	if (connection instanceof InvalidSetup) return connection;
	return { context, connection, options };
}

/** The type of a node that an AI agent uses as a tool ends in Tool; n8n's isToolExecution says false there. */
function isTool(context: IExecuteFunctions): boolean {
	return context.getNode().type.endsWith('Tool');
}

function automaticTool(): InvalidSetup {
	return new InvalidSetup(
		"Map Automatically cannot be used in an AI agent's tool: the item holds the agent's own data, not a customer",
		'Set Mapping Mode to Map Each Field Below or to JSON, and let the model define the values.',
	);
}

function check(
	{ context, connection, options }: Run,
	itemCount: number,
): { types: RunTypes; ready: Ready[]; invalid: Failed[] } {
	const items = readItems(context, itemCount, connection.timezone);
	const { customers, types } = mapItems(items, options.detectDates);
	const ready: Ready[] = [];
	const invalid: Failed[] = [];
	for (const [itemIndex, mapped] of customers.entries()) {
		if ('customer' in mapped) ready.push({ itemIndex, ...mapped });
		else invalid.push(failed(itemIndex, new InvalidCustomer(mapped.problems), mapped.id));
	}
	return { types, ready, invalid };
}

function failed(itemIndex: number, failure: AnyFailure, customerId?: string): Failed {
	return { itemIndex, failure, customerId, mayBeStored: false, isGivenUp: false };
}

function withoutSending(outcomes: Outcome[], types: RunTypes): RunResult {
	const ordered = inItemOrder(outcomes);
	return { outcomes: ordered, types, retried: 0, wasCancelled: false, endedByItem: undefined };
}

function inItemOrder(outcomes: Outcome[]): Outcome[] {
	return outcomes.sort((one, other) => one.itemIndex - other.itemIndex);
}
