import type { Remark } from '../result/remark';
import { isPage, pageTitle, sanitize } from './serverText';
import type { Place, Statement } from './statements';
import { readStatements } from './statements';

/** An attribute as a server names it by its place: `attributes[3].value`, `attributes.3`, with or without quotes. */
const MENTION = /"?\battributes(?:\[(\d+)\]|\.(\d+)\b)(?:\.\w+|\[\w+\])*"?/g;

/**
 * What a body says of each attribute, in the server's own words, with the attribute's name instead of its place in
 * the list.
 * @param names the names of the attributes that were sent, in their order
 * @param secret redacted wherever the server repeats it
 * @returns at least one: the shortened body if nothing in it is known to be a text
 */
export function readServerRemarks(
	body: unknown,
	names: readonly string[],
	secret: string,
): [Remark, ...Remark[]] {
	const [first, ...others] = isPage(body) ? [] : readStatements(body);
	if (first === undefined) return [{ attribute: '', message: readServerText(body, secret) }];
	const toRemark = (statement: Statement) => remarkOf(statement, names, secret);
	return [toRemark(first), ...others.map(toRemark)];
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
	if (attribute !== '') return { attribute, message };
	const [only = ''] = mentioned;
	if (mentioned.size === 1) return { attribute: only, message };
	const isNamed = typeof place !== 'string' || text.includes(place);
	return { attribute: '', message: isNamed ? message : `${sanitize(place, secret)}: ${message}` };
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
