/**
 * Every text that can be reached from a value: keys and values, through lists, maps, errors with their
 * causes, buffers, and properties that are hidden from JSON.
 */
export function textsIn(root: unknown): string[] {
	const texts: string[] = [];
	const seen = new Set<object>();
	const open: unknown[] = [root];
	while (open.length > 0) {
		const value = open.pop();
		if (typeof value === 'string') texts.push(value);
		if (typeof value !== 'object' || value === null || seen.has(value)) continue;
		seen.add(value);
		if (value instanceof Uint8Array) {
			texts.push(Buffer.from(value).toString());
			continue;
		}
		if (value instanceof Map) open.push(...value.keys());
		if (value instanceof Map || value instanceof Set) open.push(...value.values());
		for (const key of Reflect.ownKeys(value)) {
			texts.push(String(key));
			open.push(Reflect.get(value, key));
		}
	}
	return texts;
}
