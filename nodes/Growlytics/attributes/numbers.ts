/** Digits, with an optional sign and decimals; no exponent, no thousands separators, no leading zeros. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** @returns whether text is nothing but a number, as a spreadsheet without formats would show it */
export function isPlainNumber(text: string): boolean {
	return PLAIN_NUMBER.test(text);
}

/**
 * The number that plain numeric text stands for, or undefined if it is not plain or would lose digits.
 * @example parsePlainNumber('12.50') // 12.5
 * @example parsePlainNumber('9007199254740993') // undefined: a JavaScript number cannot hold it
 */
export function parsePlainNumber(text: string): number | undefined {
	if (!isPlainNumber(text)) return undefined;
	const number = Number(text);
	const digits = text.includes('.') ? withoutLastZeros(text) : text;
	const survives = plainDigits(number) === digits || (number === 0 && /^-?0$/.test(digits));
	return survives ? noNegativeZero(number) : undefined;
}

/** Without the zeros, and the point, that say nothing. A pattern would try each zero of `0.000…1` anew. */
function withoutLastZeros(text: string): string {
	let end = text.length;
	while (text[end - 1] === '0') end -= 1;
	return text.slice(0, text[end - 1] === '.' ? end - 1 : end);
}

/** JSON has no -0 worth keeping: it would be sent as 0 by some servers and refused by others. */
export function noNegativeZero(number: number): number {
	return number === 0 ? 0 : number;
}

/**
 * A finite number in digits, without the exponent that JavaScript uses for very large and very small ones.
 * @example plainDigits(1e-7) // '0.0000001'
 */
export function plainDigits(number: number): string {
	const text = String(noNegativeZero(number));
	const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
	if (!match) return text;
	const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
	const digits = whole + fraction;
	const point = 1 + Number(exponent);
	if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
	return sign + digits.padEnd(point, '0');
}
