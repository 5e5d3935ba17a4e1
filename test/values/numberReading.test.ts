import { losslessNumber } from '../../nodes/Growlytics/values/digits';
import type { NumberReading } from '../../nodes/Growlytics/values/numberText';
import { readNumber } from '../../nodes/Growlytics/values/numberText';

it.each<[string, NumberReading]>([
	['12', { point: 12, comma: 12, hasMark: false }],
	['12.50', { point: 12.5, hasMark: true }],
	['12,50', { comma: 12.5, hasMark: true }],
	['1,240', { point: 1240, comma: 1.24, hasMark: true }],
	['₹12', { point: 12, comma: 12, hasMark: false }],
	['500/-', { point: 500, comma: 500, hasMark: false }],
	['1,500/-', { point: 1500, hasMark: true }],
	['1.500/-', { point: 1.5, hasMark: true }],
	['1 234', { point: 1234, comma: 1234, hasMark: false, doubt: 'spaces' }],
	['1\u00a0234', { point: 1234, comma: 1234, hasMark: false }],
	['₹560 001', { point: 560001, comma: 560001, hasMark: false, isSpaced: true }],
	['560 001,5', { comma: 560001.5, hasMark: true, isSpaced: true }],
	['+1', { point: 1, comma: 1, hasMark: false, doubt: 'plus' }],
	['Rs-500', { point: -500, comma: -500, hasMark: false }],
	['INR -1,250', { point: -1250, hasMark: true }],
	['5€-', { point: -5, comma: -5, hasMark: false }],
	['(₹500/-)', { point: -500, comma: -500, hasMark: false }],
	// Of 17 digits some are kept and some are not; 15 always are.
	['999999999999999.99', { hasMark: true, isTooLong: true }],
	['0,10000000000000001', { hasMark: true, isTooLong: true }],
	[`1${',000'.repeat(154)}`, { hasMark: true, isTooLong: true }],
	['9'.repeat(620), { hasMark: false, isTooLong: true }],
	// Eight characters in front or behind are as many as a currency and its spaces take.
	['Rs.     5', { point: 5, comma: 5, hasMark: false }],
	['5     INR', { point: 5, comma: 5, hasMark: false }],
])('%j is read as %j', (text, reading) => {
	expect(readNumber(text)).toStrictEqual(reading);
});

it.each([
	...['Rs.      5', '5      INR', 'R5s', 'US5$', '9'.repeat(621)],
	// Groups of other lengths than those of thousands or of India.
	...['1,2345,678', '1.23.456', '1 23 456', '123,45,678', '1,23,456,789', '1,234,56,789'],
	...['123456789,000.5', `1${',000'.repeat(155)}`, '10.100.200.255'],
])('%j is no number', (text) => {
	expect(readNumber(text)).toBeUndefined();
});

it.each<[string, number]>([
	['1000000000000000', 1e15],
	['-0.00000000000000000', 0],
	['0.00000000000000000', 0],
])('%s is kept by a number, whatever its zeros', (text, number) => {
	expect(losslessNumber(text)).toBe(number);
});
