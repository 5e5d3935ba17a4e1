import fc from 'fast-check';
import { plainDigits } from '../../nodes/Growlytics/values/digits';
import type { NumberDoubt } from '../../nodes/Growlytics/values/numberText';
import { readNumber } from '../../nodes/Growlytics/values/numberText';

const NOT = undefined;

/** What text means with a decimal point, and with a decimal comma. */
const rows: ReadonlyArray<
	readonly [text: string, point: number | undefined, comma: number | undefined]
> = [
	['0', 0, 0],
	['12', 12, 12],
	['-12', -12, -12],
	[' 12 ', 12, 12],
	['\u200b12\u00a0', 12, 12],
	['12.5', 12.5, NOT],
	['12.50', 12.5, NOT],
	['0.1', 0.1, NOT],
	['-0.00', 0, NOT],
	['15499.50', 15499.5, NOT],
	['0.125', 0.125, NOT],
	['1234.567', 1234.567, NOT],
	['12,5', NOT, 12.5],
	['0,123', NOT, 0.123],
	['1234,567', NOT, 1234.567],
	// Thousands or decimals: both are possible.
	['1,240', 1240, 1.24],
	['1.000', 1, 1000],
	['12.345', 12.345, 12345],
	['-1,240', -1240, -1.24],
	// Two groups, India's pairs, or decimals of another length prove it.
	['1,234,567', 1234567, NOT],
	['1.234.567.890', NOT, 1234567890],
	['10.100.200.256', NOT, 10100200256],
	['10.100.200', NOT, 10100200],
	['1.234.567', NOT, 1234567],
	['1,23,456', 123456, NOT],
	['12,34,567.5', 1234567.5, NOT],
	['1,240.5', 1240.5, NOT],
	['1.234,56', NOT, 1234.56],
	['1 234,50', NOT, 1234.5],
	['1\u202f234,50', NOT, 1234.5],
	["1'234.50", 1234.5, NOT],
	['1’234’567', 1234567, 1234567],
	['1\u00a0234', 1234, 1234],
	// Signs and brackets.
	['−5', -5, -5],
	['–5', -5, -5],
	['5-', -5, -5],
	['1,234.50-', -1234.5, NOT],
	['(1,234.50)', -1234.5, NOT],
	['+5', 5, 5],
	// Currencies. What is written beside rupees cannot be a decimal comma.
	['₹1,23,456.00', 123456, NOT],
	['₹ 980.50', 980.5, NOT],
	['-₹1,250.00', -1250, NOT],
	['₹-1,250.00', -1250, NOT],
	['₹1,240', 1240, NOT],
	['Rs. 12,34,567', 1234567, NOT],
	['Rs.500', 500, 500],
	['rs 45,000', 45000, NOT],
	['INR 999', 999, 999],
	['999 INR', 999, 999],
	['500/-', 500, 500],
	['Rs. 1,500/-', 1500, NOT],
	['(₹500)', -500, -500],
	['₹(500)', -500, -500],
	['$12', 12, 12],
	['$1,240', 1240, NOT],
	['$1.240', 1.24, 1240],
	['US$ 12.50', 12.5, NOT],
	['12,50 €', NOT, 12.5],
	['€1,240', 1240, 1.24],
	['1.240,00 EUR', NOT, 1240],
	['£1,240', 1240, NOT],
	['CHF 1’234.50', 1234.5, NOT],
	['-5 €', -5, -5],
	['€ -5', -5, -5],
];

const noNumbers = [
	...['', ' ', '-', '.', ',', '₹', 'Rs.', '()', 'abc', 'N/A', 'NaN', 'Infinity', '-Infinity'],
	...['007', '-007', '00', '0,000,001', '01.5', '5.', '.5', '5,', '--5', '-5-', '(5', '5)', '(-5)'],
	...['1e5', '9.19E+11', '0x10', '12px', '12 kg', '12%', '%12', '12th', '#12', '12a', 'E10', 'K5'],
	...[
		'6-25',
		'01-02',
		'12:30',
		'1/2',
		'3 of 4',
		'1.2.3',
		'1.10.2',
		'192.168.0.1',
		'10.100.200.250',
		'12345-6789',
	],
	...['1,2,3', '1,23,45', '1,,234', '1, 234', '1.234,567.8', '1,234.567,8', '1 23'],
	...['1234,567,890', '12 345 6', "1'23", '90000 10002', '+91 90000 10001', '१२३', '１２３', '¹²'],
	...['12 €/kg', 'EUR 12 €', 'USD12USD', '₹₹5', '₹5₹', '1₹5', '5 lakh', '1.5 Cr', '+5-', '+(5)'],
];

describe('a number in text', () => {
	it.each(rows)('%p is %p with a point and %p with a comma', (text, point, comma) => {
		const reading = readNumber(text);
		expect([reading?.point, reading?.comma]).toEqual([point, comma]);
	});

	it.each(noNumbers)('%p is no number', (text) => {
		expect(readNumber(text)).toBeUndefined();
	});

	it.each<[string, NumberDoubt | undefined]>([
		['+1', 'plus'],
		['+12.5', 'plus'],
		['560 001', 'spaces'],
		['560 001,5', undefined],
		['₹560 001', undefined],
		['560\u00a0001', undefined],
		['(5)', 'bareNegative'],
		['5-', 'bareNegative'],
		['(5.00)', undefined],
		['(1,500)', undefined],
		['1,2', 'list'],
		['12,5', undefined],
		['€1,2', undefined],
	])('%p may be something else: %p', (text, doubt) => {
		expect(readNumber(text)?.doubt).toBe(doubt);
	});

	it.each([
		'9007199254740993',
		'0.10000000000000001',
		'1,00,00,00,00,00,00,00,001',
		'-9007199254740993',
	])('%p has more digits than a number can keep, and is not rounded', (text) => {
		expect(readNumber(text)).toMatchObject({ isTooLong: true });
		expect(readNumber(text)).not.toHaveProperty('point');
	});

	const amount = fc.tuple(
		fc.integer({ min: -999_999_999, max: 999_999_999 }),
		fc.constantFrom(0, 1, 2),
	);

	/** Groups digits from the right: the last group, then the others. */
	function group(digits: string, sign: string, others: number): string {
		const last = digits.slice(-3);
		const groups = last === digits ? [] : [last];
		for (let end = digits.length - 3; end > 0; end -= others) {
			groups.unshift(digits.slice(Math.max(0, end - others), end));
		}
		return groups.length === 0 ? digits : groups.join(sign);
	}

	it('means what was printed, in every format', () => {
		const formats = fc.constantFrom(
			{ decimal: '.', sign: ',', others: 3 },
			{ decimal: '.', sign: ',', others: 2 },
			{ decimal: ',', sign: '.', others: 3 },
			{ decimal: ',', sign: '\u202f', others: 3 },
			{ decimal: '.', sign: "'", others: 3 },
			{ decimal: '.', sign: '', others: 3 },
		);
		const around = fc.constantFrom(
			...[(text: string) => text, (text: string) => `₹${text}`, (text: string) => `${text} INR`],
			...[(text: string) => `$ ${text}`, (text: string) => `${text} €`],
		);
		fc.assert(
			fc.property(amount, formats, around, ([whole, decimals], { decimal, sign, others }, wrap) => {
				const number = whole / 10 ** decimals;
				const [digits = '', fraction] = plainDigits(Math.abs(number)).split('.');
				const grouped = group(digits, sign, others);
				const text = fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
				const reading = readNumber((number < 0 ? '-' : '') + wrap(text));
				const meant = decimal === '.' ? reading?.point : (reading?.comma ?? reading?.point);
				// Rupees with a decimal comma are written by nobody: no number, or the other meaning.
				const isForeign = decimal === ',' && /₹|INR|\$/.test(wrap(''));
				if (!isForeign) expect(meant).toBe(number);
			}),
		);
	});

	it('never reads other digits than those that are written', () => {
		const text = fc.string({
			unit: fc.constantFrom(...'0123456789.,- ₹()/'),
			maxLength: 14,
		});
		fc.assert(
			fc.property(text, (written) => {
				const { point, comma } = readNumber(written) ?? {};
				for (const number of [point, comma]) {
					if (number === undefined) continue;
					const digits = (some: string) =>
						some.replace(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '');
					expect(digits(plainDigits(number))).toBe(digits(written));
				}
			}),
			{ numRuns: 1000 },
		);
	});

	const ZEROS = '0'.repeat(400_000);

	it.each<[string, string]>([
		['zeros in the middle', `0.${ZEROS}1`],
		['zeros before the point', `1${ZEROS}.5`],
		['zeros at the end', `1.5${ZEROS}`],
		['nothing but zeros behind the point', `12.${ZEROS}`],
		['spaces inside', `1${' '.repeat(400_000)}1`],
		['groups', `1${',000'.repeat(100_000)}`],
		['brackets', '('.repeat(400_000)],
	])('is no number if it is longer than any: %s', (_case, text) => {
		expect(readNumber(text)).toBeUndefined();
	});
});
