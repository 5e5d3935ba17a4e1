import type { INodeProperties } from 'n8n-workflow';

import { withArticle } from '../article';
import type { Subject } from '../result/subject';
import { attributeTypes } from '../values/attributeTypes';
import type { AttributeType } from '../values/attributeTypes';
import { attributeRow } from './attributeRow';

interface TypeList {
	type: AttributeType;
	/** Its parameter. */
	name: string;
	placeholder: string;
}

/** The lists of Attribute Types, in the order of their labels. */
export const typeLists: readonly TypeList[] = [
	{ type: 'date', name: 'dateFields', placeholder: 'e.g. Joined, Last Order Date' },
	{ type: 'number', name: 'numberFields', placeholder: 'e.g. Total Orders, Wallet' },
	{ type: 'string', name: 'textFields', placeholder: 'e.g. Pincode, Floor' },
	{ type: 'boolean', name: 'booleanFields', placeholder: 'e.g. Newsletter, Is VIP' },
];

const attributeTypesParameter: INodeProperties = {
	displayName: 'Attribute Types',
	name: 'attributeTypes',
	type: 'collection',
	placeholder: 'Add Attribute Type',
	displayOptions: { show: { mappingMode: ['autoMapInputData', 'json'] } },
	default: {},
	description:
		'The types of attributes, where you know better or want to be sure. Growlytics keeps the first type it sees for ever.',
	options: typeLists.map(({ type, name, placeholder }) => ({
		displayName: attributeTypes[type].label,
		name,
		type: 'string',
		default: '',
		placeholder,
		description: `Fields that are sent as ${attributeTypes[type].label}, separated by commas. Drag them in from the left.`,
		requiresDataPath: 'multiple',
	})),
};

/** What the user fills in to say where attributes come from, but for the rows of Map Each Field Below. */
export function mappingParametersOf({ one }: Subject): INodeProperties[] {
	return [
		{
			displayName: 'Mapping Mode',
			name: 'mappingMode',
			type: 'options',
			noDataExpression: true,
			default: 'defineBelow',
			description: `Where the attributes of ${withArticle(one)} come from`,
			options: [
				{
					name: 'Map Automatically',
					value: 'autoMapInputData',
					description: 'Every field of the input item becomes an attribute',
					displayOptions: { hide: { '@tool': [true] } },
				},
				{
					name: 'Map Each Field Below',
					value: 'defineBelow',
					description: 'Choose each attribute, its type and its value',
				},
				{
					name: 'JSON',
					value: 'json',
					description: 'Give the attributes as one JSON object or list',
				},
			],
		},
		{
			displayName: 'Include',
			name: 'include',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { mappingMode: ['autoMapInputData'] } },
			default: 'all',
			description: 'Which fields of the input item to send',
			options: [
				{ name: 'All Fields', value: 'all' },
				{ name: 'All Fields Except', value: 'except' },
				{ name: 'Selected Fields', value: 'selected' },
			],
		},
		{
			displayName: 'Fields to Include',
			name: 'includeFields',
			type: 'string',
			displayOptions: { show: { mappingMode: ['autoMapInputData'], include: ['selected'] } },
			default: '',
			placeholder: 'e.g. name, email, address.city',
			description:
				'Names of fields, separated by commas. Drag them in from the left. For a value inside an object write address.city.',
			requiresDataPath: 'multiple',
		},
		{
			displayName: 'Fields to Exclude',
			name: 'excludeFields',
			type: 'string',
			displayOptions: { show: { mappingMode: ['autoMapInputData'], include: ['except'] } },
			default: '',
			placeholder: 'e.g. submittedAt, formMode',
			description: 'Names of fields, separated by commas. Drag them in from the left.',
			requiresDataPath: 'multiple',
		},
		{
			displayName: 'Attributes (JSON)',
			name: 'attributesJson',
			type: 'json',
			typeOptions: { rows: 6 },
			displayOptions: { show: { mappingMode: ['json'] } },
			default: '{}',
			placeholder: 'e.g. {"name": "Asha Rao", "Total Orders": 3}',
			description: `An object of names and values, or a list such as [{"name": "Total Orders", "type": "number", "value": 3}] that gives each attribute one of the types ${Object.keys(attributeTypes).join(', ')}`,
			hint: 'Names and values, such as {"City": "Mumbai", "Total Orders": 3}, or an expression such as {{ $json.body }}',
		},
		attributeTypesParameter,
	];
}

/**
 * The rows of Map Each Field Below.
 * @param most how many attributes Growlytics takes
 * @param label what the panel calls one of them
 */
export function customAttributesParameterOf(
	{ one }: Subject,
	most: number,
	label = 'Custom Attribute',
): INodeProperties {
	return {
		displayName: `${label}s`,
		name: 'customAttributes',
		type: 'fixedCollection',
		displayOptions: { show: { mappingMode: ['defineBelow'] } },
		typeOptions: {
			multipleValues: true,
			multipleValueButtonText: `Add ${label}`,
			sortable: true,
			fixedCollection: {
				itemTitle: '={{ $collection.item.value.name || $collection.item.value.value }}',
			},
		},
		placeholder: `Add ${label}`,
		default: {},
		description: `Anything else you know about the ${one}, at most ${most} attributes`,
		options: [
			{
				displayName: 'Attribute',
				name: 'attribute',
				values: attributeRow,
			},
		],
	};
}
