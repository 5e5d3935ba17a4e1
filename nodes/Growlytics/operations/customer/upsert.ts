import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { typeLists } from '../../panel/mapping';
import { deliveryOptionsOf } from '../../panel/deliveryOptions';
import { optionsOf } from '../../panel/option';
import type { Operation } from '../../run/operation';
import { customerMappingOptions, customerParameters, customerResource } from './customerParameters';
import { customerSubject } from './customerSubject';

const isFilled: IDisplayOptions['hide'] = Object.fromEntries(
	[...typeLists.map(({ name }) => `/attributeTypes.${name}`), '/options.attributeTypesJson'].map(
		(path) => [path, [{ _cnd: { exists: true } }]],
	),
);

/** Gone once types are chosen. A model that uses the node as a tool cannot look at a preview. */
const previewNotice: INodeProperties = {
	displayName:
		'New attributes? Choose Operation > Preview and run it first: Growlytics keeps the first type of an attribute for ever',
	name: 'previewNotice',
	type: 'notice',
	default: '',
	displayOptions: {
		show: { mappingMode: ['autoMapInputData', 'json'] },
		hide: { ...isFilled, '@tool': [true] },
	},
};

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
		previewNotice,
		optionsOf({ ...deliveryOptionsOf(customerSubject), ...customerMappingOptions }),
	],
	// n8n loads every node at its start; what only a run needs is loaded by the first run.
	mapItems: async (input) => (await import('./readCustomers')).readCustomers(input),
};
