import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Subject } from '../result/subject';
import { shorten } from '../shorten';
import { execute, failAll } from './execute';
import type { Operation } from './operation';

/** What is not known is not sent: of this, no more is said than that. */
const UNKNOWN: Subject = {
	one: 'item',
	many: 'items',
	stored: 'stored',
	counted: 'stored',
	idKey: 'id',
	safeToRepeat: '',
	service: 'base',
};

/**
 * Runs the operation that the user chose. A node that throws under one of the settings that continue sends all of its
 * items to the success output: so an unknown operation fails them one by one there.
 * @throws NodeOperationError if it is none of the operations; what `execute` throws
 */
export async function executeChosen(
	context: IExecuteFunctions,
	operations: readonly Operation[],
): Promise<INodeExecutionData[]> {
	const resource = context.getNodeParameter('resource', 0, '');
	const chosen = context.getNodeParameter('operation', 0, '');
	const operation = operations.find(
		(one) => one.resource.value === resource && one.choice.value === chosen,
	);
	if (operation !== undefined) return await execute(context, operation);
	const lack = `node has no ${described(resource, chosen)}`;
	const fix =
		'Open the node and choose Resource and Operation again. If the workflow was made with a later version of n8n-nodes-growlytics, install that version.';
	if (!context.continueOnFail()) {
		throw new NodeOperationError(context.getNode(), `This ${lack}`, { description: fix });
	}
	return failAll(context, UNKNOWN, { kind: 'setup', problem: `this ${lack}`, fix });
}

/** n8n gives no operation for a resource that has none. */
function described(resource: unknown, chosen: unknown): string {
	const shown = `"${shorten(String(resource))}"`;
	return chosen === ''
		? `resource ${shown}`
		: `operation "${shorten(String(chosen))}" for ${shown}`;
}
