import { mapAutomatically, mapFields, mapJson, outcomes } from './mapping';

const LEFT_OUT_WARNING = 'Sent without the space around its name.';
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
	])('%j is sent without the space around it, with a warning', (written, sent) => {
		expect(outcomes(mapAutomatically([{ [written]: 'v' }]))).toEqual([
			{ sent: [[sent, 'string', 'v']], warnings: [[sent, LEFT_OUT_WARNING]] },
		]);
	});

	it.each([
		['x'.repeat(50), 'x'.repeat(50), 50],
		['🎉'.repeat(50), '🎉'.repeat(50), 50],
		['y'.repeat(120), 'y'.repeat(120), 120],
		['y'.repeat(121), `${'y'.repeat(119)}…`, 121],
	])('%s is too long', (written, shown, characters) => {
		expect(outcomes(mapAutomatically([{ [written]: 'v' }]))).toEqual([
			{
				problems: [
					[shown, `this name has ${characters} characters, and Growlytics takes at most 49`],
				],
			},
		]);
	});

	it('knows no special names in JavaScript', () => {
		const sent = [
			['__proto__', 'string', 'a'],
			['constructor', 'string', 'b'],
		];
		expect(outcomes(mapAutomatically([withProtoKey]))).toEqual([{ sent }]);
		expect(outcomes(mapJson(['{"__proto__": "a", "constructor": "b"}']))).toEqual([{ sent }]);
		expect(outcomes(mapAutomatically([{ a: withProtoKey }], { nestedValues: 'flatten' }))).toEqual([
			{
				sent: [
					['a.__proto__', 'string', 'a'],
					['a.constructor', 'string', 'b'],
				],
			},
		]);
		expect({}).not.toHaveProperty('a');
	});

	it.each([
		['in fields', () => mapAutomatically([{ City: 'a', 'City ': 'b' }])],
		['in JSON', () => mapJson([[entry('City', 'a'), entry(' City', 'b')]])],
		['in rows', () => mapFields({}, [row('City', 'a'), row('City', 'b')])],
		['with an empty value', () => mapAutomatically([{ City: '', 'City ': 'b' }])],
		[
			'by flattening',
			() => mapAutomatically([{ 'a.b': 1, a: { b: 2 } }], { nestedValues: 'flatten' }),
		],
	])('are unique: %s', (_where, map) => {
		expect(outcomes(map())).toEqual([{ problems: [[expect.any(String), TWICE]] }]);
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
		['a field', () => mapAutomatically([{ '': 'x', City: 'a' }]), '"x"'],
		['a field of spaces', () => mapAutomatically([{ ' ': 0, City: 'a' }]), '0'],
		['a row', () => mapFields({}, [row('', 'x'), row('City', 'a')]), '"x"'],
		['a row without a name', () => mapFields({}, [{ stringValue: 'x' }, row('City', 'a')]), '"x"'],
	])('have to be there: %s', (_where, map, shown) => {
		expect(outcomes(map())).toEqual([
			{ problems: [['', `Name is missing for the attribute with the value ${shown}`]] },
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
		expect(outcomes(mapFields({}, [{ name, type: 'string', stringValue: 'x' }]))).toEqual([
			{ problems: [['', `Name of an attribute is ${shown}, not text`]] },
		]);
	});

	it('may be a whole number', () => {
		expect(outcomes(mapFields({}, [{ name: 2026, stringValue: 'x' }]))).toEqual([
			{ sent: [['2026', 'string', 'x']] },
		]);
	});
});

describe('the number of attributes', () => {
	const many = (count: number) =>
		Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, index]));
	const standard = { name: 'Asha', email: 'a@b.in', mobile: '99' };

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
						'a100',
						'it is beyond the 100 custom attributes that a customer can hold (this item has 101)',
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
				{ attribute: 'a100', message: expect.stringMatching(/^Left out: it is beyond the 100/) },
				{ attribute: 'a101' },
			],
		});
	});

	it('is said if it is none', () => {
		expect(outcomes(mapAutomatically([{ City: '' }]))).toEqual([
			{
				sent: [],
				warnings: [['', 'No attribute is left to send, only the Customer ID.']],
			},
		]);
	});
});

function entry(name: string, value: unknown) {
	return { name, type: 'string', value };
}

function row(name: string, stringValue: string) {
	return { name, type: 'string', stringValue };
}
