import type { AttributeType } from '../values/attributeTypes';
import { show } from '../values/show';
import { isStandardAttribute } from '../values/standardAttributes';
import type { NumbersAsDates } from '../values/growlyticsDate';
import type { Evidence, Tally } from './evidence';
import type { ReadingOptions } from './options';

/** Who decided the type of a column. */
export type DecidedBy =
	/** The user, by a row or under Attribute Types. */
	| 'declared'
	/** Growlytics: name, email and mobile are text. */
	| 'standard'
	/** The values' own types: numbers, dates, true and false. */
	| 'values'
	/** What the values' text can be read as. */
	| 'text'
	/** The header, where values alone leave it open. */
	| 'header'
	/** Nobody: it holds nothing. */
	| 'nothing';

/** A column's type, and why. */
export interface ColumnDecision {
	type: AttributeType;
	decidedBy: DecidedBy;
	/** For the user, a part of a sentence: `all 12 values are numbers`. */
	why: string;
	/** What it could be as well, if the user says so. */
	offer?: AttributeType;
	/** How its numbers count the time, if they are dates. */
	numbersAsDates?: NumbersAsDates;
}

const nouns: Record<AttributeType, readonly [one: string, many: string]> = {
	string: ['text', 'text'],
	number: ['a number', 'numbers'],
	boolean: ['yes or no', 'yes or no'],
	date: ['a date', 'dates'],
};

const BY_NAME: Record<AttributeType, string> = {
	string: 'the name says that it is text',
	number: 'the name says that it is a number',
	boolean: 'the name asks for yes or no',
	date: 'the name says that it is a date',
};

/** @returns `the only value is a number`, `both values are numbers`, `all 12 values are numbers` */
export function allAre(count: number, type: AttributeType): string {
	const [one, many] = nouns[type];
	if (count === 1) return `the only value is ${one}`;
	return count === 2 ? `both values are ${many}` : `all ${count} values are ${many}`;
}

/**
 * Decides the one type of a column. What the user declared is the authority; then the name; then what all
 * values are; the header speaks where the same values can be several things. In doubt it stays text and
 * says what it could be. Rows that agree with a decision never change it, and their order never matters.
 */
export function decideColumn(
	evidence: Evidence,
	declared: AttributeType | undefined,
	options: ReadingOptions,
): ColumnDecision {
	if (declared !== undefined) {
		return { type: declared, decidedBy: 'declared', why: 'you chose the type' };
	}
	if (isStandardAttribute(evidence.name)) {
		return { type: 'string', decidedBy: 'standard', why: 'Growlytics keeps it as text' };
	}
	if (evidence.filled === 0) return withoutValues(evidence);
	const own = byOwnTypes(evidence);
	if (own !== undefined) return own;
	if (options.detectTypes === 'off') return undetected(evidence);
	return byReading(evidence);
}

/** A word such as `-` says nothing, but the header may say what it would be. */
function withoutValues(evidence: Evidence): ColumnDecision {
	const { says, asks } = evidence.header;
	const type =
		evidence.perhaps.count === 0
			? undefined
			: says === 'quantity'
				? 'number'
				: says === 'date'
					? 'date'
					: asks === 'plainly'
						? 'boolean'
						: undefined;
	if (type !== undefined) {
		return { type, decidedBy: 'header', why: BY_NAME[type] };
	}
	const { perhaps } = evidence;
	if (perhaps.count > 0) return asText('values', `${show(perhaps.first)} is text`);
	return asText('nothing', 'it holds nothing');
}

/** Where every value has the same type of its own, and nothing speaks against it. */
function byOwnTypes(evidence: Evidence): ColumnDecision | undefined {
	const { filled, booleans, dates } = evidence;
	if (booleans.count === filled) return byValues('boolean', filled);
	if (dates.count === filled) return byValues('date', filled);
	return undefined;
}

/** Text stays text, and numbers are numbers or codes: what they count is not looked for. */
function undetected(evidence: Evidence): ColumnDecision {
	if (evidence.texts.count > 0) {
		return asText('values', `Detect Types is off, and ${amongThem(evidence.texts)} is text`);
	}
	const areNumbers = evidence.readableNumbers.count === evidence.filled;
	if (areNumbers && evidence.header.says !== 'code') return byValues('number', evidence.filled);
	return byHeaderAlone(evidence) ?? text(evidence);
}

function byReading(evidence: Evidence): ColumnDecision {
	return (
		yesOrNo(evidence) ??
		dateNumbers(evidence) ??
		dates(evidence) ??
		byHeaderAlone(evidence) ??
		numbers(evidence) ??
		mostly(evidence) ??
		text(evidence)
	);
}

function yesOrNo(evidence: Evidence): ColumnDecision | undefined {
	const { filled, readableYesNo, header, yes, no, words0or1 } = evidence;
	if (readableYesNo.count !== filled) return undefined;
	const isText = header.says === 'text' && header.asks === undefined;
	const isPlain = yes.has('true') || no.has('true');
	if (words0or1 > 0) {
		return header.asks === 'plainly' ? typed(evidence, 'boolean', 'header') : undefined;
	}
	if (isPlain) return typed(evidence, 'boolean');
	if (isText) return undefined;
	const isWholePair = (['yes', 'on'] as const).some((pair) => yes.has(pair) && no.has(pair));
	const isLetters = (['y', 't'] as const).some((pair) => yes.has(pair) && no.has(pair));
	if (isWholePair || (isLetters && !header.meansLetters)) return typed(evidence, 'boolean');
	const isAsked = header.asks !== undefined && !header.meansLetters;
	return isAsked ? typed(evidence, 'boolean', 'header') : undefined;
}

const waysToCount: ReadonlyArray<
	[way: Exclude<NumbersAsDates, 'refuse'>, headers: readonly string[], why: string]
> = [
	['unixSeconds', ['date', 'time'], 'its numbers count the seconds since 1970'],
	['unixMilliseconds', ['date', 'time'], 'its numbers count the milliseconds since 1970'],
	['spreadsheetSerial', ['date'], "its numbers count days, as a spreadsheet's dates do"],
];

/** Numbers under the header of a date, all of them in the range of one way to count the time. */
function dateNumbers(evidence: Evidence): ColumnDecision | undefined {
	const { filled, header, readableDates } = evidence;
	for (const [way, headers, why] of waysToCount) {
		const count = evidence.dateNumbers[way];
		if (count === 0 || count + readableDates.count !== filled) continue;
		if (!headers.includes(header.says ?? '')) continue;
		return {
			type: 'date',
			decidedBy: 'header',
			why: `the name says that it is a date, and ${why}`,
			numbersAsDates: way,
		};
	}
	return undefined;
}

function dates(evidence: Evidence): ColumnDecision | undefined {
	const { filled, readableDates, partialDates, compactDates, header } = evidence;
	if (header.says === 'text' && evidence.header.asks === undefined) return undefined;
	if (readableDates.count === filled) return typed(evidence, 'date');
	if (header.says !== 'date') return undefined;
	const isDated = readableDates.count + partialDates.count + compactDates.count === filled;
	if (!isDated) return undefined;
	const why = readableDates.count > 0 ? most(evidence, 'date') : BY_NAME.date;
	return { type: 'date', decidedBy: 'header', why };
}

/** What is text by nature or as a code, whatever the values look like. */
function byHeaderAlone(evidence: Evidence): ColumnDecision | undefined {
	const { header, filled, readableNumbers } = evidence;
	if (header.says === 'code') {
		return asText('header', 'the name says that it is a code or number that nobody adds up');
	}
	if (header.says === 'text' || header.says === 'place') {
		return asText('header', BY_NAME.string);
	}
	if (header.says !== 'letters') return undefined;
	return {
		...asText('header', 'such a name stands for numbers with letters or for kinds as well'),
		...(readableNumbers.count === filled ? { offer: 'number' as const } : {}),
	};
}

function numbers(evidence: Evidence): ColumnDecision | undefined {
	const { filled, header, readableNumbers, tooLong, codes, doubts } = evidence;
	if (readableNumbers.count !== filled) return undefined;
	if (header.says === 'quantity') return typed(evidence, 'number');
	if (tooLong.count > 0) {
		return asText('values', `${show(tooLong.first)} has more digits than a number can keep`);
	}
	if (codes.count > 0) {
		const why = `${show(codes.first)} looks like a phone number or a code`;
		return { ...asText('values', why), offer: 'number' };
	}
	if (doubts.count > settledDoubts(evidence)) {
		const why = `${show(doubts.first)} may be something else than a number`;
		return { ...asText('values', why), offer: 'number' };
	}
	return typed(evidence, 'number');
}

/** How many doubts other values of the column settle, by being numbers of the same kind without doubt. */
function settledDoubts({ spaced, spacedInDoubt, comma, listsInDoubt }: Evidence): number {
	const areSpaced = spaced.count > 0 ? spacedInDoubt.count : 0;
	const areCommas = comma.count > listsInDoubt.count ? listsInDoubt.count : 0;
	return areSpaced + areCommas;
}

/** Under a header that says what is meant, most values decide, and the few others do not fit. */
function mostly(evidence: Evidence): ColumnDecision | undefined {
	const { filled, header, readableNumbers, readableDates, codes, tooLong } = evidence;
	const isDated = header.says === 'date' && 2 * readableDates.count > filled;
	if (isDated) return { ...typed(evidence, 'date', 'header'), why: most(evidence, 'date') };
	const isCounted = header.says === 'quantity' && 2 * readableNumbers.count > filled;
	if (!isCounted || codes.count + tooLong.count > 0) return undefined;
	return { ...typed(evidence, 'number', 'header'), why: most(evidence, 'number') };
}

function most({ filled, readableDates, readableNumbers }: Evidence, type: AttributeType): string {
	const count = type === 'date' ? readableDates.count : readableNumbers.count;
	return `${count} of ${filled} values are ${nouns[type][1]}, and the name says so`;
}

function text(evidence: Evidence): ColumnDecision {
	const { filled, texts, readableYesNo, partialDates } = evidence;
	if (readableYesNo.count === filled) {
		return { ...asText('values', 'its words can mean other things too'), offer: 'boolean' };
	}
	if (partialDates.count === filled) {
		return asText('values', `${show(evidence.examples[0])} does not say which day it is`);
	}
	if (texts.count === filled) return asText('values', textWhy(evidence));
	return asText('values', mixedWhy(evidence));
}

function textWhy({ filled, readableNumbers, readableDates, noNumbers, noDates }: Evidence): string {
	if (readableNumbers.count > 0) {
		return `${show(noNumbers.first)} is no number, though ${readableNumbers.count} of ${filled} values are`;
	}
	if (readableDates.count > 0) {
		return `${show(noDates.first)} is no date, though ${readableDates.count} of ${filled} values are`;
	}
	return filled === 1 ? 'the only value is text' : `${show(noNumbers.first)} is text`;
}

function mixedWhy({ numbers: own, booleans, dates: ownDates, texts, others }: Evidence): string {
	const kinds = [own, booleans, ownDates, texts, others].filter(({ count }) => count > 0);
	const [first, second] = kinds;
	if (first === undefined) return 'it holds nothing';
	if (second === undefined) return `${amongThem(first)} is no single value`;
	return `some items hold ${show(first.first)} and others ${show(second.first)}`;
}

function amongThem({ first }: Tally): string {
	return show(first);
}

function byValues(type: AttributeType, filled: number): ColumnDecision {
	return { type, decidedBy: 'values', why: allAre(filled, type) };
}

function typed(evidence: Evidence, type: AttributeType, by: DecidedBy = 'text'): ColumnDecision {
	const decidedBy = evidence.texts.count === 0 && by === 'text' ? 'values' : by;
	return { type, decidedBy, why: allAre(evidence.filled, type) };
}

function asText(decidedBy: DecidedBy, why: string): ColumnDecision {
	return { type: 'string', decidedBy, why };
}
