import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { credentialProbes, operations } from './operations/list';
import { toProperties, toSubtitle } from './run/properties';

export class Growlytics implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Growlytics',
		name: 'growlytics',
		icon: { light: 'file:growlytics.svg', dark: 'file:growlytics.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: toSubtitle(operations),
		description:
			'Create and update customers, track events and keep the product catalog in Growlytics',
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
				const { createCredentialTest } = await import('./transport/testCredential');
				return await createCredentialTest(credentialProbes).call(this, credential);
			},
		},
	};

	// n8n loads every node at its start; what only a run needs is loaded by the first run.
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { executeChosen } = await import('./run/executeChosen');
		return [await executeChosen(this, operations)];
	}
}
