/** A record of a list. */
export type Entry = Record<string, unknown>;

/** One spelling for names that differ in capitals and signs alone. */
export function lettersOf(name: string): string {
	return name.replace(/[^\p{L}\p{M}\p{N}]/gu, '').toLowerCase();
}

/** @returns whether a value is text that says something */
export function isFilledText(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}
