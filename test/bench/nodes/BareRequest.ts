import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

/**
 * What no node can do without on n8n's request helper: one call an item. It reads the credential once, and neither
 * a parameter nor a field of an item: every request has the same body.
 */
export class BareRequest implements INodeType {
	description: INodeType['description'] = {
		displayName: 'Bare Request',
		name: 'bareRequest',
		group: ['output'],
		version: 1,
		description: 'Sends the same customer once for each item',
		defaults: { name: 'Bare Request' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'benchApi', required: true }],
		properties: [{ displayName: 'Concurrency', name: 'concurrency', type: 'number', default: 1 }],
		usableAsTool: true,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const concurrency = Number(this.getNodeParameter('concurrency', 0));
		const data = await this.getCredentials('benchApi');
		const credentialsDecrypted = { id: '', name: '', type: 'benchApi', data };
		const body = {
			id: 'customer@example.com',
			attributes: [
				{ name: 'email', type: 'string', value: 'customer@example.com' },
				{ name: 'name', type: 'string', value: 'Customer' },
				{ name: 'city', type: 'string', value: 'Mumbai' },
				{ name: 'orders', type: 'number', value: 1 },
				{ name: 'vip', type: 'boolean', value: true },
			],
		};
		const send = async () =>
			await this.helpers.httpRequestWithAuthentication.call(
				this,
				'benchApi',
				{
					method: 'POST',
					url: `${String(data.baseUrl)}/rest-api/customer`,
					body,
					headers: { Accept: 'application/json' },
					json: true,
					returnFullResponse: true,
					ignoreHttpStatusErrors: true,
					disableFollowRedirect: true,
					timeout: 30_000,
				},
				{ credentialsDecrypted },
			);

		const results: INodeExecutionData[] = [];
		let next = 0;
		const work = async () => {
			while (next < items.length) {
				const item = next;
				next += 1;
				const { statusCode } = await send();
				if (statusCode !== 200) throw new Error(`The server answered ${statusCode}`);
				results[item] = { json: { success: true }, pairedItem: { item } };
			}
		};
		await Promise.all(Array.from({ length: concurrency }, work));
		return [results];
	}
}
