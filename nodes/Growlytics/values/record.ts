import { isDateObject } from './dateObjects';

/** @returns whether a value is an object with keys of its own: no list, no date, nothing that wraps a value */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return Object.prototype.toString.call(value) === '[object Object]' && !isDateObject(value);
}
