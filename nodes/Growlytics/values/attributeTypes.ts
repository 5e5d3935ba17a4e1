/**
 * Growlytics' four attribute types (docs.growlytics.in, tracking users), as the panel and messages call them.
 */
export const attributeTypes = {
	string: {
		label: 'Text',
		/** E.g. `some items hold a number`. */
		noun: 'text',
		description: 'Names, cities, phone numbers, codes such as 007',
	},
	number: {
		label: 'Number',
		noun: 'a number',
		description: 'Amounts and counts, such as 1234.5 or ₹1,23,456.00',
	},
	boolean: {
		label: 'Yes or No',
		noun: 'yes or no',
		description: 'True or false; yes, no, on, off, 1 and 0 are understood too',
	},
	date: {
		label: 'Date and Time',
		noun: 'a date',
		description: 'Such as 2026-01-31 or 31/01/2026 19:14',
	},
} as const;

export type AttributeType = keyof typeof attributeTypes;

export type AttributeValue = string | number | boolean;

/** @returns whether text names one of Growlytics' types */
export function isAttributeType(text: unknown): text is AttributeType {
	return typeof text === 'string' && Object.hasOwn(attributeTypes, text);
}
