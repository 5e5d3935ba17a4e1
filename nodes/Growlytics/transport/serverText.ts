import { z } from 'zod';

import { escapeHtml } from '../result/html';

const MAX_CHARACTERS = 300;
/** Far more than is ever shown, so that a body of megabytes costs nothing. */
const MAX_READ_CHARACTERS = 10_000;

const messageSchema = z.object({ message: z.string() }).transform(({ message }) => message);
const entrySchema = z.union([z.string(), messageSchema]);
const textSchema = z.union([
	entrySchema,
	z.object({ error: entrySchema }).transform(({ error }) => error),
	z
		.object({ errors: z.array(entrySchema).nonempty() })
		.transform(({ errors }) => errors.join('; ')),
]);

/** @returns whether a body is a web page rather than an API's answer */
export function isPage(body: unknown): body is string {
	return typeof body === 'string' && /^\s*<(?:!doctype|html|head|body)\b/i.test(body);
}

/**
 * The best text in a body whose shape nobody documented: a string, `{message}`, `{error}`,
 * `{error: {message}}`, `{errors: [...]}`, or a web page's title; '' if there is none.
 * @returns text that is safe to show: without the secret, HTML escaped, at most 300 characters
 */
export function readServerText(body: unknown, secret: string): string {
	if (isPage(body)) {
		const start = redact(body, secret).slice(0, MAX_READ_CHARACTERS);
		return sanitize(/<title[^>]*>([^<]*)/i.exec(start)?.[1] ?? '', secret);
	}
	const text = textSchema.safeParse(body);
	return text.success ? sanitize(text.data, secret) : '';
}

/** Makes a server's text safe to show: without the secret, HTML escaped, white space folded, at most 300 characters. */
export function sanitize(text: string, secret: string): string {
	const read = redact(text, secret).slice(0, MAX_READ_CHARACTERS);
	const folded = read.replace(/\s+/g, ' ').trim();
	const short = folded.length > MAX_CHARACTERS ? `${folded.slice(0, MAX_CHARACTERS - 1)}…` : folded;
	return escapeHtml(short);
}

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

/** To be called before text is cut, or a part of the secret could be left. */
function redact(text: string, secret: string): string {
	return secret === '' ? text : text.replaceAll(secret, '[API key]');
}
