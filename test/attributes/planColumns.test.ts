import { DateTime } from 'luxon';
import { columnRemarks } from '../../nodes/Growlytics/attributes/columnRemarks';
import { mapAutomatically, mapJson, mappingSettings, outcomes } from './mapping';
import type { Options } from './mapping';

const column = (...values: unknown[]) => values.map((field) => ({ field }));

/** What each item of one column sends: type and value, nothing, or the first problem's message. */
function sentOf(values: readonly unknown[], options: Options = {}) {
	return mapAutomatically(column(...values), options).customers.map((mapped) => {
		if ('problems' in mapped) return mapped.problems[0]?.message;
		const [attribute] = mapped.customer.attributes;
		return attribute && [attribute.type, attribute.value];
	});
}

/** The distinct warnings of a column. */
function warningsOf(values: readonly unknown[], options: Options = {}) {
	const { customers } = mapAutomatically(column(...values), options);
	const messages = customers.flatMap((mapped) =>
		'problems' in mapped ? [] : mapped.warnings.map(({ message }) => message),
	);
	return [...new Set(messages)].filter((message) => !message.startsWith('No attribute'));
}

/** What the notice says of a column. */
function noticeOf(values: readonly unknown[], options: Options = {}) {
	return columnRemarks(
		mapAutomatically(column(...values), options).mapped,
		mappingSettings(options),
	).map(({ text }) => text);
}

const mixed = (first: string, second: string) =>
	`"field" is Text, because some items hold ${first} and others ${second}: if that is not meant, choose its type under Attribute Types.`;

const READ = (type: string) =>
	`Read from text: field = ${type}. Choose the types under Attribute Types to keep them.`;

const utc = (text: string) => new Date(text);

describe('a column', () => {
	it.each<[string, unknown[], string[], string[]]>([
		['numbers', [1, 2.5, 0], ['number', 'number', 'number'], []],
		[
			'all text digits, one of them a code',
			['1', '2', '007'],
			['string', 'string', 'string'],
			[
				'"field" is Text, because "007" is no number, though 2 of 3 values are: if that is not meant, choose its type under Attribute Types.',
			],
		],
		['booleans', [true, false], ['boolean', 'boolean'], []],
		['yes and no as text', ['yes', 'no'], ['boolean', 'boolean'], [READ('Yes or No')]],
		['0 and 1', [0, 1], ['number', 'number'], []],
		['numbers and gaps', [1, '', null, undefined, 4], ['number', '-', '-', '-', 'number'], []],
		[
			'numbers with one N/A',
			[42, 'N/A', 7],
			['number', '-', 'number'],
			['Words for nothing count as empty: "N/A" in "field".'],
		],
		[
			'numbers with one text',
			[42, 'many', 7],
			['string', 'string', 'string'],
			[mixed('42', '"many"')],
		],
		['numbers, numbers as text', [42, '42'], ['number', 'number'], [READ('Number')]],
		[
			'booleans and numbers',
			[true, 1],
			['string', 'string'],
			[
				'"field" is Text; both values are yes or no: if that is meant, choose Yes or No under Attribute Types.',
			],
		],
		['three types', [true, 1, 'x'], ['string', 'string', 'string'], [mixed('1', 'true')]],
		[
			'dates and a gap',
			['2026-01-31T19:14:15Z', '', '2026-02-01T00:00:00+05:30'],
			['date', '-', 'date'],
			[READ('Date and Time')],
		],
		['dates mixed with text', ['2026-01-31T19:14:15Z', 'soon'], ['string', 'string'], []],
		[
			'Date objects mixed with text',
			[utc('2026-01-31T19:14:15Z'), 'soon'],
			['string', 'string'],
			[mixed('2026-01-31 19:14:15', '"soon"')],
		],
		[
			'dates with and without an offset',
			['2026-01-31T19:14:15Z', '2026-01-31'],
			['date', 'date'],
			[READ('Date and Time')],
		],
		[
			'Date objects, DateTimes and text of machines',
			[utc('2026-01-31T19:14:15Z'), DateTime.utc(2026, 1, 31, 19, 14, 15), '2026-01-31T19:14:15Z'],
			['date', 'date', 'date'],
			[READ('Date and Time')],
		],
		[
			'a Date object and a number',
			[utc('2026-01-31T19:14:15Z'), 5],
			['string', 'string'],
			[mixed('5', '2026-01-31 19:14:15')],
		],
	])('of %s', (_what, values, types, notice) => {
		const sent = sentOf(values);
		expect(sent.map((one) => (Array.isArray(one) ? one[0] : '-'))).toEqual(types);
		expect(noticeOf(values)).toEqual(notice);
		expect(warningsOf(values)).toEqual([]);
	});

	it('sends the digits of numbers and the text of dates where it became text', () => {
		expect(sentOf([9190000000, 'many', 1e-7])).toEqual([
			['string', '9190000000'],
			['string', 'many'],
			['string', '0.0000001'],
		]);
		expect(sentOf([utc('2026-01-31T19:14:15Z'), 'soon', true])).toEqual([
			['string', '2026-01-31 19:14:15'],
			['string', 'soon'],
			['string', 'true'],
		]);
	});

	it('keeps text as it is while types are not to be detected', () => {
		const values = ['2026-01-31T19:14:15Z', '12', 'yes'];
		for (const value of values) {
			expect(sentOf([value], { detectTypes: 'off' })).toEqual([['string', value]]);
			expect(noticeOf([value], { detectTypes: 'off' })).toEqual([]);
		}
	});

	it('that one item has is sent for that item alone', () => {
		expect(outcomes(mapAutomatically([{ City: 'a' }, { City: 'b', Age: 3 }, {}]))).toEqual([
			{ sent: [['City', 'string', 'a']] },
			{
				sent: [
					['City', 'string', 'b'],
					['Age', 'number', 3],
				],
			},
			{
				sent: [],
				warnings: [['', 'No attribute is left to send, only the Customer ID.']],
			},
		]);
	});
});

describe('a standard attribute', () => {
	it('is text whatever its column holds, without a warning', () => {
		const items = [{ mobile: 919911112222 }, { mobile: '99 111 11222' }, { mobile: 9.19e9 }];
		expect(outcomes(mapAutomatically(items))).toEqual([
			{ sent: [['mobile', 'string', '919911112222']] },
			{ sent: [['mobile', 'string', '99 111 11222']] },
			{ sent: [['mobile', 'string', '9190000000']] },
		]);
	});

	it('is refused with another type', () => {
		const message = 'this standard attribute is always text, not a number';
		const problems = [['mobile', message]];
		expect(
			outcomes(
				mapAutomatically([{ mobile: 9911112222 }], { attributeTypes: { mobile: 'number' } }),
			),
		).toEqual([{ problems }]);
		expect(outcomes(mapJson([[{ name: 'mobile', type: 'number', value: 9911112222 }]]))).toEqual([
			{ problems },
		]);
	});
});

describe('a type declared under Attribute Types', () => {
	it.each<[NonNullable<Options['attributeTypes']>, unknown[], unknown[]]>([
		[
			{ field: 'number' },
			['12', 'N/A', 7, ''],
			[['number', 12], undefined, ['number', 7], undefined],
		],
		[{ field: 'number' }, ['12', 'many'], [['number', 12], '"many" is not a number']],
		[
			{ field: 'boolean' },
			['Yes', 0, 'maybe'],
			[['boolean', true], ['boolean', false], '"maybe" is neither yes nor no'],
		],
		[
			{ field: 'date' },
			['2026-01-31', '', '31/01/2026'],
			[['date', '2026-01-31 00:00:00'], undefined, ['date', '2026-01-31 00:00:00']],
		],
		[
			{ field: 'date' },
			['2026-01-31', '03/01/2026'],
			[['date', '2026-01-31 00:00:00'], '"03/01/2026" can be day first or month first'],
		],
		[
			{ field: 'string' },
			[7, true, '2026-01-31T19:14:15Z'],
			[
				['string', '7'],
				['string', 'true'],
				['string', '2026-01-31T19:14:15Z'],
			],
		],
	])('decides: %j', (attributeTypes, values, expected) => {
		expect(sentOf(values, { attributeTypes })).toEqual(expected);
		expect(warningsOf(values, { attributeTypes })).toEqual([]);
	});

	it('leaves out what does not fit, if wanted', () => {
		const options: Options = { attributeTypes: { field: 'number' }, invalidAttributes: 'skip' };
		expect(sentOf([1, 'many'], options)).toEqual([['number', 1], undefined]);
		expect(warningsOf([1, 'many'], options)).toEqual(['Left out: "many" is not a number.']);
	});

	it('warns if no item has the attribute', () => {
		const said = 'No item has "Feild", which Attribute Types names.';
		const options: Options = { attributeTypes: { Feild: 'number' } };
		expect(noticeOf([1, 2], options)).toEqual([said]);
		expect(columnRemarks(mapJson([{ field: 1 }], options).mapped, mappingSettings())).toMatchObject(
			[{ text: said }],
		);
		expect(
			columnRemarks(mapAutomatically([{ a: 1 }, { Feild: 2 }], options).mapped, mappingSettings()),
		).toEqual([]);
		// It is there, and holds nothing.
		expect(
			columnRemarks(mapAutomatically([{ Feild: '' }], options).mapped, mappingSettings()),
		).toEqual([]);
	});

	it('holds for the name as it is sent', () => {
		const options: Options = { attributeTypes: { City: 'string', 'a.b': 'string' } };
		expect(
			outcomes(
				mapAutomatically([{ ' City': 1, a: { b: 2 } }], { ...options, nestedValues: 'flatten' }),
			),
		).toMatchObject([
			{
				sent: [
					['City', 'string', '1'],
					['a.b', 'string', '2'],
				],
			},
		]);
	});
});

describe('a list in JSON mode', () => {
	const entry = (type: unknown, value: unknown) => [{ name: 'Score', type, value }];

	it('declares types: the first item decides, others that differ are refused', () => {
		expect(
			outcomes(mapJson([entry('number', 1), entry('string', '2'), entry('number', '3')])),
		).toEqual([
			{ sent: [['Score', 'number', 1]] },
			{ problems: [['Score', 'its type here is text, but an earlier item has it as a number']] },
			{ sent: [['Score', 'number', 3]] },
		]);
	});

	it('decides for items that give an object', () => {
		expect(outcomes(mapJson([{ Score: 'high' }, entry('number', 1), { Score: '2' }]))).toEqual([
			{ problems: [['Score', '"high" is not a number']] },
			{ sent: [['Score', 'number', 1]] },
			{ sent: [['Score', 'number', 2]] },
		]);
	});

	it('may leave the type to Attribute Types, and may not contradict it', () => {
		const options: Options = { attributeTypes: { Score: 'number' } };
		expect(outcomes(mapJson([entry(undefined, '1'), entry('string', 'x')], options))).toEqual([
			{ sent: [['Score', 'number', 1]] },
			{
				problems: [
					['Score', 'its type in the list is "string" (Text), but Attribute Types has Number'],
				],
			},
		]);
	});
});

describe('an empty value', () => {
	const items = [
		{ City: 'Pune', Age: 3, Since: utc('2026-01-31T19:14:15Z'), Vip: true, Nothing: '' },
		{ City: '', Age: null, Since: undefined, Vip: '', Nothing: null, email: '' },
	];

	it('is left out', () => {
		expect(outcomes(mapAutomatically(items))[1]).toMatchObject({ sent: [] });
	});

	it('empties text attributes alone, if wanted', () => {
		expect(outcomes(mapAutomatically(items, { emptyValues: 'sendEmptyString' }))[1]).toEqual({
			sent: [
				['email', 'string', ''],
				['City', 'string', ''],
			],
		});
	});

	it('is a space, and neither 0 nor false', () => {
		expect(outcomes(mapAutomatically([{ a: 0, b: false, c: ' ', d: '\u00a0' }]))).toEqual([
			{
				sent: [
					['a', 'number', 0],
					['b', 'boolean', false],
				],
			},
		]);
	});
});
