import { kindOf } from './kinds';

/** A field that a user named: an item's own field of that name, or else the value at that path. */
export interface FieldName {
	/** As the user wrote it: a field can be called `No.` or `tags[0]`, and can end in a space. */
	written: string;
	/** The name as an attribute would have it: the path's keys joined by dots. */
	name: string;
	path: readonly string[];
}

const KINDS = { value: '', list: 'a list', record: 'an object', instance: 'an object' } as const;

/** `['City, State']` or `["City, State"]` or `[0]`, as n8n writes keys that are not plain words. */
const BRACKET = /^\[\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\d+))\s*\]/;
const QUOTED = /^(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")(?=\s*(?:[,\n]|$))/;
const PLAIN = /^(?:(?!\[\s*(?:['"]|\d+\s*\]))[^,\n])+/;

/**
 * Reads a list of fields as people write it or drag it in: separated by commas or lines, with quotes or
 * brackets around names that hold a comma; a list that an expression gave, or the text of one in JSON.
 * @example readFieldNames("Name, ['City, State'], address['zip code']")
 * @example readFieldNames('["id", "email"]') // id and email
 */
export function readFieldNames(value: unknown): FieldName[] {
	const list = Array.isArray(value) ? value : listInText(value);
	if (list !== undefined) return list.map(fromListEntry);
	const fields: FieldName[] = [];
	let rest = typeof value === 'string' ? value : '';
	while (rest !== '') {
		rest = rest.replace(/^[\s,]+/, '');
		const { path, length } = readReference(rest);
		const written = rest.slice(0, length).trim();
		if (path.length > 0) fields.push({ written, name: path.join('.'), path });
		rest = rest.slice(Math.max(length, 1));
	}
	return fields;
}

/** Reads one field, as it is dragged into a parameter that takes one. Nothing: undefined. */
export function readFieldName(value: unknown): FieldName | undefined {
	return typeof value === 'string' && value.trim() !== '' ? fromListEntry(value) : undefined;
}

/** `["id", "email"]` is a list in JSON; `["City, State"]` is one too, and n8n's way to write one key: the same. */
function listInText(value: unknown): unknown[] | undefined {
	if (typeof value !== 'string' || !/^\s*\[\s*"/.test(value)) return undefined;
	try {
		const list: unknown = JSON.parse(value);
		return Array.isArray(list) ? list : undefined;
	} catch {
		return undefined;
	}
}

/** What is no text names no field, and is reported as one that no item has. */
function fromListEntry(entry: unknown): FieldName {
	if (typeof entry !== 'string') {
		const name = kindOf(entry) === 'value' ? String(entry) : KINDS[kindOf(entry)];
		return { written: name, name, path: [name] };
	}
	const text = entry.trim();
	const { path, length } = readReference(text);
	if (length === text.length && path.length > 0)
		return { written: entry, name: path.join('.'), path };
	return { written: entry, name: text, path: text.split('.') };
}

function readReference(text: string): { path: string[]; length: number } {
	const quoted = QUOTED.exec(text);
	if (quoted) return { path: [unescape(quoted[1] ?? quoted[2] ?? '')], length: quoted[0].length };
	const path: string[] = [];
	let length = 0;
	for (;;) {
		const rest = text.slice(length);
		const bracket = BRACKET.exec(rest);
		const plain = bracket ? null : PLAIN.exec(rest);
		const read = bracket ?? plain;
		if (!read) return { path, length };
		if (bracket) path.push(unescape(bracket[1] ?? bracket[2] ?? bracket[3] ?? ''));
		else path.push(...plainKeys(read[0], path.length === 0));
		length += read[0].length;
	}
}

/** `address.city` before a bracket, `.city` behind one. */
function plainKeys(text: string, isFirst: boolean): string[] {
	const keys = text.trim().split('.');
	if (!isFirst && keys[0] === '') keys.shift();
	if (keys.at(-1) === '') keys.pop();
	return keys;
}

function unescape(text: string): string {
	return text.replace(/\\(.)/g, '$1');
}
