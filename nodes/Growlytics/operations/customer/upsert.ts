import { options } from '../../customer/upsert/options';
import { parameters } from '../../customer/upsert/parameters';
import type { Operation } from '../../run/operation';
import { customerSubject } from './customerSubject';

export const upsertCustomer: Operation = {
	resource: { name: 'Customer', value: 'customer' },
	choice: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update a customer',
		description: 'Create a new customer, or update the current one if it already exists (upsert)',
	},
	parameters: [...parameters, options],
	subject: customerSubject,
	isRepeatable: true,
	// n8n loads every node at its start; what only a run needs is loaded by the first run.
	mapItems: async (input) => (await import('./mapCustomers')).mapCustomers(input),
};
