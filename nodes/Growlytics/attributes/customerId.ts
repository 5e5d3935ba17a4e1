import { plainDigits } from './numbers';
import type { Problem } from './problem';
import { show } from './problem';

/** What an expression leaves behind when it points at nothing. */
const LEFTOVERS = new Set(['undefined', 'null', 'NaN', '[object Object]']);

/**
 * A customer's id as Growlytics takes it: text without surrounding space. A whole number gives its digits.
 * No length limit is documented for this endpoint, so none is enforced.
 * @returns the id, or what is wrong with the value
 */
export function toCustomerId(value: unknown): string | Problem {
	if (typeof value === 'number' && Number.isSafeInteger(value)) return plainDigits(value);
	if (typeof value !== 'string') return unusable(value);
	const id = value.trim();
	if (id === '' || LEFTOVERS.has(id)) return unusable(value);
	return id;
}

function unusable(value: unknown): Problem {
	const isEmpty = value === undefined || value === null || String(value).trim() === '';
	return {
		attribute: 'id',
		message: isEmpty
			? 'Customer ID is empty'
			: `Customer ID is ${show(value)}, which names no customer`,
		fix: "Set Customer ID to the field that holds the customer's e-mail, mobile number or system ID, and check that every item has it.",
	};
}
