import type { Mapped, Options } from './mapping';
import { mapAutomatically, outcomes } from './mapping';

type Fields = Record<string, unknown>;

/** Each item is mapped with its own ID, whose field was dragged in. */
function map(items: Fields[], options: Options = {}) {
	return mapAutomatically(items, { idField: 'id', ...options }, (item) => item.id);
}

/** Names and values of each item that is sent, or the messages of what is wrong with it. */
function shown({ customers }: Mapped) {
	return customers.map((mapped) =>
		'problems' in mapped
			? mapped.problems.map(({ attribute, message }) => `${attribute}: ${message}`)
			: Object.fromEntries(mapped.customer.attributes.map(({ name, value }) => [name, value])),
	);
}

function warnings({ customers }: Mapped) {
	return customers.map((mapped) =>
		'problems' in mapped
			? []
			: mapped.warnings.map(({ attribute, message }) => `${attribute}: ${message}`),
	);
}

/** The attributes of one item, or undefined. */
function attributesOf({ customers: [mapped] }: Mapped) {
	return mapped && 'customer' in mapped ? mapped.customer.attributes : undefined;
}

const NOTHING_LEFT = ': No attribute is left to send, only the Customer ID.';

function remarks({ mapped }: Mapped) {
	return mapped.remarks.map(({ name, message, items }) => `${name}: ${message} (${items})`);
}

describe('what a run decides', () => {
	it('asks no item without a usable ID', () => {
		const run = map([
			{ id: 1, Orders: '1' },
			{ id: 2, Orders: '2' },
			{ id: '', Orders: 'Total: 3' },
			{ id: '#N/A', Orders: 'x' },
		]);
		expect(shown(run)).toEqual([
			{ Orders: 1 },
			{ Orders: 2 },
			['id: Customer ID is empty'],
			['id: Customer ID is "#N/A", which names no customer'],
		]);
	});

	it('asks no item that is refused for another value', () => {
		const items = [
			{ id: 1, Amount: '5', Orders: '1' },
			{ id: 2, Amount: '6', Orders: '2' },
			{ id: 3, Amount: 'a lot', Orders: 'Total: 3' },
		];
		const run = map(items, { attributeTypes: { Amount: 'number' } });
		expect(shown(run)).toEqual([
			{ Amount: 5, Orders: 1 },
			{ Amount: 6, Orders: 2 },
			['Amount: "a lot" is not a number'],
		]);
	});

	it('keeps a list as text, however it looks', () => {
		const run = map([
			{ id: 1, Sizes: ['38'] },
			{ id: 2, Sizes: ['38', '40'] },
			{ id: 3, Sizes: ['41'] },
		]);
		expect(outcomes(run)).toEqual(
			['38', '38, 40', '41'].map((value) => ({ sent: [['Sizes', 'string', value]] })),
		);
		expect(run.mapped.columns.find(({ name }) => name === 'Sizes')).toMatchObject({
			decidedBy: 'values',
			why: 'it comes as a list',
		});
		expect(outcomes(map([{ id: 1, Sizes: ['38'] }]))).toEqual([
			{ sent: [['Sizes', 'string', '38']] },
		]);
	});

	it('changes no item, and nothing of one reaches the next', () => {
		const items = [{ id: 1, City: 'Pune', address: { zip: '1' }, tags: ['a'] }, { id: 2 }];
		const before = JSON.stringify(items);
		expect(shown(map(items))).toEqual([{ City: 'Pune', 'address.zip': '1', tags: 'a' }, {}]);
		expect(JSON.stringify(items)).toBe(before);
	});
});

describe('the field of the Customer ID', () => {
	it.each<[string, Fields, Options, Fields]>([
		['is not sent again', { id: 'C1', City: 'Pune' }, {}, { City: 'Pune' }],
		[
			'is not sent again out of a wrapper',
			{ id: 'C1', properties: { no: 'C1', City: 'Pune' } },
			{ idField: 'properties.no' },
			{ City: 'Pune' },
		],
		[
			'fills a standard attribute',
			{ id: 'C1', Email: 'a@example.com' },
			{ idField: 'Email' },
			{ email: 'a@example.com', id: 'C1' },
		],
		[
			'is sent if it was selected',
			{ id: 'C1', City: 'Pune' },
			{ include: 'selected', fields: 'id' },
			{ id: 'C1' },
		],
		[
			'is any field like the others if nothing was dragged',
			{ id: 'C1' },
			{ idField: '' },
			{ id: 'C1' },
		],
	])('%s', (_, item, settings, sent) => {
		expect(shown(map([item], settings))).toEqual([sent]);
	});
});

describe('names', () => {
	const LONG = 'n'.repeat(50);

	it('are sent without what nobody sees', () => {
		expect(shown(map([{ id: 1, '\u200bCity\u00a0': 'Pune' }]))).toEqual([{ City: 'Pune' }]);
	});

	it('that are too long are left out and named, once for the run', () => {
		const run = map([
			{ id: 1, [LONG]: 'x' },
			{ id: 2, [LONG]: 'y' },
			{ id: 3, [LONG]: '' },
		]);
		expect(shown(run)).toEqual([{}, {}, {}]);
		expect(remarks(run)).toEqual([
			`${LONG}: Left out: this name has 50 characters, and Growlytics takes at most 49. Give it a shorter name under Options > Rename Attributes. (2)`,
		]);
	});

	it('that are too long and were selected keep the item back', () => {
		const settings = { include: 'selected', fields: LONG } as const;
		expect(
			shown(
				map(
					[
						{ id: 1, [LONG]: 'x' },
						{ id: 2, [LONG]: null },
					],
					settings,
				),
			),
		).toEqual([[`${LONG}: this name has 50 characters, and Growlytics takes at most 49`], {}]);
	});

	it.each<[string, Fields, Fields, string[]]>([
		['the one with a value wins', { City: '', 'City ': 'Pune' }, { City: 'Pune' }, []],
		['wherever it stands', { City: 'Pune', 'City ': null }, { City: 'Pune' }, []],
		['a word for nothing is none', { City: '#N/A', 'City ': 'Pune' }, { City: 'Pune' }, []],
		['the same value is one', { City: 'Pune', 'City ': 'Pune' }, { City: 'Pune' }, []],
		[
			'of two values nobody knows',
			{ City: 'Pune', 'City ': 'Goa' },
			{},
			['City: Left out: two fields have this name and different values.'],
		],
		['an empty list is nothing', { City: [], 'City ': 'Goa' }, { City: 'Goa' }, []],
	])('of twins: %s', (_, item, sent, said) => {
		const run = map([{ id: 1, ...item }]);
		expect(shown(run)).toEqual([sent]);
		const nothing = Object.keys(sent).length === 0 ? [NOTHING_LEFT] : [];
		expect(warnings(run)).toEqual([[...said, ...nothing]]);
	});

	it('that nothing is without are left out', () => {
		const run = map([{ id: 1, '': 'x', ' ': '' }]);
		expect(shown(run)).toEqual([{}]);
		expect(remarks(run)).toEqual([
			': Left out: the field with the value "x" has no name. Give it a name where it comes from. (1)',
		]);
	});
});

describe('too many attributes', () => {
	const many = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`a${index}`, 'x']));

	it('keep the item back, since only a person can choose', () => {
		const { customers } = map([{ id: 1, ...many }]);
		expect(customers).toMatchObject([
			{ problems: [{ message: expect.stringContaining('"a100"') }] },
		]);
	});

	it('are left out where that was chosen', () => {
		const run = map([{ id: 1, ...many }], { invalidAttributes: 'skip' });
		expect(attributesOf(run)).toHaveLength(100);
	});

	it('are counted among those that hold something', () => {
		expect(attributesOf(map([{ id: 1, ...many, a0: '' }]))).toHaveLength(100);
	});
});

describe('standard attributes', () => {
	it('come first, in one order, and their fields are not sent again', () => {
		const run = map([
			{
				id: 1,
				City: 'Pune',
				Mobile: 9000012345,
				'E-mail': 'a@example.com',
				'Full Name': 'Asha Rao',
			},
		]);
		expect(attributesOf(run)?.map(({ name, value }) => [name, value])).toEqual([
			['name', 'Asha Rao'],
			['email', 'a@example.com'],
			['mobile', '9000012345'],
			['City', 'Pune'],
		]);
	});

	it('take, of two spellings, the one with a value in each item', () => {
		expect(
			shown(
				map([
					{ id: 1, Mobile: '9000012345', MOBILE: '' },
					{ id: 2, Mobile: '', MOBILE: '9000012346' },
				]),
			),
		).toEqual([{ mobile: '9000012345' }, { mobile: '9000012346' }]);
	});

	it('never hold what does not look it', () => {
		const run = map([
			{ id: 1, mobile: '9.19E+11', email: 'a@example.com' },
			{ id: 2, mobile: '9000012345', email: ['x'] },
		]);
		expect(shown(run)).toEqual([{ email: 'a@example.com' }, { mobile: '9000012345' }]);
		expect(warnings(run).map((all) => all.length)).toEqual([1, 1]);
	});

	it('make a name of its parts where no field holds the whole', () => {
		const parts = { 'First Name': 'Asha', 'Last Name': 'Rao' };
		expect(
			shown(
				map([{ id: 1, ...parts }, { id: 2, 'First Name': 'Bo', 'Last Name': null }, { id: 3 }]),
			),
		).toEqual([{ name: 'Asha Rao', ...parts }, { name: 'Bo', 'First Name': 'Bo' }, {}]);
		expect(shown(map([{ id: 1, Name: 'A. Rao', ...parts }]))).toEqual([
			{ name: 'A. Rao', ...parts },
		]);
	});

	it('are named in the columns', () => {
		const { mapped } = map([{ id: 1, 'E-mail': 'a@example.com', City: 'Pune' }]);
		expect(mapped.columns.map(({ name, sentAs }) => [name, sentAs])).toEqual([
			['id', undefined],
			['E-mail', 'email'],
			['City', 'City'],
		]);
	});

	it('are left alone where that was chosen', () => {
		expect(
			shown(map([{ id: 1, Email: 'a@example.com' }], { matchStandardAttributes: false })),
		).toEqual([{ Email: 'a@example.com' }]);
	});
});

describe('what is less plain about standard attributes', () => {
	it('says which of several values was taken', () => {
		const run = map([
			{ id: 1, Mobile: '9000012345', MOBILE: '9000012346', email: 'a@example.com, b@example.com' },
		]);
		expect(shown(run)).toEqual([{ email: 'a@example.com', mobile: '9000012345' }]);
		expect(warnings(run)).toEqual([
			[
				'email: The first of several values is sent.',
				'MOBILE: Left out: mobile has "9000012345" already.',
			],
		]);
	});

	it('clears what is blank in all of its columns, where that was chosen', () => {
		const items = [
			{ id: 1, Email: 'a@example.com', email: '' },
			{ id: 2, Email: '', email: '' },
			{ id: 3, Email: 'NULL' },
		];
		expect(shown(map(items, { emptyValues: 'sendEmptyString' }))).toEqual([
			{ email: 'a@example.com' },
			{ email: '' },
			{},
		]);
		expect(shown(map(items))).toEqual([{ email: 'a@example.com' }, {}, {}]);
	});

	it('are text, whatever was declared', () => {
		const run = map([{ id: 1, mobile: 9000012345 }], { attributeTypes: { mobile: 'number' } });
		expect(shown(run)).toEqual([['mobile: this standard attribute is always text, not a number']]);
	});

	it('say that nothing is left', () => {
		expect(warnings(map([{ id: 1, City: '' }]))).toEqual([[NOTHING_LEFT]]);
	});
});

describe('a declared type', () => {
	it.each<[string, Fields, string, Fields]>([
		['by the name that is sent', { id: 'r', properties: { total: '7' } }, 'total', { total: '7' }],
		[
			'by the path that was dragged in',
			{ id: 'r', properties: { total: '7' } },
			'properties.total',
			{ total: '7' },
		],
		['of a nested field', { id: 'r', shop: { total: '7' } }, 'shop.total', { 'shop.total': '7' }],
		[
			'of a field that fills a standard attribute',
			{ id: 'r', 'E-mail': 'a@example.com' },
			'email',
			{ email: 'a@example.com' },
		],
	])('holds %s', (_, item, name, sent) => {
		const run = map([item], { attributeTypes: { [name]: 'string' } });
		expect(shown(run)).toEqual([sent]);
		expect(run.mapped.missedTypes).toEqual([]);
	});
});

describe('what is chosen is sent as told, or its item is refused', () => {
	const selected = (names: string) => ({ include: 'selected', fields: names }) as const;

	it('a class instance', () => {
		const items = [{ id: 1, when: new Map(), City: 'Pune' }];
		expect(shown(map(items))).toEqual([{ City: 'Pune' }]);
		expect(shown(map(items, selected('when')))).toEqual([
			['when: it is a Map, which is no text, number, date, yes or no'],
		]);
		expect(shown(map(items, { ...selected('when, City'), invalidAttributes: 'skip' }))).toEqual([
			{ City: 'Pune' },
		]);
	});

	it('a nested value where they are refused', () => {
		const run = map([{ id: 1, address: { a: 1 }, City: 'Pune' }], { nestedValues: 'error' });
		expect(shown(run)).toEqual([['address: It is an object, not a single value']]);
	});

	it('an answer of a form', () => {
		const question = 'q'.repeat(60);
		const items = [{ id: 1, answers: [{ question, answer: 'x' }] }];
		expect(shown(map(items))).toEqual([{}]);
		expect(shown(map(items, { include: 'selected', fields: [question] }))).toEqual([
			[`${question}: this name has 60 characters, and Growlytics takes at most 49`],
		]);
	});

	it('a number that has lost digits is sent as declared, with a word', () => {
		const run = map([{ id: 1, Total: 2 ** 60 }], { attributeTypes: { Total: 'number' } });
		expect(shown(run)).toEqual([{ Total: 2 ** 60 }]);
		expect(warnings(run)[0]).toHaveLength(1);
	});

	it('a declared type that does not fit', () => {
		const attributeTypes = { Age: 'number' } as const;
		const items = [
			{ id: 1, Age: 'old', City: 'Pune' },
			{ id: 2, Age: '' },
		];
		expect(shown(map(items, { attributeTypes }))).toEqual([['Age: "old" is not a number'], {}]);
		const run = map(items, { attributeTypes, invalidAttributes: 'skip' });
		expect(shown(run)).toEqual([{ City: 'Pune' }, {}]);
		expect(warnings(run)[0]).toEqual(['Age: Left out: "old" is not a number.']);
	});
});

describe('nothing is silent', () => {
	it('tells once for the run what happened to fields', () => {
		const item = {
			id: 'r1',
			createdTime: 'x',
			fields: {
				row_number: 1,
				emails: [
					{ label: 'work', value: 'a@example.com' },
					{ label: 'home', value: 'b@example.com' },
				],
				lines: [{ sku: 1 }],
			},
		};
		expect(remarks(map([item, { ...item, id: 'r2' }]))).toEqual([
			'fields: The fields inside it are sent under their own names. (2)',
			'id: Left out: it stands around the record and is no part of it. (2)',
			'createdTime: Left out: it stands around the record and is no part of it. (2)',
			'row_number: Left out: n8n adds it. (2)',
			'emails: The first is sent; 1 more left out. (2)',
			'lines: Left out: it is a list of records, which no single value can hold. (2)',
		]);
	});

	it('names fields and types that no item has, and what is there', () => {
		const run = map([{ id: 1, City: 'Pune' }], {
			include: 'except',
			fields: 'city, gone',
			attributeTypes: { CITY: 'number', Age: 'number' },
		});
		expect(run.mapped.missedFields).toEqual([
			{ written: 'city', near: 'City' },
			{ written: 'gone', near: undefined },
		]);
		expect(run.mapped.missedTypes).toEqual([
			{ written: 'CITY', near: 'City' },
			{ written: 'Age', near: undefined },
		]);
	});

	it('counts a field as there if any item has it', () => {
		const run = map([{ id: 1 }, { id: 2, City: 'Pune' }], { include: 'selected', fields: 'City' });
		expect(run.mapped.missedFields).toEqual([]);
	});
});

describe('characters that nobody sees', () => {
	it.each<[string, unknown, unknown, boolean]>([
		['a no-break space', 'New\u00a0Delhi\u00a0', 'New Delhi', true],
		['marks without width at the ends', '\ufeffPune\u200b', 'Pune', true],
		['spaces around', ' Pune ', 'Pune', true],
		['an apostrophe before digits', "'0411", '0411', true],
		['an apostrophe before a code', "'27ABCDE1234F1Z5", '27ABCDE1234F1Z5', true],
		['an apostrophe of a word', "'90s music", "'90s music", false],
		['a joiner inside a word', 'क्\u200dष', 'क्\u200dष', false],
		['nothing of the kind', "O'Neil", "O'Neil", false],
		['lines', 'a\nb', 'a\nb', false],
	])('%s', (_, value, sent, isSaid) => {
		const run = map([{ id: 1, Town: value }]);
		expect(shown(run)).toEqual([{ Town: sent }]);
		expect(remarks(run)).toEqual(
			isSaid ? ['Town: Sent without characters that nobody sees. (1)'] : [],
		);
	});
});

describe('other names for fields', () => {
	it.each<[string, string, string, Fields]>([
		['a field', 'City', 'Town', { Town: 'Pune', 'address.zip': '4' }],
		['a path', 'address.zip', 'Zip', { City: 'Pune', Zip: '4' }],
		['a standard attribute', 'City', 'name', { name: 'Pune', 'address.zip': '4' }],
		['no field', 'city', 'Town', { City: 'Pune', 'address.zip': '4' }],
	])('%s', (_, from, to, sent) => {
		const run = map([{ id: 1, City: 'Pune', address: { zip: '4' } }], { renames: { [from]: to } });
		expect(shown(run)).toEqual([sent]);
		expect(run.mapped.missedRenames).toEqual(
			from === 'city' ? [{ written: 'city', near: 'City' }] : [],
		);
	});

	it('inside a wrapper, by either name', () => {
		const item = { id: 'r', properties: { zip: '4', tier: 'x' } };
		const renames = { 'properties.zip': 'Postcode', tier: 'Plan' };
		expect(shown(map([item], { renames }))).toEqual([{ Postcode: '4', Plan: 'x' }]);
	});

	it('rescue what is too long', () => {
		const long = 'n'.repeat(60);
		const renames = { [long]: 'Short' };
		expect(shown(map([{ id: 1, [long]: 'x' }], { renames }))).toEqual([{ Short: 'x' }]);
	});
});

describe('empty values', () => {
	it('are not sent, or clear what is text', () => {
		const items = [
			{ id: 1, City: 'Pune', Orders: 3, none: null },
			{ id: 2, City: '', Orders: null, none: null },
			{ id: 3, City: '#N/A' },
		];
		expect(shown(map(items))).toEqual([{ City: 'Pune', Orders: 3 }, {}, {}]);
		expect(shown(map(items, { emptyValues: 'sendEmptyString' }))).toEqual([
			{ City: 'Pune', Orders: 3 },
			{ City: '' },
			{},
		]);
	});
});
