import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { customAttributesParameterOf, mappingParametersOf } from '../../panel/mapping';
import { itemMappingOptions, runMappingOptions } from '../../panel/mappingOptions';
import { standardAttributes } from '../../values/standardAttributes';
import { customerIdOptions } from './customerOptions';
import { customerSubject } from './customerSubject';
import { MOST_ATTRIBUTES } from './limits';

export const customerResource: INodePropertyOptions = { name: 'Customer', value: 'customer' };

const customerId: INodeProperties = {
	displayName: 'Customer ID',
	name: 'customerId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.email }}',
	description:
		"The customer's e-mail, mobile number or your own ID for them. If Growlytics has a customer with this ID it is updated, otherwise a new one is created.",
	hint: "The ID that your website's Growlytics tracking uses, or everybody exists twice; if unsure, the e-mail",
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

/** What names a customer and its attributes, in the same names for all operations: a change of operation keeps it. */
export const customerParameters: INodeProperties[] = [
	customerId,
	...mappingParametersOf(customerSubject),
	standardAttributeFields,
	customAttributesParameterOf(customerSubject, MOST_ATTRIBUTES.count),
];

/** The options that say what becomes of an item. */
export const customerMappingOptions = {
	...customerIdOptions,
	...itemMappingOptions,
	...runMappingOptions,
};
