import type { Conversion } from './conversions';
import { toBoolean, toDate, toNumber, toText } from './conversions';
import type { DateSettings } from './dates';

export type AttributeValue = string | number | boolean;

interface TypeEntry {
	/** As the panel calls it. */
	label: string;
	/** As messages call it, e.g. `some items hold a number`. */
	noun: string;
	description: string;
	/** The panel's field for a value of this type. */
	field: {
		name: string;
		type: string;
		default: string | boolean;
		placeholder?: string;
		hint?: string;
	};
	convert: (value: unknown, settings: DateSettings) => Conversion<AttributeValue>;
}

/**
 * Growlytics' four attribute types (docs.growlytics.in, tracking users). Each entry drives the node
 * panel's choice and value field, and the conversion of a user's value.
 */
export const attributeTypes = {
	string: {
		label: 'Text',
		noun: 'text',
		description: 'Names, cities, phone numbers, codes such as 007',
		field: {
			name: 'stringValue',
			type: 'string',
			default: '',
			placeholder: 'e.g. Mumbai',
		},
		convert: toText,
	},
	number: {
		label: 'Number',
		noun: 'a number',
		description: 'Amounts and counts, such as 1234.5',
		field: {
			name: 'numberValue',
			type: 'number',
			default: '',
			placeholder: 'e.g. 1234.5',
		},
		convert: toNumber,
	},
	boolean: {
		label: 'Yes or No',
		noun: 'yes or no',
		description: 'True or false; yes, no, 1 and 0 are understood too',
		field: {
			name: 'booleanValue',
			type: 'boolean',
			default: false,
		},
		convert: toBoolean,
	},
	date: {
		label: 'Date and Time',
		noun: 'a date',
		description: 'Year first, such as 2026-01-31 or 2026-01-31 19:14:15',
		field: {
			name: 'dateValue',
			type: 'dateTime',
			default: '',
			placeholder: 'e.g. 2026-01-31 19:14:15',
			hint: 'Year first. 03/04/2026 is refused: it can be March or April',
		},
		convert: toDate,
	},
} as const satisfies Record<string, TypeEntry>;

export type AttributeType = keyof typeof attributeTypes;

/** @returns whether text names one of Growlytics' types */
export function isAttributeType(text: unknown): text is AttributeType {
	return typeof text === 'string' && Object.hasOwn(attributeTypes, text);
}
