import { DateTime } from 'luxon';

/** What a value of an item is, before anybody asks what it means. */
export type Kind =
	/** One value: text, number, true or false, a date, or nothing at all. */
	| 'value'
	| 'list'
	/** A plain object, whose keys are names. */
	| 'record'
	/** An instance of a class: its inside is that class's business, so it is not taken apart. */
	| 'instance';

/** The keys under which MongoDB's Extended JSON wraps one value, e.g. `{ "$oid": "64b…" }`. */
const EXTENDED_JSON = new Set([
	'$oid',
	'$date',
	'$numberInt',
	'$numberLong',
	'$numberDouble',
	'$numberDecimal',
]);

/** What HubSpot's older API puts beside the `value` of a property. */
const BESIDE_PROPERTY_VALUE = new Set([
	'versions',
	'timestamp',
	'source',
	'sourceId',
	'sourceLabel',
	'sourceType',
	'sourceVid',
	'updatedByUserId',
	'requestId',
	'persistenceTimestamp',
	'useTimestampAsPersistenceTimestamp',
	'isLargeValue',
]);

/** @returns what a value is; never throws */
export function kindOf(value: unknown): Kind {
	if (typeof value === 'function' || typeof value === 'symbol') return 'instance';
	if (typeof value !== 'object' || value === null) return 'value';
	try {
		if (Array.isArray(value)) return 'list';
		if (value instanceof Date || isDateTime(value)) return 'value';
		const prototype: unknown = Object.getPrototypeOf(value);
		// The Object.prototype of another realm is one too: n8n evaluates expressions in an isolate.
		const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
		return isPlain ? 'record' : 'instance';
	} catch {
		return 'instance';
	}
}

/** Luxon's own check trusts a field, which an item's JSON can hold too; JSON holds no methods. */
function isDateTime(value: object): boolean {
	return DateTime.isDateTime(value) && typeof Reflect.get(value, 'setZone') === 'function';
}

/** @returns whether a value is a plain object */
export function isPlainRecord(value: unknown): value is Record<string, unknown> {
	return kindOf(value) === 'record';
}

/** @returns whether a value holds nothing: no value, empty text, or a list or an object without entries */
export function holdsNothing(value: unknown): boolean {
	if (value === undefined || value === null || value === '') return true;
	if (typeof value !== 'object') return false;
	const kind = kindOf(value);
	if (kind === 'list') return Array.isArray(value) && value.every(holdsNothingItself);
	return kind === 'record' && Object.keys(value).length === 0;
}

/** Without looking into lists again: a list inside itself has no end. */
function holdsNothingItself(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/**
 * The value that an object merely wraps: a property of HubSpot's older API, MongoDB's Extended JSON, an error
 * that Airtable shows instead of a formula's result (which is nothing).
 * @returns undefined if the object is one with fields of its own
 */
export function wrappedValue(record: Record<string, unknown>): { value: unknown } | undefined {
	const keys = Object.keys(record);
	const [first] = keys;
	if (first === undefined) return undefined;
	if (keys.length === 1 && EXTENDED_JSON.has(first)) return { value: record[first] };
	if (keys.length === 1 && (first === 'specialValue' || first === 'error')) {
		return typeof record[first] === 'string' ? { value: null } : undefined;
	}
	const isProperty =
		Object.hasOwn(record, 'value') &&
		keys.every((key) => key === 'value' || BESIDE_PROPERTY_VALUE.has(key));
	return isProperty && keys.length > 1 ? { value: record.value } : undefined;
}

/**
 * The text of an instance that stands for one: a URL, or JavaScript's wrappers of simple values.
 * @returns undefined for every other, e.g. a Map, an Error or Luxon's Duration
 */
export function valueOfInstance(value: unknown): { value: unknown } | undefined {
	try {
		if (value instanceof URL) return { value: value.href };
		if (value instanceof String || value instanceof Number || value instanceof Boolean) {
			return { value: value.valueOf() };
		}
	} catch {
		return undefined;
	}
	return undefined;
}

/** What an instance is called in a message, e.g. `Map`; never throws. */
export function nameOfInstance(value: unknown): string {
	if (typeof value === 'function') return 'function';
	if (typeof value === 'symbol') return 'symbol';
	try {
		const name: unknown = Reflect.get(Object(Reflect.get(Object(value), 'constructor')), 'name');
		return typeof name === 'string' && /^\w{1,40}$/.test(name) ? name : 'object of a class';
	} catch {
		return 'object of a class';
	}
}
