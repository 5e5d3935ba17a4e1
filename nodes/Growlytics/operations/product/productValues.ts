import type { Problem } from '../../result/remark';
import { cleanText } from '../../values/characters';
import { plainDigits } from '../../values/digits';
import { nothing } from '../../values/nothing';
import type { Decimal } from '../../values/numberText';
import { readNumber } from '../../values/numberText';
import { show } from '../../values/show';

/** A value of a product, or what is wrong with it: then without the name of its field. */
export type Read<Value> = { value: Value } | Pick<Problem, 'message' | 'fix'>;

/** What an expression leaves behind when it points at nothing, and what a path cannot hold as a name. */
const LEFTOVERS = new Set(['undefined', 'null', 'NaN', '[object Object]', '.', '..']);

/** A long number as a spreadsheet shows it in a narrow column: most of its digits are gone. */
const SHORTENED_NUMBER = /^\d(?:\.\d+)?E\+\d+$/i;

/** @returns whether a field holds nothing; a product may well be called "None" */
export function isWithoutValue(value: unknown): boolean {
	const kind = nothing(value);
	return kind === 'blank' || kind === 'word';
}

/** Text as it is, without surrounding space; a number gives its digits. */
export function readText(value: unknown): Read<string> {
	if (typeof value === 'string') return { value: cleanText(value) };
	if (typeof value === 'number' && Number.isFinite(value)) return { value: plainDigits(value) };
	return {
		message: `it is ${show(value)}, not text`,
		fix: 'Enter text, or an expression that gives text.',
	};
}

/**
 * A number, or text that is one, with thousands and a currency or without.
 * @param decimal which sign begins the decimals where the text leaves it open
 */
export function readAmount(value: unknown, decimal: Decimal | undefined): Read<number> {
	if (typeof value === 'number' && Number.isFinite(value)) return { value };
	const { point, comma } = (typeof value === 'string' ? readNumber(value) : undefined) ?? {};
	const isOpen = point !== undefined && comma !== undefined && point !== comma;
	const meant = isOpen ? decimal && { point, comma }[decimal] : (point ?? comma);
	if (meant !== undefined) return { value: meant };
	if (isOpen) {
		return {
			message: `${show(value)} can mean ${point} or ${comma}`,
			fix: 'Choose which under Options > Number Format.',
		};
	}
	return {
		message: `${show(value)} is not a number`,
		fix: 'Use digits, e.g. 1234.5; thousands and a currency may be written too, e.g. ₹1,23,456.00.',
	};
}

/** @returns which sign begins the decimals in a text that can be read in one way only */
export function shownDecimal(value: unknown): Decimal | undefined {
	const read = typeof value === 'string' ? readNumber(value) : undefined;
	if (read === undefined || !read.hasMark) return undefined;
	if (read.comma === undefined) return 'point';
	return read.point === undefined ? 'comma' : undefined;
}

/** Text that is a web address. */
export function readUrl(value: unknown): Read<string> {
	const read = readText(value);
	if (!('value' in read) || isWebAddress(read.value)) return read;
	return {
		message: `${show(read.value)} is not a web address`,
		fix: 'Use a whole address that begins with https:// or http://.',
	};
}

function isWebAddress(text: string): boolean {
	return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);
}

/** An ID of a product: text, or a whole number that has kept its digits. */
export function readId(value: unknown): Read<string> {
	const isWhole = typeof value !== 'number' || Number.isSafeInteger(value);
	const read = readText(value);
	const isNone =
		!('value' in read) ||
		!isWhole ||
		LEFTOVERS.has(read.value) ||
		SHORTENED_NUMBER.test(read.value);
	if (!isNone) return read;
	return {
		message: `it is ${show(value)}, which is no product's ID`,
		fix: 'Set Product ID to the field that holds your own ID or SKU of the product, as text, and check that every item has it.',
	};
}
