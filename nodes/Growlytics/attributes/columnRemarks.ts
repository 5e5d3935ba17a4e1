import { readValue } from '../columns/readValue';
import type { RunRemark } from '../result/remark';
import { shorten } from '../shorten';
import type { AttributeType } from '../values/attributeTypes';
import { attributeTypes } from '../values/attributeTypes';
import { show } from '../values/show';
import type { CountedRemark, RemarkWeight } from './countedRemarks';
import type { MappedColumns, SentColumn } from './mapAttributes';
import type { MappingSettings } from './mappingItem';

const MAX_NAMES = 8;

/**
 * What a user has to know of a run's columns, the worst first, each column once: what is lost, what could be otherwise,
 * then what was decided for them. Where all merely went well, nothing.
 */
export function columnRemarks(
	mapped: MappedColumns,
	{ detectTypes, timezone }: Pick<MappingSettings, 'detectTypes' | 'timezone'>,
): RunRemark[] {
	const worse = [
		...mapped.standard.map(({ message, columns }) => loss(columns, message)),
		...missedNames(mapped),
		...counted(mapped.remarks, 'loss'),
		...mapped.columns.flatMap(unproven),
		...mapped.columns.flatMap((column) => movedDays(column, timezone)),
		...offers(mapped.columns),
		// Who switched the reading of text off knows that it stays text.
		...(detectTypes === 'off' ? [] : mapped.columns.flatMap(mixed)),
	];
	const told = new Set(worse.flatMap(({ about }) => about));
	const remarks = [
		...worse,
		...wordsForNothing(mapped.columns),
		...readFromText(mapped.columns.filter(({ name }) => !told.has(name))),
		...filledFrom(mapped),
		...counted(mapped.remarks, 'note'),
		...counted(mapped.remarks, 'usual'),
	];
	return remarks.filter(({ text }) => text !== '');
}

function loss(about: readonly string[], text: string): RunRemark {
	return { about, text, isNote: false };
}

function note(text: string): RunRemark {
	return { about: [], text, isNote: true };
}

function missedNames({ missedFields, missedTypes, missedRenames }: MappedColumns): RunRemark[] {
	const places = [
		{ missed: missedFields, place: 'Fields to Include or Exclude' },
		{ missed: missedTypes, place: 'Attribute Types' },
		{ missed: missedRenames, place: 'Rename Attributes' },
	];
	return places.flatMap(({ missed, place }) => {
		if (missed.length === 0) return [];
		const names = listed(missed.map(({ written }) => show(written)));
		return [loss([], `No item has ${names}, which ${place} names.`)];
	});
}

/** Said of several fields in the same words, it is one line. */
function counted(remarks: readonly CountedRemark[], weight: RemarkWeight): RunRemark[] {
	const byMessage = new Map<string, CountedRemark[]>();
	for (const remark of remarks) {
		if (remark.weight !== weight) continue;
		byMessage.set(remark.message, [...(byMessage.get(remark.message) ?? []), remark]);
	}
	return [...byMessage]
		.sort(([, one], [, other]) => mostItems(other) - mostItems(one))
		.map(([message, ofMessage]) => {
			const names = ofMessage.map(({ name }) => name);
			const items = mostItems(ofMessage);
			const count = items === 1 ? '1 item' : `${items} items`;
			const text = `${listed(names.map((name) => `"${name}"`))} (${count}): ${message}`;
			return weight === 'loss' ? loss(names, text) : note(text);
		});
}

function mostItems(remarks: readonly CountedRemark[]): number {
	return remarks.reduce((most, { items }) => Math.max(most, items), 0);
}

function unproven({ name, unproven: open, decidedBy }: SentColumn): RunRemark[] {
	if (open === undefined) return [];
	const items = open.count === 1 ? '1 item' : `${open.count} items`;
	const fate = decidedBy === 'declared' ? 'Refused' : 'Left out';
	return [loss([name], `"${shorten(name)}" (${items}): ${fate}: ${open.message}.`)];
}

/** A day that is written as midnight in UTC is the day before west of it: a birthday would move. */
function movedDays(column: SentColumn, timezone: string): RunRemark[] {
	const { name, type, evidence } = column;
	const { count, first } = evidence.midnights;
	if (type !== 'date' || count === 0 || timezone === '') return [];
	const asWritten = readValue(first, column, { timezone: '', dateNumbers: 'refuse' });
	const sent = readValue(first, column, { timezone, dateNumbers: 'refuse' });
	if (!('value' in asWritten) || !('value' in sent)) return [];
	if (dayOf(asWritten.value) === dayOf(sent.value)) return [];
	const items = count === 1 ? '1 item' : `${count} items`;
	return [
		loss(
			[name],
			`"${shorten(name)}" (${items}): ${show(first)} is ${sent.value} in the Account Time Zone, another day. If only the day is meant, send the day alone.`,
		),
	];
}

function dayOf(date: string | number | boolean): string {
	return String(date).slice(0, 10);
}

/** Columns that stayed text, by what they could be: one line each. */
function offers(columns: readonly SentColumn[]): RunRemark[] {
	const byType = new Map<AttributeType, SentColumn[]>();
	for (const column of columns) {
		if (column.offer === undefined) continue;
		byType.set(column.offer.type, [...(byType.get(column.offer.type) ?? []), column]);
	}
	return [...byType].map(([type, offered]) => {
		const names = offered.map(({ name }) => name);
		const [only] = offered;
		if (only?.offer !== undefined && offered.length === 1) {
			return loss(names, `"${shorten(only.name)}" ${only.offer.message}.`);
		}
		const { label } = attributeTypes[type];
		return loss(
			names,
			`${listed(names.map(show))} are Text, though all their values can be read as ${label}: if that is meant, choose it under Attribute Types.`,
		);
	});
}

/** Columns that are text because their values differ in kind: a few odd rows may have decided it. */
function mixed({ name, sentAs, decidedBy, type, offer, evidence, why }: SentColumn): RunRemark[] {
	const { filled, numbers, booleans, dates, texts, readableNumbers, readableDates } = evidence;
	const kinds = [numbers, booleans, dates, texts].filter(({ count }) => count > 0);
	const isMostlyOther = 2 * Math.max(readableNumbers.count, readableDates.count) > filled;
	const isDecided = type !== 'string' || decidedBy !== 'values' || offer !== undefined;
	if (sentAs !== name || isDecided || (kinds.length < 2 && !isMostlyOther)) return [];
	const text = `"${shorten(name)}" is Text, because ${why}: if that is not meant, choose its type under Attribute Types.`;
	return [loss([name], text)];
}

function wordsForNothing(columns: readonly SentColumn[]): RunRemark[] {
	const found = columns.filter(({ words }) => words.count > 0);
	if (found.length === 0) return [];
	const where = found.map(({ name, words }) => `${show(words.first)} in "${shorten(name)}"`);
	return [note(`Words for nothing count as empty: ${listed(where)}.`)];
}

/** Said until the types are chosen: what is decided anew in each run can be decided otherwise. */
function readFromText(columns: readonly SentColumn[]): RunRemark[] {
	const read = columns.filter(({ isFromText, filled }) => isFromText && filled > 0);
	if (read.length === 0) return [];
	const types = read.map(({ name, type, why }) => {
		const reading = /(?:day|month) first.*|with a decimal.*/.exec(why)?.[0];
		return `${shorten(name)} = ${attributeTypes[type].label}${reading === undefined ? '' : ` (${reading})`}`;
	});
	return [
		note(
			`Read from text: ${listed(types, 2 * MAX_NAMES)}. Choose the types under Attribute Types to keep them.`,
		),
	];
}

function filledFrom({ columns, nameParts }: MappedColumns): RunRemark[] {
	const from = columns.flatMap(({ name, sentAs, filled }) =>
		sentAs === undefined || sentAs === name || filled === 0
			? []
			: [`${sentAs} from "${shorten(name)}"`],
	);
	if (nameParts !== undefined) {
		const parts = [nameParts.first, nameParts.last ?? []]
			.flat()
			.map((part) => `"${shorten(part)}"`);
		from.push(`name from ${parts.join(' and ')}`);
	}
	if (from.length === 0) return [];
	return [note(`Standard attributes filled: ${listed(from)}.`)];
}

/** @returns the first of them, and how many more there are */
function listed(texts: readonly string[], most = MAX_NAMES): string {
	const shown = texts.slice(0, most).join(', ');
	const hidden = texts.length - most;
	return hidden > 0 ? `${shown} and ${hidden} more` : shown;
}
