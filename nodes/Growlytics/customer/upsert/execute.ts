import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Customer } from '../../attributes/customer';
import { mapItems } from '../../attributes/mapItems';
import type { Warning } from '../../attributes/problem';
import type { RunTypes } from '../../attributes/runTypes';
import { InvalidCustomer, InvalidSetup } from '../../result/failure';
import type { Failed, Outcome } from '../../result/items';
import { isFailed, toOutputItem } from '../../result/items';
import { addHint } from './hint';
import { toNodeError } from '../../result/nodeError';
import type { Connection } from '../../transport/connection';
import { readConnection } from '../../transport/connection';
import { sendCustomer } from '../../transport/sendCustomer';
import { readItems, readMappingMode } from './readItems';
import type { RunOptions } from './readOptions';
import { readRunOptions } from './readOptions';

/** What all items of a run share. */
interface Run {
	context: IExecuteFunctions;
	connection: Connection;
	options: RunOptions;
}

/** An item that is ready to be sent. */
interface Ready {
	customer: Customer;
	warnings: Warning[];
	run: Run;
}

/**
 * Creates or updates a customer for each input item, one request after another. All items are mapped and
 * checked before the first request.
 * @returns one output item for each input item, in their order
 * @throws NodeOperationError or NodeApiError for the first failure in input order, unless the node's
 * On Error setting is one of the two that continue
 */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const items = context.getInputData();
	if (items.length === 0) return [];
	const run = await prepare(context, items.length);
	const { checked, types } = checkAll(run, items.length);
	checked.forEach((one, index) => stopIfFailed(context, one, index));

	const outcomes: Outcome[] = [];
	for (const [index, one] of checked.entries()) {
		const outcome = isFailed(one) ? one : await upsert(one);
		stopIfFailed(context, outcome, index);
		outcomes.push(outcome);
	}
	addHint(context, outcomes, types);
	return outcomes.map((outcome, index) => toOutputItem(outcome, index, items[index]?.binary));
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

function checkAll(
	run: Run | InvalidSetup,
	itemCount: number,
): { checked: Array<Ready | Failed>; types: RunTypes } {
	if (run instanceof InvalidSetup) {
		const failed = { customerId: undefined, failure: run };
		return { checked: Array.from({ length: itemCount }, () => failed), types: new Map() };
	}
	const items = readItems(run.context, itemCount, run.connection.timezone);
	const { customers, types } = mapItems(items, run.options.detectDates);
	const checked = customers.map((mapped) =>
		'customer' in mapped
			? { ...mapped, run }
			: { customerId: mapped.id, failure: new InvalidCustomer(mapped.problems) },
	);
	return { checked, types };
}

async function upsert({ customer, warnings, run }: Ready): Promise<Outcome> {
	const { context, connection, options } = run;
	if (options.dryRun) return { dryRun: customer, warnings };
	const answer = await sendCustomer(context, connection, customer, options.timeout);
	if ('failure' in answer) return { customerId: customer.id, failure: answer.failure };
	return { customer, stored: answer.stored, warnings };
}

function stopIfFailed(context: IExecuteFunctions, outcome: object, itemIndex: number): void {
	if (!isFailed(outcome) || context.continueOnFail()) return;
	throw toNodeError(context.getNode(), { ...outcome, itemIndex, aftermath: '' });
}
