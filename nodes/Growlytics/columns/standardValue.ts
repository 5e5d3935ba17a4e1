import { show } from '../values/show';
import type { StandardAttribute } from '../values/standardAttributes';
import { cleanText } from '../values/characters';
import { isNested } from '../values/dateObjects';
import { nothing } from '../values/nothing';

/** What a value gives for a standard attribute. */
export type StandardValue =
	/** `isFirstOf` where the cell held several: the first one that fits. */
	{ value: string; isFirstOf?: true } | { isEmpty: true; word?: string } | { leftOut: string };

const LONGEST_READ = 1000;
const LONGEST_ADDRESS = 320;

/** What stands between several addresses or numbers in one cell: `a@example.com ::: b@example.com`. */
const BETWEEN_SEVERAL = /\s*(?::::|[,;|\n\r\t])\s*/;
const ADDRESS = /^[^\s@,;:<>()"]+@[^\s@,;:<>()"]+\.[^\s@.,;:<>()"]{2,}$/u;
/** `p:` stands before the phone numbers of lead forms, `tel:` and `mailto:` before those of links. */
const BEFORE_VALUE = /^(?:p|tel|mailto):\s*/i;
const PHONE = /^\+?[\d\s().\-/]+$/;
const LETTER = /\p{L}/u;

const fits: Record<StandardAttribute, (text: string) => boolean> = {
	email: (text) => text.length <= LONGEST_ADDRESS && ADDRESS.test(text),
	mobile: isPhone,
	name: (text) => LETTER.test(text) && !text.includes('@'),
};

const nouns: Record<StandardAttribute, string> = {
	email: 'an e-mail address',
	mobile: 'a phone number',
	name: 'a name',
};

const FEWEST_DIGITS = 7;
const MOST_DIGITS = 15;

/** E.164 allows 15 digits; `9.19E+11` has lost its own. A year-first date is none either. */
function isPhone(text: string): boolean {
	if (text.length > 40 || !PHONE.test(text) || /^\d{4}-\d\d-\d\d/.test(text)) return false;
	const digits = text.replace(/\D/g, '').length;
	return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
}

/** @returns whether a value could be this standard attribute; the value is not looked into */
export function looksLike(attribute: StandardAttribute, value: unknown): boolean {
	if (typeof value === 'number' || typeof value === 'bigint') {
		return attribute === 'mobile' && isPhone(String(value));
	}
	return typeof value === 'string' && firstFitting(attribute, value) !== undefined;
}

/** The first of a cell's values that fits, without what stands around it. */
function firstFitting(attribute: StandardAttribute, text: string): StandardValue | undefined {
	const start = text.length > LONGEST_READ ? text.slice(0, LONGEST_READ) : text;
	if (attribute === 'email' && !start.includes('@')) return undefined;
	const clean = cleanText(start);
	if (attribute === 'name') return fits.name(clean) ? { value: clean } : undefined;
	const several = clean
		.split(BETWEEN_SEVERAL)
		.map((one) => cleanText(one.replace(BEFORE_VALUE, '')));
	const value = several.find(fits[attribute]);
	if (value === undefined) return undefined;
	return several.length > 1 ? { value, isFirstOf: true } : { value };
}

/**
 * What a field's value gives for name, email or mobile. These are what campaigns are sent to and greet
 * with: a value that does not look it, a list, an object, or a word for nothing is never sent.
 */
export function readStandardValue(attribute: StandardAttribute, value: unknown): StandardValue {
	const none = nothing(value);
	if (none === 'blank') return { isEmpty: true };
	if (none !== undefined) return { isEmpty: true, word: typeof value === 'string' ? value : 'NaN' };
	if (isNested(value)) return { leftOut: `${show(value)} is no single value` };
	const isDigits = typeof value === 'number' || typeof value === 'bigint';
	const text = typeof value === 'string' || isDigits ? String(value) : '';
	return firstFitting(attribute, text) ?? { leftOut: `${show(value)} is not ${nouns[attribute]}` };
}
