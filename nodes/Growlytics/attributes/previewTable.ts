import type { IDataObject } from 'n8n-workflow';

import { shorten } from '../shorten';
import { attributeTypes } from '../values/attributeTypes';
import { isStandardAttribute } from '../values/standardAttributes';
import { show } from '../values/show';
import type { ValueSettings } from '../columns/readValue';
import { readValue } from '../columns/readValue';
import { MAX_EXAMPLES } from '../columns/evidence';
import { readStandardValue } from '../columns/standardValue';
import type { MappedColumns, SentColumn } from './mapAttributes';

/** Who decided the type of a column, as a marketer says it. */
const DECIDERS: Readonly<Record<SentColumn['decidedBy'], string>> = {
	declared: 'you',
	standard: 'Growlytics',
	values: 'the values',
	text: 'the text',
	header: 'the name',
	nothing: 'nothing yet',
};

const NOT_SENT = 'Not sent';
const WHY_STANDARD = 'Growlytics keeps it as text';

/**
 * What a run would send, a row for each attribute in the order of the columns, then one for each field that is left
 * out. Every cell is a text or a number, so that n8n's table view shows it whole.
 */
export function previewTable(mapped: MappedColumns, settings: ValueSettings): IDataObject[] {
	const rows = [
		...madeName(mapped),
		...mapped.columns.map((column) => columnRow(column, settings)),
	];
	const leftOut = mapped.remarks
		.filter(({ weight }) => weight !== 'note')
		.map(({ name, message, items }) => ({
			...NO_ROW,
			attribute: name,
			type: NOT_SENT,
			filled: items,
			note: message,
		}));
	return [...rows, ...leftOut];
}

/** In the order in which a marketer asks: what is it, what becomes of my values, and why. */
const NO_ROW = {
	attribute: '',
	type: '',
	examples: '',
	why: '',
	note: '',
	doesNotFit: '',
	filled: 0,
	empty: 0,
	decidedBy: '',
};

/** A name that is made of two columns has no column of its own. */
function madeName({ nameParts, items }: MappedColumns): IDataObject[] {
	if (nameParts === undefined) return [];
	const sent = items.flatMap((item) => ('attributes' in item ? [item.attributes] : []));
	const names = sent.flatMap((attributes) =>
		attributes.filter(({ name }) => name === 'name').map(({ value }) => sentText(value)),
	);
	const parts = [nameParts.first, nameParts.last ?? []].flat().map((part) => `"${shorten(part)}"`);
	return [
		{
			...NO_ROW,
			attribute: 'name',
			type: attributeTypes.string.label,
			decidedBy: DECIDERS.standard,
			why: WHY_STANDARD,
			filled: names.length,
			empty: sent.length - names.length,
			examples: [...new Set(names.slice(0, MAX_EXAMPLES))].join('; '),
			note: `Made of ${parts.join(' and ')}.`,
		},
	];
}

function columnRow(column: SentColumn, settings: ValueSettings): IDataObject {
	const { name, sentAs, type, decidedBy, why, filled, empty, doesNotFit } = column;
	const isSent = sentAs !== undefined && (filled > 0 || decidedBy === 'declared');
	const isFilling = sentAs !== undefined && sentAs !== name;
	return {
		...NO_ROW,
		attribute: sentAs ?? name,
		type: isSent ? attributeTypes[isFilling ? 'string' : type].label : NOT_SENT,
		decidedBy: isFilling ? DECIDERS.standard : DECIDERS[decidedBy],
		why: isFilling ? WHY_STANDARD : why,
		filled,
		empty,
		examples: [...new Set(column.examples.map((value) => example(value, column, settings)))].join(
			'; ',
		),
		doesNotFit:
			doesNotFit.count === 0 || type === 'string'
				? ''
				: `${doesNotFit.count}, e.g. ${show(doesNotFit.first)}`,
		note: notesOf(column).join(' '),
	};
}

/** A value as it came and, where that differs, as it would be sent. */
function example(
	value: unknown,
	column: SentColumn,
	{ timezone, dateNumbers }: ValueSettings,
): string {
	const { sentAs } = column;
	const read =
		sentAs !== undefined && isStandardAttribute(sentAs)
			? readStandardValue(sentAs, value)
			: readValue(value, column, { timezone, dateNumbers });
	const came = typeof value === 'string' ? shorten(value) : show(value);
	if (!('value' in read)) return `${came} → not sent`;
	const sent = sentText(read.value);
	return sent === came ? came : `${came} → ${sent}`;
}

function sentText(value: string | number | boolean): string {
	if (typeof value === 'boolean') return value ? 'Yes' : 'No';
	return shorten(String(value));
}

function notesOf({ name, sentAs, offer, unproven, words }: SentColumn): string[] {
	return [
		...(sentAs === undefined ? ['It is the Customer ID, and is not sent again.'] : []),
		...(sentAs === undefined || sentAs === name ? [] : [`From the field "${shorten(name)}".`]),
		...(unproven === undefined ? [] : [`${unproven.message}.`]),
		...(offer === undefined ? [] : [`It ${offer.message}.`]),
		...(words.count === 0 ? [] : [`${show(words.first)} counts as empty.`]),
	];
}

/** The types of a run's custom attributes, as Attribute Types (JSON) takes them. */
export function typesJson({ columns }: MappedColumns): string {
	const types = columns
		.filter(({ name, sentAs, filled }) => sentAs === name && filled > 0)
		.filter(({ name }) => !isStandardAttribute(name))
		.map(({ name, type }) => [name, type] as const);
	return JSON.stringify(Object.fromEntries(types));
}
