import { trimUnseen } from './characters';
import { losslessNumber, noNegativeZero } from './digits';

/** The two ways to write decimals; each groups with what the other uses, or with spaces and apostrophes. */
export type Decimal = 'point' | 'comma';

/** Why text that can be read as a number may be something else all the same. */
export type NumberDoubt =
	/** `+1` can be a vote, or begin a phone number. */
	| 'plus'
	/** `560 001` can be a postcode. */
	| 'spaces'
	/** `(5)` and `5-` can be a note, a score or a range without end. */
	| 'bareNegative'
	/** `1,2` can be a list of two choices. */
	| 'list';

export interface NumberReading {
	/** What it means if the point is the decimal sign; absent if it cannot be read so. */
	point?: number;
	/** What it means if the comma is the decimal sign; absent if it cannot be read so. */
	comma?: number;
	/** Whether it holds a sign of one of the two ways: `12` says nothing about them. */
	hasMark: boolean;
	doubt?: NumberDoubt;
	/** Number-shaped, with more digits than a number can keep; then neither reading is there. */
	isTooLong?: true;
	/** Grouped by ordinary spaces, with decimals or a currency beside them to show that it is a number. */
	isSpaced?: true;
}

/**
 * Currencies by sign, code and abbreviation, capitals not minded, each with the separators that mean one
 * thing only beside it: nobody writes rupees with a decimal comma, while 1,459 euros can be a litre's price.
 */
const currencies: ReadonlyMap<string, string> = new Map([
	...['₹', 'RS', 'RS.', 'RE', 'RE.', 'INR', '₨', 'PKR', 'LKR', 'NPR', 'BDT', '৳'].map(pointOnly),
	...['£', 'GBP', '¥', 'JPY', 'CNY', 'RMB', '₩', 'KRW', 'THB', '฿', 'MYR', 'RM'].map(pointOnly),
	...['SGD', 'S$', 'HKD', 'HK$', 'PHP', '₱', 'NGN', '₦', 'KES', 'AED', 'SAR', '₪'].map(pointOnly),
	...['AUD', 'A$', 'NZD', 'NZ$'].map(pointOnly),
	...['$', 'US$', 'USD', 'CAD', 'C$', 'MXN', 'MX$'].map(commaGroups),
	...['€', 'EUR', 'CHF', 'SFR', 'SFR.', 'FR.', 'KR', 'KR.', 'SEK', 'NOK', 'DKK'].map(eitherWay),
	...['ZŁ', 'PLN', 'KČ', 'CZK', 'HUF', 'FT', 'RON', 'LEI', 'R$', 'BRL', 'ZAR', 'R'].map(eitherWay),
	...['₺', 'TRY', 'TL', 'RUB', '₽', 'UAH', '₴', 'IDR', 'RP', 'RP.', 'VND', '₫'].map(eitherWay),
	...['COP', 'CLP', 'ARS', 'PEN', 'KWD', 'BHD', 'OMR', 'JOD', 'TND', 'EGP'].map(eitherWay),
]);

function pointOnly(sign: string): [string, string] {
	return [sign, ',.'];
}
function commaGroups(sign: string): [string, string] {
	return [sign, ','];
}
function eitherWay(sign: string): [string, string] {
	return [sign, ''];
}

/** What stands behind an Indian amount: `500/-`, `500/=`. */
const AMOUNT_ENDS: ReadonlySet<string> = new Set(['/-', '/=', '/']);

const MINUS: ReadonlySet<string> = new Set(['-', '−', '–']);
const LONGEST_FRONT = 8;

/** Between the groups of a number, whichever the decimal sign is. */
const NO_BREAK_SPACES = '\u00a0\u202f\u2009';
const APOSTROPHES = "'’";
const groupSigns: Record<Decimal, string> = {
	point: `, ${NO_BREAK_SPACES}${APOSTROPHES}`,
	comma: `. ${NO_BREAK_SPACES}${APOSTROPHES}`,
};
const decimalSigns: Record<Decimal, string> = { point: '.', comma: ',' };

/** What most numbers look like; nothing in them can be read in two ways. */
const SIMPLE = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,2})?$/;
/** The largest number of JavaScript has 309 digits, and a separator for each at most; on megabytes of digits a regular expression can run out of stack. */
const LONGEST_FIGURE = 620;
const DIGITS = /^\d+$/;

/**
 * Reads a number as people and programs write them: plain, grouped by thousands (1,234) or as in India
 * (1,23,456), with a point or a comma for decimals, a sign in front or behind, brackets for minus, a
 * currency on either side. Per cent, exponents, units, ranges, leading zeros and digits of other scripts
 * are no numbers. Nothing is rounded: what a number cannot keep is told apart.
 * @returns what it can mean, or undefined if it is no number
 * @example readNumber('₹1,23,456.50') // { point: 123456.5, hasMark: true }
 * @example readNumber('1,240') // { point: 1240, comma: 1.24, hasMark: true }
 */
export function readNumber(written: string): NumberReading | undefined {
	if (SIMPLE.test(written)) {
		const number = losslessNumber(written);
		if (number !== undefined) {
			return written.includes('.')
				? { point: number, hasMark: true }
				: { point: number, comma: number, hasMark: false };
		}
	}
	const dressed = undress(trimUnseen(written));
	if (dressed === undefined || dressed.figure.length > LONGEST_FIGURE) return undefined;
	return understand(dressed);
}

/** The digits and separators of a number, and what stood around them. */
interface Dressed {
	figure: string;
	isNegative: boolean;
	hasPlus: boolean;
	/** Brackets, or a minus behind. */
	isNegativeByEnd: boolean;
	/** Separators that mean one thing beside the currency; undefined without a currency. */
	currency: string | undefined;
}

function undress(text: string): Dressed | undefined {
	const first = indexOfDigit(text);
	if (first < 0) return undefined;
	let last = text.length - 1;
	while (!isDigit(text.charCodeAt(last))) last -= 1;
	if (text.length - 1 - last > LONGEST_FRONT) return undefined;
	const front = takeMark(text.slice(0, first).replace(/\s/g, ''));
	const back = takeEnd(text.slice(last + 1).replace(/\s/g, ''));
	const shape = marks.get(front.mark + back.mark);
	const currency = currencyOf(front.rest, back);
	if (shape === undefined || currency === null) return undefined;
	return { figure: text.slice(first, last + 1), ...shape, currency };
}

/** What the marks in front and behind mean together. */
const marks: ReadonlyMap<string, Omit<Dressed, 'figure' | 'currency'>> = new Map([
	['', { isNegative: false, hasPlus: false, isNegativeByEnd: false }],
	['-', { isNegative: true, hasPlus: false, isNegativeByEnd: false }],
	['+', { isNegative: false, hasPlus: true, isNegativeByEnd: false }],
	['()', { isNegative: true, hasPlus: false, isNegativeByEnd: true }],
	['behind-', { isNegative: true, hasPlus: false, isNegativeByEnd: true }],
]);

interface Around {
	mark: string;
	rest: string;
}

/** A sign or bracket stands before or behind the currency: `-₹5`, `₹-5`, `(₹5)`, `₹(5)`. */
function takeMark(front: string): Around {
	const ends = [front.slice(0, 1), front.slice(-1)];
	for (const [index, end] of ends.entries()) {
		const mark = MINUS.has(end) ? '-' : end;
		if (mark !== '-' && mark !== '+' && mark !== '(') continue;
		return { mark, rest: index === 0 ? front.slice(1) : front.slice(0, -1) };
	}
	return { mark: '', rest: front };
}

interface End extends Around {
	isIndian: boolean;
}

function takeEnd(back: string): End {
	if (AMOUNT_ENDS.has(back)) return { mark: '', rest: '', isIndian: true };
	const end = back.slice(-1);
	const rest = back.slice(0, -1);
	if (end === ')') return { ...takeEnd(rest), mark: ')' };
	if (MINUS.has(end)) return { mark: 'behind-', rest, isIndian: false };
	return { mark: '', rest: back, isIndian: false };
}

/** @returns undefined without a currency, null where what stands around the digits is none */
function currencyOf(front: string, back: End): string | undefined | null {
	if (front !== '' && back.rest !== '') return null;
	const sign = front + back.rest;
	if (sign === '') return back.isIndian ? ',.' : undefined;
	return currencies.get(sign.toUpperCase()) ?? null;
}

function indexOfDigit(text: string): number {
	for (let index = 0; index <= LONGEST_FRONT; index += 1) {
		if (isDigit(text.charCodeAt(index))) return index;
	}
	return -1;
}

function isDigit(code: number): boolean {
	return code >= 0x30 && code <= 0x39;
}

/** A number's digits as a program writes them, and how they were grouped. */
interface Figure {
	digits: string;
	group: string | undefined;
	hasDecimals: boolean;
}

function readFigure(figure: string, decimal: Decimal): Figure | undefined {
	const [whole = '', fraction, more] = figure.split(decimalSigns[decimal], 3);
	if (more !== undefined || (fraction !== undefined && !DIGITS.test(fraction))) return undefined;
	const group = DIGITS.test(whole) ? undefined : groupSignOf(whole, decimal);
	if (group === null) return undefined;
	const wholeDigits = group === undefined ? whole : joinGroups(whole.split(group), group);
	if (wholeDigits === undefined) return undefined;
	if (wholeDigits.startsWith('0') && wholeDigits !== '0') return undefined;
	return {
		digits: fraction === undefined ? wholeDigits : `${wholeDigits}.${fraction}`,
		group,
		hasDecimals: fraction !== undefined,
	};
}

/** @returns null if what stands between the digits groups no number */
function groupSignOf(whole: string, decimal: Decimal): string | null {
	const sign = [...whole.slice(0, LONGEST_FRONT)].find((one) => !isDigit(one.charCodeAt(0)));
	return sign !== undefined && groupSigns[decimal].includes(sign) ? sign : null;
}

/** By thousands everywhere; with commas also as in India, where the last three stand apart and the others are pairs. */
function joinGroups(groups: readonly string[], sign: string): string | undefined {
	const [first = '', ...others] = groups;
	const last = others.pop() ?? '';
	if (!/^\d{1,3}$/.test(first) || !/^\d{3}$/.test(last)) return undefined;
	const isByThousands = others.every((group) => /^\d{3}$/.test(group));
	const isIndian =
		sign === ',' && first.length <= 2 && others.every((group) => /^\d{2}$/.test(group));
	return isByThousands || isIndian ? groups.join('') : undefined;
}

function understand(dressed: Dressed): NumberReading | undefined {
	const { figure, currency } = dressed;
	const point = readFigure(figure, 'point');
	const comma = isSettled(figure, currency) && point ? undefined : readFigure(figure, 'comma');
	const any = point ?? comma;
	if (any === undefined || isNetworkAddress(figure)) return undefined;
	const hasMark = point?.digits !== comma?.digits;
	const doubt = doubtOf(dressed, any);
	const reading: NumberReading = { hasMark };
	if (doubt !== undefined) reading.doubt = doubt;
	if (any.group === ' ' && doubt === undefined) reading.isSpaced = true;
	const numbers = { point: numberOf(point, dressed), comma: numberOf(comma, dressed) };
	if (numbers.point === null || numbers.comma === null) return { ...reading, isTooLong: true };
	if (numbers.point !== undefined) reading.point = numbers.point;
	if (numbers.comma !== undefined) reading.comma = numbers.comma;
	return reading;
}

/** Whether the currency says which way the only kind of separator is meant. */
function isSettled(figure: string, currency: string | undefined): boolean {
	const signs = [...'.,'].filter((sign) => figure.includes(sign));
	return signs.length > 0 && signs.every((sign) => currency?.includes(sign));
}

/** @returns null if a number cannot keep the digits */
function numberOf(figure: Figure | undefined, dressed: Dressed): number | undefined | null {
	if (figure === undefined) return undefined;
	const number = losslessNumber(figure.digits);
	if (number === undefined) return null;
	return noNegativeZero(dressed.isNegative ? -number : number);
}

function doubtOf(dressed: Dressed, figure: Figure): NumberDoubt | undefined {
	if (dressed.hasPlus) return 'plus';
	if (LIST_OF_TWO.test(dressed.figure) && dressed.currency === undefined) return 'list';
	if (dressed.currency !== undefined || figure.hasDecimals) return undefined;
	if (figure.group === ' ') return 'spaces';
	return dressed.isNegativeByEnd && figure.group === undefined ? 'bareNegative' : undefined;
}

const LIST_OF_TWO = /^\d,\d$/;
const LARGEST_BYTE = 255;

/** `10.100.200.250` is an address in a network rather than ten thousand millions. */
function isNetworkAddress(figure: string): boolean {
	const parts = figure.split('.', 5);
	return parts.length === 4 && parts.every((part) => Number(part) <= LARGEST_BYTE);
}
