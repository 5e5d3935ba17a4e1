import { deliveryOptionsOf } from '../../panel/deliveryOptions';
import { optionsOf } from '../../panel/option';
import type { Operation } from '../../run/operation';
import { customerMappingOptions, customerParameters, customerResource } from './customerParameters';
import { customerSubject } from './customerSubject';

export const upsertCustomer: Operation = {
	resource: customerResource,
	choice: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update a customer',
		description: 'Create a new customer, or update the current one if it already exists (upsert)',
	},
	subject: customerSubject,
	isRepeatable: true,
	parameters: [
		...customerParameters,
		optionsOf({ ...deliveryOptionsOf(customerSubject), ...customerMappingOptions }),
	],
	// n8n loads every node at its start; what only a run needs is loaded by the first run.
	mapItems: async (input) => (await import('./readCustomers')).readCustomers(input),
};
