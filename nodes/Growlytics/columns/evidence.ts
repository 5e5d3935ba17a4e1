import { isDateObject } from '../values/dateObjects';
import type { DateReading, WrittenDate } from '../values/dateText';
import { readDate } from '../values/dateText';
import { hasLostDigits } from '../values/digits';
import type { NumbersAsDates } from '../values/growlyticsDate';
import { nothing } from '../values/nothing';
import type { NumberReading } from '../values/numberText';
import { readNumber } from '../values/numberText';
import type { YesNoPair, YesNoReading } from '../values/yesNo';
import { readYesNo } from '../values/yesNo';
import type { StandardAttribute } from '../values/standardAttributes';
import type { Header } from './header';
import { readStandardHeader } from './standardHeader';
import { looksLike } from './standardValue';

/** How often something was met in a column, and where first. */
export interface Tally {
	count: number;
	first: unknown;
}

/** Everything that a column's values say about its type; its size does not grow with the run. */
export interface Evidence {
	name: string;
	header: Header;
	/** The standard attribute that the header means. */
	meant: StandardAttribute | undefined;
	/** Values that hold something or may hold something: all but blanks and programs' words for nothing. */
	filled: number;
	blank: number;
	/** `#N/A`, NULL. */
	words: Tally;
	/** `-`, `none`: nothing where a number is meant, a value where text is. */
	perhaps: Tally;
	examples: unknown[];
	/** By the value's own type. */
	numbers: Tally;
	booleans: Tally;
	dates: Tally;
	texts: Tally;
	/** Lists, objects, functions: no single value. */
	others: Tally;
	/** Values that can be read as each type, from text or by themselves; 1 counts as a yes as well. */
	readableNumbers: Tally;
	readableYesNo: Tally;
	readableDates: Tally;
	/** The first value that each type cannot hold. */
	noNumbers: Tally;
	noYesNo: Tally;
	noDates: Tally;
	/** Dates without a year or century, which are dates where a date is meant. */
	partialDates: Tally;
	compactDates: Tally;
	/** What proves a reading, and what is open. */
	dayFirst: Tally;
	monthFirst: Tally;
	openDates: Tally;
	/** Midnight in UTC: how many systems write a day without a time. */
	midnights: Tally;
	point: Tally;
	comma: Tally;
	openNumbers: Tally;
	/** Digits that look like a phone, a card or a record: nobody adds them up. */
	codes: Tally;
	/** Number-shaped, with more digits than a number can keep. */
	tooLong: Tally;
	doubts: Tally;
	/** Doubts that other values of the column settle: `1 234` beside `1 234,50`, `1,2` beside `12,5`. */
	spacedInDoubt: Tally;
	spaced: Tally;
	listsInDoubt: Tally;
	/** Numbers that can count the time, by how they would count it. */
	dateNumbers: Record<Exclude<NumbersAsDates, 'refuse'>, number>;
	words0or1: number;
	/** How many values could fill a standard attribute. */
	looks: Record<StandardAttribute, number>;
	yes: Set<YesNoPair>;
	no: Set<YesNoPair>;
}

export const MAX_EXAMPLES = 3;
/** Longer text is no number, no date and no word; it is not even looked at. */
const LONGEST_READ = 64;
/** So much of a value is kept to be shown. */
const LONGEST_EXAMPLE = 200;

function tally(): Tally {
	return { count: 0, first: undefined };
}

/** @returns what is known of a column before its first value */
export function noEvidence(name: string, header: Header): Evidence {
	return {
		...{
			name,
			header,
			meant: readStandardHeader(header)?.attribute,
			filled: 0,
			blank: 0,
			examples: [],
			words0or1: 0,
		},
		...{ words: tally(), perhaps: tally(), numbers: tally(), booleans: tally(), dates: tally() },
		...{ texts: tally(), others: tally(), readableNumbers: tally(), readableYesNo: tally() },
		...{ readableDates: tally(), noNumbers: tally(), noYesNo: tally(), noDates: tally() },
		...{ partialDates: tally(), compactDates: tally(), dayFirst: tally(), monthFirst: tally() },
		...{
			midnights: tally(),
			openDates: tally(),
			point: tally(),
			comma: tally(),
			openNumbers: tally(),
		},
		...{
			codes: tally(),
			tooLong: tally(),
			doubts: tally(),
			spacedInDoubt: tally(),
			listsInDoubt: tally(),
			spaced: tally(),
		},
		looks: { name: 0, email: 0, mobile: 0 },
		dateNumbers: { unixSeconds: 0, unixMilliseconds: 0, spreadsheetSerial: 0 },
		...{ yes: new Set<YesNoPair>(), no: new Set<YesNoPair>() },
	};
}

/** Takes one value of a column into account. Takes anything, and looks into nothing. */
export function weigh(evidence: Evidence, value: unknown): void {
	const none = nothing(value);
	if (none === 'blank') {
		evidence.blank += 1;
		return;
	}
	if (none === 'word') return note(evidence.words, value);
	if (none === 'perhaps') return note(evidence.perhaps, value);
	evidence.filled += 1;
	if (evidence.examples.length < MAX_EXAMPLES) evidence.examples.push(excerpt(value));
	weighLooks(evidence, value);
	if (typeof value === 'string') return weighText(evidence, value);
	if (typeof value === 'number') return weighNumber(evidence, value);
	if (typeof value === 'boolean') return weighBoolean(evidence, value);
	if (typeof value === 'bigint') return weighBigint(evidence, value);
	if (isDateObject(value)) {
		note(evidence.dates, value);
		note(evidence.readableDates, value);
		return noteMisfits(evidence, value, 'date');
	}
	note(evidence.others, value);
	noteMisfits(evidence, value);
}

/** Only a header that means a name or a number makes it worth a look; addresses show by themselves. */
function weighLooks({ looks, meant }: Evidence, value: unknown): void {
	if (meant !== undefined && meant !== 'email' && looksLike(meant, value)) looks[meant] += 1;
	if (looksLike('email', value)) looks.email += 1;
}

function note(tallied: Tally, value: unknown): void {
	if (tallied.count === 0) tallied.first = excerpt(value);
	tallied.count += 1;
}

/** A piece of a long text keeps the whole of it in memory, unless it is joined anew. */
function excerpt(value: unknown): unknown {
	if (typeof value !== 'string' || value.length <= LONGEST_EXAMPLE) return value;
	return [...value.slice(0, LONGEST_EXAMPLE)].join('');
}

function noteMisfits(
	evidence: Evidence,
	value: unknown,
	first?: Readable,
	second?: Readable,
): void {
	if (first !== 'number') note(evidence.noNumbers, value);
	if (first !== 'yesNo' && second !== 'yesNo') note(evidence.noYesNo, value);
	if (first !== 'date') note(evidence.noDates, value);
}

type Readable = 'number' | 'yesNo' | 'date';

function weighBoolean(evidence: Evidence, value: boolean): void {
	note(evidence.booleans, value);
	note(evidence.readableYesNo, value);
	(value ? evidence.yes : evidence.no).add('true');
	noteMisfits(evidence, value, 'yesNo');
}

function weighNumber(evidence: Evidence, value: number): void {
	note(evidence.numbers, value);
	if (!Number.isFinite(value)) return noteMisfits(evidence, value);
	note(evidence.readableNumbers, value);
	const isZeroOrOne = value === 0 || value === 1;
	if (isZeroOrOne) noteYesNo(evidence, value, { value: value === 1, pair: '1' });
	if (hasLostDigits(value)) note(evidence.tooLong, value);
	if (Number.isInteger(value) && isCodeShaped(String(value), FEWEST_DIGITS_OF_NUMBER_CODE)) {
		note(evidence.codes, value);
	}
	weighDateNumber(evidence, value);
	noteMisfits(evidence, value, 'number', isZeroOrOne ? 'yesNo' : undefined);
}

function weighBigint(evidence: Evidence, value: bigint): void {
	note(evidence.numbers, value);
	if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) {
		note(evidence.tooLong, value);
		return noteMisfits(evidence, value);
	}
	note(evidence.readableNumbers, value);
	noteMisfits(evidence, value, 'number');
}

function weighText(evidence: Evidence, text: string): void {
	note(evidence.texts, text);
	if (text.length > LONGEST_READ) return noteMisfits(evidence, text);
	if (!CAN_BE_NUMBER_OR_DATE.test(text)) return weighWord(evidence, text);
	const number = readNumber(text);
	const yesNo = readYesNo(text.trim());
	const date = number?.hasMark === true ? undefined : readDate(text);
	const isNumber = number !== undefined && weighReadNumber(evidence, text, number);
	if (number === undefined && hasCodeStart(text)) note(evidence.codes, text);
	if (yesNo !== undefined) noteYesNo(evidence, text, yesNo);
	if (date !== undefined) weighReadDate(evidence, text, date);
	const isDate = date !== undefined && date.partial === undefined && !date.isCompact;
	const first = isNumber ? 'number' : isDate ? 'date' : undefined;
	noteMisfits(evidence, text, first, yesNo === undefined ? undefined : 'yesNo');
}

/** Both hold a digit, as addresses may, and no @. */
const CAN_BE_NUMBER_OR_DATE = /^[^@]*\d[^@]*$/;

/** Without a digit it is no number and no date. */
function weighWord(evidence: Evidence, text: string): void {
	const yesNo = readYesNo(text.trim());
	if (yesNo === undefined) return noteMisfits(evidence, text);
	noteYesNo(evidence, text, yesNo);
	noteMisfits(evidence, text, 'yesNo');
}

function weighReadNumber(evidence: Evidence, text: string, number: NumberReading): boolean {
	if (number.isTooLong) {
		note(evidence.tooLong, text);
		return false;
	}
	note(evidence.readableNumbers, text);
	if (number.doubt !== undefined) note(evidence.doubts, text);
	if (number.doubt === 'spaces') note(evidence.spacedInDoubt, text);
	if (number.doubt === 'list') note(evidence.listsInDoubt, text);
	if (number.isSpaced) note(evidence.spaced, text);
	if (number.hasMark) {
		if (number.comma === undefined) note(evidence.point, text);
		else if (number.point === undefined) note(evidence.comma, text);
		else note(evidence.openNumbers, text);
		return true;
	}
	const digits = text.trim();
	if (isCodeShaped(digits, FEWEST_DIGITS_OF_TEXT_CODE)) note(evidence.codes, text);
	if (number.point !== undefined && number.doubt === undefined) {
		weighDateNumber(evidence, number.point);
	}
	return true;
}

const FEWEST_DIGITS_OF_TEXT_CODE = 9;
/** Programs send large amounts as numbers, and phone numbers by accident. */
const FEWEST_DIGITS_OF_NUMBER_CODE = 10;

/** Ten digits from 6 to 9, or those behind 91, are an Indian phone; no count has so many. */
function isCodeShaped(digits: string, fewest: number): boolean {
	return digits.length >= fewest && /^\d+$/.test(digits);
}

const CODE = /^['’]?(?:0\d|\+\d)[\d\s()./-]*$/;

/** What no amount begins with, and digits of codes and phones do. */
function hasCodeStart(text: string): boolean {
	return CODE.test(text);
}

function noteYesNo(evidence: Evidence, value: unknown, yesNo: YesNoReading): void {
	note(evidence.readableYesNo, value);
	if (yesNo.pair === '1') evidence.words0or1 += 1;
	(yesNo.value ? evidence.yes : evidence.no).add(yesNo.pair);
}

function weighReadDate(evidence: Evidence, text: string, date: DateReading): void {
	if (date.partial !== undefined) return note(evidence.partialDates, text);
	if (date.isCompact) return note(evidence.compactDates, text);
	note(evidence.readableDates, text);
	if (isMidnightUtc(date.dayFirst ?? date.monthFirst)) note(evidence.midnights, text);
	if (!date.hasOrder) return;
	if (date.monthFirst === undefined) note(evidence.dayFirst, text);
	else if (date.dayFirst === undefined) note(evidence.monthFirst, text);
	else note(evidence.openDates, text);
}

function isMidnightUtc(date: WrittenDate | undefined): boolean {
	return date?.offset === 0 && date.hour + date.minute + date.second === 0;
}

/** From 1 January 2000 to the end of 2037: what Unix times are about in records of customers. */
const FIRST_SECOND = 946_684_800;
const LAST_SECOND = 2_145_916_799;
/** From 1930 to 2049: births to expiry dates. */
const FIRST_SERIAL = 10_959;
const LAST_SERIAL = 54_788;

function weighDateNumber({ dateNumbers }: Evidence, value: number): void {
	if (value >= FIRST_SECOND && value <= LAST_SECOND) dateNumbers.unixSeconds += 1;
	else if (value >= 1000 * FIRST_SECOND && value <= 1000 * LAST_SECOND) {
		dateNumbers.unixMilliseconds += 1;
	} else if (value >= FIRST_SERIAL && value <= LAST_SERIAL) dateNumbers.spreadsheetSerial += 1;
}
