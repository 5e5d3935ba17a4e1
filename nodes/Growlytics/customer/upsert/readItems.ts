import type { IExecuteFunctions } from 'n8n-workflow';

import { fromItem } from '../../attributes/autoMap';
import { fromFields } from '../../attributes/defineBelow';
import type { FieldChoice } from '../../attributes/chosenFields';
import { ABOUT_ID } from '../../attributes/customerId';
import type { FieldReference } from '../../attributes/fieldList';
import { parseFieldList } from '../../attributes/fieldList';
import type { Found } from '../../attributes/found';
import { foundUnusable } from '../../attributes/found';
import { fromJson } from '../../attributes/jsonAttributes';
import type { ReadItem } from '../../attributes/mapItems';
import { isRecord } from '../../attributes/record';
import type { Problem } from '../../result/remark';
import { shorten } from '../../shorten';
import { itemParameter } from './itemParameter';
import type { MappingOptions } from './readOptions';
import { DEFAULT_MAPPING_OPTIONS, mappingOptionsReader } from './readOptions';

/** Reads the attributes of one item. Throws what n8n throws for an expression that cannot be evaluated. */
type Mode = (itemIndex: number, options: MappingOptions) => Found;

/** By the value of Mapping Mode. */
const modes = {
	defineBelow: (context: IExecuteFunctions): Mode => {
		const standard = itemParameter(context, 'standardAttributes', {});
		const custom = itemParameter(context, 'customAttributes', {});
		return (itemIndex) => {
			const rows = custom(itemIndex);
			return fromFields(standard(itemIndex), isRecord(rows) ? rows.attribute : []);
		};
	},
	autoMapInputData: (context: IExecuteFunctions): Mode => {
		const items = context.getInputData();
		const chosen = context.getNodeParameter('include', 0, 'all');
		const include = chosen === 'selected' || chosen === 'except' ? chosen : 'all';
		const fields = fieldsReader(context, include);
		return (itemIndex, options) =>
			fromItem(items[itemIndex]?.json ?? {}, { ...options, include, fields: fields(itemIndex) });
	},
	json: (context: IExecuteFunctions): Mode => {
		const json = itemParameter(context, 'attributesJson', '{}');
		return (itemIndex, options) => fromJson(json(itemIndex), options);
	},
};

type MappingMode = keyof typeof modes;

/** The list is the same for every item as a rule: it is parsed where it differs from the one before. */
function fieldsReader(
	context: IExecuteFunctions,
	include: FieldChoice['include'],
): (itemIndex: number) => readonly FieldReference[] {
	if (include === 'all') return () => [];
	const name = include === 'selected' ? 'includeFields' : 'excludeFields';
	const read = itemParameter(context, name, '');
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
 * Reads the node's parameters for every item.
 * @param timezone the Growlytics account's zone, or ''
 */
export function readItems(
	context: IExecuteFunctions,
	itemCount: number,
	timezone: string,
): ReadItem[] {
	const readAttributes = modes[readMappingMode(context)](context);
	const readId = itemParameter(context, 'customerId', '');
	const readOptions = mappingOptionsReader(context);
	return Array.from({ length: itemCount }, (_, itemIndex) => {
		const settings = { ...DEFAULT_MAPPING_OPTIONS, timezone };
		let id: unknown;
		try {
			id = readId(itemIndex);
		} catch (error) {
			return {
				id,
				found: foundUnusable({
					...unreadable('the expression of Customer ID', error),
					...ABOUT_ID,
				}),
				settings,
			};
		}
		try {
			const options = readOptions(itemIndex);
			if ('message' in options) return { id, found: foundUnusable(options), settings };
			return { id, found: readAttributes(itemIndex, options), settings: { ...options, timezone } };
		} catch (error) {
			return { id, found: foundUnusable(unreadable('an expression', error)), settings };
		}
	});
}

/** An expression that cannot be evaluated for this item; another item may well be fine. */
function unreadable(place: string, error: unknown): Problem {
	const said = error instanceof Error ? shorten(error.message) : 'unknown cause';
	return {
		attribute: '',
		message: `${place} could not be evaluated (${said})`,
		fix: 'Open the node, look for the parameter that is marked red, and correct its expression.',
	};
}
