/** Where a text stops being JSON; line and column count from 1. */
export interface JsonFault {
	line: number;
	column: number;
	/** What stands there, '' at the end of the text. */
	near: string;
}

const SPACE = /[ \t\n\r]*/y;
/** A string's own characters start at the space: no control characters, no quote, no backslash. */
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;
const MAX_NEAR_CHARACTERS = 20;

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd';

/** What may follow what: the token that is met, and what is expected behind it. */
const GRAMMAR: Readonly<Record<Expected, Readonly<Record<string, Expected>>>> = {
	value: { '{': 'keyOrEnd', '[': 'valueOrEnd', string: 'commaOrEnd', literal: 'commaOrEnd' },
	valueOrEnd: {
		'{': 'keyOrEnd',
		'[': 'valueOrEnd',
		']': 'commaOrEnd',
		string: 'commaOrEnd',
		literal: 'commaOrEnd',
	},
	key: { string: 'colon' },
	keyOrEnd: { string: 'colon', '}': 'commaOrEnd' },
	colon: { ':': 'value' },
	commaOrEnd: { '}': 'commaOrEnd', ']': 'commaOrEnd', ',': 'value' },
};

/**
 * Finds the first place where a text that JSON.parse refused is wrong. JSON.parse itself gives a position
 * in some versions of Node, for some texts only.
 */
export function locateJsonFault(text: string): JsonFault {
	const open: string[] = [];
	let expected: Expected = 'value';
	let position = matchAt(SPACE, text, 0);
	for (;;) {
		const { token, end } = tokenAt(text, position);
		const next = follows(expected, token, open);
		if (next === undefined) return placeOf(text, position);
		expected = next;
		position = matchAt(SPACE, text, end);
	}
}

function tokenAt(text: string, position: number): { token: string; end: number } {
	const stringEnd = matchAt(STRING, text, position);
	if (stringEnd > position) return { token: 'string', end: stringEnd };
	const literalEnd = matchAt(LITERAL, text, position);
	if (literalEnd > position) return { token: 'literal', end: literalEnd };
	return { token: text.charAt(position), end: position + 1 };
}

/** Keeps account of what is open, and says what is expected next; undefined if the token is out of place. */
function follows(expected: Expected, token: string, open: string[]): Expected | undefined {
	const next = Object.hasOwn(GRAMMAR[expected], token) ? GRAMMAR[expected][token] : undefined;
	if (next === undefined || (expected === 'commaOrEnd' && open.length === 0)) return undefined;
	if (token === '{' || token === '[') open.push(token);
	if (token === '}' || token === ']') {
		const opening = open.pop();
		if ((token === '}') !== (opening === '{')) return undefined;
	}
	return token === ',' && open.at(-1) === '{' ? 'key' : next;
}

/** @returns the position behind the match, or the same position if there is none */
function matchAt(pattern: RegExp, text: string, position: number): number {
	pattern.lastIndex = position;
	return pattern.test(text) ? pattern.lastIndex : position;
}

function placeOf(text: string, position: number): JsonFault {
	const lines = text.slice(0, position).split('\n');
	const [near = ''] = text.slice(position, position + MAX_NEAR_CHARACTERS).split('\n');
	return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, near };
}
