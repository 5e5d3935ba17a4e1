import { cleanText } from '../../values/characters';
import { hasLostDigits, plainDigits } from '../../values/digits';
import { nothing } from '../../values/nothing';
import type { Problem } from '../../result/remark';
import { show } from '../../values/show';

/** What every problem of an item's ID has in common. */
export const ABOUT_ID = { attribute: 'id', isAboutId: true };

/** What an expression leaves behind when it points at an object; `Null` and `Nan` are names, but no IDs. */
const LEFTOVERS = new Set(['[object object]', 'nan', 'null', 'undefined']);

/** A long number as a spreadsheet shows it in a narrow column, `9.19911E+11`: most of its digits are gone. */
const SHORTENED_NUMBER = /^[-+]?\d(?:[.,]\d+)?E\+\d+$/i;

/** Addresses are longer than this only in attacks. */
const LONGEST_READ = 1_000;
/** Google Contacts exports several values of a person in one cell, the first one being the main one. */
const LIST_OF_GOOGLE = ' ::: ';
const BETWEEN_SEVERAL = /[\s,;|/]+|:::/;
const BETWEEN_NUMBERS = /\s*(?:[,;|/]|:::)\s*/;
const PHONE = /^\+?[\d\s().-]{8,25}$/;
const FEWEST_DIGITS = 8;

const NO_FIELD =
	"Set Customer ID to the field that holds the customer's e-mail, mobile number or your own ID for them, and check that every item has it.";
const FORMAT_AS_TEXT =
	'Format the column as plain text where the ID comes from, e.g. in the spreadsheet, so that all of its digits arrive.';

/**
 * A customer's ID as Growlytics takes it: one that names somebody, without what nobody sees around it. A whole number
 * gives its digits. No length limit is documented for this endpoint, so none is enforced.
 * @returns the ID, or what is wrong with the value
 */
export function toCustomerId(value: unknown): string | Problem {
	if (typeof value === 'number') return fromNumber(value);
	if (typeof value === 'bigint') return String(value);
	if (typeof value !== 'string') return value == null ? missing() : nobody(value);
	const id = firstOfGoogle(cleanText(value));
	if (id === '') return missing();
	if (nothing(id) !== undefined || LEFTOVERS.has(id.toLowerCase())) return nobody(value);
	if (SHORTENED_NUMBER.test(id)) return digitsLost(value);
	return namesSeveral(id) ? several(value) : id;
}

function fromNumber(value: number): string | Problem {
	if (Number.isSafeInteger(value)) return plainDigits(value);
	return hasLostDigits(value) ? digitsLost(value) : nobody(value);
}

/** Of a list that is written as one, the first is meant; of any other text with two addresses nobody knows. */
function firstOfGoogle(id: string): string {
	if (id.length > LONGEST_READ || !id.includes(LIST_OF_GOOGLE)) return id;
	const parts = id.split(LIST_OF_GOOGLE).map((part) => part.trim());
	const areAlike = parts.every((part) => part.includes('@')) || parts.every(isPhone);
	return areAlike ? (parts[0] ?? id) : id;
}

function namesSeveral(id: string): boolean {
	if (id.length > LONGEST_READ) return false;
	const addresses = id.split(BETWEEN_SEVERAL).filter((part) => /.@./.test(part));
	if (addresses.length > 1) return true;
	const numbers = id.split(BETWEEN_NUMBERS);
	return numbers.length > 1 && numbers.every(isPhone);
}

function isPhone(text: string): boolean {
	return PHONE.test(text) && text.replace(/\D/g, '').length >= FEWEST_DIGITS;
}

function missing(): Problem {
	return { ...ABOUT_ID, message: 'Customer ID is empty', fix: NO_FIELD };
}

function nobody(value: unknown): Problem {
	return {
		...ABOUT_ID,
		message: `Customer ID is ${show(value)}, which names no customer`,
		fix: NO_FIELD,
	};
}

function several(value: unknown): Problem {
	return {
		...ABOUT_ID,
		message: `Customer ID is ${show(value)}, which names more than one customer`,
		fix: 'Keep one address or number in the field that Customer ID comes from.',
	};
}

function digitsLost(value: unknown): Problem {
	return {
		...ABOUT_ID,
		message: `Customer ID is ${show(value)}, a long number that has lost digits`,
		fix: FORMAT_AS_TEXT,
	};
}
