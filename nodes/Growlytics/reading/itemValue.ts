import { isSafeObjectProperty } from 'n8n-workflow';

const NAME = String.raw`[A-Za-z_]\w*`;
const QUOTED = String.raw`'[^'\\{}\r\n\u2028\u2029]+'|"[^"\\{}\r\n\u2028\u2029]+"`;
const STEP = String.raw`(?:\?\.|\.)${NAME}|(?:\?\.)?\[(?:${QUOTED})\]`;
const METHOD = String.raw`\.(?:toLowerCase|toUpperCase|trim|toString)\(\)`;
const PATH = String.raw`\$json(?:${STEP})+?(?:${METHOD})*`;
const ENTRY = String.raw`(?:${NAME}|${QUOTED})\s*:\s*(?:${PATH}|${QUOTED})`;

const ONE_PATH = new RegExp(String.raw`^=\{\{\s*(?<path>${PATH})\s*\}\}$`);
const OBJECT = new RegExp(
	String.raw`^=\{\{\s*\{\s*(?<entries>${ENTRY}(?:\s*,\s*${ENTRY})*)\s*,?\s*\}\s+\}\}$`,
);
const EACH_ENTRY = new RegExp(
	String.raw`(?<key>${NAME}|${QUOTED})\s*:\s*(?:(?<path>${PATH}(?=\s*(?:,|$)))|(?<text>${QUOTED}))`,
	'g',
);
const STEPS_AND_METHODS = new RegExp(
	String.raw`^\$json(?<steps>(?:${STEP})+?)(?<methods>(?:${METHOD})*)$`,
);
const EACH_STEP = new RegExp(STEP, 'g');

type Leaf = string | number | boolean | null;
type FromItem<Value> = (json: unknown) => Value | undefined;

const textMethods: ReadonlyMap<string, (text: string) => string> = new Map([
	['toLowerCase', (text: string) => text.toLowerCase()],
	['toUpperCase', (text: string) => text.toUpperCase()],
	['trim', (text: string) => text.trim()],
]);

/**
 * Reads what an expression says from the item itself: a path such as `{{ $json.body['first name'] }}`, which is what n8n
 * writes when a field is dragged into a parameter, with methods of text behind it; or an object of such paths and texts.
 *
 * @param raw the expression as it is saved
 * @returns undefined for any other expression; else a function that gives the value, or undefined for what n8n has to
 * see itself: a missing field, a date, a list, an object in the item, NaN
 */
export function itemValue(raw: string): FromItem<Leaf | Record<string, Leaf>> | undefined {
	const path = ONE_PATH.exec(raw)?.groups?.path;
	if (path !== undefined) return readPath(path);
	const entries = OBJECT.exec(raw)?.groups?.entries;
	return entries === undefined ? undefined : readObject(entries);
}

function readObject(entries: string): FromItem<Record<string, Leaf>> | undefined {
	const readers: Array<readonly [string, FromItem<Leaf>]> = [];
	for (const { groups: { key = '', path, text = '' } = {} } of entries.matchAll(EACH_ENTRY)) {
		const value = unquoted(text);
		const read = path === undefined ? () => value : readPath(path);
		const name = unquoted(key);
		if (read === undefined || !isOrdinary(name)) return undefined;
		readers.push([name, read]);
	}
	return (json) => {
		const values: Record<string, Leaf> = {};
		for (const [name, read] of readers) {
			const value = read(json);
			if (value === undefined) return undefined;
			values[name] = value;
		}
		return values;
	};
}

function readPath(path: string): FromItem<Leaf> | undefined {
	const { steps = '', methods = '' } = STEPS_AND_METHODS.exec(path)?.groups ?? {};
	const names = [...steps.matchAll(EACH_STEP)].map(([step]) =>
		unquoted(step.replace(/^(?:\?\.|\.)?\[?/, '').replace(/\]$/, '')),
	);
	if (!names.every(isOrdinary)) return undefined;
	const called = methods.match(/\w+/g) ?? [];
	return (json) => {
		let value: unknown = json;
		for (const name of names) {
			if (!isPlainObject(value) || !Object.hasOwn(value, name)) return undefined;
			value = value[name];
		}
		return called.reduce(call, leaf(value));
	};
}

function unquoted(text: string): string {
	return /^['"]/.test(text) ? text.slice(1, -1) : text;
}

/** Whether n8n's expressions do not treat the name specially. */
function isOrdinary(name: string): boolean {
	return !(name in Object.prototype) && !name.includes('constructor') && isSafeObjectProperty(name);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
	if (typeof value !== 'object' || value === null) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}

function leaf(value: unknown): Leaf | undefined {
	if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function call(value: Leaf | undefined, method: string): Leaf | undefined {
	if (value === undefined || value === null) return undefined;
	if (method === 'toString') return String(value);
	return typeof value === 'string' ? textMethods.get(method)?.(value) : undefined;
}
