import type { AttributeType } from '../../nodes/Growlytics/values/attributeTypes';
import { columnOf, columnsOf, sent } from './run';

type Row = readonly [name: string, values: readonly unknown[]];

const ofType = (type: AttributeType, ...rows: Row[]) =>
	rows.map(([name, values]) => [name, values, type] as const);

describe('a column', () => {
	it.each([
		...ofType(
			'number',
			['Total Orders', ['12']],
			['Total Spent', ['15499.50', '0']],
			['Lifetime Value', ['₹1,23,456.00', '₹ 980.50', '-₹1,250.00']],
			['Wallet', ['1,00,000', '0', '12,400']],
			['Spend', ['₹12,500', '#N/A', 980]],
			['Spend', ['1,240']],
			['Price', ['1.000', '2.500']],
			['Points', [46053]],
			['Col A', ['12345']],
			['Year', ['1990', '2001']],
			['Children', [1, 0]],
			['Revenue', ['250000000']],
			['Turnover', [7_500_000_000]],
			['Balance', ['(1,234.00)', '5-']],
			['Sum', ['1 234,50', '1 234']],
			['Zeug', ['1 234,50', '1 234']],
			['Bewertung', ['1,2', '12,5']],
			['Total Spent', ['12', '15', 'many']],
			['Spend', ['-']],
			['Anything', ['NA', '5', 'none', '-']],
			['Number of Cards', ['3']],
			['Total Sales', [1e21]],
			['Active Deals', [1]],
			['Items Returned', ['1', '0']],
		),
		...ofType(
			'boolean',
			['Anything', ['true']],
			['Anything', ['TRUE', 'FALSE']],
			['Anything', ['Yes', 'no', 'N/A']],
			['Anything', ['on', 'off']],
			['Anything', ['Y', 'N']],
			['Anything', [true, 'no']],
			['Newsletter', ['Yes']],
			['WhatsApp Opt-in', ['y']],
			['Married', ['No']],
			['Is VIP', ['1', '0']],
			['is_active', [1]],
			['hs_email_optout', ['false']],
		),
		...ofType(
			'date',
			['Anything', ['2026-01-31']],
			['Anything', ['31/01/2026', '03/04/2026']],
			['Joined', ['03/04/2026']],
			['Last Order', ['2026-01-31']],
			['Birthday', ['1987-10-06', '--03-07']],
			['Birthday', ['--03-07']],
			['Joined', ['31/01/26']],
			['Joined', ['2026-02-30']],
			['Joined', ['31/01/2026', '05/02/2026', 'soon']],
			['Date', ['20260131']],
			['Joined', [46053]],
			['created', [1769886855]],
			['created_at', ['1769886855000']],
			['valid_until', ['9999-12-31T23:59:59Z']],
			['Anything', [new Date(0), '2026-01-31']],
			['Born', ['1812-02-07']],
		),
		...ofType(
			'string',
			// Codes, by header and by shape, as text and as numbers.
			['Pincode', ['411001']],
			['Pincode', [411001, 'SW1A 1AA', '']],
			['Phone', [919000010001]],
			['Alternate Phone', [9000020001]],
			['Card No', [7, 12]],
			['Customer No', ['12']],
			['owner.id', [5]],
			['org_id.value', [8]],
			['label', [3]],
			['Anything', ['007', '12']],
			['Anything', ['9000010001']],
			['Anything', [9000010001]],
			['Anything', ['123456789']],
			['Anything', ['9007199254740993']],
			['Anything', ['+91 90000 10001']],
			['Code', ['20260131']],
			['Anything', ['31/01/26']],
			// What may hold a letter tomorrow.
			['House', ['12', '12a']],
			['Flat', ['12']],
			['Floor', ['3']],
			['Version', ['1.10', '1.9']],
			['Size', [38]],
			// Text by nature.
			['Growth', ['12%', '5%']],
			['Range', ['6-25']],
			['Month', ['May', 'March']],
			['Score', ['01-02']],
			['Vote', ['+1', '-1']],
			['Fuel', ['E10']],
			['X', ['Infinity']],
			['Commit', ['1e5']],
			['Hour', ['12:30']],
			['Anything', ['12345-6789']],
			['Server', ['10.100.200.250']],
			['Server', ['192.168.0.1']],
			['G', ['f', 'm']],
			['G', ['F', 'M']],
			['Anything', ['१२३']],
			['Anything', ['560 001']],
			['Anything', ['1,2']],
			['Surname', ['Null']],
			['tax_status', ['none']],
			['Initial', ['Y', 'N']],
			['Initial', ['Y', 'N', 'R']],
			['Anything', ['Yes']],
			['Do you have any allergies?', ['No']],
			['Anything', ['Yes', 'No', 'Maybe']],
			['Anything', ['1', '0', 'yes']],
			['Notes', ['5', '2026-01-31', 'yes']],
			['Address 1', ['12']],
			['Anything', ['12', 'many']],
			['Spend', ['12', 'many']],
			['Anything', ['2026-01-31', 'soon']],
			['Anything', [12, true]],
			['Anything', [2 ** 53]],
			['Joined', ['2026-01-31', 'soon']],
			['Team', ['Y', 'N']],
			['Anything', [{ a: 1 }]],
			['Anything', [['a'], 'b']],
			['Anything', ['', null, '#N/A']],
			['name', [12]],
			['mobile', ['9000010001']],
		),
	])('%p with %p is %s', (name, values, type) => {
		expect(columnOf(name, values).type).toBe(type);
	});

	it.each<[string, readonly unknown[], readonly unknown[]]>([
		['Price', ['1.000', '12.50'], [1, 12.5]],
		['Price', ['1.000', '1.234,50'], [1000, 1234.5]],
		['Price', ['₹500', '1.000'], [500, 'left out: "1.000" can mean 1 or 1000']],
		['Joined', ['31/01/2026', '03/04/2026'], ['2026-01-31 00:00:00', '2026-04-03 00:00:00']],
		['Joined', ['01/31/2026', '03/04/2026'], ['2026-01-31 00:00:00', '2026-03-04 00:00:00']],
		['Joined', ['03/04/2026'], ['left out: "03/04/2026" can be day first or month first']],
		// Proof of both proves nothing: what is open stays open.
		[
			'Joined',
			['31/01/2026', '01/31/2026', '03/04/2026'],
			[
				...['2026-01-31 00:00:00', '2026-01-31 00:00:00'],
				'left out: "03/04/2026" can be day first or month first',
			],
		],
		['Price', ['12.50', '12,50', '1,240'], [12.5, 12.5, 'left out: "1,240" can mean 1240 or 1.24']],
		[
			'Birthday',
			['1987-10-06', '--03-07'],
			['1987-10-06 00:00:00', 'left out: "--03-07" has no year'],
		],
		['Joined', ['31/01/26'], ['left out: "31/01/26" has a year of two digits only']],
		['City', ['Surat', 'N/A', 'NaN', 'none'], ['Surat', 'nothing', 'nothing', 'nothing']],
		['tax_status', ['none', 'shipping', 'NULL'], ['none', 'shipping', 'nothing']],
		['Spend', ['-', 12, 'N/A'], ['nothing', 12, 'nothing']],
		['Pincode', [411001, "'011001", '\u200b682001 '], ['411001', '011001', '682001']],
		['Card No', [7, 7.5], ['7', '7.5']],
		['Total Spent', ['12', '15', 'many'], [12, 15, 'left out: "many" is not a number']],
		['created', [1769886855], ['2026-02-01 00:44:15']],
		['Joined', [46053, 46053.5], ['2026-01-31 00:00:00', '2026-01-31 12:00:00']],
	])('%p with %j is sent as %j', (name, values, expected) => {
		expect(sent(name, values)).toEqual(expected);
	});
});

describe('the rest of the run', () => {
	it('proves the order of days for a column that does not', () => {
		const columns = columnsOf({ Joined: ['31/01/2026'], Birthday: ['03/04/1994'] });
		expect(columns.get('Birthday')).toMatchObject({
			reading: { dateOrder: 'dayFirst' },
			unproven: undefined,
			why: 'the only value is a date, day first because of "31/01/2026" in another column',
		});
	});

	it('proves the decimal sign likewise, but not by a column that is text', () => {
		expect(columnsOf({ Total: ['15,5'], Wallet: ['1,240'] }).get('Wallet')?.reading.decimal).toBe(
			'comma',
		);
		expect(
			columnsOf({ Version: ['1.10'], Wallet: ['1,240'] }).get('Wallet')?.reading.decimal,
		).toBeUndefined();
	});

	it('proves nothing where two columns contradict each other', () => {
		const columns = columnsOf({ A: ['31/01/2026'], B: ['01/31/2026'], C: ['03/04/2026'] });
		expect(columns.get('C')?.reading.dateOrder).toBeUndefined();
		expect(columns.get('A')?.reading.dateOrder).toBe('dayFirst');
	});

	it('comes before what was chosen, which decides only what nothing proves', () => {
		const chosen = { dateOrder: 'monthFirst', numberFormat: 'comma' } as const;
		expect(sent('Joined', ['03/04/2026'], chosen)).toEqual(['2026-03-04 00:00:00']);
		expect(sent('Joined', ['03/04/2026', '31/01/2026'], chosen)[0]).toBe('2026-04-03 00:00:00');
		expect(sent('Price', ['1.000'], chosen)).toEqual([1000]);
		expect(columnOf('Price', ['1.000'], chosen).why).toBe(
			'the only value is a number, with a decimal comma as chosen under Options',
		);
	});
});

describe('what is said of a column', () => {
	it.each<[string, readonly unknown[], string]>([
		['Total Orders', ['1', '2', '3'], 'all 3 values are numbers'],
		['Total Orders', [1, 2], 'both values are numbers'],
		['Joined', ['31/01/2026'], 'the only value is a date, day first because of "31/01/2026"'],
		[
			'Price',
			['1.234,50'],
			'the only value is a number, with a decimal comma because of "1.234,50"',
		],
		['Pincode', ['411001'], 'the name says that it is a code or number that nobody adds up'],
		['Anything', ['9000010001'], '"9000010001" looks like a phone number or a code'],
		['Anything', ['12', '13', 'x'], '"x" is no number, though 2 of 3 values are'],
		['Anything', [12, 'x'], 'some items hold 12 and others "x"'],
		['Anything', [''], 'it holds nothing'],
		['Spend', ['-'], 'the name says that it is a number'],
		['Spend', ['', '#N/A'], 'it holds nothing'],
	])('%p with %j: %s', (name, values, why) => {
		expect(columnOf(name, values).why).toBe(why);
	});

	it('names the option that settles an open reading, and quotes what is open', () => {
		expect(columnOf('Joined', ['03/04/2026', '05/04/2026']).unproven).toEqual({
			option: 'dateOrder',
			count: 2,
			example: '03/04/2026',
			message:
				'"03/04/2026" can be day first or month first: choose under Options > Date Order, or write the year first',
		});
		expect(columnOf('Wallet', ['1,240']).unproven).toMatchObject({
			option: 'numberFormat',
			message: '"1,240" can hold thousands or decimals: choose under Options > Number Format',
		});
		expect(columnOf('Joined', ['2026-01-31']).unproven).toBeUndefined();
		expect(columnOf('Comment', ['03/04/2026', '1,240']).unproven).toBeUndefined();
		expect(columnOf('Price', ['1,240', '12,5']).unproven).toBeUndefined();
	});

	it.each<[string, readonly unknown[], AttributeType]>([
		['Floor', ['3', '4'], 'number'],
		['Anything', ['9000010001'], 'number'],
		['Vote', ['+1'], 'number'],
		['Anything', ['Yes'], 'boolean'],
	])('offers what %p with %j could be', (name, values, type) => {
		expect(columnOf(name, values).offer?.type).toBe(type);
	});

	it.each<[string, readonly unknown[], boolean]>([
		['Floor', ['3'], true],
		['Joined', ['03/04/2026'], true],
		['Total Spent', ['12', '15', 'many'], true],
		['Spend', ['12', 'many'], true],
		['Anything', ['Yes'], true],
		['Total Spent', ['12', '#N/A', '-'], false],
		['Pincode', ['411001'], false],
		['City', ['Pune'], false],
		['Anything', ['Pune'], false],
		['Anything', ['12', 'a'], true],
		['Anything', ['2026-01-31', 'x'], true],
		['Anything', ['yes', 'x'], true],
		['Anything', [], false],
		['Anything', [''], false],
	])('says whether %p with %j is in doubt: %p', (name, values, isInDoubt) => {
		const column = columnsOf({ [name]: values }).get(name);
		expect(column?.isInDoubt ?? false).toBe(isInDoubt);
		expect(columnOf(name, values, {}, 'string').isInDoubt).toBe(false);
		expect(columnOf(name, values, {}, 'number').isInDoubt).toBe(false);
	});

	it('offers in words', () => {
		expect(columnOf('Floor', Array(12).fill('3')).offer?.message).toBe(
			'is Text; all 12 values are numbers: if that is meant, choose Number under Attribute Types',
		);
		expect(columnOf('Pincode', ['411001']).offer).toBeUndefined();
	});

	it('counts what is filled, empty, a word for nothing, and what does not fit', () => {
		const values = ['12', '', null, '#N/A', '-', 'many', '15', 3];
		expect(columnOf('Total Spent', values)).toMatchObject({
			type: 'number',
			filled: 4,
			empty: 4,
			words: { count: 2, first: '#N/A' },
			doesNotFit: { count: 1, first: 'many' },
			examples: ['12', 'many', '15'],
			isFromText: true,
		});
		expect(columnOf('Status', ['none', 'a'])).toMatchObject({ filled: 2, empty: 0 });
		expect(columnOf('Orders', [1, 2]).isFromText).toBe(false);
		expect(columnOf('City', ['Pune']).isFromText).toBe(false);
	});
});

describe('what does not fit', () => {
	it.each<[AttributeType, readonly unknown[], unknown[]]>([
		['number', ['5', 'many', [1]], ['many', 2]],
		['boolean', ['yes', 'perhaps', 5], ['perhaps', 2]],
		['date', ['2026-01-31', 'soon', true, '31/01/26'], ['soon', 3]],
		['string', ['Pune', 5, { a: 1 }, ['b']], [{ a: 1 }, 2]],
		['number', ['5', ''], [undefined, 0]],
	])('%s of %j: first and how many: %j', (type, values, [first, count]) => {
		expect(columnOf('Anything', values, {}, type).doesNotFit).toEqual({ first, count });
	});

	it('is none of the numbers that count the time', () => {
		expect(columnOf('created', [1769886855, 1769886856]).doesNotFit.count).toBe(0);
		expect(columnOf('created', [1769886855]).isInDoubt).toBe(false);
	});
});

it.each<[string, readonly unknown[], object]>([
	['City', ['Pune', '-', 'N/A'], { filled: 1, empty: 2, words: { count: 2, first: '-' } }],
	['Tax', ['none', '#N/A'], { filled: 0, empty: 2, words: { count: 2, first: '#N/A' } }],
	['Kind', ['none', '#N/A', ''], { filled: 1, empty: 2, words: { count: 1, first: '#N/A' } }],
	['email', ['-', 'a@example.com'], { filled: 1, empty: 1, words: { count: 1, first: '-' } }],
])('%s of %j: %j', (name, values, counts) => {
	expect(columnOf(name, values)).toMatchObject(counts);
});

describe('how numbers and dates are read', () => {
	it.each<[string, readonly unknown[], string]>([
		// Nothing is said where nothing can be read otherwise.
		['Price', ['12.50'], 'the only value is a number'],
		['Price', [12.5], 'the only value is a number'],
		['Joined', ['2026-01-31'], 'the only value is a date'],
		[
			'Price',
			['1,240', '12.50'],
			'both values are numbers, with a decimal point because of "12.50"',
		],
		['Price', ['12,5', 3], 'both values are numbers, with a decimal comma because of "12,5"'],
		['Joined', ['1/31/2026'], 'the only value is a date, month first because of "1/31/2026"'],
		['Wallet', ['1,240'], 'the only value is a number'],
		['Joined', ['03/04/2026'], 'the only value is a date'],
	])('%s of %j: %s', (name, values, why) => {
		expect(columnOf(name, values).why).toBe(why);
	});

	it('is not said of numbers that are not text', () => {
		expect(columnOf('Joined', ['2026-01-31'], { dateOrder: 'dayFirst' }).why).toBe(
			'the only value is a date',
		);
		const { why } = columnOf('Price', [1240], { numberFormat: 'comma' });
		expect(why).toBe('the only value is a number');
		const columns = columnsOf({ Price: ['12,5'], Sum: [1240], Joined: ['2026-01-31'] });
		expect(columns.get('Sum')?.why).toBe('the only value is a number');
		expect(columns.get('Joined')?.why).toBe('the only value is a date');
	});
});

describe('a declared type', () => {
	it.each<[AttributeType, readonly unknown[], readonly unknown[]]>([
		['number', ['₹1,23,456.00', '1.5', 'many'], [123456, 1.5, 'problem: "many" is not a number']],
		['number', ['1,240'], ['problem: "1,240" can mean 1240 or 1.24']],
		['number', ['1,240', '3.5'], [1240, 3.5]],
		['number', ['+5', '(5)', '560 001'], [5, -5, 560001]],
		['date', ['31/01/2026', '03/04/2026'], ['2026-01-31 00:00:00', '2026-04-03 00:00:00']],
		['date', ['03/04/2026'], ['problem: "03/04/2026" can be day first or month first']],
		['date', [1769886855], ['problem: 1769886855 is a number, not a date']],
		['date', ['2026-02-30'], ['problem: "2026-02-30" is a day that does not exist']],
		[
			'boolean',
			['1', 'T', 0, 'on', 'maybe'],
			[true, true, false, true, 'problem: "maybe" is neither yes nor no'],
		],
		['string', ['12', 12, true, '2026-01-31', 'none'], ['12', '12', 'true', '2026-01-31', 'none']],
		['string', [{ a: 1 }], ['problem: an object is not a single value']],
		['number', ['', 'NULL', '-'], ['nothing', 'nothing', 'nothing']],
	])('%s reads %j as %j', (type, values, expected) => {
		expect(sent('Anything', values, {}, type)).toEqual(expected);
		expect(columnOf('Anything', values, {}, type)).toMatchObject({
			type,
			decidedBy: 'declared',
			isFromText: false,
		});
	});

	it('makes a column of a name that no item has', () => {
		expect(columnsOf({}, {}, { Age: 'number' }).get('Age')).toMatchObject({
			type: 'number',
			filled: 0,
		});
	});
});

describe('Detect Types off', () => {
	it.each<[readonly unknown[], AttributeType]>([
		[['12'], 'string'],
		[['true'], 'string'],
		[['2026-01-31T10:00:00Z'], 'string'],
		[[12, '13'], 'string'],
		[[12, 13], 'number'],
		[[true], 'boolean'],
		[[new Date(0)], 'date'],
	])('%p is %s', (values, type) => {
		expect(columnOf('Anything', values, { detectTypes: 'off' }).type).toBe(type);
	});

	it.each<[string, readonly unknown[], AttributeType]>([
		['created', [1769886855], 'number'],
		['Is VIP', [1, 0], 'number'],
		['Pincode', [411001], 'string'],
	])('%p with %j is %s: codes are codes, and numbers are not looked into', (name, values, type) => {
		expect(columnOf(name, values, { detectTypes: 'off' }).type).toBe(type);
	});
});
