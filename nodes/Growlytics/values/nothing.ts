import { isLuxonDate } from './dateObjects';

/**
 * How a value says that there is none:
 * `blank` holds nothing; `word` is a program's word for nothing, wherever it stands; `perhaps` is a
 * person's word for nothing, which is a value in some columns (a tax status "none").
 */
export type Nothing = 'blank' | 'word' | 'perhaps';

/** Written by programs, in exactly these spellings: `Null` is a surname, `Nan` a first name. */
const PROGRAMS_WORDS: ReadonlySet<string> = new Set([
	...['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!', '#ERROR!', '#SPILL!'],
	...['#CALC!', '#FIELD!', '#GETTING_DATA', '#BLOCKED!', '#CONNECT!', '#UNKNOWN!', '#BUSY!'],
	...['NULL', 'null', 'undefined', 'NaN', 'Invalid DateTime', 'Invalid Date'],
]);

/** Written by people and by statistics programs. */
const PEOPLES_WORDS: ReadonlySet<string> = new Set([
	...['-', '--', '---', '–', '—', '?', 'N/A', 'n/a', 'N/a', 'N.A.', 'n.a.', 'NA', 'na', '<NA>'],
	...['none', 'None', 'NONE', 'nil', 'Nil', 'NIL', 'nan', '(null)', '(none)', '(blank)', '(empty)'],
	...['unknown', 'Unknown', 'UNKNOWN', 'not available', 'Not available', 'Not Available'],
	...['not applicable', 'Not applicable', 'Not Applicable', 'TBD', 'tbd'],
]);

const LONGEST_WORD = 16;

/** Dates that databases and services store for "no date": year 0 of MySQL, year 1 of Go and .NET. */
const ZERO_DATE =
	/^(?:000[01][-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]000[01])(?:[T ][\d:.]+ ?(?:AM|PM)?(?:Z|UTC| UTC|[+-][\d:]+)?)?$/i;

const ONLY_UNSEEN = /^[\s\u200b-\u200f\u2060\ufeff\u00ad]*$/;

/** @returns whether and how a value stands for "nothing known"; 0 and false are values, a list or object has none of these */
export function nothing(value: unknown): Nothing | undefined {
	if (value === undefined || value === null) return 'blank';
	if (typeof value === 'string') return nothingInText(value);
	if (typeof value === 'number') return Number.isNaN(value) ? 'word' : undefined;
	return isYearOne(value) ? 'word' : undefined;
}

function nothingInText(text: string): Nothing | undefined {
	if (text === '') return 'blank';
	const first = text.charCodeAt(0);
	if (first <= SPACE || first >= FIRST_BEYOND_ASCII) {
		if (ONLY_UNSEEN.test(text)) return 'blank';
		if (text.length <= 4 * LONGEST_WORD) return wordForNothing(text.trim());
		return undefined;
	}
	const end = text.charCodeAt(text.length - 1);
	if (end <= SPACE || end >= FIRST_BEYOND_ASCII) {
		return text.length <= 4 * LONGEST_WORD ? wordForNothing(text.trim()) : undefined;
	}
	return wordForNothing(text);
}

const SPACE = 0x20;
const FIRST_BEYOND_ASCII = 0x80;
const ZERO = 0x30;
const THREE = 0x33;

function wordForNothing(text: string): Nothing | undefined {
	if (text.length <= LONGEST_WORD) {
		if (PROGRAMS_WORDS.has(text)) return 'word';
		if (PEOPLES_WORDS.has(text)) return 'perhaps';
	}
	const first = text.charCodeAt(0);
	const canBeDate = first >= ZERO && first <= THREE && text.length <= 40;
	return canBeDate && text.includes('000') && ZERO_DATE.test(text) ? 'word' : undefined;
}

function isYearOne(value: unknown): boolean {
	if (value instanceof Date) return value.getUTCFullYear() <= 1 && value.getUTCFullYear() >= 0;
	return isLuxonDate(value) && value.isValid && (value.year === 1 || value.year === 0);
}
