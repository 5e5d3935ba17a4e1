import { plainDigits } from '../../attributes/numbers';
import type { Problem } from '../../result/remark';
import { show } from '../../attributes/problem';

/** What every problem of a Customer ID has in common. */
export const ABOUT_ID = { attribute: 'id', isAboutId: true };

/** What an expression leaves behind when it points at nothing. */
const LEFTOVERS = new Set(['undefined', 'null', 'NaN', '[object Object]']);

/** A long number as a spreadsheet shows it in a narrow column, `9.19911E+11`: most of its digits are gone. */
const SHORTENED_NUMBER = /^\d(?:\.\d+)?E\+\d+$/i;

const NO_FIELD =
	"Set Customer ID to the field that holds the customer's e-mail, mobile number or your own ID for them, and check that every item has it.";
const FORMAT_AS_TEXT =
	'Format the column as plain text where the ID comes from, e.g. in the spreadsheet, so that all of its digits arrive.';

/**
 * A customer's id as Growlytics takes it: text without surrounding space. A whole number gives its digits.
 * No length limit is documented for this endpoint, so none is enforced.
 * @returns the id, or what is wrong with the value
 */
export function toCustomerId(value: unknown): string | Problem {
	if (typeof value === 'number') return fromNumber(value);
	if (typeof value !== 'string') return value == null ? empty() : namesNobody(value);
	const id = value.trim();
	if (id === '') return empty();
	if (LEFTOVERS.has(id)) return namesNobody(value);
	if (SHORTENED_NUMBER.test(id)) return lostDigits(value);
	return id;
}

function fromNumber(value: number): string | Problem {
	if (Number.isSafeInteger(value)) return plainDigits(value);
	return Number.isInteger(value) ? lostDigits(value) : namesNobody(value);
}

function empty(): Problem {
	return { ...ABOUT_ID, message: 'Customer ID is empty', fix: NO_FIELD };
}

function namesNobody(value: unknown): Problem {
	return {
		...ABOUT_ID,
		message: `Customer ID is ${show(value)}, which names no customer`,
		fix: NO_FIELD,
	};
}

function lostDigits(value: unknown): Problem {
	return {
		...ABOUT_ID,
		message: `Customer ID is ${show(value)}, a long number that has lost digits`,
		fix: FORMAT_AS_TEXT,
	};
}
