import { toCustomerId } from '../../../nodes/Growlytics/operations/customer/customerId';
import { mapAutomatically, mapJson } from '../../attributes/mapping';

describe('the ID of a customer', () => {
	it.each<[unknown, string]>([
		['C-1008', 'C-1008'],
		[' asha@example.com\u200b ', 'asha@example.com'],
		['\u00a0asha@example.com', 'asha@example.com'],
		["'9000032007", '9000032007'],
		["'+919000032007", '+919000032007'],
		["O'Neil", "O'Neil"],
		['Jose\u0301', 'Jos\u00e9'],
		['क्\u200dष', 'क्\u200dष'],
		[26, '26'],
		[0, '0'],
		[-0, '0'],
		['007', '007'],
		['0', '0'],
		['E+12', 'E+12'],
		['Asha@Example.com', 'Asha@Example.com'],
		['x'.repeat(300), 'x'.repeat(300)],
		[9.19e9, '9190000000'],
		[919911112222, '919911112222'],
		[10n, '10'],
		[-5, '-5'],
		[Number.MAX_SAFE_INTEGER, '9007199254740991'],
		[919911112222333444n, '919911112222333444'],
		['asha@example.com (work)', 'asha@example.com (work)'],
		['+91 90000 10001', '+91 90000 10001'],
		['12/34567', '12/34567'],
		['asha rao', 'asha rao'],
		['1e5', '1e5'],
		['mira@work.example.com ::: mira@home.example.com', 'mira@work.example.com'],
		['+91 90000 12001 ::: +91 33 5550 0001', '+91 90000 12001'],
	])('%p gives %p', (value, id) => {
		expect(toCustomerId(value)).toBe(id);
	});

	it.each<[unknown, string]>([
		[undefined, 'Customer ID is empty'],
		[null, 'Customer ID is empty'],
		['', 'Customer ID is empty'],
		[' \u00a0\u200b', 'Customer ID is empty'],
		['#N/A', 'Customer ID is "#N/A", which names no customer'],
		['N/A', 'Customer ID is "N/A", which names no customer'],
		['-', 'Customer ID is "-", which names no customer'],
		['NULL', 'Customer ID is "NULL", which names no customer'],
		['Null', 'Customer ID is "Null", which names no customer'],
		['none', 'Customer ID is "none", which names no customer'],
		['#REF!', 'Customer ID is "#REF!", which names no customer'],
		['undefined', 'Customer ID is "undefined", which names no customer'],
		['NaN', 'Customer ID is "NaN", which names no customer'],
		['[object Object]', 'Customer ID is "[object Object]", which names no customer'],
		[Number.NaN, 'Customer ID is NaN, which names no customer'],
		[Infinity, 'Customer ID is Infinity, which names no customer'],
		[Object.create(null), 'Customer ID is an object, which names no customer'],
		[' null ', 'Customer ID is " null ", which names no customer'],
		['9e+11', 'Customer ID is "9e+11", a long number that has lost digits'],
		['9.19911E+11', 'Customer ID is "9.19911E+11", a long number that has lost digits'],
		[1.5, 'Customer ID is 1.5, which names no customer'],
		[true, 'Customer ID is true, which names no customer'],
		[{ id: 1 }, 'Customer ID is an object, which names no customer'],
		[['a'], 'Customer ID is a list of 1, which names no customer'],
		['9.19E+11', 'Customer ID is "9.19E+11", a long number that has lost digits'],
		['9,19E+11', 'Customer ID is "9,19E+11", a long number that has lost digits'],
		[2 ** 60, 'Customer ID is 1152921504606847000, a long number that has lost digits'],
		[
			'a@example.com, b@example.com',
			'Customer ID is "a@example.com, b@example.com", which names more than one customer',
		],
		[
			'a@example.com b@example.com',
			'Customer ID is "a@example.com b@example.com", which names more than one customer',
		],
		[
			'a@example.com/b@example.com',
			'Customer ID is "a@example.com/b@example.com", which names more than one customer',
		],
		[
			'a@example.com;b@example.com',
			'Customer ID is "a@example.com;b@example.com", which names more than one customer',
		],
		[
			'9000010001 / 9000010002',
			'Customer ID is "9000010001 / 9000010002", which names more than one customer',
		],
		[
			'a@example.com ::: 9000010002 ::: b@example.com',
			'Customer ID is "a@example.com ::: 9000010002 ::: b@example.com", which names more than one customer',
		],
	])('%p is refused', (value, message) => {
		expect(toCustomerId(value)).toMatchObject({ message, isAboutId: true });
	});

	it('is read quickly, however long the text', () => {
		const start = performance.now();
		toCustomerId('a@'.repeat(5_000_000));
		toCustomerId(` ${'9'.repeat(10_000_000)} `);
		expect(performance.now() - start).toBeLessThan(3_000);
	});
});

describe('a useless ID', () => {
	it.each([
		['failItem', ['id', 'Age']],
		// What would have been left out keeps no item from being sent.
		['skip', ['id']],
	] as const)(
		'is named together with everything else that is wrong: %s',
		(invalidAttributes, named) => {
			const { customers } = mapAutomatically(
				[{ Age: 'old', City: 'Pune' }],
				{ invalidAttributes, attributeTypes: { Age: 'number' } },
				'',
			);
			const problems = named.map((attribute) => ({ attribute }));
			expect(customers).toMatchObject([{ id: undefined, problems }]);
		},
	);

	it('is told apart from what makes the whole item useless', () => {
		expect(mapJson(['{']).customers).toMatchObject([{ id: 'c1', problems: [{ attribute: '' }] }]);
	});
});
