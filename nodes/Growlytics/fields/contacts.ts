import type { Entry } from './entries';
import { lettersOf } from './entries';
import { holdsNothing, isPlainRecord, kindOf } from './kinds';

/** Ways to reach somebody, of which the primary or the first one is sent; `others` are not. */
export type Contacts = { kind: 'nothing' } | { kind: 'contact'; value: unknown; others: number };

/** What a label says of an address or a number, and never of a question. */
const CONTACT_LABELS = new Set(
	'work home mobile main other private personal business office fax pager cell iphone default primary billing shipping school'.split(
		' ',
	),
);
const CONTACT_LISTS =
	/^(?:e?mails?|e?mailaddress(?:es)?|(?:tele)?phones?|(?:tele)?phonenumbers?|mobiles?|mobilenumbers?|ims?|websites?|urls?|contactpoints?)$/;
const CONTACT_VALUES = [
	'value',
	'email',
	'email_address',
	'emailAddress',
	'phone',
	'number',
	'phone_number',
	'phoneNumber',
	'url',
];
const PRIMARY_KEYS = ['primary', 'is_primary', 'isPrimary', 'preferred', 'default'];

/**
 * Reads a list of addresses or numbers, each with what kind it is: `[{ label: 'work', value, primary: true }]`.
 * @param name what the list is called: `emails` says what its entries are
 * @returns undefined if the list is another
 */
export function readContacts(name: string, entries: readonly Entry[]): Contacts | undefined {
	const isNamedSo = CONTACT_LISTS.test(lettersOf(name.slice(name.lastIndexOf('.') + 1)));
	const values: unknown[] = [];
	let first: unknown;
	let isPrimaryFound = false;
	for (const entry of entries) {
		const key = CONTACT_VALUES.find((candidate) => Object.hasOwn(entry, candidate));
		if (key === undefined || !(isNamedSo || isLabelled(entry))) return undefined;
		const value = entry[key];
		if (kindOf(value) !== 'value') return undefined;
		if (holdsNothing(value)) continue;
		values.push(value);
		if (values.length === 1 || (isPrimary(entry) && !isPrimaryFound)) first = value;
		isPrimaryFound ||= isPrimary(entry);
	}
	if (values.length === 0) return { kind: 'nothing' };
	return { kind: 'contact', value: first, others: values.length - 1 };
}

function isLabelled(entry: Entry): boolean {
	if (PRIMARY_KEYS.some((key) => typeof entry[key] === 'boolean')) return true;
	const label = entry.label ?? entry.type ?? entry.rel;
	return typeof label === 'string' && CONTACT_LABELS.has(label.trim().toLowerCase());
}

function isPrimary(entry: Entry): boolean {
	if (PRIMARY_KEYS.some((key) => entry[key] === true)) return true;
	return isPlainRecord(entry.metadata) && entry.metadata.primary === true;
}
