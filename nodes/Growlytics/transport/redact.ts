import { secretForms } from './secretForms';

/** Deeper than any answer is, and far less than what a recursion, n8n's own among them, can follow. */
const MAX_DEPTH = 20;

/** A copy of an answer without the secret, in whatever text of it; what lies deeper than 20 levels is left out. */
export function redactRecord(
	record: Readonly<Record<string, unknown>>,
	secret: string,
	depth = MAX_DEPTH,
): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(record).map(([key, value]) => [
			redact(key, secret),
			redactValue(value, secret, depth - 1),
		]),
	);
}

function redactValue(value: unknown, secret: string, depth: number): unknown {
	if (typeof value === 'string') return redact(value, secret);
	if (typeof value !== 'object' || value === null) return value;
	if (depth === 0) return '…';
	if (Array.isArray(value)) return value.map((entry) => redactValue(entry, secret, depth - 1));
	return redactRecord({ ...value }, secret, depth);
}

/** A run has one secret. */
let last: { secret: string; forms: RegExp } | undefined;

/**
 * Text without the secret, however the server wrote it. To be called before text is cut, or a part of the secret could
 * be left.
 */
export function redact(text: string, secret: string): string {
	if (secret === '') return text;
	if (last?.secret !== secret) last = { secret, forms: secretForms(secret) };
	return text.replaceAll(last.forms, '[API key]');
}
