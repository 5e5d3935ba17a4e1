import type { Answers } from './answers';
import { answerKey, isTypedAnswer, questionOf, readAnswers } from './answers';
import type { Contacts } from './contacts';
import { readContacts } from './contacts';
import type { Entry } from './entries';
import { isFilledText, lettersOf } from './entries';
import { holdsNothing, isPlainRecord, kindOf } from './kinds';

/** What a list means, as a person would read it. */
export type ListMeaning =
	| { kind: 'nothing' }
	/** Texts, numbers, or the names of records: one text. */
	| { kind: 'text'; text: string }
	| Contacts
	| Answers
	| { kind: 'records' };

/** What forms and CRMs call the list of answers or custom fields. */
const ANSWER_LISTS = new Set([
	'fields',
	'answers',
	'questions',
	'responses',
	'fielddata',
	'questionsandanswers',
	'customfields',
	'customattributes',
	'customquestions',
	'formfields',
	'formdata',
	'noteattributes',
	'additionalfields',
	'surveyanswers',
	'inputs',
]);

/** Where a record of a list has its name, and what says that it is a place and not a thing with a name. */
const NAME_KEYS = ['name', 'title', 'label', 'text', 'plain_text', 'display_name', 'displayName'];
const PLACE =
	/^(?:address_?[12]|street|city|zip|zipcode|postcode|postal_?code|province|latitude)$/i;

/**
 * Reads a list.
 * @param name what the list is called: `emails` and `answers` say how to read it
 * @param titles the questions by the ID of their field, where a form gives them apart from the answers
 */
export function readList(
	name: string,
	list: readonly unknown[],
	titles: ReadonlyMap<string, string> = new Map(),
): ListMeaning {
	const entries = list.filter((entry) => !holdsNothing(entry));
	if (entries.every((entry) => kindOf(entry) === 'value')) return joined(entries.map(toText));
	if (!entries.every(isPlainRecord)) return { kind: 'records' };
	const contact = readContacts(name, entries);
	if (contact !== undefined) return contact;
	if (isAnswerList(name, entries)) return readAnswers(entries, titles);
	const labels = readChoices(entries) ?? readNames(entries);
	return labels === undefined ? { kind: 'records' } : joined(labels);
}

/** @returns whether a list of that name is read as answers, each of which is a field of its own */
export function isAnswerList(name: string, list: readonly unknown[]): boolean {
	const entries = list.filter((entry) => !holdsNothing(entry));
	if (entries.length === 0 || !entries.every(isPlainRecord)) return false;
	if (entries.every(isTypedAnswer)) return true;
	if (readContacts(name, entries) !== undefined) return false;
	const arePairs = entries.every(
		(entry) => questionOf(entry) !== undefined && answerKey(entry) !== undefined,
	);
	if (!arePairs) return false;
	if (ANSWER_LISTS.has(lettersOf(name))) return true;
	// `{ name, value }` and `{ key, value }` can be anything: meta data, headers, options of a product.
	const areAsked = entries.every(
		(entry) =>
			Object.hasOwn(entry, 'question') || isFilledText(entry.label) || isFilledText(entry.title),
	);
	return areAsked && readChoices(entries) === undefined;
}

/** One text with commas; each entry is on one line and without a comma more than it has. */
function joined(texts: readonly string[]): ListMeaning {
	const text = texts.filter((one) => one !== '').join(', ');
	return text === '' ? { kind: 'nothing' } : { kind: 'text', text };
}

/** A simple value of a list as text. */
function toText(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
	return String(value);
}

/** `{ label: 'Skin care', value: 'skin_care' }`: options that were chosen, of which people know the label. */
function readChoices(entries: readonly Entry[]): string[] | undefined {
	const labels: string[] = [];
	for (const { label, value } of entries) {
		if (!isFilledText(label) || typeof value !== 'string') return undefined;
		if (lettersOf(label) !== lettersOf(value)) return undefined;
		labels.push(label.trim());
	}
	return labels;
}

function readNames(entries: readonly Entry[]): string[] | undefined {
	const found: string[] = [];
	for (const entry of entries) {
		const key = NAME_KEYS.find((candidate) => isFilledText(entry[candidate]));
		if (key === undefined || Object.hasOwn(entry, 'value')) return undefined;
		if (Object.keys(entry).some((other) => PLACE.test(other))) return undefined;
		found.push(String(entry[key]).trim());
	}
	return found;
}
