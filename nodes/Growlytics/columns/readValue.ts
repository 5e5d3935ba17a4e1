import { shorten } from '../shorten';
import { LEAVE_OUT, show } from '../values/show';
import { cleanText } from '../values/characters';
import { isDateObject, isNested } from '../values/dateObjects';
import { readDate } from '../values/dateText';
import { hasLostDigits, noNegativeZero, plainDigits } from '../values/digits';
import type { NumbersAsDates } from '../values/growlyticsDate';
import { writeDate, writeDateNumber, writeDateObject } from '../values/growlyticsDate';
import { nothing } from '../values/nothing';
import { readNumber } from '../values/numberText';
import { readYesNo } from '../values/yesNo';
import type { Column } from './columns';

/** What holds for the whole run when values become what Growlytics takes. */
export interface ValueSettings {
	/** IANA name of the Growlytics account's zone, or '' to send every time as it is written. */
	timezone: string;
	/** What a bare number means where a date was declared. */
	dateNumbers: NumbersAsDates;
}

/** What keeps a value from being sent, and how to mend it; as result/remark.ts has it. */
export interface ValueProblem {
	message: string;
	fix: string;
	otherwise?: string;
}

/** What becomes of one value of a column. */
export type ReadValue =
	| { value: string | number | boolean; warning?: string }
	/** It holds nothing; `word` is the word for nothing that stood there. */
	| { isEmpty: true; word?: string }
	/** Not sent, and the item is; with the reason. */
	| { leftOut: string }
	| { problem: ValueProblem };

type Fitting = Pick<Column, 'type' | 'decidedBy' | 'reading'>;

/** Growlytics ignores text for an attribute that it has with another type. */
const OR_TEXT = `If Growlytics does not have the attribute yet, you can give it the type Text instead. Or ${LEAVE_OUT}.`;

/**
 * What a value of a column is sent as. What does not fit a declared type is a problem; what was only found
 * is left out with the reason. Nothing is guessed: a value whose reading is not proven is not sent.
 */
export function readValue(value: unknown, column: Fitting, settings: ValueSettings): ReadValue {
	const none = nothing(value);
	if (none === 'blank') return { isEmpty: true };
	if (none === 'word' || (none === 'perhaps' && column.reading.areWordsNothing)) {
		return { isEmpty: true, word: typeof value === 'string' ? value : show(value) };
	}
	const read = convert(value, column, settings);
	if (!('problem' in read) || column.decidedBy === 'declared') return read;
	return { leftOut: read.problem.message };
}

function convert(value: unknown, column: Fitting, settings: ValueSettings): ReadValue {
	switch (column.type) {
		case 'string':
			return toText(value, column, settings);
		case 'number':
			return toNumber(value, column);
		case 'boolean':
			return toBoolean(value);
		case 'date':
			return toDate(value, column, settings);
	}
}

/** Text as it is; numbers in digits, without an exponent; dates as Growlytics writes them. */
function toText(
	value: unknown,
	{ decidedBy, reading }: Fitting,
	settings: ValueSettings,
): ReadValue {
	if (typeof value === 'string') {
		return { value: reading.isCode && decidedBy !== 'declared' ? cleanText(value) : value };
	}
	if (typeof value === 'boolean' || typeof value === 'bigint') return { value: String(value) };
	if (typeof value === 'number') return numberToText(value);
	if (isDateObject(value)) return dateObject(value, settings);
	return cannotHold(value);
}

function numberToText(value: number): ReadValue {
	if (!Number.isFinite(value)) return notFinite(value);
	if (!hasLostDigits(value)) return { value: plainDigits(value) };
	return wrong(
		`${shorten(plainDigits(value))} is a number too long to keep all of its digits`,
		`Format it as text where it comes from, e.g. in the spreadsheet, or ${LEAVE_OUT}.`,
	);
}

function toNumber(value: unknown, { reading }: Fitting): ReadValue {
	if (typeof value === 'number') return finiteNumber(value);
	if (isNested(value)) return cannotHold(value);
	const text = typeof value === 'string' || typeof value === 'bigint' ? String(value) : '';
	const number = readNumber(text);
	if (number === undefined) {
		return wrong(
			`${show(value)} is not a number`,
			'Use digits, e.g. 1234.5; thousands and a currency may be written too, e.g. ₹1,23,456.00.',
			OR_TEXT,
		);
	}
	const { point, comma } = number;
	if (number.isTooLong) {
		return wrong(
			`${show(value)} has more digits than a number can keep`,
			`If Growlytics does not have the attribute yet, give it the type Text. Otherwise ${LEAVE_OUT}.`,
		);
	}
	const only = point === undefined || comma === undefined || point === comma;
	const meant = only ? (point ?? comma) : reading.decimal && number[reading.decimal];
	if (meant !== undefined) return { value: meant };
	return wrong(
		`${show(value)} can mean ${point} or ${comma}`,
		`Choose which under Options > Number Format, or ${LEAVE_OUT}.`,
	);
}

function finiteNumber(value: number): ReadValue {
	if (!Number.isFinite(value)) return notFinite(value);
	const number = noNegativeZero(value);
	if (!hasLostDigits(number)) return { value: number };
	return {
		value: number,
		warning:
			'A number this long may have lost its last digits before it got here. If it is an ID or a phone number, format it as text where it comes from.',
	};
}

function toBoolean(value: unknown): ReadValue {
	if (typeof value === 'boolean') return { value };
	if (isNested(value)) return cannotHold(value);
	const isWord =
		typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint';
	const yesNo = isWord ? readYesNo(String(value).trim()) : undefined;
	if (yesNo !== undefined) return { value: yesNo.value };
	return wrong(
		`${show(value)} is neither yes nor no`,
		'Use true or false, yes or no, 1 or 0.',
		OR_TEXT,
	);
}

function toDate(value: unknown, column: Fitting, settings: ValueSettings): ReadValue {
	if (isDateObject(value)) return dateObject(value, settings);
	if (typeof value === 'number') return dateNumber(value, value, column, settings);
	if (isNested(value)) return cannotHold(value);
	if (typeof value !== 'string') return noDate(value);
	const date = readDate(value);
	if (date === undefined || date.isCompact) {
		const number = readNumber(value);
		if (number !== undefined && !number.hasMark && number.point !== undefined) {
			const counted = dateNumber(value, number.point, column, settings);
			if ('value' in counted || date === undefined) return counted;
		} else if (isDecimal(number)) {
			return dateNumber(value, number.point, column, settings);
		}
	}
	if (date === undefined) return noDate(value);
	if (date.partial !== undefined) return partialDate(value, partials[date.partial]);
	const { dayFirst, monthFirst, hasOrder } = date;
	const isOpen = hasOrder && dayFirst !== undefined && monthFirst !== undefined;
	const order = column.reading.dateOrder;
	const meant = isOpen ? order && date[order] : (dayFirst ?? monthFirst);
	if (meant === undefined) {
		return wrong(
			`${show(value)} can be day first or month first`,
			`Choose which under Options > Date Order, or write the year first, e.g. 2026-01-31.`,
			OR_TEXT,
		);
	}
	const written = writeDate(meant, settings.timezone);
	return written === undefined ? noSuchDate() : { value: written };
}

/** A spreadsheet's or a clock's number with a fraction: its point is a point. */
function isDecimal(
	number: ReturnType<typeof readNumber>,
): number is { point: number; hasMark: boolean } {
	return number?.point !== undefined && number.comma === undefined;
}

const partials = {
	noYear: 'has no year',
	noCentury: 'has a year of two digits only',
	noDay: 'has no day',
	noSuchDay: 'is a day that does not exist',
};

function partialDate(value: string, what: string): ReadValue {
	return wrong(
		`${show(value)} ${what}`,
		'Write the whole date, year first, e.g. 2026-01-31.',
		OR_TEXT,
	);
}

function noDate(value: unknown): ReadValue {
	return wrong(
		`${show(value)} is no date`,
		'Write it year first, e.g. 2026-01-31 or 2026-01-31 19:14:15, and check that the day exists.',
		OR_TEXT,
	);
}

/** A declared type counts as the user chose; a column that was found to be dates, as its numbers showed. */
function dateNumber(
	shown: unknown,
	number: number,
	{ reading }: Fitting,
	{ dateNumbers, timezone }: ValueSettings,
): ReadValue {
	const found = reading.numbersAsDates;
	const way = found === 'refuse' ? dateNumbers : found;
	const written = writeDateNumber(number, way, timezone);
	if (written !== undefined) return { value: written };
	if (way === 'refuse') {
		return wrong(
			`${show(shown)} is a number, not a date`,
			`If it counts days or seconds, choose which under Options > Numbers as Dates. If not, write the date year first, e.g. 2026-01-31, or ${LEAVE_OUT}.`,
		);
	}
	return wrong(
		`${show(shown)} is no date in the way that numbers are counted here`,
		`Check under Options > Numbers as Dates whether it counts days, seconds or milliseconds, or ${LEAVE_OUT}.`,
	);
}

function dateObject(
	value: Parameters<typeof writeDateObject>[0],
	settings: ValueSettings,
): ReadValue {
	const written = writeDateObject(value, settings.timezone);
	return written === undefined ? noSuchDate() : { value: written };
}

function noSuchDate(): ReadValue {
	return wrong(
		'the date does not exist, or its year has not four digits',
		`Check the node or the expression that the date comes from, or ${LEAVE_OUT}.`,
	);
}

function notFinite(value: number): ReadValue {
	return wrong(
		`${value} is not a number that can be stored`,
		`Check the calculation that it comes from, or ${LEAVE_OUT}.`,
	);
}

function cannotHold(value: unknown): ReadValue {
	return wrong(
		`${show(value)} is not a single value`,
		`Choose one value inside it, e.g. {{ $json.address.city }}, or ${LEAVE_OUT}.`,
	);
}

function wrong(message: string, fix: string, otherwise?: string): ReadValue {
	return { problem: otherwise === undefined ? { message, fix } : { message, fix, otherwise } };
}
