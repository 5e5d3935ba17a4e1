/** Every space that Unicode knows, the no-break spaces of spreadsheets and web pages among them. */
const SPACES = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;

/** A space, or a mark of no width that sticks to the ends of what was copied from a web page, a chat or a PDF. */
const UNSEEN = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;

/** What a spreadsheet user types before digits so that they stay text. */
const APOSTROPHE_BEFORE_DIGITS = /^['’](?=[\d+])/;

/** Text in which nothing of this can be: no work is the common case. */
const NOTHING_TO_CLEAN = /^[\x21-\x26\x28-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/**
 * Text without the characters that nobody sees, for names, IDs, mail addresses and phone numbers: NFC,
 * every kind of space is a space, what has no width goes at the ends, a spreadsheet's apostrophe goes
 * before a digit or `+`. Joiners inside words stay: many scripts need them.
 * @example cleanText("\u200b'+91 90000\u00a010001 ") // '+91 90000 10001'
 */
export function cleanText(text: string): string {
	if (NOTHING_TO_CLEAN.test(text)) return text;
	return trimUnseen(text.normalize('NFC'))
		.replace(SPACES, (spaces) => (isOneLine(spaces) ? ' '.repeat(spaces.length) : spaces))
		.replace(APOSTROPHE_BEFORE_DIGITS, '');
}

function isOneLine(spaces: string): boolean {
	return !/[\n\r]/.test(spaces);
}

/**
 * Text without spaces of any kind and marks of no width at its ends. One character after the other: a
 * pattern would try each of a million spaces in the middle anew.
 */
export function trimUnseen(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && UNSEEN.test(text.charAt(start))) start += 1;
	while (end > start && UNSEEN.test(text.charAt(end - 1))) end -= 1;
	return text.slice(start, end);
}
