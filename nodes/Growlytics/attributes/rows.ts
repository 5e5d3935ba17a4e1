import type { Problem } from '../result/remark';
import { shorten } from '../shorten';
import type { AttributeType } from '../values/attributeTypes';
import { attributeTypes, isAttributeType } from '../values/attributeTypes';
import { plainDigits } from '../values/digits';
import { isRecord } from '../values/record';
import { LEAVE_OUT, show } from '../values/show';
import { STANDARD_ATTRIBUTE_NAMES } from '../values/standardAttributes';

/** An attribute that the user gave by name and type. */
export interface Row {
	name: string;
	type: AttributeType;
	value: unknown;
}

/** The attributes that the user gave for one item, and what is wrong with others: those can be left out. */
export interface Rows {
	rows: Row[];
	problems: Problem[];
}

/** What the panel knows of a row of Map Each Field Below, for all items alike. */
export interface RowEntry {
	/** The name of the field that was dragged into the value: the attribute's name where none was entered. */
	draggedName: string | undefined;
	/** Whether the value is a fixed text, number, date or choice that was left empty. */
	isLeftEmpty: boolean;
}

/** How a list in JSON is written, and an object. */
export const SHAPES =
	'{"City": "Mumbai"} or [{"name": "City", "type": "string", "value": "Mumbai"}]';

/**
 * The attributes that the fields of Map Each Field Below hold, as n8n gives them for one item.
 * @param standard values by name: `name`, `email`, `mobile`
 * @param rows the rows of Custom Attributes, in the order the user gave them: `name`, `type`, `value`
 * @param entries what the panel knows of each row
 */
export function rowsOfPanel(standard: unknown, rows: unknown, entries: readonly RowEntry[]): Rows {
	const values = isRecord(standard) ? standard : {};
	const standardRows = STANDARD_ATTRIBUTE_NAMES.filter((name) => Object.hasOwn(values, name)).map(
		(name): Row => ({ name, type: 'string', value: values[name] }),
	);
	const read = Array.isArray(rows)
		? rows.map((row, index) => rowOfPanel(isRecord(row) ? row : {}, entries[index]))
		: [];
	return {
		rows: [...standardRows, ...read.filter((one) => 'type' in one)],
		problems: read.filter((one) => 'message' in one),
	};
}

function rowOfPanel(row: Record<string, unknown>, entry: RowEntry | undefined): Row | Problem {
	const entered = nameFrom(row.name);
	if (typeof entered !== 'string') return entered;
	const name = entered.trim() === '' ? (entry?.draggedName ?? '') : entered;
	const type = isAttributeType(row.type) ? row.type : 'string';
	if (entry?.isLeftEmpty && name.trim() !== '') return leftEmpty(name);
	return { name, type, value: row.value };
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

/** A row without a value would be left out of every item, and the run would go green without it. */
function leftEmpty(name: string): Problem {
	return {
		attribute: shorten(name),
		message: 'its Value was left empty in the node',
		fix: 'Drag the field into Value that the attribute comes from, or remove the row.',
	};
}

/**
 * The attributes that a list in JSON holds, each with its type.
 * @param entries `[{ name, type, value }]`, as the user gave them
 * @param declaredTypes by name: they stand in for a type that an entry does not give
 */
export function rowsOfList(
	entries: readonly unknown[],
	declaredTypes: ReadonlyMap<string, AttributeType>,
): Rows {
	const read = entries.map((entry, index) => rowOfList(entry, index + 1, declaredTypes));
	return {
		rows: read.filter((one) => 'type' in one),
		problems: read.filter((one) => 'message' in one),
	};
}

function rowOfList(
	entry: unknown,
	position: number,
	declaredTypes: ReadonlyMap<string, AttributeType>,
): Row | Problem {
	if (!isRecord(entry) || typeof entry.name !== 'string' || !Object.hasOwn(entry, 'value')) {
		return {
			attribute: isRecord(entry) && typeof entry.name === 'string' ? shorten(entry.name) : '',
			message: `Attributes (JSON) has no name or no value in entry ${position} of the list`,
			fix: `Write each entry as in ${SHAPES}.`,
		};
	}
	const { name, value } = entry;
	const declared = declaredTypes.get(name.trim());
	const type = entry.type ?? declared;
	if (!isAttributeType(type)) return unknownType(name, type);
	if (declared !== undefined && declared !== type) return contradiction(name, type, declared);
	return { name, type, value };
}

function unknownType(name: string, type: unknown): Problem {
	const types = Object.keys(attributeTypes).join(', ');
	return {
		attribute: shorten(name),
		message:
			type == null ? 'it has no type' : `its type is ${show(type)}, which Growlytics does not have`,
		fix: `Give it one of the types ${types}, or ${LEAVE_OUT}.`,
	};
}

function contradiction(name: string, type: AttributeType, declared: AttributeType): Problem {
	return {
		attribute: shorten(name),
		message: `its type in the list is "${type}" (${attributeTypes[type].label}), but Attribute Types has ${attributeTypes[declared].label}`,
		fix: 'Give it the same type in both places, or remove it from Attribute Types.',
	};
}
