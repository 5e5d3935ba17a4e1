import type { IExecuteFunctions } from 'n8n-workflow';

import { fromItem } from '../../attributes/autoMap';
import { fromFields } from '../../attributes/defineBelow';
import { parseFieldList } from '../../attributes/fieldList';
import type { Found } from '../../attributes/found';
import { foundUnusable } from '../../attributes/found';
import { fromJson } from '../../attributes/jsonAttributes';
import type { ReadItem } from '../../attributes/mapItems';
import type { Problem } from '../../attributes/problem';
import { isRecord } from '../../attributes/record';
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
		const include = context.getNodeParameter('include', 0, 'all');
		const isSelected = include === 'selected';
		const list = itemParameter(context, isSelected ? 'includeFields' : 'excludeFields', '');
		const mode = isSelected || include === 'except' ? include : 'all';
		return (itemIndex, options) =>
			fromItem(items[itemIndex]?.json ?? {}, {
				...options,
				include: mode,
				fields: mode === 'all' ? [] : parseFieldList(list(itemIndex)),
			});
	},
	json: (context: IExecuteFunctions): Mode => {
		const json = itemParameter(context, 'attributesJson', '{}');
		return (itemIndex, options) => fromJson(json(itemIndex), options);
	},
};

type MappingMode = keyof typeof modes;

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
			return { id, found: foundUnusable(unreadable('id', error)), settings };
		}
		try {
			const options = readOptions(itemIndex);
			if ('message' in options) return { id, found: foundUnusable(options), settings };
			return { id, found: readAttributes(itemIndex, options), settings: { ...options, timezone } };
		} catch (error) {
			return { id, found: foundUnusable(unreadable('', error)), settings };
		}
	});
}

/** An expression that cannot be evaluated for this item; another item may well be fine. */
function unreadable(attribute: 'id' | '', error: unknown): Problem {
	const said = error instanceof Error ? shorten(error.message) : 'unknown cause';
	const place = attribute === 'id' ? 'the expression of Customer ID' : 'an expression';
	return {
		attribute,
		message: `${place} could not be evaluated (${said})`,
		fix: 'Open the node, look for the parameter that is marked red, and correct its expression.',
	};
}
