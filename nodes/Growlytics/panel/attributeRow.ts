import type { INodeProperties } from 'n8n-workflow';

import type { AttributeType } from '../values/attributeTypes';
import { attributeTypes } from '../values/attributeTypes';

const DEFAULT_TYPE: AttributeType = 'string';

/** What a value is entered in, by its type. None starts with a value: a row that nobody filled must not overwrite. */
const inputs: Record<AttributeType, Omit<INodeProperties, 'displayName' | 'name'>> = {
	string: { type: 'string', default: '', placeholder: 'e.g. Mumbai' },
	number: { type: 'number', default: '', placeholder: 'e.g. 1234.5' },
	boolean: {
		type: 'options',
		default: '',
		options: [
			{ name: 'No', value: false },
			{ name: 'Yes', value: true },
		],
		placeholder: 'Select Yes or No',
	},
	date: {
		type: 'dateTime',
		default: '',
		placeholder: 'e.g. 2026-01-31 19:14:15',
		hint: 'What 03/04/2026 means is chosen under Options > Date Order',
	},
};

/** The fields of a row of Map Each Field Below. The value has one name for all types: a change of type keeps it. */
export const attributeRow: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Total Orders',
		requiresDataPath: 'single',
		description:
			'At most 49 characters. Capital letters count: "City" and "city" are two attributes, and "Email" is not the standard attribute "email". If empty, it is the name of the field that was dragged into Value.',
	},
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		noDataExpression: true,
		options: Object.entries(attributeTypes).map(([value, { label, description }]) => ({
			name: label,
			value,
			description,
		})),
		default: DEFAULT_TYPE,
		description: 'Use the type that the attribute already has in Growlytics',
		hint: 'Growlytics keeps the first type that it sees, and ignores values of another',
	},
	...Object.entries(inputs).map(([type, input]) => ({
		...input,
		displayName: 'Value',
		name: 'value',
		displayOptions: { show: { type: [type] } },
	})),
];
