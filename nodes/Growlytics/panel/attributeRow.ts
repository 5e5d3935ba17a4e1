import type { INodeProperties } from 'n8n-workflow';

import type { AttributeType } from '../values/attributeTypes';
import { attributeTypes } from '../values/attributeTypes';

export const DEFAULT_TYPE: AttributeType = 'string';

/** The name of an attribute, in a row of the panel. */
export const nameField: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Total Orders',
	description:
		'At most 49 characters. Capital letters count: "City" and "city" are two attributes, and "Email" is not the standard attribute "email".',
};

/** The type of an attribute, in a row of the panel. */
export const typeField: INodeProperties = {
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
};
