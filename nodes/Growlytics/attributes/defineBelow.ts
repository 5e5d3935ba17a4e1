import { attributeTypes, isAttributeType } from './attributeTypes';
import type { FoundAttribute } from './customer';
import { STANDARD_ATTRIBUTE_NAMES } from './standardAttributes';

/**
 * The attributes that the fields of Define Below hold, as n8n gives them.
 * @param standard values by name: `name`, `email`, `mobile`
 * @param rows the rows of Custom Attributes, in the order the user gave them: `name`, `type`, and one value
 * field for each type (`stringValue`, ...)
 */
export function fromFields(standard: unknown, rows: unknown): FoundAttribute[] {
	const standardValues = isRecord(standard) ? standard : {};
	return [
		...STANDARD_ATTRIBUTE_NAMES.filter((name) => Object.hasOwn(standardValues, name)).map(
			(name) => ({ name, type: 'string', value: standardValues[name] }) as const,
		),
		...(Array.isArray(rows) ? rows.filter(isRecord).map(fromRow) : []),
	];
}

function fromRow(row: Record<string, unknown>): FoundAttribute {
	const type = isAttributeType(row.type) ? row.type : 'string';
	return { name: String(row.name ?? ''), type, value: row[attributeTypes[type].field.name] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
