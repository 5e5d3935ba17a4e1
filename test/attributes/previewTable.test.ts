import { columnRemarks } from '../../nodes/Growlytics/attributes/columnRemarks';
import { previewTable, typesJson } from '../../nodes/Growlytics/attributes/previewTable';
import type { Options } from './mapping';
import { mapAutomatically, mappingSettings } from './mapping';

type Items = ReadonlyArray<Record<string, unknown>>;

function tableOf(items: Items, options: Options = {}) {
	const { timezone, dateNumbers = 'refuse' } = { ...mappingSettings(options), ...options };
	return previewTable(mapAutomatically(items, options).mapped, { timezone, dateNumbers });
}

const people = [
	{ 'E-mail': 'a@b.in', Orders: '12', Joined: '31/01/2026', Vip: 'yes', Town: '-', row_number: 1 },
	{ 'E-mail': 'c@d.in', Orders: '7', Joined: '#N/A', Vip: 'no', Town: 'Pune', row_number: 2 },
];

describe('the table of a preview', () => {
	it('has a row for each attribute in the order of the columns, then what is not sent', () => {
		expect(tableOf(people)).toEqual([
			{
				attribute: 'email',
				type: 'Text',
				decidedBy: 'Growlytics',
				why: 'Growlytics keeps it as text',
				filled: 2,
				empty: 0,
				examples: 'a@b.in; c@d.in',
				doesNotFit: '',
				note: 'From the field "E-mail".',
			},
			{
				attribute: 'Orders',
				type: 'Number',
				decidedBy: 'the text',
				why: 'both values are numbers',
				filled: 2,
				empty: 0,
				examples: '12; 7',
				doesNotFit: '',
				note: '',
			},
			{
				attribute: 'Joined',
				type: 'Date and Time',
				decidedBy: 'the text',
				why: 'the only value is a date, day first because of "31/01/2026"',
				filled: 1,
				empty: 1,
				examples: '31/01/2026 → 2026-01-31 00:00:00',
				doesNotFit: '',
				note: '"#N/A" counts as empty.',
			},
			{
				attribute: 'Vip',
				type: 'Yes or No',
				decidedBy: 'the text',
				why: 'both values are yes or no',
				filled: 2,
				empty: 0,
				examples: 'yes → Yes; no → No',
				doesNotFit: '',
				note: '',
			},
			expect.objectContaining({ attribute: 'Town', type: 'Text' }),
			expect.objectContaining({
				attribute: 'row_number',
				type: 'Not sent',
				filled: 2,
				note: 'Left out: n8n adds it.',
			}),
		]);
	});

	it('holds texts and numbers alone, the same keys in every row', () => {
		const table = tableOf([
			...people,
			{ 'First Name': 'Asha', nested: [{ a: [1] }], when: new Date(0) },
		]);
		const keys = Object.keys(table[0] ?? {});
		for (const row of table) {
			expect(Object.keys(row)).toEqual(keys);
			for (const cell of Object.values(row)) expect(['string', 'number']).toContain(typeof cell);
		}
	});

	it('says who decided', () => {
		const items = [{ n: 1, t: '1', d: '12', Pincode: '411001', mobile: '9000010001', none: '' }];
		const rows = tableOf(items, { attributeTypes: { d: 'string' } });
		expect(rows.map(({ attribute, type, decidedBy }) => [attribute, type, decidedBy])).toEqual([
			['n', 'Number', 'the values'],
			['t', 'Number', 'the text'],
			['d', 'Text', 'you'],
			['Pincode', 'Text', 'the name'],
			['mobile', 'Text', 'Growlytics'],
			['none', 'Not sent', 'nothing yet'],
		]);
	});

	it('shows what does not fit, and what stays open', () => {
		const items = [{ Age: '12', Joined: '03/04/2026' }, { Age: 'old' }, { Age: 'very old' }];
		const options = { attributeTypes: { Age: 'number' }, invalidAttributes: 'skip' } as const;
		expect(tableOf(items, options)).toMatchObject([
			{
				attribute: 'Age',
				doesNotFit: '2, e.g. "old"',
				examples: expect.stringContaining('old → not sent'),
			},
			{
				attribute: 'Joined',
				type: 'Date and Time',
				examples: '03/04/2026 → not sent',
				note: expect.stringMatching(/^"03\/04\/2026" can be day first or month first.*\.$/),
			},
		]);
	});

	it('shows what does not fit though its item is refused for it', () => {
		const items = [{ Size: '1' }, { Size: 'XL' }, { Size: '3' }];
		expect(tableOf(items, { attributeTypes: { Size: 'number' } })).toMatchObject([
			{ attribute: 'Size', decidedBy: 'you', filled: 2, doesNotFit: '1, e.g. "XL"' },
		]);
	});

	it('names the Customer ID and a name that is made of two', () => {
		const items = [{ no: 'c1', 'First Name': 'Asha', 'Last Name': 'Rao' }];
		expect(tableOf(items, { idField: 'no' })).toMatchObject([
			{
				attribute: 'name',
				filled: 1,
				examples: 'Asha Rao',
				note: 'Made of "First Name" and "Last Name".',
			},
			{ attribute: 'no', type: 'Not sent', note: 'It is the Customer ID, and is not sent again.' },
			{ attribute: 'First Name' },
			{ attribute: 'Last Name' },
		]);
	});

	it('stays short, however long the values', () => {
		const table = tableOf([{ ['n'.repeat(40)]: 'v'.repeat(1_000_000), ['m'.repeat(100_000)]: 1 }]);
		expect(JSON.stringify(table).length).toBeLessThan(2_000);
	});
});

describe('the types as JSON', () => {
	const json = (items: Items, options: Options = {}) =>
		typesJson(mapAutomatically(items, options).mapped);

	it('are those of the custom attributes that hold something', () => {
		expect(json(people)).toBe(
			'{"Orders":"number","Joined":"date","Vip":"boolean","Town":"string"}',
		);
		expect(json([{ email: 'a@b.in', none: '' }])).toBe('{}');
	});

	it('give the same attributes again when they are chosen', () => {
		const attributeTypes = JSON.parse(json(people));
		const [first, second] = [{}, { attributeTypes }].map(
			(options) => mapAutomatically(people, options).customers,
		);
		expect(second).toEqual(first);
		// Nothing is left to be decided anew.
		const { mapped } = mapAutomatically(people, { attributeTypes });
		const texts = columnRemarks(mapped, mappingSettings()).map(({ text }) => text);
		expect(texts.filter((text) => text.startsWith('Read from text'))).toEqual([]);
	});
});

it('shows a number that is declared a date as it would be sent', () => {
	const rows = tableOf([{ Joined: 1769886855 }], {
		attributeTypes: { Joined: 'date' },
		dateNumbers: 'unixSeconds',
	});
	expect(rows).toMatchObject([{ examples: '1769886855 → 2026-01-31 19:14:15' }]);
});
