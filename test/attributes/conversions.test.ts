import { DateTime } from 'luxon';
import type { AttributeType } from '../../nodes/Growlytics/attributes/attributeTypes';
import { attributeTypes } from '../../nodes/Growlytics/attributes/attributeTypes';
import type { DateSettings } from '../../nodes/Growlytics/attributes/dates';
import { show } from '../../nodes/Growlytics/attributes/problem';
import { mapAutomatically, mapJson, outcomes } from './mapping';

const cycle: Record<string, unknown> = { city: 'Pune' };
cycle.self = cycle;
const deep = JSON.parse(`${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`);
const withoutPrototype: unknown = Object.create(null);
const LONG = `${'x'.repeat(80)}`;
const settings: DateSettings = { timezone: '', dateNumbers: 'refuse' };

function convert(type: AttributeType, value: unknown) {
	const conversion = attributeTypes[type].convert(value, settings);
	return 'message' in conversion ? conversion.message : conversion.value;
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
			['', ''],
			[' ', ' '],
			[' Asha ', ' Asha '],
			['007', '007'],
			['1,234', '1,234'],
			['0x10', '0x10'],
			['１２３', '１２３'],
			['✨ नमस्ते', '✨ नमस्ते'],
			['undefined', 'undefined'],
			['Invalid DateTime', 'Invalid DateTime'],
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
			[NaN, 'NaN is not a number that can be stored'],
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

const notPlain = (shown: string) => `${shown} is not a plain number`;
const tooLong = (shown: string) => `${shown} has more digits than a number can keep`;

describe('a number', () => {
	it.each(
		rows([
			[0, 0],
			[-0, 0],
			[-12.5, -12.5],
			[1e21, 1e21],
			[Number('9007199254740993'), 9007199254740992],
			[NaN, 'NaN is not a number that can be stored'],
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
			['', notPlain('""')],
			[' ', notPlain('" "')],
			['1,234', notPlain('"1,234"')],
			['1.234,5', notPlain('"1.234,5"')],
			['1 234', notPlain('"1 234"')],
			['007', notPlain('"007"')],
			['-007', notPlain('"-007"')],
			['0x10', notPlain('"0x10"')],
			['1e3', notPlain('"1e3"')],
			['+5', notPlain('"+5"')],
			['.5', notPlain('".5"')],
			['5.', notPlain('"5."')],
			['--5', notPlain('"--5"')],
			['12px', notPlain('"12px"')],
			['₹500', notPlain('"₹500"')],
			['50%', notPlain('"50%"')],
			['１２３', notPlain('"１２３"')],
			['N/A', notPlain('"N/A"')],
			['NaN', notPlain('"NaN"')],
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
		expect(outcomes(mapJson(['{"Ad": 9007199254740993, "Sum": 1e21, "Price": 2.5}']))).toEqual([
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
			['', neither('""')],
			[' ', neither('" "')],
			[2, neither('2')],
			['y', neither('"y"')],
			['on', neither('"on"')],
			['1.0', neither('"1.0"')],
			['１', neither('"１"')],
			['N/A', neither('"N/A"')],
			[NaN, neither('NaN')],
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

const noDate = (shown: string) => `${shown} is no date, or could mean more than one`;
const isNumber = (shown: string) => `${shown} is a number, not a date`;
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
			['0001-01-01', '0001-01-01 00:00:00'],
			['9999-12-31 23:59:59', '9999-12-31 23:59:59'],
			['2026-03-04T24:00', '2026-03-05 00:00:00'],
			['2026-02-29', noDate('"2026-02-29"')],
			['2026-02-30', noDate('"2026-02-30"')],
			['2026-13-01', noDate('"2026-13-01"')],
			['2026-00-10', noDate('"2026-00-10"')],
			['0000-01-01', noDate('"0000-01-01"')],
			['2026-03-04 25:00', noDate('"2026-03-04 25:00"')],
			['2026-03-04 10:61', noDate('"2026-03-04 10:61"')],
			['2026-03-04 10:20:60', noDate('"2026-03-04 10:20:60"')],
			['2026-03-04T24:01', noDate('"2026-03-04T24:01"')],
			['2026-03-04 10', noDate('"2026-03-04 10"')],
			['2026-03-04Z', noDate('"2026-03-04Z"')],
			['2026-03-04T10:00:00+0530', noDate('"2026-03-04T10:00:00+0530"')],
			['2026-03-04T10:00:00+05', noDate('"2026-03-04T10:00:00+05"')],
			['2026-03-04T10:00:00+15:00', noDate('"2026-03-04T10:00:00+15:00"')],
			['2026-03-04T10:00:00+05:60', noDate('"2026-03-04T10:00:00+05:60"')],
			['2026-03-04 10:00:00 +05:30', noDate('"2026-03-04 10:00:00 +05:30"')],
			['2026-03-04  10:00', noDate('"2026-03-04  10:00"')],
			['2026-03-04T10:00:00[Asia/Kolkata]', noDate('"2026-03-04T10:00:00[Asia/Kolkata]"')],
			['03/04/2026', noDate('"03/04/2026"')],
			['04.03.2026', noDate('"04.03.2026"')],
			['2026/03/04', noDate('"2026/03/04"')],
			['2026-3-4', noDate('"2026-3-4"')],
			['20260304T100000', noDate('"20260304T100000"')],
			['2026-03', noDate('"2026-03"')],
			['2026-W10-3', noDate('"2026-W10-3"')],
			['2026-063', noDate('"2026-063"')],
			['+002026-03-04', noDate('"+002026-03-04"')],
			['２０２６-03-04', noDate('"２０２６-03-04"')],
			['4 March 2026', noDate('"4 March 2026"')],
			['10:20:30', noDate('"10:20:30"')],
			['P1D', noDate('"P1D"')],
			['Invalid DateTime', noDate('"Invalid DateTime"')],
			['Invalid Date', noDate('"Invalid Date"')],
			['tomorrow', noDate('"tomorrow"')],
			['', noDate('""')],
			[' ', noDate('" "')],
			['2026', isNumber('"2026"')],
			['46053', isNumber('"46053"')],
			['20260304', isNumber('"20260304"')],
			[2026, isNumber('2026')],
			[0, isNumber('0')],
			[NaN, isNumber('NaN')],
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
			['12', ['string', '12']],
			['true', ['string', 'true']],
			[' ', ['string', ' ']],
			['2026-01-31', ['string', '2026-01-31']],
			['2026-01-31 19:14:15', ['string', '2026-01-31 19:14:15']],
			['2026-01-31T19:14:15', ['string', '2026-01-31T19:14:15']],
			['2026-01-31T19:14Z', ['string', '2026-01-31T19:14Z']],
			['2026-01-31 19:14:15Z', ['string', '2026-01-31 19:14:15Z']],
			['2026-02-30T19:14:15Z', ['string', '2026-02-30T19:14:15Z']],
			['2026-01-31T19:14:15Z', ['date', '2026-01-31 19:14:15']],
			['2026-01-31T19:14:15.000+05:30', ['date', '2026-01-31 19:14:15']],
			['Invalid DateTime', ['string', 'Invalid DateTime']],
			[0, ['number', 0]],
			[-0, ['number', 0]],
			[1e21, ['number', 1e21]],
			[false, ['boolean', false]],
			[10n, ['string', '10']],
			[new Date('2026-01-31T19:14:15Z'), ['date', '2026-01-31 19:14:15']],
			['', undefined],
			[null, undefined],
			[undefined, undefined],
			[NaN, 'NaN is not a number that can be stored'],
			[new Date(NaN), NO_SUCH_DATE],
			[() => 1, single('a function')],
			[{}, single('an object')],
			[[1, 2], single('a list of 2')],
			[cycle, single('an object')],
			[deep, single('an object')],
		]),
	)('%i: %s %s', (_row, _type, _shown, value, expected) => {
		const [mapped] = mapAutomatically([{ field: value }]).customers;
		if (mapped === undefined) throw new Error('no customer');
		if ('problems' in mapped) return expect(mapped.problems[0]?.message).toBe(expected);
		const [attribute] = mapped.customer.attributes;
		expect(attribute && [attribute.type, attribute.value]).toEqual(expected);
	});
});
