import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { shorten } from '../shorten';
import { execute } from './execute';
import type { Operation } from './operation';

/**
 * Runs the operation that the user chose.
 * @throws NodeOperationError if it is none of the operations; what `execute` throws
 */
export async function executeChosen(
	context: IExecuteFunctions,
	operations: readonly Operation[],
): Promise<INodeExecutionData[]> {
	const resource = context.getNodeParameter('resource', 0);
	const chosen = context.getNodeParameter('operation', 0);
	const operation = operations.find(
		(one) => one.resource.value === resource && one.choice.value === chosen,
	);
	if (operation !== undefined) return await execute(context, operation);
	throw new NodeOperationError(
		context.getNode(),
		`This node has no operation "${shorten(String(chosen))}" for "${shorten(String(resource))}"`,
		{
			description:
				'Open the node and choose Resource and Operation again. If the workflow was made with a later version of n8n-nodes-growlytics, install that version.',
		},
	);
}
