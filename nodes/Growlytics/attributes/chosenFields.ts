import type { FieldReference } from './fieldList';
import { isRecord } from './record';

export interface FieldChoice {
	include: 'all' | 'selected' | 'except';
	/** What is included or excluded. */
	fields: readonly FieldReference[];
}

type Field = [name: string, value: unknown];
type Path = readonly string[];

/** The fields of an item that are to be sent, each under its name or, if it was selected inside another, its path. */
export function chosenFields(
	item: Record<string, unknown>,
	{ include, fields }: FieldChoice,
): Field[] {
	if (include === 'all') return Object.entries(item);
	if (include === 'except')
		return without(
			item,
			fields.map((field) => pathIn(item, field)),
		);
	const chosen = new Map<string, unknown>();
	for (const field of fields) {
		const path = pathIn(item, field);
		const place = valueAt(item, path);
		if (place) chosen.set(path.join('.'), place.value);
	}
	return [...chosen];
}

/** @returns the value that a reference means in an item, or undefined if the item has no such field */
export function locate(
	item: Record<string, unknown>,
	field: FieldReference,
): { value: unknown } | undefined {
	return valueAt(item, pathIn(item, field));
}

function valueAt(item: Record<string, unknown>, path: Path): { value: unknown } | undefined {
	let value: unknown = item;
	for (const key of path) {
		const isInside = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
		if (!isInside) return undefined;
		value = Reflect.get(Object(value), key);
	}
	return { value };
}

/** The item's own field of that very name, or else what is at the path. */
function pathIn(item: Record<string, unknown>, { written, name, path }: FieldReference): Path {
	if (Object.hasOwn(item, written)) return [written];
	return Object.hasOwn(item, name) ? [name] : path;
}

/** All that is in a value but what is at the paths; parts are copied on the way, so that the item stays as it is. */
function without(value: object, paths: readonly Path[]): Field[] {
	return Object.entries(value).flatMap(([key, inner]): Field[] => {
		const further = paths.filter(([first]) => first === key).map((path) => path.slice(1));
		if (further.some((path) => path.length === 0)) return [];
		return [[key, further.length === 0 ? inner : withoutInside(inner, further)]];
	});
}

function withoutInside(value: unknown, paths: readonly Path[]): unknown {
	if (Array.isArray(value)) return without(value, paths).map(([, element]) => element);
	return isRecord(value) ? Object.fromEntries(without(value, paths)) : value;
}
