import { DateTime, Duration } from 'luxon';
import { mapAutomatically, mapFields, mapJson, outcomes, remarks } from './mapping';

const entry = (name: string, type: string, value: unknown) => ({ name, type, value });

describe('an attribute without a value', () => {
	const LONG = 'x'.repeat(50);

	it.each<[string, unknown[]]>([
		['with a name that is too long', [entry(LONG, 'string', '')]],
		['without a name', [entry('', 'string', null)]],
		['with the name of another', [entry('City', 'string', '#N/A')]],
		['with another type than the run has', [entry('City', 'number', '')]],
	])('can fail no item: %s', (_what, entries) => {
		const list = [entry('City', 'string', 'Pune'), ...entries];
		for (const value of [list, [...list].reverse()]) {
			expect(outcomes(mapJson([value]))).toEqual([{ sent: [['City', 'string', 'Pune']] }]);
		}
	});

	it('does not decide the type of one that has a value in another item', () => {
		const run = mapJson([[entry('A', 'number', '')], [entry('A', 'string', 'x')]]);
		expect(outcomes(run)[1]).toEqual({ sent: [['A', 'string', 'x']] });
	});

	it('is no standard attribute of another type', () => {
		const options = { attributeTypes: { mobile: 'number' } } as const;
		expect(outcomes(mapAutomatically([{ City: 'Pune', mobile: '' }], options))).toEqual([
			{ sent: [['City', 'string', 'Pune']] },
		]);
	});
});

it('empties a text that was declared and is absent, and nothing else', () => {
	const options = {
		emptyValues: 'sendEmptyString',
		attributeTypes: { Town: 'string', Age: 'number', [`${'x'.repeat(50)}`]: 'string' },
	} as const;
	expect(outcomes(mapAutomatically([{ City: 'Pune' }], options))).toEqual([
		{
			sent: [
				['City', 'string', 'Pune'],
				['Town', 'string', ''],
			],
		},
	]);
});

it('fills email from an entry called Email, as from a field', () => {
	const sent = [['email', 'string', 'a@b.in']];
	expect(outcomes(mapJson([[entry('Email', 'string', 'a@b.in')], { Email: 'a@b.in' }]))).toEqual([
		{ sent },
		{ sent },
	]);
});

it.each<[string, unknown]>([
	['a list', ['id ', 'Email']],
	['a list as JSON text', '["id ", "Email"]'],
])('excludes a field whose name ends in a space: %s', (_what, fields) => {
	const item = { 'id ': 7, Email: 'a@b.in', City: 'Pune' };
	expect(outcomes(mapAutomatically([item], { include: 'except', fields }))).toEqual([
		{ sent: [['City', 'string', 'Pune']] },
	]);
});

it.each<[string, unknown]>([
	['Duration', Duration.fromObject({ days: 2 })],
	['Map', new Map([['a', 1]])],
	['Set', new Set(['a'])],
	['Error', new Error('no')],
])('takes no %s apart, and says so', (_name, value) => {
	const run = mapJson([{ City: 'Pune', x: value }]);
	const [outcome] = outcomes(run);
	const sent = outcome && 'sent' in outcome ? outcome.sent : [];
	const others = sent.filter(([name]) => name !== 'City');
	if (others.length === 0) expect(remarks(run)).toMatchObject([['x', expect.any(String), 1]]);
	else expect(others).toEqual([['x', 'string', expect.stringMatching(/^[^{"]+$/)]]);
});

it('sends a URL without quotes', () => {
	expect(outcomes(mapJson([{ x: new URL('https://a.in/b') }]))).toEqual([
		{ sent: [['x', 'string', 'https://a.in/b']] },
	]);
});

it('sends the years that Growlytics can hold', () => {
	const items = [{ Since: '9999-12-31T23:59:59' }, { Since: DateTime.utc(2, 1, 1) }];
	expect(outcomes(mapAutomatically(items))).toEqual([
		{ sent: [['Since', 'date', '9999-12-31 23:59:59']] },
		{ sent: [['Since', 'date', '0002-01-01 00:00:00']] },
	]);
});

it('shows of a number with 301 digits what a person needs', () => {
	const { customers } = mapFields({}, [entry('Code', 'string', 1e300)]);
	expect(customers).toMatchObject([{ problems: [{ attribute: 'Code' }] }]);
	expect(JSON.stringify(customers).length).toBeLessThan(500);
});
