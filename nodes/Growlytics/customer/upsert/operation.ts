import type { Operation } from '../../operation';
import { options } from './options';
import { parameters } from './parameters';

export const upsertCustomer: Operation = {
	resource: { name: 'Customer', value: 'customer' },
	choice: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update a customer',
		description: 'Create a new customer, or update the current one if it already exists (upsert)',
	},
	parameters: [...parameters, options],
	// n8n loads every node at its start; what only a run needs is loaded by the first run.
	execute: async (context) => await (await import('./execute')).execute(context),
};
