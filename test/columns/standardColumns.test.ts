import type { StandardAttribute } from '../../nodes/Growlytics/values/standardAttributes';
import { findStandardColumns } from '../../nodes/Growlytics/columns/standardColumns';
import { readStandardValue } from '../../nodes/Growlytics/columns/standardValue';
import type { Table } from './run';
import { columnsOf } from './run';

const MAIL = ['a@example.com', 'b@example.com'];
const PHONES = ['9000010001', '+91 90000 10002'];
const find = (table: Table) => findStandardColumns(columnsOf(table));

describe('the columns of a standard attribute', () => {
	it.each<[StandardAttribute, string, readonly unknown[]]>([
		...[
			...[
				'email',
				'Email',
				'EMAIL ',
				'E-mail',
				'e_mail',
				'Email Address',
				'emailAddress',
				'Email ID',
				'Mail',
				'emails',
				'E-mails',
			],
			...[
				'E-mail 1 - Value',
				'What is your email address?',
				'Customer Email',
				'billing.email',
				'Work Email',
			],
			...['customer.email', 'properties.email', 'Alternate Email'],
		].map((name): [StandardAttribute, string, string[]] => ['email', name, MAIL]),
		...[
			...[
				'mobile',
				'Mobile',
				'MOBILE',
				'Phone',
				'Phone Number',
				'phone_number',
				'phoneNumber',
				'mobilephone',
			],
			...[
				'Mobile Number',
				'Mobile No.',
				'Contact No',
				'Contact Number',
				'WhatsApp Number',
				'Cell Phone',
			],
			...[
				'And your mobile number?',
				'billing.phone',
				'Phone 1 - Value',
				'Telephone',
				'Home Phone',
				'Contact',
			],
		].map((name): [StandardAttribute, string, string[]] => ['mobile', name, PHONES]),
		...[
			'name',
			'Name',
			'Full Name',
			'full_name',
			'fullName',
			'Customer Name',
			'Your name',
			'What is your name?',
		].map((name): [StandardAttribute, string, string[]] => ['name', name, ['Asha Rao', 'Ira']]),
		['mobile', 'Phone', [919000010001, 9000010004]],
		// A minority of rubbish, and a single value of it: the next run may hold better ones.
		['mobile', 'Phone', ['9.19E+11', ...PHONES]],
		['mobile', 'Phone', ['9.19E+11']],
		['mobile', 'Phone', ['', '-', 'N/A']],
		['email', 'Email Address', ['nobody', ...MAIL]],
		['email', 'Email Address', ['nobody', 'a@example.com']],
		['mobile', 'Home Phone', ['later', '9000010001']],
	])('%s is filled by %p', (attribute, name, values) => {
		expect(find({ [name]: values, Other: ['x'] }).sources[attribute]).toEqual([name]);
	});

	it.each<[string, readonly unknown[]]>([
		...['Owner Email', 'owner_id.email', 'Company Email', 'Sales Rep Email', 'Emergency Email'].map(
			(name): [string, string[]] => [name, MAIL],
		),
		...[
			'Owner Phone',
			'Emergency Contact Number',
			'Father Mobile',
			'Phone Type',
			'Phone Bill',
			'Account',
		].map((name): [string, string[]] => [name, PHONES]),
		...[
			'Company Name',
			'Product Name',
			'First Name',
			'Last Name',
			'Owner Name',
			'File Name',
			'User Name',
		].map((name): [string, string[]] => [name, ['Asha Rao']]),
		...[
			'username',
			'Name of event',
			'org_id.name',
			'owner.name',
			'Surname',
			'Nickname',
			'event.name',
		].map((name): [string, string[]] => [name, ['Asha Rao']]),
		['Email Opt-in', ['Yes', 'No']],
		['Email Address', ['n/a', 'yes', 'no']],
		['Phone', ['iPhone 14', 'Galaxy S9']],
		['Phone', ['iPhone 14', 'Galaxy S9', '9000010001']],
		// Of another number of the same person the values have to show what they are.
		['Home Phone', ['later']],
		['billing.phone', ['later']],
		['customer.phone', ['later']],
		['Full Name', [9000010001, 9000010002]],
		['Customer', ['12']],
		['Contact', ['Asha Rao']],
		['Phone or Fax or Email', PHONES],
		['Email Count', [3]],
		['Mobile Verified', [true]],
	])('none is filled by %p with %j', (name, values) => {
		expect(find({ [name]: values }).sources).toEqual({ name: [], email: [], mobile: [] });
	});

	it.each<[StandardAttribute, Table, string]>([
		['email', { email: MAIL, 'Email Address': MAIL }, 'email'],
		['email', { 'billing.email': MAIL, Email: MAIL }, 'Email'],
		['email', { 'Work Email': MAIL, 'Email Address': MAIL }, 'Email Address'],
		['email', { email: ['', ''], 'Email Address': MAIL }, 'Email Address'],
		['email', { email: ['-', 'N/A'], 'Email Address': MAIL }, 'Email Address'],
		['mobile', { 'Alternate Phone': PHONES, Phone: PHONES }, 'Phone'],
		['mobile', { Phone: PHONES, Mobile: PHONES }, 'Mobile'],
		['mobile', { 'WhatsApp Number': PHONES, 'Phone Number': PHONES }, 'Phone Number'],
		['name', { 'billing.name': ['A'], 'Full Name': ['A'] }, 'Full Name'],
		['name', { Customer: ['Asha'], 'Client Name': ['Asha'] }, 'Client Name'],
		['mobile', { Mobile: ['-', 'N/A'], Phone: PHONES }, 'Phone'],
		['mobile', { Phone: PHONES, 'Customer Phone': PHONES }, 'Phone'],
		['email', { 'customer.email': MAIL, 'Work Email': MAIL }, 'customer.email'],
		['email', { 'customer.email': MAIL, 'Email Address': MAIL }, 'Email Address'],
		['mobile', { 'customer.mobile': PHONES, Phone: PHONES }, 'Phone'],
		['mobile', { Phone: PHONES, 'Mobile Number': PHONES }, 'Mobile Number'],
		['mobile', { Contact: PHONES, WhatsApp: PHONES }, 'WhatsApp'],
		['mobile', { 'Work Phone': PHONES, 'billing.phone': PHONES }, 'Work Phone'],
	])('%s is filled by the plainest of %j', (attribute, table, name) => {
		expect(find(table).sources[attribute]).toEqual([name]);
		expect(find(Object.fromEntries(Object.entries(table).reverse())).sources[attribute]).toEqual([
			name,
		]);
	});

	it('are several where they differ in capitals and spaces alone', () => {
		const { sources, remarks } = find({ Mobile: ['9000031001', ''], MOBILE: ['', '9000031002'] });
		expect(sources.mobile).toEqual(['Mobile', 'MOBILE']);
		expect(find({ Email: MAIL, email: MAIL }).sources.email).toEqual(['email', 'Email']);
		expect(remarks).toEqual([]);
	});

	it.each<[StandardAttribute, string, string]>([
		['mobile', 'Phone 1', 'Phone 2'],
		['mobile', 'Home Phone', 'Work Phone'],
		['mobile', 'Phone', 'Telephone'],
		['email', 'Customer Email', 'Contact Email'],
	])('are none where %s could be %p or %p, and it is said', (attribute, one, other) => {
		const values = attribute === 'email' ? MAIL : PHONES;
		const { sources, remarks } = find({ [one]: values, [other]: values });
		expect(sources[attribute]).toEqual([]);
		expect(remarks).toEqual([
			{
				attribute,
				kind: 'ambiguous',
				columns: [one, other],
				message: `${attribute} is not filled: "${one}" and "${other}" could both be meant. Give the right one the name ${attribute} under Options > Rename Attributes.`,
			},
		]);
	});

	it('say so if none holds the address although another column looks like it', () => {
		expect(find({ 'Owner Email': MAIL, City: ['Pune'] }).remarks).toEqual([
			{
				attribute: 'email',
				kind: 'unused',
				columns: ['Owner Email'],
				message:
					'email is not filled, although "Owner Email" looks like it. If it is meant, give it the name email under Options > Rename Attributes.',
			},
		]);
		expect(find({ Email: MAIL, 'Owner Email': MAIL }).remarks).toEqual([]);
	});

	it('are First and Last Name where no column holds the whole name', () => {
		const parts = { 'First Name': ['Asha'], 'Last Name': ['Rao'] };
		expect(find(parts).nameParts).toEqual({ first: 'First Name', last: 'Last Name' });
		expect(find({ firstname: ['Asha'] }).nameParts).toEqual({
			first: 'firstname',
			last: undefined,
		});
		expect(find({ ...parts, Name: ['Asha Rao'] }).nameParts).toBeUndefined();
		expect(find({ 'Last Name': ['Rao'] }).nameParts).toBeUndefined();
		expect(find({ ...parts, Surname: ['Rao'] }).nameParts).toBeUndefined();
		expect(find({ ...parts, 'Last Name': ['', null] }).nameParts?.last).toBeUndefined();
		expect(find({ City: ['Pune'], 'Your First Name': ['Asha'] }).nameParts?.first).toBe(
			'Your First Name',
		);
		expect(find({ 'properties.firstname': ['Asha'] }).nameParts?.first).toBe(
			'properties.firstname',
		);
		expect(find({ 'billing.first_name': ['Asha'] }).nameParts).toBeUndefined();
		expect(find({ 'First Name': ['Asha'], first_name: ['Ira'] }).nameParts).toBeUndefined();
	});
});

describe('a standard attribute', () => {
	it.each<[StandardAttribute, unknown, string]>([
		['email', ' a@example.com\u200b', 'a@example.com'],
		['email', 'a@x.example.com ::: b@example.com', 'a@x.example.com'],
		['email', 'none, b@example.com; c@example.com', 'b@example.com'],
		['email', 'mailto:a@example.com', 'a@example.com'],
		['mobile', 919000010001, '919000010001'],
		['mobile', '+91 90000 10002', '+91 90000 10002'],
		['mobile', "'9000010001", '9000010001'],
		['mobile', 'p:+919000010001', '+919000010001'],
		['mobile', '+91 90000 12001 ::: +91 33 5550 0001', '+91 90000 12001'],
		['mobile', '(022) 5550-0001', '(022) 5550-0001'],
		['name', ' Asha\u00a0Rao ', 'Asha Rao'],
		['name', 'Null', 'Null'],
		['name', '李伟', '李伟'],
		['name', 'Rao, Asha', 'Rao, Asha'],
	])('%s from %j is %j', (attribute, value, expected) => {
		expect(readStandardValue(attribute, value)).toMatchObject({ value: expected });
	});

	it.each<[StandardAttribute, unknown]>([
		['email', 'nobody'],
		['email', '@example.com'],
		['email', 'a@b'],
		['email', { value: 'a@example.com' }],
		['email', ['a@example.com']],
		['email', '[{"value":"a@example.com"}]'],
		['mobile', '9.19E+11'],
		['mobile', 9.19e25],
		['mobile', '123456'],
		['mobile', '1234567890123456'],
		['mobile', '2026-01-31'],
		['mobile', true],
		['name', 'a@example.com'],
		['name', '12'],
		['name', 12],
		['name', { first: 'Asha' }],
		['name', () => 'Asha'],
		['email', `${'a'.repeat(400)}@example.com`],
		['email', `${' '.repeat(5_000_000)}a@example.com`],
	])('%s is never %p', (attribute, value) => {
		expect(readStandardValue(attribute, value)).toHaveProperty('leftOut');
	});

	it.each(['', null, undefined, ' ', 'NULL', 'null', 'undefined', '-', 'N/A', 'none', NaN])(
		'is empty for %p',
		(value) => {
			expect(readStandardValue('name', value)).toMatchObject({ isEmpty: true });
			expect(readStandardValue('mobile', value)).toMatchObject({ isEmpty: true });
		},
	);
});

describe('what is made of a value for a standard attribute', () => {
	it.each<[StandardAttribute, unknown, object]>([
		['email', 'a@example.com', { value: 'a@example.com' }],
		['email', 'a@example.com, b@example.com', { value: 'a@example.com', isFirstOf: true }],
		['email', 'nobody; b@example.com', { value: 'b@example.com', isFirstOf: true }],
		['email', ' MAILTO: a@example.com', { value: 'a@example.com' }],
		['mobile', 'tel:+919000010001', { value: '+919000010001' }],
		[
			'mobile',
			'p:9000010001 / 9000010002',
			{ leftOut: '"p:9000010001 / 9000010002" is not a phone number' },
		],
		['mobile', '9000010001\n9000010002', { value: '9000010001', isFirstOf: true }],
		['mobile', 919000010001n, { value: '919000010001' }],
		['mobile', '1234567', { value: '1234567' }],
		['mobile', '123456789012345', { value: '123456789012345' }],
		['mobile', '2026-01-31', { leftOut: '"2026-01-31" is not a phone number' }],
		['mobile', '022-55-50-00-01', { value: '022-55-50-00-01' }],
		['mobile', `900001${'-'.repeat(30)}0001`, { value: `900001${'-'.repeat(30)}0001` }],
		['mobile', 'call 9000010001', { leftOut: '"call 9000010001" is not a phone number' }],
		['mobile', true, { leftOut: 'true is not a phone number' }],
		['name', 12, { leftOut: '12 is not a name' }],
		['name', 'a@example.com', { leftOut: '"a@example.com" is not a name' }],
		['email', 5, { leftOut: '5 is not an e-mail address' }],
		['email', ['a@example.com'], { leftOut: 'a list of 1 is no single value' }],
		['email', {}, { leftOut: 'an object is no single value' }],
		['email', new Date(0), { leftOut: '1970-01-01 00:00:00 is not an e-mail address' }],
		['email', '', { isEmpty: true }],
		['email', null, { isEmpty: true }],
		['email', 'NULL', { isEmpty: true, word: 'NULL' }],
		['mobile', '-', { isEmpty: true, word: '-' }],
		['name', NaN, { isEmpty: true, word: 'NaN' }],
	])('%s of %p is %j', (attribute, value, read) => {
		expect(readStandardValue(attribute, value)).toEqual(read);
	});

	it.each([
		'a b@example.com',
		'a@example',
		'a@@example.com',
		'a@exa mple.com',
		'<a@example.com>',
		'a@example.c',
		'a@example.com.',
		`${'a'.repeat(309)}@example.com`,
	])('is no address: %s', (text) => {
		expect(readStandardValue('email', text)).toHaveProperty('leftOut');
	});

	it('is an address as long as mail takes it', () => {
		const longest = `${'a'.repeat(308)}@example.com`;
		expect(readStandardValue('email', longest)).toEqual({ value: longest });
	});
});
