import { isRecord } from '../values/record';
import { isExpression } from './expression';

/** A parameter's value, or a part of it, for an item. */
export type ByItem = (itemIndex: number) => unknown;

/** `$parameter["&name"]` reads the field's neighbours, which a field that is read alone does not have. */
const NEIGHBOURS = /parameter/i;

const PLAIN_KEY = /^\w+$/;

/** @returns whether n8n can read each expression in it by its path, and it is then worth the same */
export function isReadableApart(raw: unknown): boolean {
	if (isExpression(raw)) return !NEIGHBOURS.test(raw);
	if (Array.isArray(raw)) return raw.every(isReadableApart);
	if (!isRecord(raw)) return true;
	return Object.entries(raw).every(([key, part]) => PLAIN_KEY.test(key) && isReadableApart(part));
}

/**
 * Reads a parameter that holds expressions somewhere inside.
 *
 * @param path of `raw`, as n8n's getNodeParameter takes it
 * @param readExpression reads an expression, given as it is saved and by its path
 */
export function byPart(
	raw: unknown,
	path: string,
	readExpression: (raw: string, path: string) => ByItem,
): ByItem {
	if (isExpression(raw)) return readExpression(raw, path);
	if (Array.isArray(raw)) {
		const parts = raw.map((part, index) => byPart(part, `${path}[${index}]`, readExpression));
		return (itemIndex) => parts.map((read) => read(itemIndex));
	}
	if (!isRecord(raw)) return () => raw;
	const entries = Object.entries(raw).map(
		([key, part]) => [key, byPart(part, `${path}.${key}`, readExpression)] as const,
	);
	return (itemIndex) => Object.fromEntries(entries.map(([key, read]) => [key, read(itemIndex)]));
}
