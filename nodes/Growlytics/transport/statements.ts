/** A part of an answer that says something, and what it says it about. */
export interface Statement {
	text: string;
	/** A path, in parts or as it is written, or a name; undefined where there is none. */
	place: Place | undefined;
}
export type Place = string | ReadonlyArray<string | number>;

/** Where single things are said one by one, in the order of how well they say it. */
const INNER_KEYS = ['details', 'errors', 'detail', 'message', 'error'];
/** Where texts are, the one that says the most first. */
const TEXT_KEYS = [
	'message',
	'msg',
	'detail',
	'details',
	'errors',
	'reason',
	'error',
	'error_description',
	'description',
	'title',
];
const PLACE_KEYS = ['path', 'loc', 'param', 'field', 'instancePath', 'property', 'attribute'];
/** Those in which a text can stand under the name of what it is about. */
const BY_NAME = ['details', 'errors'];

const MAX_DEPTH = 8;
/** More than anybody reads. */
const MAX_STATEMENTS = 100;

/**
 * What a body says, in whatever shape: Growlytics documents one of a refusal, a Joi validation error
 * (`{ details: [{ message, path }] }`, on its page on syncing products). The other shapes are those of what APIs are
 * commonly built with.
 * @returns what it says one by one if it does so anywhere, else its one text; none if it says nothing
 */
export function readStatements(body: unknown): Statement[] {
	return statementsIn(body, undefined, MAX_DEPTH);
}

function statementsIn(value: unknown, place: Place | undefined, depth: number): Statement[] {
	if (typeof value === 'string') return value.trim() === '' ? [] : [{ text: value, place }];
	if (typeof value !== 'object' || value === null || depth === 0) return [];
	if (Array.isArray(value)) {
		return collect(value, (entry) => statementsIn(entry, place, depth - 1));
	}
	const parts = new Map(Object.entries(value));
	const own = placeIn(parts) ?? place;
	for (const key of INNER_KEYS) {
		const inner = parts.get(key);
		if (typeof inner !== 'object') continue;
		const found = statementsIn(inner, own, depth - 1);
		if (found.length > 0) return found;
		if (!BY_NAME.includes(key) || Array.isArray(inner)) continue;
		const byName = collect(Object.entries(inner ?? {}), ([name, said]) =>
			statementsIn(said, name, depth - 1),
		);
		if (byName.length > 0) return byName;
	}
	for (const key of TEXT_KEYS) {
		const found = parts.get(key);
		if (typeof found === 'string' && found.trim() !== '') return [{ text: found, place: own }];
	}
	return [];
}

function collect<Entry>(
	entries: readonly Entry[],
	read: (entry: Entry) => Statement[],
): Statement[] {
	const found: Statement[] = [];
	for (const entry of entries) {
		found.push(...read(entry));
		if (found.length >= MAX_STATEMENTS) return found.slice(0, MAX_STATEMENTS);
	}
	return found;
}

/** @returns undefined for what is no path, so that one odd path costs no other statement */
function placeIn(parts: ReadonlyMap<string, unknown>): Place | undefined {
	for (const key of PLACE_KEYS) {
		const place = parts.get(key);
		if (typeof place === 'string' && place !== '') return place;
		if (Array.isArray(place) && place.every(isPart)) return place;
	}
	return undefined;
}

function isPart(part: unknown): part is string | number {
	return typeof part === 'string' || typeof part === 'number';
}
