import { attributeTypes, isAttributeType } from './attributeTypes';
import type { Found, FoundAttribute } from './found';
import { foundAttribute } from './found';
import { isRecord } from './record';
import { STANDARD_ATTRIBUTE_NAMES } from './standardAttributes';

/**
 * The attributes that the fields of Define Below hold, as n8n gives them.
 * @param standard values by name: `name`, `email`, `mobile`
 * @param rows the rows of Custom Attributes, in the order the user gave them: `name`, `type`, and one value
 * field for each type (`stringValue`, ...)
 */
export function fromFields(standard: unknown, rows: unknown): Found {
	const standardValues = isRecord(standard) ? standard : {};
	const standardNames = STANDARD_ATTRIBUTE_NAMES.filter((name) =>
		Object.hasOwn(standardValues, name),
	);
	return {
		attributes: [
			...standardNames.map((name) => foundAttribute(name, standardValues[name], 'string')),
			...(Array.isArray(rows) ? rows.filter(isRecord).map(fromRow) : []),
		],
		problems: [],
		listed: new Map(),
	};
}

function fromRow(row: Record<string, unknown>): FoundAttribute {
	const type = isAttributeType(row.type) ? row.type : 'string';
	return foundAttribute(String(row.name ?? ''), row[attributeTypes[type].field.name], type);
}
