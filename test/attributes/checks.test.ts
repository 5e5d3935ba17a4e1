import { mapAutomatically, mapFields, mapJson, outcomes, remarks } from './mapping';

const TWO_VALUES = 'two fields have this name and different values';
const NOTHING_LEFT = ['', 'No attribute is left to send, only the Customer ID.'];
const TWICE = 'this name is used twice (space around a name does not count)';
const name49 = 'x'.repeat(49);
const emoji49 = '🎉'.repeat(49);
/** An own key, as JSON.parse makes it; in a literal it would set the prototype. */
const withProtoKey: Record<string, unknown> = JSON.parse('{"__proto__": "a", "constructor": "b"}');

describe('names of attributes', () => {
	it.each([
		['City', 'City'],
		['city', 'city'],
		['Total Orders', 'Total Orders'],
		['🎉 party', '🎉 party'],
		['नाम', 'नाम'],
		['<b>', '<b>'],
		['a.b', 'a.b'],
		['2026', '2026'],
		['hasOwnProperty', 'hasOwnProperty'],
		['toString', 'toString'],
		['id', 'id'],
		[name49, name49],
		[emoji49, emoji49],
	])('%s is sent as it is', (written, sent) => {
		expect(outcomes(mapAutomatically([{ [written]: 'v' }]))).toEqual([
			{ sent: [[sent, 'string', 'v']] },
		]);
	});

	it.each([
		[' City', 'City'],
		['City ', 'City'],
		['\tCity\n', 'City'],
		['\u00a0City', 'City'],
		[` ${name49} `, name49],
	])('%j is sent without the space around it', (written, sent) => {
		expect(outcomes(mapAutomatically([{ [written]: 'v' }]))).toEqual([
			{ sent: [[sent, 'string', 'v']] },
		]);
	});

	it.each([
		['x'.repeat(50), 'x'.repeat(50), 50],
		['🎉'.repeat(50), '🎉'.repeat(50), 50],
		['y'.repeat(120), 'y'.repeat(120), 120],
		['y'.repeat(121), `${'y'.repeat(119)}…`, 121],
	])(
		'%s is too long: left out and told, or refused if somebody chose it',
		(written, shown, characters) => {
			const message = `this name has ${characters} characters, and Growlytics takes at most 49`;
			const run = mapAutomatically([{ [written]: 'v', City: 'a' }]);
			expect(outcomes(run)).toEqual([{ sent: [['City', 'string', 'a']] }]);
			expect(remarks(run)).toEqual([
				[
					shown,
					`Left out: ${message}. Give it a shorter name under Options > Rename Attributes.`,
					1,
				],
			]);
			const chosen = mapAutomatically([{ [written]: 'v' }], {
				include: 'selected',
				fields: [written],
			});
			expect(outcomes(chosen)).toEqual([{ problems: [[shown, message]] }]);
			expect(outcomes(mapFields({}, [row(written, 'v')]))).toEqual([
				{ problems: [[shown, message]] },
			]);
			expect(outcomes(mapJson([[entry(written, 'v')]]))).toEqual([
				{ problems: [[shown, message]] },
			]);
		},
	);

	it('knows no special names in JavaScript', () => {
		const read = outcomes(mapFields({}, [row('__proto__', 'a'), row('constructor', 'b')]));
		expect(read).toEqual([
			{
				sent: [
					['__proto__', 'string', 'a'],
					['constructor', 'string', 'b'],
				],
			},
		]);
		const said = 'Left out: it belongs to the system that the data comes from.';
		for (const run of [
			mapAutomatically([withProtoKey]),
			mapJson(['{"__proto__": "a", "constructor": "b"}']),
		]) {
			expect(outcomes(run)).toEqual([{ sent: [['constructor', 'string', 'b']] }]);
			expect(remarks(run)).toEqual([['__proto__', said, 1]]);
		}
		expect(outcomes(mapAutomatically([{ a: withProtoKey }], { nestedValues: 'flatten' }))).toEqual([
			{ sent: [['a.constructor', 'string', 'b']] },
		]);
		expect({}).not.toHaveProperty('a');
	});

	it.each([
		['in JSON', () => mapJson([[entry('City', 'a'), entry(' City', 'b')]])],
		['in rows', () => mapFields({}, [row('City', 'a'), row('City', 'b')])],
	])('are unique: %s', (_where, map) => {
		expect(outcomes(map())).toEqual([{ problems: [[expect.any(String), TWICE]] }]);
	});

	it.each([
		['in fields', { City: 'a', 'City ': 'b', x: 'y' }, 'City'],
		['by flattening', { 'a.b': 1, a: { b: 2 }, x: 'y' }, 'a.b'],
	])('are unique, and of two values that were merely met neither is sent: %s', (_, item, name) => {
		expect(outcomes(mapAutomatically([item], { nestedValues: 'flatten' }))).toEqual([
			{ sent: [['x', 'string', 'y']], warnings: [[name, `Left out: ${TWO_VALUES}.`]] },
		]);
	});

	it.each([
		['in fields', () => mapAutomatically([{ City: '', 'City ': 'b' }])],
		['in JSON', () => mapJson([[entry('City', ''), entry('City ', 'b')]])],
		['in JSON, the other way round', () => mapJson([[entry('City', 'b'), entry('City ', null)]])],
		['in rows', () => mapFields({}, [row('City', ''), row('City', 'b')])],
		['of a word for nothing', () => mapJson([[entry('City', '#N/A'), entry('City', 'b')]])],
	])('have no twin without a value: %s', (_where, map) => {
		expect(outcomes(map())).toEqual([{ sent: [['City', 'string', 'b']] }]);
	});

	it('are unique for standard attributes too', () => {
		expect(outcomes(mapFields({ email: 'a@b.in' }, [row('email', 'c@d.in')]))).toEqual([
			{ problems: [['email', TWICE]] },
		]);
	});

	it('sends the first of two with one name if invalid ones are left out', () => {
		expect(
			outcomes(mapJson([[entry('City', 'a'), entry('City', 'b')]], { invalidAttributes: 'skip' })),
		).toEqual([{ sent: [['City', 'string', 'a']], warnings: [['City', `Left out: ${TWICE}.`]] }]);
	});

	it('tell capital letters apart', () => {
		expect(outcomes(mapAutomatically([{ City: 'a', city: 'b' }]))).toEqual([
			{
				sent: [
					['City', 'string', 'a'],
					['city', 'string', 'b'],
				],
			},
		]);
	});

	it.each([
		['a row', () => mapFields({}, [row('', 'x'), row('City', 'a')])],
		['a row without a name', () => mapFields({}, [{ value: 'x' }, row('City', 'a')])],
		['an entry in JSON', () => mapJson([[entry(' ', 'x'), entry('City', 'a')]])],
	])('have to be there: %s', (_where, map) => {
		expect(outcomes(map())).toEqual([
			{ problems: [['', 'the field with the value "x" has no name']] },
		]);
	});

	it.each([
		['a field', { '': 'x', City: 'a' }, '"x"'],
		['a field of spaces', { ' ': 0, City: 'a' }, '0'],
	])('that are not there are told where they were merely met: %s', (_where, item, shown) => {
		const run = mapAutomatically([item]);
		expect(outcomes(run)).toEqual([{ sent: [['City', 'string', 'a']] }]);
		expect(remarks(run)).toEqual([
			[
				'',
				`Left out: the field with the value ${shown} has no name. Give it a name where it comes from.`,
				1,
			],
		]);
	});

	it.each([
		['a column without header and values', () => mapAutomatically([{ '': '', City: 'a' }])],
		['a row that nobody filled in', () => mapFields({}, [row('', ''), row('City', 'a')])],
	])('are not missed where there is no value: %s', (_where, map) => {
		expect(outcomes(map())).toEqual([{ sent: [['City', 'string', 'a']] }]);
	});

	it.each([
		[{ a: 1 }, 'an object'],
		[['City'], 'a list of 1'],
		[true, 'true'],
		[1.5, '1.5'],
		[NaN, 'NaN'],
	])('are text: an expression that gives %j is refused', (name, shown) => {
		expect(outcomes(mapFields({}, [{ name, type: 'string', value: 'x' }]))).toEqual([
			{ problems: [['', `Name of an attribute is ${shown}, not text`]] },
		]);
	});

	it('may be a whole number', () => {
		expect(outcomes(mapFields({}, [{ name: 2026, value: 'x' }]))).toEqual([
			{ sent: [['2026', 'string', 'x']] },
		]);
	});
});

describe('the number of attributes', () => {
	const many = (count: number) =>
		Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, index]));
	const standard = { name: 'Asha', email: 'a@b.in', mobile: '9911112222' };

	it('may be 100, the standard ones not counted', () => {
		const [mapped] = mapAutomatically([{ ...many(100), ...standard }]).customers;
		expect(mapped).toMatchObject({ customer: { attributes: { length: 103 } }, warnings: [] });
	});

	it('does not count what is empty', () => {
		const [mapped] = mapAutomatically([{ ...many(100), empty: '', none: null }]).customers;
		expect(mapped).toMatchObject({ customer: { attributes: { length: 100 } } });
	});

	it('may not be 101', () => {
		expect(outcomes(mapAutomatically([many(101)]))).toEqual([
			{
				problems: [
					[
						'',
						'a customer can hold 100 custom attributes, and this item has 101. Too many: "a100"',
					],
				],
			},
		]);
	});

	it('ends with 100 if invalid ones are left out', () => {
		const [mapped] = mapAutomatically([{ ...many(102), ...standard }], {
			invalidAttributes: 'skip',
		}).customers;
		expect(mapped).toMatchObject({
			customer: { attributes: { length: 103 } },
			warnings: [
				{
					attribute: '',
					message:
						'Left out: a customer can hold 100 custom attributes, and this item has 102. Too many: "a100", "a101".',
				},
			],
		});
	});

	it('names ten of those that are too many, and counts the others', () => {
		const [mapped] = outcomes(mapAutomatically([many(112)]));
		const names = Array.from({ length: 10 }, (_, index) => `"a${100 + index}"`).join(', ');
		expect(JSON.stringify(mapped).replaceAll('\\', '')).toContain(`Too many: ${names}, 2 more`);
	});

	it('is said if it is none', () => {
		expect(outcomes(mapAutomatically([{ City: '' }]))).toEqual([
			{
				sent: [],
				warnings: [NOTHING_LEFT],
			},
		]);
	});
});

function entry(name: string, value: unknown) {
	return { name, type: 'string', value };
}

function row(name: string, value: string) {
	return { name, type: 'string', value };
}
