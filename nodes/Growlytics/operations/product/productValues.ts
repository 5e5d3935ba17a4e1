import { isEmpty } from '../../attributes/empty';
import { parsePlainNumber, plainDigits } from '../../attributes/numbers';
import { show } from '../../attributes/problem';
import type { Problem } from '../../result/remark';

/** A value of a product, or what is wrong with it: then without the name of its field. */
export type Read<Value> = { value: Value } | Pick<Problem, 'message' | 'fix'>;

/** What an expression leaves behind when it points at nothing, and what a path cannot hold as a name. */
const LEFTOVERS = new Set(['undefined', 'null', 'NaN', '[object Object]', '.', '..']);

/** A long number as a spreadsheet shows it in a narrow column: most of its digits are gone. */
const SHORTENED_NUMBER = /^\d(?:\.\d+)?E\+\d+$/i;

/** @returns whether a field holds nothing */
export function holdsNothing(value: unknown): boolean {
	return isEmpty(value) || (typeof value === 'string' && value.trim() === '');
}

/** Text as it is, without surrounding space; a number gives its digits. */
export function readText(value: unknown): Read<string> {
	if (typeof value === 'string') return { value: value.trim() };
	if (typeof value === 'number' && Number.isFinite(value)) return { value: plainDigits(value) };
	return {
		message: `it is ${show(value)}, not text`,
		fix: 'Enter text, or an expression that gives text.',
	};
}

/** A number, or text that is nothing but one: the one place that decides which numbers a product takes. */
export function readAmount(value: unknown): Read<number> {
	const number = typeof value === 'string' ? parsePlainNumber(value.trim()) : value;
	if (typeof number === 'number' && Number.isFinite(number)) return { value: number };
	return {
		message: `${show(value)} is not a plain number`,
		fix: 'Use digits with a point for decimals and nothing else, e.g. 1234.5.',
	};
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
