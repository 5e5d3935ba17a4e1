import { attributeTypes, isAttributeType } from './attributeTypes';
import type { Found, FoundAttribute } from './found';
import { foundAttribute } from './found';
import { plainDigits } from './numbers';
import type { Problem } from '../result/remark';
import { LEAVE_OUT, show } from './problem';
import { isRecord } from './record';
import { STANDARD_ATTRIBUTE_NAMES } from './standardAttributes';

/**
 * The attributes that the fields of Map Each Field Below hold, as n8n gives them.
 * @param standard values by name: `name`, `email`, `mobile`
 * @param rows the rows of Custom Attributes, in the order the user gave them: `name`, `type`, and one value
 * field for each type (`stringValue`, ...)
 */
export function fromFields(standard: unknown, rows: unknown): Found {
	const standardValues = isRecord(standard) ? standard : {};
	const standardNames = STANDARD_ATTRIBUTE_NAMES.filter((name) =>
		Object.hasOwn(standardValues, name),
	);
	const read = Array.isArray(rows) ? rows.filter(isRecord).map(fromRow) : [];
	return {
		attributes: [
			...standardNames.map((name) => foundAttribute(name, standardValues[name], 'string')),
			...read.filter((one) => 'value' in one),
		],
		problems: read.filter((one) => 'message' in one),
		missing: [],
	};
}

function fromRow(row: Record<string, unknown>): FoundAttribute | Problem {
	const name = nameFrom(row.name);
	const type = isAttributeType(row.type) ? row.type : 'string';
	if (typeof name !== 'string') return name;
	return foundAttribute(name, row[attributeTypes[type].field.name], type);
}

/** An expression can give anything; an attribute called [object Object] would stay in Growlytics for ever. */
function nameFrom(value: unknown): string | Problem {
	if (typeof value === 'string') return value;
	if (value === undefined || value === null) return '';
	if (typeof value === 'number' && Number.isSafeInteger(value)) return plainDigits(value);
	return {
		attribute: '',
		message: `Name of an attribute is ${show(value)}, not text`,
		fix: `Correct the expression in the attribute's Name, or ${LEAVE_OUT}.`,
	};
}
