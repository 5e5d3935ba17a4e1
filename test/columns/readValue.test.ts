import { DateTime } from 'luxon';
import { show } from '../../nodes/Growlytics/values/show';
import type { AttributeType } from '../../nodes/Growlytics/values/attributeTypes';
import { mapAutomatically, outcomes } from '../attributes/mapping';
import { readValue } from '../../nodes/Growlytics/columns/readValue';
import { columnOf, outcome } from './run';

const cycle: Record<string, unknown> = { city: 'Pune' };
cycle.self = cycle;
const deep = JSON.parse(`${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`);
const withoutPrototype: unknown = Object.create(null);
const LONG = `${'x'.repeat(80)}`;

/** What a declared type makes of a value: the value, `nothing`, or why it is refused. */
function convert(type: AttributeType, value: unknown) {
	const column = columnOf('field', [value], {}, type);
	const read = outcome(readValue(value, column, { timezone: '', dateNumbers: 'refuse' }));
	return typeof read === 'string' ? read.replace(/^problem: /, '') : read;
}

/** The table's rows, each with its number and its value as people read it for a title. */
const rows = (table: ReadonlyArray<readonly [unknown, unknown]>) =>
	table.map(
		([value, expected], index) => [index + 1, typeof value, show(value), value, expected] as const,
	);

const single = (shown: string) => `${shown} is not a single value`;

describe('text', () => {
	it.each(
		rows([
			['Mumbai', 'Mumbai'],
			['', 'nothing'],
			[' ', 'nothing'],
			[' Asha ', ' Asha '],
			['007', '007'],
			['1,234', '1,234'],
			['0x10', '0x10'],
			['１２３', '１２３'],
			['✨ नमस्ते', '✨ नमस्ते'],
			['undefined', 'nothing'],
			['Invalid DateTime', 'nothing'],
			['2026-01-31T19:14:15Z', '2026-01-31T19:14:15Z'],
			[0, '0'],
			[-0, '0'],
			[1234.5, '1234.5'],
			[0.1, '0.1'],
			[1e-7, '0.0000001'],
			[-1.5e-9, '-0.0000000015'],
			[9190000000, '9190000000'],
			[9007199254740991, '9007199254740991'],
			[
				Number('9007199254740993'),
				'9007199254740992 is a number too long to keep all of its digits',
			],
			[-9007199254740992, '-9007199254740992 is a number too long to keep all of its digits'],
			[1e21, '1000000000000000000000 is a number too long to keep all of its digits'],
			[NaN, 'nothing'],
			[Infinity, 'Infinity is not a number that can be stored'],
			[-Infinity, '-Infinity is not a number that can be stored'],
			[true, 'true'],
			[false, 'false'],
			[9007199254740993n, '9007199254740993'],
			[new Date('2026-01-31T19:14:15Z'), '2026-01-31 19:14:15'],
			[DateTime.fromISO('2026-01-31T19:14:15', { zone: 'Asia/Kolkata' }), '2026-01-31 19:14:15'],
			[new Date(NaN), 'the date does not exist, or its year has not four digits'],
			[{}, single('an object')],
			[{ city: 'Pune' }, single('an object')],
			[[], single('a list of 0')],
			[['a', 'b'], single('a list of 2')],
			[cycle, single('an object')],
			[deep, single('an object')],
			[withoutPrototype, single('an object')],
			[new Map(), single('an object')],
			[() => 1, single('a function')],
			[Symbol('city'), single('Symbol(city)')],
		]),
	)('%i: %s %s', (_row, _type, _shown, value, expected) => {
		expect(convert('string', value)).toBe(expected);
	});
});

const notPlain = (shown: string) => `${shown} is not a number`;
const tooLong = (shown: string) => `${shown} has more digits than a number can keep`;

describe('a number', () => {
	it.each(
		rows([
			[0, 0],
			[-0, 0],
			[-12.5, -12.5],
			[1e21, 1e21],
			[Number('9007199254740993'), 9007199254740992],
			[NaN, 'nothing'],
			[Infinity, 'Infinity is not a number that can be stored'],
			['0', 0],
			['-0', 0],
			['-0.00', 0],
			['12', 12],
			[' 12 ', 12],
			['-12.5', -12.5],
			['12.50', 12.5],
			['1.0', 1],
			['100', 100],
			['0.0000001', 1e-7],
			['9007199254740991', 9007199254740991],
			['9007199254740993', tooLong('"9007199254740993"')],
			['0.10000000000000001', tooLong('"0.10000000000000001"')],
			['', 'nothing'],
			[' ', 'nothing'],
			['1,234', '"1,234" can mean 1234 or 1.234'],
			['1.234,5', 1234.5],
			['1 234', 1234],
			['007', notPlain('"007"')],
			['-007', notPlain('"-007"')],
			['0x10', notPlain('"0x10"')],
			['1e3', notPlain('"1e3"')],
			['+5', 5],
			['.5', notPlain('".5"')],
			['5.', notPlain('"5."')],
			['--5', notPlain('"--5"')],
			['12px', notPlain('"12px"')],
			['₹500', 500],
			['50%', notPlain('"50%"')],
			['１２３', notPlain('"１２３"')],
			['N/A', 'nothing'],
			['NaN', 'nothing'],
			['Infinity', notPlain('"Infinity"')],
			['true', notPlain('"true"')],
			[LONG, notPlain(`"${'x'.repeat(59)}…"`)],
			[true, notPlain('true')],
			[false, notPlain('false')],
			[10n, 10],
			[9007199254740993n, tooLong('9007199254740993')],
			[new Date(0), notPlain('1970-01-01 00:00:00')],
			[{}, single('an object')],
			[[1], single('a list of 1')],
			[cycle, single('an object')],
			[() => 1, notPlain('a function')],
			[Symbol('n'), notPlain('Symbol(n)')],
		]),
	)('%i: %s %s', (_row, _type, _shown, value, expected) => {
		expect(convert('number', value)).toBe(expected);
	});

	it('warns that a very long number may have lost digits before it came here', () => {
		const warning =
			'A number this long may have lost its last digits before it got here. If it is an ID or a phone number, format it as text where it comes from.';
		const items = [{ Ad: Number('9007199254740993'), Sum: 1e21, Price: 2.5 }];
		const attributeTypes = { Ad: 'number', Sum: 'number', Price: 'number' } as const;
		expect(outcomes(mapAutomatically(items, { attributeTypes }))).toEqual([
			{
				sent: [
					['Ad', 'number', 9007199254740992],
					['Sum', 'number', 1e21],
					['Price', 'number', 2.5],
				],
				warnings: [
					['Ad', warning],
					['Sum', warning],
				],
			},
		]);
	});

	it('this long that nobody declared is left out: it is a code that has lost digits', () => {
		expect(outcomes(mapAutomatically([{ Ad: Number('9007199254740993'), Price: 2.5 }]))).toEqual([
			{
				sent: [['Price', 'number', 2.5]],
				warnings: [
					['Ad', 'Left out: 9007199254740992 is a number too long to keep all of its digits.'],
				],
			},
		]);
	});
});

const neither = (shown: string) => `${shown} is neither yes nor no`;

describe('yes or no', () => {
	it.each(
		rows([
			[true, true],
			[false, false],
			['true', true],
			['TRUE', true],
			['False', false],
			['yes', true],
			['Yes', true],
			['NO', false],
			[' no ', false],
			['1', true],
			['0', false],
			[1, true],
			[0, false],
			[-0, false],
			[1n, true],
			['', 'nothing'],
			[' ', 'nothing'],
			[2, neither('2')],
			['y', true],
			['on', true],
			['1.0', neither('"1.0"')],
			['１', neither('"１"')],
			['N/A', 'nothing'],
			[NaN, 'nothing'],
			[Infinity, neither('Infinity')],
			[Symbol('s'), neither('Symbol(s)')],
			[{}, single('an object')],
			[[true], single('a list of 1')],
			[new Date(0), neither('1970-01-01 00:00:00')],
			[withoutPrototype, single('an object')],
		]),
	)('%i: %s %s', (_row, _type, _shown, value, expected) => {
		expect(convert('boolean', value)).toBe(expected);
	});
});

const noDate = (shown: string) => `${shown} is no date`;
const isNumber = (shown: string) => `${shown} is a number, not a date`;
const noSuchDay = (shown: string) => `${shown} is a day that does not exist`;
const open = (shown: string) => `${shown} can be day first or month first`;
const NO_SUCH_DATE = 'the date does not exist, or its year has not four digits';

describe('a date', () => {
	it.each(
		rows([
			['2026-03-04', '2026-03-04 00:00:00'],
			[' 2026-03-04 ', '2026-03-04 00:00:00'],
			['2026-03-04 10:20', '2026-03-04 10:20:00'],
			['2026-03-04T10:20', '2026-03-04 10:20:00'],
			['2026-03-04 10:20:30', '2026-03-04 10:20:30'],
			['2026-03-04 10:20:30.999', '2026-03-04 10:20:30'],
			['2026-03-04T10:20:30Z', '2026-03-04 10:20:30'],
			['2026-03-04t10:20:30z', '2026-03-04 10:20:30'],
			['2026-03-04T10:20Z', '2026-03-04 10:20:00'],
			['2026-03-04 10:00:00+05:30', '2026-03-04 10:00:00'],
			['2026-03-04T10:00:00.123456-08:00', '2026-03-04 10:00:00'],
			['2024-02-29', '2024-02-29 00:00:00'],
			['0001-01-01', 'nothing'],
			['9999-12-31 23:59:59', '9999-12-31 23:59:59'],
			['2026-03-04T24:00', '2026-03-05 00:00:00'],
			['2026-02-29', noSuchDay('"2026-02-29"')],
			['2026-02-30', noSuchDay('"2026-02-30"')],
			['2026-13-01', noSuchDay('"2026-13-01"')],
			['2026-00-10', noSuchDay('"2026-00-10"')],
			['0000-01-01', 'nothing'],
			['2026-03-04 25:00', noDate('"2026-03-04 25:00"')],
			['2026-03-04 10:61', noDate('"2026-03-04 10:61"')],
			['2026-03-04 10:20:60', noDate('"2026-03-04 10:20:60"')],
			['2026-03-04T24:01', noDate('"2026-03-04T24:01"')],
			['2026-03-04 10', noDate('"2026-03-04 10"')],
			['2026-03-04Z', noDate('"2026-03-04Z"')],
			['2026-03-04T10:00:00+0530', '2026-03-04 10:00:00'],
			['2026-03-04T10:00:00+05', '2026-03-04 10:00:00'],
			['2026-03-04T10:00:00+15:00', noDate('"2026-03-04T10:00:00+15:00"')],
			['2026-03-04T10:00:00+05:60', noDate('"2026-03-04T10:00:00+05:60"')],
			['2026-03-04 10:00:00 +05:30', '2026-03-04 10:00:00'],
			['2026-03-04  10:00', '2026-03-04 10:00:00'],
			['2026-03-04T10:00:00[Asia/Kolkata]', '2026-03-04 10:00:00'],
			['03/04/2026', open('"03/04/2026"')],
			['04.03.2026', open('"04.03.2026"')],
			['2026/03/04', '2026-03-04 00:00:00'],
			['2026-3-4', '2026-03-04 00:00:00'],
			['20260304T100000', '2026-03-04 10:00:00'],
			['2026-03', '"2026-03" has no day'],
			['2026-W10-3', noDate('"2026-W10-3"')],
			['2026-063', noDate('"2026-063"')],
			['+002026-03-04', noDate('"+002026-03-04"')],
			['２０２６-03-04', noDate('"２０２６-03-04"')],
			['4 March 2026', '2026-03-04 00:00:00'],
			['10:20:30', noDate('"10:20:30"')],
			['P1D', noDate('"P1D"')],
			['Invalid DateTime', 'nothing'],
			['Invalid Date', 'nothing'],
			['tomorrow', noDate('"tomorrow"')],
			['', 'nothing'],
			[' ', 'nothing'],
			['2026', isNumber('"2026"')],
			['46053', isNumber('"46053"')],
			['20260304', '2026-03-04 00:00:00'],
			[2026, isNumber('2026')],
			[0, isNumber('0')],
			[NaN, 'nothing'],
			[1769886855000, isNumber('1769886855000')],
			[true, noDate('true')],
			[1n, noDate('1')],
			[new Date('2026-01-31T19:14:15Z'), '2026-01-31 19:14:15'],
			[new Date(NaN), NO_SUCH_DATE],
			[new Date(8.64e15), NO_SUCH_DATE],
			[
				DateTime.fromISO('2026-01-31T19:14:15', { zone: 'America/New_York' }),
				'2026-01-31 19:14:15',
			],
			[DateTime.fromISO('2026-01-31T19:14:15', { locale: 'ar-EG' }), '2026-01-31 19:14:15'],
			[DateTime.invalid('on purpose'), NO_SUCH_DATE],
			[{ isLuxonDateTime: true }, single('an object')],
			[{ year: 2026 }, single('an object')],
			[['2026-01-31'], single('a list of 1')],
		]),
	)('%i: %s %s', (_row, _type, _shown, value, expected) => {
		expect(convert('date', value)).toBe(expected);
	});
});

describe('a type that the value decides', () => {
	it.each(
		rows([
			['Mumbai', ['string', 'Mumbai']],
			['007', ['string', '007']],
			['12', ['number', 12]],
			['true', ['boolean', true]],
			[' ', undefined],
			['2026-01-31', ['date', '2026-01-31 00:00:00']],
			['2026-01-31 19:14:15', ['date', '2026-01-31 19:14:15']],
			['2026-01-31T19:14:15', ['date', '2026-01-31 19:14:15']],
			['2026-01-31T19:14Z', ['date', '2026-01-31 19:14:00']],
			['2026-01-31 19:14:15Z', ['date', '2026-01-31 19:14:15']],
			['2026-02-30T19:14:15Z', ['string', '2026-02-30T19:14:15Z']],
			['2026-01-31T19:14:15Z', ['date', '2026-01-31 19:14:15']],
			['2026-01-31T19:14:15.000+05:30', ['date', '2026-01-31 19:14:15']],
			['Invalid DateTime', undefined],
			[0, ['number', 0]],
			[-0, ['number', 0]],
			[1e21, undefined],
			[false, ['boolean', false]],
			[10n, ['number', 10]],
			[new Date('2026-01-31T19:14:15Z'), ['date', '2026-01-31 19:14:15']],
			['', undefined],
			[null, undefined],
			[undefined, undefined],
			[NaN, undefined],
			[new Date(NaN), undefined],
			[() => 1, undefined],
			[{}, undefined],
			[
				[1, 2],
				['string', '1, 2'],
			],
			[cycle, ['string', 'Pune']],
			[deep, undefined],
		]),
	)('%i: %s %s', (_row, _type, _shown, value, expected) => {
		const [mapped] = mapAutomatically([{ field: value }]).customers;
		if (mapped === undefined) throw new Error('no customer');
		if ('problems' in mapped) throw new Error(mapped.problems[0]?.message);
		const [attribute] = mapped.customer.attributes;
		expect(attribute && [attribute.type, attribute.value]).toEqual(expected);
	});
});
