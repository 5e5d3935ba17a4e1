/** Every space that Unicode knows, the no-break spaces of spreadsheets and web pages among them. */
const SPACES = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;

/** Marks of no width that stick to the ends of what was copied from a web page, a chat or a PDF. */
const UNSEEN = '\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff\\u00ad';
const UNSEEN_AT_ENDS = new RegExp(`^[\\s${UNSEEN}]+|[\\s${UNSEEN}]+$`, 'g');

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
	if (NOTHING_TO_CLEAN.test(text) && !text.includes('  ')) return text;
	return text
		.normalize('NFC')
		.replace(UNSEEN_AT_ENDS, '')
		.replace(SPACES, (spaces) => (isOneLine(spaces) ? ' '.repeat(spaces.length) : spaces))
		.replace(APOSTROPHE_BEFORE_DIGITS, '');
}

function isOneLine(spaces: string): boolean {
	return !/[\n\r]/.test(spaces);
}

/** Ends of text for the grammars: what has no width and spaces of any kind say nothing there. */
export function trimUnseen(text: string): string {
	return NOTHING_TO_CLEAN.test(text) ? text : text.replace(UNSEEN_AT_ENDS, '');
}
