import { z } from 'zod';

import type { DateSettings } from './dates';
import { isDateObject, toGrowlyticsDate } from './dates';
import { noNegativeZero, parsePlainNumber, plainDigits } from './numbers';
import { show } from './problem';

/** A value as Growlytics takes it, or why it cannot be had without loss. */
export type Conversion<T> = { value: T } | { message: string; fix: string };

const TRUE = ['true', 'yes', '1'];
const FALSE = ['false', 'no', '0'];

/**
 * Growlytics' four attribute types (docs.growlytics.in, tracking users). Each entry drives the node
 * panel's choice and value field, the conversion of a user's value, and the schema of what is sent.
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
		schema: z.string(),
		convert: toText,
	},
	number: {
		label: 'Number',
		noun: 'a number',
		description: 'Amounts and counts, so that segments can compare them',
		field: {
			name: 'numberValue',
			type: 'number',
			default: '',
			placeholder: 'e.g. 1234.5',
		},
		schema: z.number().finite(),
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
		schema: z.boolean(),
		convert: toBoolean,
	},
	date: {
		label: 'Date and Time',
		noun: 'a date',
		description: 'Written 2026-01-31, 2026-01-31 19:14:15 or 2026-01-31T19:14:15+05:30',
		field: {
			name: 'dateValue',
			type: 'dateTime',
			default: '',
			placeholder: 'e.g. 2026-01-31 19:14:15',
			hint: 'Year first. 03/04/2026 is refused: it can be March or April',
		},
		schema: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/),
		convert: toDate,
	},
} as const;

export type AttributeType = keyof typeof attributeTypes;
export type AttributeValue = z.infer<(typeof attributeTypes)[AttributeType]['schema']>;

/** @returns whether text names one of Growlytics' types */
export function isAttributeType(text: unknown): text is AttributeType {
	return typeof text === 'string' && Object.hasOwn(attributeTypes, text);
}

function toText(value: unknown, settings: DateSettings): Conversion<string> {
	if (typeof value === 'string') return { value };
	if (typeof value === 'boolean' || typeof value === 'bigint') return { value: String(value) };
	if (typeof value === 'number') return numberToText(value);
	if (isDateObject(value)) return toDate(value, settings);
	return cannotHold(value);
}

function numberToText(value: number): Conversion<string> {
	if (!Number.isFinite(value)) return notFinite(value);
	if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
		return {
			message: `${plainDigits(value)} is a number too long to keep all of its digits`,
			fix: 'Format it as text where it comes from, e.g. in the spreadsheet.',
		};
	}
	return { value: plainDigits(value) };
}

function toNumber(value: unknown): Conversion<number> {
	if (typeof value === 'number') {
		return Number.isFinite(value) ? { value: noNegativeZero(value) } : notFinite(value);
	}
	if (isObject(value)) return cannotHold(value);
	const plain = typeof value === 'string' || typeof value === 'bigint' ? String(value).trim() : '';
	const number = parsePlainNumber(plain);
	if (number !== undefined) return { value: number };
	return {
		message: `${show(value)} is not a plain number`,
		fix: 'Use digits with a point for decimals and nothing else, e.g. 1234.5, or choose the type Text.',
	};
}

function toBoolean(value: unknown): Conversion<boolean> {
	if (typeof value === 'boolean') return { value };
	if (isObject(value)) return cannotHold(value);
	const text = String(value).trim().toLowerCase();
	if (TRUE.includes(text)) return { value: true };
	if (FALSE.includes(text)) return { value: false };
	return {
		message: `${show(value)} is neither yes nor no`,
		fix: 'Use true or false, yes or no, 1 or 0, or choose the type Text.',
	};
}

function toDate(value: unknown, settings: DateSettings): Conversion<string> {
	const date = toGrowlyticsDate(value, settings);
	if (date !== undefined) return { value: date };
	if (isObject(value) && !isDateObject(value)) return cannotHold(value);
	if (typeof value === 'number' && settings.dateNumbers === 'refuse') {
		return {
			message: `${show(value)} is a number, not a date`,
			fix: 'If it counts days or seconds, say which under Options > Numbers as Dates.',
		};
	}
	return {
		message: `${isDateObject(value) ? 'an invalid date' : show(value)} is not an unambiguous date`,
		fix: 'Write it year first, e.g. 2026-01-31 or 2026-01-31 19:14:15, or choose the type Text.',
	};
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

function notFinite(value: number): Conversion<never> {
	return {
		message: `${value} is not a number that can be stored`,
		fix: 'Check the calculation that it comes from.',
	};
}

function cannotHold(value: unknown): Conversion<never> {
	return {
		message: `${show(value)} is not a single value`,
		fix: 'Choose one value inside it, e.g. {{ $json.address.city }}.',
	};
}
