import type { Entry } from './entries';
import { isFilledText } from './entries';
import { isPlainRecord } from './kinds';

/** An answer of a form, a survey or a record's custom fields. */
export interface Answer {
	/** The question, or what else it is called. */
	name: string;
	value: unknown;
}

/** The answers of a list; `repeats` of its entries say once more what another says. */
export interface Answers {
	kind: 'answers';
	answers: Answer[];
	repeats: number;
}

/** Where the name and the value of an answer stand, the plainest first. */
const QUESTION_KEYS = ['question', 'label', 'title', 'text', 'name', 'key', 'attribute_code'];
const ANSWER_KEYS = ['answer', 'value', 'values', 'response'];

/** Reads a list of answers, each of which is a field of its own. */
export function readAnswers(
	entries: readonly Entry[],
	titles: ReadonlyMap<string, string>,
): Answers {
	const keys = new Set(entries.map(({ key }) => key));
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
function isTickOfAnother({ key, value }: Entry, keys: ReadonlySet<unknown>): boolean {
	if (typeof key !== 'string' || typeof value !== 'boolean') return false;
	const end = key.lastIndexOf('_');
	return end > 0 && keys.has(key.slice(0, end));
}

/** What an entry asks, or is called. */
export function questionOf(entry: Entry): string | undefined {
	const key = QUESTION_KEYS.find((candidate) => isFilledText(entry[candidate]));
	return key === undefined ? undefined : String(entry[key]);
}

/** The key under which an entry has its answer. */
export function answerKey(entry: Entry): string | undefined {
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
export function isTypedAnswer({ type, field }: Entry): boolean {
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

/** JotForm's API gives answers as an object: `{ "3": { name, order, text: 'Full Name', answer } }`. */
export function answersInObject(record: Record<string, unknown>): Answer[] | undefined {
	const entries = Object.values(record);
	const areAnswers = entries.every(
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
