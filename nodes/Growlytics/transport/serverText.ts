import { escapeHtml } from '../result/html';
import { redact } from './redact';

const MAX_CHARACTERS = 300;
/** Far more than is ever shown, so that a body of megabytes costs nothing. */
const MAX_READ_CHARACTERS = 10_000;

/** @returns whether a body is a web page rather than an API's answer */
export function isPage(body: unknown): body is string {
	return typeof body === 'string' && /^\s*<(?:!doctype|html|head|body)\b/i.test(body);
}

/** The title of a web page, as it stands there; '' if it has none. */
export function pageTitle(page: string, secret: string): string {
	const start = redact(page, secret).slice(0, MAX_READ_CHARACTERS);
	return /<title[^>]*>([^<]*)/i.exec(start)?.[1] ?? '';
}

/** Makes a server's text safe to show: without the secret, HTML escaped, white space folded, at most 300 characters. */
export function sanitize(text: string, secret: string): string {
	const read = redact(text, secret).slice(0, MAX_READ_CHARACTERS);
	const folded = read.replace(/\s+/g, ' ').trim();
	const short = folded.length > MAX_CHARACTERS ? `${folded.slice(0, MAX_CHARACTERS - 1)}…` : folded;
	return escapeHtml(short);
}
