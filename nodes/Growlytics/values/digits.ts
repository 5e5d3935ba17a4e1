/** Digits, with an optional sign and decimals; no exponent, no groups, no leading zeros. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** So few digits that a JavaScript number keeps them all, whatever they are. */
const SURE_DIGITS = 15;

/**
 * The number that plain digits stand for, or undefined if a JavaScript number cannot keep them all.
 * @example losslessNumber('12.50') // 12.5
 * @example losslessNumber('9007199254740993') // undefined
 */
export function losslessNumber(text: string): number | undefined {
	if (!PLAIN_NUMBER.test(text)) return undefined;
	const number = Number(text);
	if (text.length <= SURE_DIGITS) return noNegativeZero(number);
	const digits = text.includes('.') ? withoutLastZeros(text) : text;
	const survives = digits === '-0' || plainDigits(number) === digits;
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

/** A whole number of that size stands for several: which of them was meant is no longer known. */
export function hasLostDigits(number: number): boolean {
	return Number.isInteger(number) && !Number.isSafeInteger(number);
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
