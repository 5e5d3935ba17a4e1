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
		const title = /<title[^>]*>([^<]*)/i.exec(body.slice(0, MAX_READ_CHARACTERS))?.[1];
		return title === undefined ? '' : sanitize(title, secret);
	}
	const text = textSchema.safeParse(body);
	return text.success ? sanitize(text.data, secret) : '';
}

/** Makes a server's text safe to show: without the secret, HTML escaped, white space folded, at most 300 characters. */
export function sanitize(text: string, secret: string): string {
	const read = text.slice(0, MAX_READ_CHARACTERS);
	const redacted = secret === '' ? read : read.replaceAll(secret, '[API key]');
	const folded = redacted.replace(/\s+/g, ' ').trim();
	const short = folded.length > MAX_CHARACTERS ? `${folded.slice(0, MAX_CHARACTERS - 1)}…` : folded;
	return escapeHtml(short);
}
