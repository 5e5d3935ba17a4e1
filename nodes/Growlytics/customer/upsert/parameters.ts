import type { INodeProperties } from 'n8n-workflow';

import type { AttributeType } from '../../attributes/attributeTypes';
import { attributeTypes } from '../../attributes/attributeTypes';
import { standardAttributes } from '../../attributes/standardAttributes';

/** The four types as choices of a Type parameter. */
export const typeChoices = Object.entries(attributeTypes).map(
	([value, { label, description }]) => ({
		name: label,
		value,
		description,
	}),
);

const DEFAULT_TYPE: AttributeType = 'string';

const valueFields: INodeProperties[] = Object.entries(attributeTypes).map(([type, { field }]) => ({
	...field,
	displayName: 'Value',
	displayOptions: { show: { type: [type] } },
}));

/** What the user fills in to name a customer and its attributes. */
export const parameters: INodeProperties[] = [
	{
		displayName: 'Customer ID',
		name: 'customerId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. {{ $json.email }}',
		description:
			"The customer's e-mail, mobile number or system ID. If Growlytics has a customer with this ID it is updated, otherwise a new one is created.",
		hint: 'Drag in the field that is different for every customer',
	},
	{
		displayName: 'Standard Attributes',
		name: 'standardAttributes',
		type: 'collection',
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
	},
	{
		displayName: 'Custom Attributes',
		name: 'customAttributes',
		type: 'fixedCollection',
		typeOptions: {
			multipleValues: true,
			multipleValueButtonText: 'Add Custom Attribute',
			sortable: true,
			fixedCollection: { itemTitle: '={{ $collection.item.value.name }}' },
		},
		placeholder: 'Add Custom Attribute',
		default: {},
		description: 'Anything else you know about the customer, at most 100 attributes',
		hint: 'Growlytics fixes the type of an attribute when it first sees it, and later ignores values of another type',
		options: [
			{
				displayName: 'Attribute',
				name: 'attribute',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. Total Orders',
						description:
							'At most 49 characters. Capital letters count: "City" and "city" are two attributes. "Email" is not "email": set name, email and mobile under Standard Attributes.',
					},
					{
						displayName: 'Type',
						name: 'type',
						type: 'options',
						noDataExpression: true,
						options: typeChoices,
						default: DEFAULT_TYPE,
						description: 'Use the type that the attribute already has in Growlytics',
					},
					...valueFields,
				],
			},
		],
	},
];
