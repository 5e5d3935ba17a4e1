import { shorten } from '../shorten';
import { losslessNumber } from '../values/digits';

/** What a JSON text holds, or why it cannot be used, as a part of a sentence. */
export type JsonText = { value: unknown } | { fault: string };

const MAX_REASON_CHARACTERS = 160;

/** `Bad escaped character in JSON at position 8 (line 1 column 9)`, `Unexpected token 'P', "…" is not valid JSON`. */
const REASON =
	/^(?<reason>.*?)(?:(?: in JSON)? at position (?<position>\d+).*| is not valid JSON)$/s;

/**
 * Reads JSON text without losing anything of it: a number that JavaScript would round is given as the text of its
 * digits, and a name that an object has twice, of which JSON.parse keeps the last without a word, is a fault.
 * Before Node 21 JSON.parse does not show a number as it is written: there it is rounded.
 */
export function readJsonText(text: string): JsonText {
	let value: unknown;
	try {
		value = JSON.parse(text, keepDigits);
	} catch (error) {
		return { fault: reasonAndPlace(text, error instanceof Error ? error.message : '') };
	}
	const name = nameTwice(text);
	return name === undefined ? { value } : { fault: `it has the name "${shorten(name)}" twice` };
}

/** A reviver, as JSON.parse calls it. Where JavaScript writes a number in other digits than the text, they are kept. */
function keepDigits(_name: string, value: unknown, context?: { source?: string }): unknown {
	const source = context?.source;
	if (typeof value !== 'number' || source === undefined || /e/i.test(source)) return value;
	return losslessNumber(source) === undefined ? source : value;
}

/** Only for text that JSON.parse took. One pass without recursion: the text can have megabytes, and any depth. */
function nameTwice(text: string): string | undefined {
	const open: Array<Set<string> | undefined> = [];
	for (let at = 0; at < text.length; at += 1) {
		const character = text[at];
		if (character === '{') open.push(new Set());
		else if (character === '[') open.push(undefined);
		else if (character === '}' || character === ']') open.pop();
		else if (character === '"') {
			const end = endOfString(text, at);
			const names = open.at(-1);
			if (names !== undefined && isBeforeColon(text, end)) {
				const name = String(JSON.parse(text.slice(at, end)));
				if (names.has(name)) return name;
				names.add(name);
			}
			at = end - 1;
		}
	}
	return undefined;
}

/** @returns the position behind the quote that ends the string: one with an even number of backslashes before it */
function endOfString(text: string, start: number): number {
	let end = start;
	let backslashes = 0;
	do {
		end = text.indexOf('"', end + 1);
		backslashes = 0;
		while (text[end - 1 - backslashes] === '\\') backslashes += 1;
	} while (backslashes % 2 === 1);
	return end + 1;
}

function isBeforeColon(text: string, position: number): boolean {
	let at = position;
	while (/\s/.test(text.charAt(at))) at += 1;
	return text[at] === ':';
}

/** JSON.parse's own message has the reason and, for most faults, the place: as a position, where people look for a line. */
function reasonAndPlace(text: string, said: string): string {
	const { reason = said, position } = REASON.exec(said)?.groups ?? {};
	const shown = shorten(reason, MAX_REASON_CHARACTERS);
	if (position === undefined) return shown;
	const lines = text.slice(0, Number(position)).split('\n');
	return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}: ${shown}`;
}
