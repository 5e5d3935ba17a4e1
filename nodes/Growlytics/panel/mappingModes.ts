import type { IExecuteFunctions } from 'n8n-workflow';

import { readJsonAttributes } from '../attributes/jsonAttributes';
import type { ItemSettings, MappingItem, Source } from '../attributes/mappingItem';
import type { RowEntry } from '../attributes/rows';
import { rowsOfList, rowsOfPanel } from '../attributes/rows';
import type { FieldName } from '../fields/fieldNames';
import { readFieldNames } from '../fields/fieldNames';
import { draggedPath } from '../reading/draggedPath';
import type { Reading } from '../reading/createReading';
import { unreadable } from '../reading/unreadable';
import type { InvalidSetup } from '../result/failure';
import type { Problem } from '../result/remark';
import type { Subject } from '../result/subject';
import type { AttributeType } from '../values/attributeTypes';
import { isRecord } from '../values/record';
import type { ItemMappingOptions } from './mappingOptions';
import { itemMappingOptions } from './mappingOptions';
import { itemOptionsReader } from './readOptions';

/** What an item's attributes come from; a problem makes the whole item useless. */
type ReadSource = Source | { problem: Problem };

/** Reads one item. Throws what n8n throws for an expression that cannot be evaluated. */
type Mode = (itemIndex: number) => ReadSource;

/** By the value of Mapping Mode. */
const modes = {
	defineBelow: (context: IExecuteFunctions, reading: Reading): Mode => {
		const standard = reading.parameter('standardAttributes', {});
		const custom = reading.parameter('customAttributes', {});
		const entries = rowEntries(context.getNode().parameters.customAttributes);
		return (itemIndex) => {
			const rows = custom(itemIndex);
			return rowsOfPanel(standard(itemIndex), isRecord(rows) ? rows.attribute : [], entries);
		};
	},
	autoMapInputData: (context: IExecuteFunctions): Mode => {
		const items = context.getInputData();
		return (itemIndex) => ({ fields: items[itemIndex]?.json ?? {} });
	},
	json: (
		_context: IExecuteFunctions,
		reading: Reading,
		declaredTypes: ReadonlyMap<string, AttributeType>,
	): Mode => {
		const json = reading.parameter('attributesJson', '{}');
		return (itemIndex) => {
			const read = readJsonAttributes(json(itemIndex));
			return 'entries' in read ? rowsOfList(read.entries, declaredTypes) : read;
		};
	},
};

type MappingMode = keyof typeof modes;

/** What the rows hold before any expression is evaluated. */
function rowEntries(saved: unknown): RowEntry[] {
	const rows = isRecord(saved) ? saved.attribute : undefined;
	if (!Array.isArray(rows)) return [];
	return rows.map((row): RowEntry => {
		const value: unknown = isRecord(row) ? row.value : undefined;
		return {
			draggedName: draggedPath(value)?.join('.'),
			isLeftEmpty: value === undefined || value === null || value === '',
		};
	});
}

type FieldChoice = Pick<ItemSettings, 'include' | 'fields'>;

const ALL_FIELDS: FieldChoice = { include: 'all', fields: [] };

/** The list is the same for every item as a rule: it is parsed where it differs from the one before. */
function fieldChoiceReader(
	context: IExecuteFunctions,
	reading: Reading,
	mode: MappingMode,
): (itemIndex: number) => FieldChoice {
	const include =
		mode === 'autoMapInputData' ? context.getNodeParameter('include', 0, 'all') : 'all';
	if (include !== 'selected' && include !== 'except') return () => ALL_FIELDS;
	const name = include === 'selected' ? 'includeFields' : 'excludeFields';
	const read = reading.parameter(name, '');
	let last: { list: unknown; choice: FieldChoice } | undefined;
	return (itemIndex) => {
		const list = read(itemIndex);
		if (last === undefined || last.list !== list) {
			last = { list, choice: { include, fields: readFieldNames(list) } };
		}
		return last.choice;
	};
}

/** Mapping Mode takes no expression, so it is the same for every item. */
export function readMappingMode(context: IExecuteFunctions): MappingMode {
	const value = String(context.getNodeParameter('mappingMode', 0, 'defineBelow'));
	return value === 'autoMapInputData' || value === 'json' ? value : 'defineBelow';
}

/**
 * Reads what the parameters say of an item's attributes; an expression that fails makes that item useless.
 * @param reading of the run: all of its parameters are asked for before the first item is read
 * @param idParameter the parameter that holds the item's ID: a field that was dragged into it is not sent again
 * @param declaredTypes the types that the user chose, by attribute
 */
export function mappingItemReader(
	context: IExecuteFunctions,
	reading: Reading,
	idParameter: string,
	declaredTypes: ReadonlyMap<string, AttributeType>,
): (itemIndex: number) => MappingItem {
	const mode = readMappingMode(context);
	const readSource = modes[mode](context, reading, declaredTypes);
	const readChoice = fieldChoiceReader(context, reading, mode);
	const readOptions = itemOptionsReader(context, reading, itemMappingOptions);
	const idField = fieldIn(context.getNode().parameters[idParameter]);
	const settingsOf = settingsReader(idField);
	return (itemIndex) => {
		try {
			const options = readOptions(itemIndex);
			if ('problem' in options) return useless(options.problem);
			const source = readSource(itemIndex);
			if ('problem' in source) return useless(source.problem);
			const settings = settingsOf(options.values, readChoice(itemIndex));
			return { problems: [], source, settings };
		} catch (error) {
			return useless(unreadable('an expression', error));
		}
	};
}

function fieldIn(raw: unknown): FieldName | undefined {
	const path = draggedPath(raw);
	if (path === undefined) return undefined;
	const name = path.join('.');
	return { written: name, name, path };
}

/** Gives the same object as for the item before where nothing differs: items of one object are read with one preparation. */
function settingsReader(
	idField: FieldName | undefined,
): (options: ItemMappingOptions, choice: FieldChoice) => ItemSettings {
	let last:
		| { options: ItemMappingOptions; choice: FieldChoice; settings: ItemSettings }
		| undefined;
	return (options, choice) => {
		if (last === undefined || last.options !== options || last.choice !== choice) {
			last = { options, choice, settings: { ...options, ...choice, idField } };
		}
		return last.settings;
	};
}

const NOTHING_READ: ItemSettings = {
	...ALL_FIELDS,
	nestedValues: 'readable',
	idField: undefined,
	emptyValues: 'skip',
	invalidAttributes: 'failItem',
	dateNumbers: 'refuse',
};

function useless(problem: Problem): MappingItem {
	return { problems: [problem], source: { rows: [], problems: [] }, settings: NOTHING_READ };
}

/**
 * Map Automatically has nothing to map in an AI agent's tool. The panel does not offer it there; an expression or an
 * older workflow can.
 */
export function automaticInTool(
	context: IExecuteFunctions,
	{ one }: Subject,
): InvalidSetup | undefined {
	if (readMappingMode(context) !== 'autoMapInputData' || !isTool(context)) return undefined;
	return {
		kind: 'setup',
		problem: `Map Automatically cannot be used in an AI agent's tool: the item holds the agent's own data, not a ${one}`,
		fix: 'Set Mapping Mode to Map Each Field Below or to JSON, and let the model define the values.',
	};
}

/** The type of a node that an AI agent uses as a tool ends in Tool; n8n's isToolExecution says false there. */
function isTool(context: IExecuteFunctions): boolean {
	return context.getNode().type.endsWith('Tool');
}
