import type { DateSettings } from './dates';
import { isDateObject, toGrowlyticsDate } from './dates';
import { isPlainNumber, noNegativeZero, parsePlainNumber, plainDigits } from './numbers';
import type { Problem } from '../result/remark';
import { LEAVE_OUT, show } from './problem';
import { isNested } from './record';

/** A value as Growlytics takes it, perhaps with something the user should know; or why it cannot be had without loss. */
export type Conversion<T> =
	| { value: T; warning?: string }
	| Pick<Problem, 'message' | 'fix' | 'otherwise'>;

const TRUE = ['true', 'yes', '1'];
const FALSE = ['false', 'no', '0'];

/** Growlytics ignores text for an attribute that it has with another type. */
const OR_TEXT = `If Growlytics does not have the attribute yet, you can give it the type Text instead. Or ${LEAVE_OUT}.`;

/** Text as it is; numbers in digits, without an exponent; dates as Growlytics writes them. */
export function toText(value: unknown, settings: DateSettings): Conversion<string> {
	if (typeof value === 'string') return { value };
	if (typeof value === 'boolean' || typeof value === 'bigint') return { value: String(value) };
	if (typeof value === 'number') return numberToText(value);
	if (isDateObject(value)) return toDate(value, settings);
	return cannotHold(value);
}

function numberToText(value: number): Conversion<string> {
	if (!Number.isFinite(value)) return notFinite(value);
	if (!isInexact(value)) return { value: plainDigits(value) };
	return {
		message: `${plainDigits(value)} is a number too long to keep all of its digits`,
		fix: `Format it as text where it comes from, e.g. in the spreadsheet, or ${LEAVE_OUT}.`,
	};
}

/** Finite numbers, and text that is nothing but a number and keeps all of its digits as one. */
export function toNumber(value: unknown): Conversion<number> {
	if (typeof value === 'number') return finiteNumber(value);
	if (isNested(value)) return cannotHold(value);
	const text = typeof value === 'string' || typeof value === 'bigint' ? String(value).trim() : '';
	const number = parsePlainNumber(text);
	if (number !== undefined) return { value: number };
	if (isPlainNumber(text)) {
		return {
			message: `${show(value)} has more digits than a number can keep`,
			fix: `If Growlytics does not have the attribute yet, give it the type Text. Otherwise ${LEAVE_OUT}.`,
		};
	}
	return {
		message: `${show(value)} is not a plain number`,
		fix: 'Use digits with a point for decimals and nothing else, e.g. 1234.5.',
		otherwise: OR_TEXT,
	};
}

function finiteNumber(value: number): Conversion<number> {
	if (!Number.isFinite(value)) return notFinite(value);
	const number = noNegativeZero(value);
	if (!isInexact(number)) return { value: number };
	return {
		value: number,
		warning:
			'A number this long may have lost its last digits before it got here. If it is an ID or a phone number, format it as text where it comes from.',
	};
}

/** true and false; in any case and as text also yes and no, 1 and 0. */
export function toBoolean(value: unknown): Conversion<boolean> {
	if (typeof value === 'boolean') return { value };
	if (isNested(value)) return cannotHold(value);
	const text = String(value).trim().toLowerCase();
	if (TRUE.includes(text)) return { value: true };
	if (FALSE.includes(text)) return { value: false };
	return {
		message: `${show(value)} is neither yes nor no`,
		fix: 'Use true or false, yes or no, 1 or 0.',
		otherwise: OR_TEXT,
	};
}

/** Growlytics' date text for everything that toGrowlyticsDate takes. */
export function toDate(value: unknown, settings: DateSettings): Conversion<string> {
	const date = toGrowlyticsDate(value, settings);
	if (date !== undefined) return { value: date };
	if (isDateObject(value)) {
		return {
			message: 'the date does not exist, or its year has not four digits',
			fix: `Check the node or the expression that the date comes from, or ${LEAVE_OUT}.`,
		};
	}
	if (isNested(value)) return cannotHold(value);
	if (isNumeric(value)) return notADateNumber(value, settings);
	return {
		message: `${show(value)} is no date, or could mean more than one`,
		fix: 'Write it year first, e.g. 2026-01-31 or 2026-01-31 19:14:15, and check that the day exists.',
		otherwise: OR_TEXT,
	};
}

function notADateNumber(value: unknown, { dateNumbers }: DateSettings): Conversion<never> {
	if (dateNumbers === 'refuse') {
		return {
			message: `${show(value)} is a number, not a date`,
			fix: `If it counts days or seconds, choose which under Options > Numbers as Dates. If not, write the date year first, e.g. 2026-01-31, or ${LEAVE_OUT}.`,
		};
	}
	return {
		message: `${show(value)} is no date in the way that numbers are counted here`,
		fix: `Check under Options > Numbers as Dates whether it counts days, seconds or milliseconds, or ${LEAVE_OUT}.`,
	};
}

function isNumeric(value: unknown): boolean {
	return typeof value === 'number' || (typeof value === 'string' && isPlainNumber(value.trim()));
}

/** A whole number of that size stands for several: which of them was meant is no longer known. */
function isInexact(number: number): boolean {
	return Number.isInteger(number) && !Number.isSafeInteger(number);
}

function notFinite(value: number): Conversion<never> {
	return {
		message: `${value} is not a number that can be stored`,
		fix: `Check the calculation that it comes from, or ${LEAVE_OUT}.`,
	};
}

function cannotHold(value: unknown): Conversion<never> {
	return {
		message: `${show(value)} is not a single value`,
		fix: `Choose one value inside it, e.g. {{ $json.address.city }}, or ${LEAVE_OUT}.`,
	};
}
