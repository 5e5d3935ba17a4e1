import { shorten } from '../shorten';
import type { DateSettings } from './dates';
import { isDateObject, toGrowlyticsDate } from './dates';

/** Something that keeps one attribute (or the customer id) of one item from being sent. */
export interface Problem {
	/** The attribute's name, or `id` for the Customer ID. */
	attribute: string;
	/** Whether it is the Customer ID's problem: an attribute can be called `id` too. */
	isAboutId?: boolean;
	/** What is wrong, naming the value, as a sentence without its subject: `"12px" is not a number`. */
	message: string;
	/** How to mend it, as a sentence of our own: n8n shows it as HTML, so no user's text belongs here. */
	fix: string;
	/** Another way, which is open for many a problem: it is said once, after what helps against each. */
	otherwise?: string;
}

/** Something worth knowing about an attribute that did not keep the customer from being sent. */
export interface Warning {
	attribute: string;
	message: string;
	/** Whether it is merely good to know: nothing was lost, and nothing needs to be done. */
	isNote?: boolean;
}

/** The way out that is open for every attribute that does not fit, to be put into a fix. */
export const LEAVE_OUT = 'choose Leave Out and Warn under Options > Invalid Attributes';

const AS_WRITTEN: DateSettings = { timezone: '', dateNumbers: 'refuse' };

/**
 * Text for messages: what a person needs to recognise a value, never all of a long one.
 * Takes anything, cycles and hostile getters included, and never throws.
 */
export function show(value: unknown): string {
	if (typeof value === 'string') return `"${shorten(value)}"`;
	if (isDateObject(value)) return toGrowlyticsDate(value, AS_WRITTEN) ?? 'an invalid date';
	if (Array.isArray(value)) return `a list of ${value.length}`;
	if (typeof value === 'object' && value !== null) return 'an object';
	if (typeof value === 'function') return 'a function';
	return String(value);
}
