import type { IDataObject } from 'n8n-workflow';

import { shorten } from '../shorten';
import { attributeTypes } from '../values/attributeTypes';
import { isStandardAttribute } from '../values/standardAttributes';
import { show } from '../values/show';
import { readValue } from '../columns/readValue';
import { readStandardValue } from '../columns/standardValue';
import type { MappedColumns, SentColumn } from './mapAttributes';
import type { MappingSettings } from './mappingItem';

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

/**
 * What a run would send, a row for each attribute in the order of the columns, then one for each field that is left
 * out. Every cell is a text or a number, so that n8n's table view shows it whole.
 */
export function previewTable(mapped: MappedColumns, settings: MappingSettings): IDataObject[] {
	const rows = mapped.columns.map((column) => columnRow(column, settings));
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

const NO_ROW = {
	attribute: '',
	type: '',
	decidedBy: '',
	why: '',
	filled: 0,
	empty: 0,
	examples: '',
	doesNotFit: '',
	note: '',
};

function columnRow(column: SentColumn, settings: MappingSettings): IDataObject {
	const { name, sentAs, type, decidedBy, why, filled, empty, doesNotFit } = column;
	const isFilling = sentAs !== name;
	return {
		attribute: sentAs,
		type:
			filled === 0 && decidedBy !== 'declared'
				? NOT_SENT
				: attributeTypes[isFilling ? 'string' : type].label,
		decidedBy: isFilling ? 'Growlytics' : DECIDERS[decidedBy],
		why: isFilling ? 'Growlytics keeps it as text' : why,
		filled,
		empty,
		examples: column.examples.map((value) => example(value, column, settings)).join('; '),
		doesNotFit:
			doesNotFit.count === 0 || type === 'string'
				? ''
				: `${doesNotFit.count}, e.g. ${show(doesNotFit.first)}`,
		note: notesOf(column).join(' '),
	};
}

/** A value as it came and, where that differs, as it would be sent. */
function example(value: unknown, column: SentColumn, { timezone }: MappingSettings): string {
	const { sentAs } = column;
	const read = isStandardAttribute(sentAs)
		? readStandardValue(sentAs, value)
		: readValue(value, column, { timezone, dateNumbers: 'refuse' });
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
		...(sentAs === name ? [] : [`From the field "${shorten(name)}".`]),
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
