import { isPlainRecord } from './kinds';

/** @returns what stands at a path of own keys, or undefined */
export function valueAt(value: unknown, path: readonly string[]): unknown {
	let inside = value;
	for (const key of path) {
		const isThere = typeof inside === 'object' && inside !== null && Object.hasOwn(inside, key);
		inside = isThere ? Reflect.get(Object(inside), key) : undefined;
	}
	return inside;
}

/** All that is in a record but what is at the paths; parts are copied on the way, so that the item stays as it is. */
export function without(
	record: Record<string, unknown>,
	paths: ReadonlyArray<readonly string[]>,
): Record<string, unknown> {
	if (paths.length === 0) return record;
	const left = withoutInside(record, paths);
	return isPlainRecord(left) ? left : record;
}

function withoutInside(value: unknown, paths: ReadonlyArray<readonly string[]>): unknown {
	if (typeof value !== 'object' || value === null) return value;
	const deeper = new Map<string, Array<readonly string[]>>();
	for (const [first = '', ...rest] of paths) {
		const known = deeper.get(first) ?? [];
		known.push(rest);
		deeper.set(first, known);
	}
	const kept: Array<[string, unknown]> = [];
	for (const [key, inner] of Object.entries(value)) {
		const further = deeper.get(key);
		if (further?.some(({ length }) => length === 0)) continue;
		kept.push([key, further === undefined ? inner : withoutInside(inner, further)]);
	}
	return Array.isArray(value) ? kept.map(([, element]) => element) : Object.fromEntries(kept);
}
