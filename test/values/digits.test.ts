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
