import type { GenericValue } from 'n8n-workflow';

/** Deeper than any call is meant to be, and far less than what a recursion, n8n's own among them, can follow. */
const MAX_DEPTH = 100;

/** @returns whether lists and objects lie in one another deeper than 100 levels */
export function isTooDeep(value: unknown, levels = MAX_DEPTH): boolean {
	if (typeof value !== 'object' || value === null) return false;
	if (levels === 0) return true;
	return Object.values(value).some((inner) => isTooDeep(inner, levels - 1));
}

/**
 * A copy that holds what JSON can hold. Fields named `__proto__` are left out: to code further on that copies fields one
 * by one, they would be an object's prototype.
 * @param value of no more than 100 levels
 */
export function plainData(value: unknown): GenericValue {
	if (Array.isArray(value)) return value.map(plainData);
	if (typeof value === 'object' && value !== null) return plainFields(value);
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
		return value;
	}
	return null;
}

/** The same of an object, by its fields. */
export function plainFields(fields: object): Record<string, GenericValue> {
	return Object.fromEntries(
		Object.entries(fields)
			.filter(([name]) => name !== '__proto__')
			.map(([name, value]) => [name, plainData(value)]),
	);
}
