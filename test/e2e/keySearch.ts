/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: reads what n8n has written */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** With characters that each way of writing it down changes, and a middle that only an encoding changes. */
export const API_KEY = 'live/7f3a9cQ2xW8vL0pZ5e21"b8d4==';

const MIDDLE = /[A-Za-z0-9]{12,}/;
const CONTEXT_CHARACTERS = 200;

/** A text somewhere in a base64 text: what is encoded before it shifts it by none, one or two bytes. */
function base64Spellings(text: string): string[] {
	return [0, 1, 2].map((shift) => {
		const encoded = Buffer.from(`${'_'.repeat(shift)}${text}`).toString('base64');
		// The first and the last characters mix with what stands beside it.
		return encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + text.length) * 8) / 6));
	});
}

/**
 * What shows that a secret is in a text: its middle, which neither JSON in JSON, an address nor HTML changes, and that
 * in base64 (Basic authentication, a blob), in hexadecimal digits and in UTF-16.
 */
function spellings(secret: string): string[] {
	const [middle = secret] = MIDDLE.exec(secret) ?? [];
	return [
		middle,
		...base64Spellings(middle),
		Buffer.from(middle).toString('hex'),
		Buffer.from(middle, 'utf16le').toString('latin1'),
	];
}

/**
 * Looks for a secret, however it is written down.
 *
 * @param text bytes are given as latin1
 * @returns what stands around each way of writing it that is found
 */
export function findSecret(text: string, secret = API_KEY): string[] {
	return spellings(secret).flatMap((spelling) => {
		const at = text.indexOf(spelling);
		if (at < 0) return [];
		return [text.slice(Math.max(0, at - CONTEXT_CHARACTERS), at + CONTEXT_CHARACTERS)];
	});
}

/**
 * Looks for a secret in all files of a folder.
 *
 * @returns paths within the folder of the files that hold it
 */
export function filesWithSecret(folder: string, secret = API_KEY): string[] {
	return filesBelow(folder).filter(
		(path) => findSecret(readFileSync(join(folder, path), 'latin1'), secret).length > 0,
	);
}

/** Paths within a folder of its files, those of its folders included. */
export function filesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
}
