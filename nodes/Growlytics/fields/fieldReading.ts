import type { Change, ChangeKind } from './change';
import {
	holdsNothing,
	isPlainRecord,
	kindOf,
	nameOfInstance,
	valueOfInstance,
	wrappedValue,
} from './kinds';
import type { Answer } from './answers';
import { answerInRecord, answersInObject } from './answers';
import { readList } from './lists';
import { machinery } from './machinery';
import { valueOfParts } from './parts';
import { valueAt } from './paths';
import type { Unwrapped } from './wrappers';
import { isSecretHeader } from './wrappers';

/** What to do with an object or a list where Growlytics takes one value only. */
export type Nesting = 'error' | 'flatten' | 'json' | 'readable' | 'skip';

/** One value of an item, under the name that it gets as an attribute. */
export interface Leaf {
	name: string;
	/** Text, number, true or false, a date, or nothing. */
	value: unknown;
	/** Where it stands in the item, keys joined by dots: `properties.email`. */
	path: string;
	/** Text by the way it was made, whatever it looks like: of a list, or JSON. */
	isText?: true;
	/** Whether the user selected it by name. */
	isSelected?: true;
}

/** Every level adds a character and a dot to a name that can have 49. */
const MAX_DEPTH = 49;
/** A name that is longer than this is never sent; without a bound, one key of megabytes under thousands fills the memory. */
const MAX_NAME_LENGTH = 1_000;
/** Far more than can be sent. Objects that share their parts can have more leaves than there is memory. */
const MAX_LEAVES = 20_000;

/** What has been read of one item. */
export class FieldReading {
	readonly leaves: Leaf[] = [];
	readonly changes: Change[] = [];
	/** The objects that hold the one that is being read. */
	private readonly holders = new Set<unknown>();
	private isSelected = false;

	constructor(private readonly nesting: Nesting) {}

	change(kind: ChangeKind, name: string, detail?: string): void {
		const last = this.changes.at(-1);
		if (last?.kind === 'tooMany' && kind === 'tooMany') return;
		this.changes.push({
			kind,
			name: name.slice(0, MAX_NAME_LENGTH),
			...(detail === undefined ? {} : { detail }),
			...(this.isSelected ? { isSelected: true } : {}),
		});
	}

	envelope({ path, envelope }: Unwrapped): void {
		if (path.length > 0) this.change('unwrapped', path.join('.'));
		for (const name of envelope) this.change('envelope', name);
	}

	/** What another reading found, as far as it is wanted. */
	take(other: FieldReading, isWanted: (leaf: Leaf) => boolean, isSelected: boolean): void {
		for (const leaf of other.leaves) {
			if (isWanted(leaf)) this.leaves.push(isSelected ? { ...leaf, isSelected } : leaf);
		}
		this.changes.push(...other.changes);
	}

	/** A field that the user selected by name, machinery or not. */
	selected(name: string, item: Record<string, unknown>, path: readonly string[]): void {
		this.isSelected = true;
		if (path[0] === 'headers' && isSecretHeader(path.at(-1) ?? '')) this.change('secret', name);
		else this.value(name, valueAt(item, path), path.join('.'), path.length - 1);
		this.isSelected = false;
	}

	/** The answers of a form, and what it was opened with: their own names are the names of its fields. */
	form(record: Record<string, unknown>, keep: ReadonlySet<string>): void {
		const titles = titlesOf(record.definition);
		for (const [key, value] of Object.entries(record)) {
			if (!keep.has(key) || key === 'definition') continue;
			if (key === 'hidden' && isPlainRecord(value)) this.record(value, '', key, 1);
			else if (Array.isArray(value)) this.list(key, value, key, 1, titles);
			else this.value(key, value, key, 1);
		}
	}

	record(record: Record<string, unknown>, name: string, path: string, depth: number): void {
		if (this.holders.has(record)) return this.change('endless', name);
		if (depth >= MAX_DEPTH || name.length > MAX_NAME_LENGTH) return this.change('deep', name);
		this.holders.add(record);
		for (const key of Object.keys(record)) {
			const inner = name === '' ? key : `${name}.${key}`;
			const because = machinery(key, record);
			if (because !== undefined) {
				this.change('machinery', inner, because);
				continue;
			}
			if (key === 'headers' && isHeaders(record.headers)) {
				this.change('envelope', inner);
				continue;
			}
			try {
				this.entry(key, inner, record[key], path === '' ? key : `${path}.${key}`, depth + 1);
			} catch {
				this.change('unreadable', inner);
			}
		}
		this.holders.delete(record);
	}

	private entry(key: string, name: string, value: unknown, path: string, depth: number): void {
		const isAsked = this.nesting === 'readable' && isPlainRecord(value);
		const answer = isAsked ? answerInRecord(key, value) : undefined;
		if (answer === undefined) this.value(name, value, path, depth);
		else this.value(answer.name, answer.value, path, depth);
	}

	value(name: string, value: unknown, path: string, depth: number): void {
		if (this.leaves.length >= MAX_LEAVES) return this.change('tooMany', '');
		const kind = kindOf(value);
		if (kind === 'value') return this.leaf(name, value, path);
		if (kind === 'instance') {
			const simple = valueOfInstance(value);
			if (simple === undefined) this.change('instance', name, nameOfInstance(value));
			else this.leaf(name, simple.value, path);
			return;
		}
		if (holdsNothing(value)) return this.leaf(name, null, path);
		if (Array.isArray(value)) return this.list(name, value, path, depth);
		if (!isPlainRecord(value)) return;
		const wrapped = wrappedValue(value);
		if (wrapped !== undefined) return this.value(name, wrapped.value, path, depth);
		if (this.asWhole(name, value, path, 'an object')) return;
		if (this.nesting !== 'readable') return this.record(value, name, path, depth);
		const whole = valueOfParts(value);
		if (whole !== undefined) return this.leaf(name, whole, path);
		const answers = answersInObject(value);
		if (answers === undefined) this.record(value, name, path, depth);
		else this.answers(name, answers, path, depth);
	}

	private list(
		name: string,
		list: readonly unknown[],
		path: string,
		depth: number,
		titles?: ReadonlyMap<string, string>,
	): void {
		const meaning = readList(name, list, titles);
		// An address or a number is one value, and never JSON: campaigns go to it.
		const isContact = meaning.kind === 'contact' && this.nesting === 'flatten';
		if (!isContact && meaning.kind !== 'nothing') {
			if (this.asWhole(name, list, path, `a list of ${list.length}`)) return;
			if (this.nesting === 'flatten') return this.json(name, list, path);
		}
		if (this.holders.has(list)) return this.change('endless', name);
		this.holders.add(list);
		switch (meaning.kind) {
			case 'nothing':
				this.leaf(name, null, path);
				break;
			case 'text':
				this.leaf(name, meaning.text, path, true);
				break;
			case 'contact':
				this.leaf(name, meaning.value, path);
				if (meaning.others > 0) this.change('firstOfSeveral', name, String(meaning.others));
				break;
			case 'answers':
				this.answers(name, meaning.answers, path, depth);
				if (meaning.repeats > 0) this.change('repeats', name, String(meaning.repeats));
				break;
			case 'records':
				this.change('records', name);
		}
		this.holders.delete(list);
	}

	private answers(name: string, answers: readonly Answer[], path: string, depth: number): void {
		if (depth >= MAX_DEPTH) return this.change('deep', name);
		this.change('answers', name);
		for (const answer of answers) this.value(answer.name, answer.value, path, depth + 1);
	}

	/** @returns whether the user wants nested values as one piece, or not at all, which is done then */
	private asWhole(name: string, value: object, path: string, what: string): boolean {
		if (this.nesting === 'json') this.json(name, value, path);
		else if (this.nesting === 'skip') this.change('skipped', name);
		else if (this.nesting === 'error') this.change('refused', name, what);
		else return false;
		return true;
	}

	private json(name: string, value: object, path: string): void {
		try {
			this.leaf(name, JSON.stringify(value), path, true);
		} catch {
			this.change('unwritable', name);
		}
	}

	private leaf(name: string, value: unknown, path: string, isText = false): void {
		this.leaves.push({
			name,
			value: typeof value === 'bigint' ? String(value) : value,
			path,
			...(isText ? { isText } : {}),
			...(this.isSelected ? { isSelected: true } : {}),
		});
	}
}

/** The headers of a request, wherever they stand. */
function isHeaders(value: unknown): boolean {
	if (!isPlainRecord(value)) return false;
	const names = Object.keys(value).map((name) => name.toLowerCase());
	return names.some((name) =>
		['user-agent', 'host', 'cookie', 'authorization', 'content-type'].includes(name),
	);
}

/** Typeform gives the questions apart from the answers. */
function titlesOf(definition: unknown): Map<string, string> {
	const titles = new Map<string, string>();
	const fields = isPlainRecord(definition) ? definition.fields : undefined;
	if (!Array.isArray(fields)) return titles;
	for (const field of fields) {
		if (isPlainRecord(field) && typeof field.title === 'string') {
			titles.set(String(field.id), field.title);
		}
	}
	return titles;
}
