import { shorten } from '../shorten';
import { isDateObject } from './dateObjects';
import { writeDateObject } from './growlyticsDate';

/** The way out that is open for every attribute that does not fit, to be put into a fix. */
export const LEAVE_OUT = 'choose Leave Out and Warn under Options > Invalid Attributes';

/**
 * Text for messages: what a person needs to recognise a value, never all of a long one.
 * Takes anything, cycles and hostile getters included, and never throws.
 */
export function show(value: unknown): string {
	if (typeof value === 'string') return `"${shorten(value)}"`;
	if (isDateObject(value)) return writeDateObject(value, '') ?? 'an invalid date';
	if (Array.isArray(value)) return `a list of ${value.length}`;
	if (typeof value === 'object' && value !== null) return 'an object';
	if (typeof value === 'function') return 'a function';
	return shorten(String(value));
}
