import type { INodeProperties } from 'n8n-workflow';

import { standardAttributes } from '../../values/standardAttributes';
import { deliveryOptionsOf } from '../../panel/deliveryOptions';
import { customAttributesParameterOf, mappingParametersOf } from '../../panel/mapping';
import { itemMappingOptions, runMappingOptions } from '../../panel/mappingOptions';
import { optionsOf } from '../../panel/option';
import type { Operation } from '../../run/operation';
import { customerSubject } from './customerSubject';
import { MOST_ATTRIBUTES } from './limits';

const customerId: INodeProperties = {
	displayName: 'Customer ID',
	name: 'customerId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.email }}',
	description:
		"The customer's e-mail, mobile number or your own ID for them. If Growlytics has a customer with this ID it is updated, otherwise a new one is created.",
	hint: 'Drag in the field that is different for every customer',
};

const standardAttributeFields: INodeProperties = {
	displayName: 'Standard Attributes',
	name: 'standardAttributes',
	type: 'collection',
	displayOptions: { show: { mappingMode: ['defineBelow'] } },
	placeholder: 'Add Standard Attribute',
	default: {},
	description: 'The attributes that Growlytics campaigns use for e-mail and SMS',
	options: Object.entries(standardAttributes).map(([name, { label, placeholder }]) => ({
		displayName: label,
		name,
		type: 'string',
		default: '',
		placeholder,
	})),
};

export const upsertCustomer: Operation = {
	resource: { name: 'Customer', value: 'customer' },
	choice: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update a customer',
		description: 'Create a new customer, or update the current one if it already exists (upsert)',
	},
	subject: customerSubject,
	isRepeatable: true,
	parameters: [
		customerId,
		...mappingParametersOf(customerSubject),
		standardAttributeFields,
		customAttributesParameterOf(customerSubject, MOST_ATTRIBUTES.count),
		optionsOf({
			...deliveryOptionsOf(customerSubject),
			...itemMappingOptions,
			...runMappingOptions,
		}),
	],
	// n8n loads every node at its start; what only a run needs is loaded by the first run.
	mapItems: async (input) => (await import('./readCustomers')).readCustomers(input),
};
