import type { Remark } from '../result/remark';
import { isPage, pageTitle, sanitize } from './serverText';
import type { Place, Statement } from './statements';
import { readStatements } from './statements';

/** An attribute as a server names it by its place: `attributes[3].value`, `attributes.3`, with or without quotes. */
const MENTION = /"?\battributes(?:\[(\d+)\]|\.(\d+)\b)(?:\.\w+|\[\w+\])*"?/g;

/** What was sent, as far as it is needed to understand what a server says of it. */
interface Sent {
	/** The names of the attributes, in their order. */
	attributeNames: readonly string[];
	/** The value of the attribute in that place, with its type. */
	showSent?: (place: number) => string;
	/** Redacted wherever the server repeats it. */
	apiKey: string;
}

/**
 * What a body says of each attribute, in the server's own words, with the attribute's name instead of its place in
 * the list, and with what was sent of it.
 * @returns at least one: the shortened body if nothing in it is known to be a text
 */
export function readServerRemarks(body: unknown, sent: Sent): [Remark, ...Remark[]] {
	const [first, ...others] = isPage(body) ? [] : readStatements(body);
	if (first === undefined) return [{ attribute: '', message: readServerText(body, sent.apiKey) }];
	const toRemark = (statement: Statement) => {
		const remark = remarkOf(statement, sent.attributeNames, sent.apiKey);
		return { ...remark, message: withSent(remark, sent) };
	};
	return [toRemark(first), ...others.map(toRemark)];
}

/** A user compares what was sent with what Growlytics has. */
function withSent({ attribute, isAboutId, message }: Remark, sent: Sent): string {
	const place = isAboutId === true ? -1 : sent.attributeNames.indexOf(attribute);
	if (place < 0 || sent.showSent === undefined) return message;
	return `${message.replace(/[.\s]+$/, '')} (sent: ${sanitize(sent.showSent(place), sent.apiKey)})`;
}

/**
 * The best text in a body: all that it says, a web page's title, or else the body itself; '' if there is none.
 * @returns text that is safe to show: without the secret, HTML escaped, at most 300 characters
 */
export function readServerText(body: unknown, secret: string): string {
	if (isPage(body)) return sanitize(pageTitle(body, secret), secret);
	const said = readStatements(body).map(({ text }) => text);
	return sanitize(said.length > 0 ? said.join('; ') : written(body), secret);
}

/** A body that says nothing we know; '' where there is nothing in it but `success`. */
function written(body: unknown): string {
	if (typeof body !== 'object' || body === null) return '';
	if (Object.keys(body).every((key) => key === 'success')) return '';
	try {
		return JSON.stringify(body);
	} catch {
		// Nested too deeply.
		return '';
	}
}

function remarkOf({ text, place }: Statement, names: readonly string[], secret: string): Remark {
	const mentioned = new Set<string>();
	const message = sanitize(text, secret).replaceAll(MENTION, (mention, inBrackets, afterDot) => {
		const name = names[Number(inBrackets ?? afterDot)];
		if (name === undefined) return mention;
		mentioned.add(name);
		return `"${name}"`;
	});
	const attribute = attributeAt(place, names);
	if (attribute === 'id' && isId(place)) return { attribute, isAboutId: true, message };
	if (attribute !== '') return { attribute, message: quoted(attribute, message) };
	const [only = ''] = mentioned;
	if (mentioned.size === 1) return { attribute: only, message };
	const isNamed = typeof place !== 'string' || text.includes(place);
	return { attribute: '', message: isNamed ? message : `${sanitize(place, secret)}: ${message}` };
}

/** A server that begins with the bare name of the attribute: it is quoted, as names are in every message. */
function quoted(attribute: string, message: string): string {
	const begin = `${attribute} `;
	return message.startsWith(begin) ? `"${attribute}" ${message.slice(begin.length)}` : message;
}

/** @returns '' if the place is none of the attributes */
function attributeAt(place: Place | undefined, names: readonly string[]): string {
	if (isId(place)) return 'id';
	if (typeof place === 'string' && names.includes(place)) return place;
	const [root, index] = partsOf(place);
	if (root === 'attributes') return names[Number(index)] ?? '';
	return index === undefined && typeof root === 'string' && names.includes(root) ? root : '';
}

function isId(place: Place | undefined): boolean {
	return partsOf(place)[0] === 'id';
}

function partsOf(place: Place | undefined): ReadonlyArray<string | number> {
	const parts =
		typeof place === 'string'
			? place.split(/[.[\]/]+/).filter((part) => part !== '')
			: (place ?? []);
	return parts[0] === 'body' ? parts.slice(1) : parts;
}
