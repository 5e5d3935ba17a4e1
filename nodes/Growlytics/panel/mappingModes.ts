import type { IExecuteFunctions } from 'n8n-workflow';

import { fromItem } from '../attributes/autoMap';
import type { FieldChoice } from '../attributes/chosenFields';
import type { AttributeSettings } from '../attributes/convertAttributes';
import { fromFields } from '../attributes/defineBelow';
import type { FieldReference } from '../attributes/fieldList';
import { parseFieldList } from '../attributes/fieldList';
import type { Found } from '../attributes/found';
import { foundUnusable } from '../attributes/found';
import { fromJson } from '../attributes/jsonAttributes';
import type { ReadItem } from '../attributes/mapAttributes';
import { isRecord } from '../attributes/record';
import type { Reading } from '../reading/createReading';
import { unreadable } from '../reading/unreadable';
import type { InvalidSetup } from '../result/failure';
import type { Subject } from '../result/subject';
import type { ItemMappingOptions } from './mappingOptions';
import { itemMappingOptions } from './mappingOptions';
import { itemOptionsReader } from './readOptions';

/** Reads the attributes of one item. Throws what n8n throws for an expression that cannot be evaluated. */
type Mode = (itemIndex: number, options: ItemMappingOptions) => Found;

/** By the value of Mapping Mode. */
const modes = {
	defineBelow: (_context: IExecuteFunctions, reading: Reading): Mode => {
		const standard = reading.parameter('standardAttributes', {});
		const custom = reading.parameter('customAttributes', {});
		return (itemIndex) => {
			const rows = custom(itemIndex);
			return fromFields(standard(itemIndex), isRecord(rows) ? rows.attribute : []);
		};
	},
	autoMapInputData: (context: IExecuteFunctions, reading: Reading): Mode => {
		const items = context.getInputData();
		const chosen = context.getNodeParameter('include', 0, 'all');
		const include = chosen === 'selected' || chosen === 'except' ? chosen : 'all';
		const fields = fieldsReader(reading, include);
		return (itemIndex, options) =>
			fromItem(items[itemIndex]?.json ?? {}, {
				...options,
				declaredTypes: options.attributeTypes,
				include,
				fields: fields(itemIndex),
			});
	},
	json: (_context: IExecuteFunctions, reading: Reading): Mode => {
		const json = reading.parameter('attributesJson', '{}');
		return (itemIndex, options) =>
			fromJson(json(itemIndex), { ...options, declaredTypes: options.attributeTypes });
	},
};

type MappingMode = keyof typeof modes;

/** The list is the same for every item as a rule: it is parsed where it differs from the one before. */
function fieldsReader(
	reading: Reading,
	include: FieldChoice['include'],
): (itemIndex: number) => readonly FieldReference[] {
	if (include === 'all') return () => [];
	const name = include === 'selected' ? 'includeFields' : 'excludeFields';
	const read = reading.parameter(name, '');
	let last: { list: unknown; fields: FieldReference[] } | undefined;
	return (itemIndex) => {
		const list = read(itemIndex);
		if (last === undefined || last.list !== list) last = { list, fields: parseFieldList(list) };
		return last.fields;
	};
}

/** Mapping Mode takes no expression, so it is the same for every item. */
export function readMappingMode(context: IExecuteFunctions): MappingMode {
	const value = String(context.getNodeParameter('mappingMode', 0, 'defineBelow'));
	return value === 'autoMapInputData' || value === 'json' ? value : 'defineBelow';
}

/**
 * Reads what the parameters say of an item's attributes; an expression that fails makes that item unusable.
 * @param timezone the Growlytics account's zone, or ''
 */
export function attributesReader(
	context: IExecuteFunctions,
	reading: Reading,
	timezone: string,
): (itemIndex: number) => ReadItem {
	const readAttributes = modes[readMappingMode(context)](context, reading);
	const readOptions = itemOptionsReader(context, reading, itemMappingOptions);
	const unused: AttributeSettings = {
		timezone,
		dateNumbers: 'refuse',
		emptyValues: 'skip',
		invalidAttributes: 'failItem',
	};
	return (itemIndex) => {
		try {
			const options = readOptions(itemIndex);
			if ('problem' in options) return { found: foundUnusable(options.problem), settings: unused };
			const { values } = options;
			return { found: readAttributes(itemIndex, values), settings: { ...values, timezone } };
		} catch (error) {
			return { found: foundUnusable(unreadable('an expression', error)), settings: unused };
		}
	};
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
