import { holdsNothing, isPlainRecord, kindOf } from './kinds';

/** An answer of a form, a survey or a record's custom fields. */
export interface Answer {
	/** The question, or what else it is called. */
	name: string;
	value: unknown;
}

/** What a list means, as a person would read it. */
export type ListMeaning =
	| { kind: 'nothing' }
	/** Texts, numbers, or the names of records: one text. */
	| { kind: 'text'; text: string }
	/** Ways to reach somebody, of which one is the first. */
	| { kind: 'contact'; value: unknown; others: number }
	/** `repeats`: entries that say once more what another says. */
	| { kind: 'answers'; answers: Answer[]; repeats: number }
	| { kind: 'records' };

type Entry = Record<string, unknown>;

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

/** Where the name and the value of an answer stand, the plainest first. */
const QUESTION_KEYS = ['question', 'label', 'title', 'text', 'name', 'key', 'attribute_code'];
const ANSWER_KEYS = ['answer', 'value', 'values', 'response'];

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
const BESIDE_CONTACT = new Set([
	...PRIMARY_KEYS,
	'id',
	'label',
	'type',
	'kind',
	'rel',
	'metadata',
	'verified',
	'formattedType',
	'canonicalForm',
	'country_code',
	'countryCode',
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
	if (entries.length === 0) return { kind: 'nothing' };
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
	if (ANSWER_LISTS.has(comparable(name))) return true;
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

function comparable(name: string): string {
	return name.replace(/[^a-z]/gi, '').toLowerCase();
}

function isFilledText(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}

function readContacts(name: string, entries: readonly Entry[]): ListMeaning | undefined {
	const isNamedSo = CONTACT_LISTS.test(comparable(name.slice(name.lastIndexOf('.') + 1)));
	const values: unknown[] = [];
	let first: unknown;
	let isPrimaryFound = false;
	for (const entry of entries) {
		const key = contactKey(entry);
		if (key === undefined || !(isNamedSo || isLabelled(entry))) return undefined;
		const value = entry[key];
		if (holdsNothing(value)) continue;
		values.push(value);
		if (values.length === 1 || (isPrimary(entry) && !isPrimaryFound)) first = value;
		isPrimaryFound ||= isPrimary(entry);
	}
	if (values.length === 0) return { kind: 'nothing' };
	return { kind: 'contact', value: first, others: values.length - 1 };
}

/** The key of the address, if an entry holds one simple value and only labels beside it. */
function contactKey(entry: Entry): string | undefined {
	const key = CONTACT_VALUES.find((candidate) => Object.hasOwn(entry, candidate));
	if (key === undefined || kindOf(entry[key]) !== 'value') return undefined;
	const others = Object.keys(entry).filter((other) => other !== key);
	return others.every((other) => BESIDE_CONTACT.has(other)) ? key : undefined;
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

function readAnswers(entries: readonly Entry[], titles: ReadonlyMap<string, string>): ListMeaning {
	const keys = new Set(entries.map(({ key }) => key).filter(isFilledText));
	const answers: Answer[] = [];
	let repeats = 0;
	for (const entry of entries) {
		if (isTickOfAnother(entry, keys)) repeats += 1;
		else answers.push(isTypedAnswer(entry) ? typedAnswer(entry, titles) : plainAnswer(entry));
	}
	return { kind: 'answers', answers, repeats };
}

/**
 * Tally gives a question with boxes to tick as a list, and then each box once more as true or false, under the
 * question's key and the box's ID.
 */
function isTickOfAnother({ key, value }: Entry, keys: ReadonlySet<string>): boolean {
	if (typeof key !== 'string' || typeof value !== 'boolean') return false;
	const end = key.lastIndexOf('_');
	return end > 0 && keys.has(key.slice(0, end));
}

function questionOf(entry: Entry): string | undefined {
	const key = QUESTION_KEYS.find((candidate) => isFilledText(entry[candidate]));
	return key === undefined ? undefined : String(entry[key]);
}

function answerKey(entry: Entry): string | undefined {
	return ANSWER_KEYS.find((candidate) => Object.hasOwn(entry, candidate));
}

function plainAnswer(entry: Entry): Answer {
	const key = answerKey(entry);
	return {
		name: questionOf(entry) ?? '',
		value: chosenTexts(key === undefined ? undefined : entry[key], entry.options),
	};
}

/** The texts of chosen options, where a form gives their IDs and a table of the options beside them. */
function chosenTexts(value: unknown, options: unknown): unknown {
	if (!Array.isArray(options) || !Array.isArray(value)) return value;
	const texts = new Map<unknown, unknown>();
	for (const option of options) {
		if (isPlainRecord(option)) texts.set(option.id, option.text ?? option.label ?? option.name);
	}
	return value.map((id) => texts.get(id) ?? id);
}

/** Typeform: `{ type: 'email', email: 'a@example.com', field: { id, ref, type } }`. */
function isTypedAnswer({ type, field }: Entry): boolean {
	return typeof type === 'string' && isPlainRecord(field) && typeof field.id === 'string';
}

function typedAnswer(entry: Entry, titles: ReadonlyMap<string, string>): Answer {
	const { type } = entry;
	const field = isPlainRecord(entry.field) ? entry.field : {};
	const value = typeof type === 'string' ? entry[type] : undefined;
	const id = String(field.id);
	return {
		name: titles.get(id) ?? (isFilledText(field.title) ? field.title : String(field.ref ?? id)),
		value: isPlainRecord(value) ? choiceOf(value) : value,
	};
}

function choiceOf(choice: Record<string, unknown>): unknown {
	const { label, labels, other } = choice;
	if (Array.isArray(labels)) return isFilledText(other) ? [...labels, other] : labels;
	return label ?? other ?? choice;
}

/** `{ label: 'Skin care', value: 'skin_care' }`: options that were chosen, of which people know the label. */
function readChoices(entries: readonly Entry[]): string[] | undefined {
	const labels: string[] = [];
	for (const { label, value } of entries) {
		if (!isFilledText(label) || typeof value !== 'string') return undefined;
		if (comparable(label) !== comparable(value)) return undefined;
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

/** JotForm's API gives answers as an object: `{ "3": { name, order, text: 'Full Name', answer } }`. */
export function answersInObject(record: Record<string, unknown>): Answer[] | undefined {
	const entries = Object.values(record);
	const areAnswers =
		entries.length > 0 &&
		entries.every(
			(entry) => isPlainRecord(entry) && isFilledText(entry.text) && isFilledText(entry.type),
		);
	if (!areAnswers) return undefined;
	return entries.flatMap((entry): Answer[] => {
		if (!isPlainRecord(entry) || !Object.hasOwn(entry, 'answer')) return [];
		return [{ name: String(entry.text), value: entry.prettyFormat ?? entry.answer }];
	});
}

/**
 * A field of a form that came with all that the form knows of it, as Elementor's do: `{ id, type, title, value }`.
 * @returns undefined if the object is a record with fields of its own
 */
export function answerInRecord(key: string, record: Record<string, unknown>): Answer | undefined {
	if (!Object.hasOwn(record, 'value') || !isFilledText(record.type)) return undefined;
	const name = record.title ?? record.label;
	if (typeof name !== 'string') return undefined;
	return { name: isFilledText(name) ? name : key, value: record.value };
}
