import {
	hasLostDigits,
	losslessNumber,
	noNegativeZero,
	plainDigits,
} from '../../nodes/Growlytics/values/digits';

it.each<[number, string]>([
	[0, '0'],
	[-0, '0'],
	[-12.5, '-12.5'],
	[1e-7, '0.0000001'],
	[-1.25e-9, '-0.00000000125'],
	[1e21, '1000000000000000000000'],
	[-1.5e22, '-15000000000000000000000'],
	[9198765432, '9198765432'],
])('%p is written in digits: %s', (number, digits) => {
	expect(plainDigits(number)).toBe(digits);
});

it.each<[string, number | undefined]>([
	['0', 0],
	['-0', 0],
	['-0.00', 0],
	['12.50', 12.5],
	['9007199254740991', 9007199254740991],
	['9007199254740993', undefined],
	['919911112222333444', undefined],
	['0.10000000000000001', undefined],
	['0.1000000000000000', 0.1],
	['1e5', undefined],
	// Nearer to 0 than any number of JavaScript but 0.
	[`0.${'0'.repeat(330)}1`, undefined],
	['007', undefined],
	['', undefined],
])('%s is kept by a number without loss as %p', (text, number) => {
	const kept = losslessNumber(text);
	expect(kept).toBe(number);
	if (kept !== undefined) expect(Object.is(noNegativeZero(kept), kept)).toBe(true);
});

it.each<[number, boolean]>([
	[2 ** 53, true],
	[2 ** 53 - 1, false],
	[-(2 ** 53), true],
	[1e300, true],
	[1e-300, false],
	[1.5, false],
	[Infinity, false],
	[NaN, false],
])('%p has lost digits: %p', (number, hasLost) => {
	expect(hasLostDigits(number)).toBe(hasLost);
});
