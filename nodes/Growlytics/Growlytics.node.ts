import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';

import { upsertCustomer } from './customer/upsert/operation';
import type { Operation } from './operation';
import { toProperties } from './operation';
import { shorten } from './shorten';

/** Adding an operation is one entry here. */
const operations: [Operation, ...Operation[]] = [upsertCustomer];

export class Growlytics implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Growlytics',
		name: 'growlytics',
		icon: { light: 'file:growlytics.svg', dark: 'file:growlytics.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Create and update customers in Growlytics',
		defaults: { name: 'Growlytics' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'growlyticsApi', required: true, testedBy: 'growlyticsApiTest' }],
		properties: toProperties(operations),
	};

	methods = {
		credentialTest: {
			async growlyticsApiTest(this: ICredentialTestFunctions, credential: ICredentialsDecrypted) {
				const { growlyticsApiTest } = await import('./transport/testCredential');
				return await growlyticsApiTest.call(this, credential);
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0);
		const chosen = this.getNodeParameter('operation', 0);
		const operation = operations.find(
			(one) => one.resource.value === resource && one.choice.value === chosen,
		);
		if (operation === undefined) {
			throw new NodeOperationError(
				this.getNode(),
				`This node has no operation "${shorten(String(chosen))}" for "${shorten(String(resource))}"`,
				{
					description:
						'Open the node and choose Resource and Operation again. If the workflow was made with a later version of n8n-nodes-growlytics, install that version.',
				},
			);
		}
		return [await operation.execute(this)];
	}
}
