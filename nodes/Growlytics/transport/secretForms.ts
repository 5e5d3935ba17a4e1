const NAMED_ENTITIES: Readonly<Record<string, string | undefined>> = {
	'&': 'amp',
	'<': 'lt',
	'>': 'gt',
	'"': 'quot',
	"'": 'apos',
};

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const ANY_BASE64 = '[\\w+/-]';
/** Shorter pieces of base64 stand in ordinary text, too. */
const MIN_BASE64_CHARACTERS = 8;

/**
 * Every way in which a server may write a secret that it repeats: as it is, encoded for a URL, JSON or HTML, all of
 * them mixed, or in base64, alone or inside a longer text.
 * @param secret printable ASCII, as a request header takes it; not empty
 */
export function secretForms(secret: string): RegExp {
	const plain = [...secret].map(anyWriting).join('');
	const encoded = [0, 1, 2].flatMap((bytesBefore) => base64Form(secret, bytesBefore) ?? []);
	return new RegExp([plain, ...encoded].join('|'), 'g');
}

/** The longer writings first: `&` is the beginning of `&amp;`. */
function anyWriting(char: string): string {
	const code = char.charCodeAt(0);
	const hex = inEitherCase(code.toString(16).padStart(2, '0'));
	const named = NAMED_ENTITIES[char];
	const writings = [
		`%${hex}`,
		`\\\\u00${hex}`,
		`&#0*${code};`,
		`&#[xX]0*${hex};`,
		...(named === undefined ? [] : [`&${named};`]),
		...('"\\/'.includes(char) ? [`\\\\${literal(char)}`] : []),
		literal(char),
		...(char === ' ' ? ['\\+'] : []),
	];
	return `(?:${writings.join('|')})`;
}

function inEitherCase(hex: string): string {
	return hex.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

function literal(char: string): string {
	return char.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
}

/**
 * Base64 writes three bytes as four characters: how a secret looks depends on how many bytes stand before it.
 * @returns undefined for a secret so short that it would be found in ordinary text
 */
function base64Form(secret: string, bytesBefore: number): string | undefined {
	const bits = [...secret].map((char) => char.charCodeAt(0).toString(2).padStart(8, '0')).join('');
	// Characters that hold bits of what stands before or after too, could be any.
	const skipped = (6 - ((8 * bytesBefore) % 6)) % 6;
	const own = bits.slice(skipped).match(/.{6}/g) ?? [];
	if (own.length < MIN_BASE64_CHARACTERS) return undefined;
	const isCut = (bits.length - skipped) % 6 !== 0;
	return [
		skipped === 0 ? '' : ANY_BASE64,
		...own.map((six) => base64Writing(BASE64.charAt(Number.parseInt(six, 2)))),
		isCut ? `(?:${ANY_BASE64}|%2[BbFf]|\\\\/)?(?:=|%3[Dd]){0,2}` : '',
	].join('');
}

/** In base64 for URLs, too, and encoded once more for a URL or JSON. */
function base64Writing(char: string): string {
	if (char === '+') return '(?:[+-]|%2[Bb])';
	if (char === '/') return '(?:[/_]|%2[Ff]|\\\\/)';
	return char;
}
