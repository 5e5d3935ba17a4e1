import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

/** Makes the items for every candidate: so many customers with five fields each. */
export class Customers implements INodeType {
	description: INodeType['description'] = {
		displayName: 'Customers',
		name: 'customers',
		group: ['input'],
		version: 1,
		description: 'Makes customers',
		defaults: { name: 'Customers' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [{ displayName: 'Count', name: 'count', type: 'number', default: 1 }],
		usableAsTool: true,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const count = Number(this.getNodeParameter('count', 0));
		const customers = Array.from({ length: count }, (_, index) => ({
			json: {
				email: `customer${index}@example.com`,
				name: `Customer ${index}`,
				city: 'Mumbai',
				orders: index % 100,
				vip: index % 2 === 0,
			},
			pairedItem: { item: 0 },
		}));
		return [customers];
	}
}
