import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Customer } from '../../attributes/customer';
import type { Warning } from '../../attributes/problem';
import { InvalidCustomer, InvalidSetup } from '../../result/failure';
import type { Failed, Outcome } from '../../result/items';
import { isFailed, toOutputItem } from '../../result/items';
import { toNodeError } from '../../result/nodeError';
import type { Connection } from '../../transport/connection';
import { readConnection } from '../../transport/connection';
import { sendCustomer } from '../../transport/sendCustomer';
import { mapItem } from './mapItem';
import type { RunOptions } from './readOptions';
import { readRunOptions } from './readOptions';

/** What all items of a run share. */
interface Run {
	context: IExecuteFunctions;
	connection: Connection;
	options: RunOptions;
}

/** An item that is ready to be sent. */
interface Mapped {
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
	const mapped = items.map((_, index) => mapOne(run, index));
	mapped.forEach((one, index) => stopIfFailed(context, one, index));

	const outputItems: INodeExecutionData[] = [];
	for (const [index, one] of mapped.entries()) {
		const outcome = isFailed(one) ? one : await upsertOne(one);
		stopIfFailed(context, outcome, index);
		outputItems.push(toOutputItem(outcome, index, items[index]?.binary));
	}
	return outputItems;
}

async function prepare(context: IExecuteFunctions, itemCount: number): Promise<Run | InvalidSetup> {
	const options = readRunOptions(context);
	if (options instanceof InvalidSetup) return options;
	const connection = await readConnection(context, itemCount);
	if (connection instanceof InvalidSetup) return connection;
	return { context, connection, options };
}

function mapOne(run: Run | InvalidSetup, itemIndex: number): Mapped | Failed {
	if (run instanceof InvalidSetup) return { customerId: undefined, failure: run };
	const mapped = mapItem(run.context, itemIndex, run.connection.timezone);
	if ('customer' in mapped) return { ...mapped, run };
	return { customerId: mapped.id, failure: new InvalidCustomer(mapped.problems) };
}

async function upsertOne({ customer, warnings, run }: Mapped): Promise<Outcome> {
	const { context, connection, options } = run;
	if (options.dryRun) return { dryRun: customer, warnings };
	const answer = await sendCustomer(context, connection, customer, options.timeout);
	if ('failure' in answer) return { customerId: customer.id, failure: answer.failure };
	return { customer, stored: answer.stored, warnings };
}

function stopIfFailed(context: IExecuteFunctions, outcome: object, itemIndex: number): void {
	if (!isFailed(outcome) || context.continueOnFail()) return;
	throw toNodeError(context.getNode(), outcome.failure, outcome.customerId, itemIndex);
}
