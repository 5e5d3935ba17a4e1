import { toCustomerId } from '../../../nodes/Growlytics/operations/customer/customerId';
import { mapAutomatically, mapJson } from '../../attributes/mapping';

const NO_FIELD =
	"Set Customer ID to the field that holds the customer's e-mail, mobile number or your own ID for them, and check that every item has it.";
const FORMAT =
	'Format the column as plain text where the ID comes from, e.g. in the spreadsheet, so that all of its digits arrive.';

describe('a customer ID', () => {
	it.each([
		['asha@example.com', 'asha@example.com'],
		[' asha@example.com\n', 'asha@example.com'],
		['Asha@Example.com', 'Asha@Example.com'],
		['007', '007'],
		['0', '0'],
		['a b', 'a b'],
		['1e5', '1e5'],
		['E+12', 'E+12'],
		['x'.repeat(300), 'x'.repeat(300)],
		[42, '42'],
		[0, '0'],
		[-0, '0'],
		[9.19e9, '9190000000'],
		[919911112222, '919911112222'],
		[9007199254740991, '9007199254740991'],
	])('%j gives %j', (value, id) => {
		expect(toCustomerId(value)).toBe(id);
	});

	it.each([
		['', 'Customer ID is empty', NO_FIELD],
		[' \n', 'Customer ID is empty', NO_FIELD],
		[null, 'Customer ID is empty', NO_FIELD],
		[undefined, 'Customer ID is empty', NO_FIELD],
		['undefined', 'Customer ID is "undefined", which names no customer', NO_FIELD],
		[' null ', 'Customer ID is " null ", which names no customer', NO_FIELD],
		['NaN', 'Customer ID is "NaN", which names no customer', NO_FIELD],
		['[object Object]', 'Customer ID is "[object Object]", which names no customer', NO_FIELD],
		[true, 'Customer ID is true, which names no customer', NO_FIELD],
		[{}, 'Customer ID is an object, which names no customer', NO_FIELD],
		[['a'], 'Customer ID is a list of 1, which names no customer', NO_FIELD],
		[Object.create(null), 'Customer ID is an object, which names no customer', NO_FIELD],
		[NaN, 'Customer ID is NaN, which names no customer', NO_FIELD],
		[Infinity, 'Customer ID is Infinity, which names no customer', NO_FIELD],
		[12.5, 'Customer ID is 12.5, which names no customer', NO_FIELD],
		[10n, 'Customer ID is 10, which names no customer', NO_FIELD],
		[1e21, 'Customer ID is 1e+21, a long number that has lost digits', FORMAT],
		['9.19911E+11', 'Customer ID is "9.19911E+11", a long number that has lost digits', FORMAT],
		['9e+11', 'Customer ID is "9e+11", a long number that has lost digits', FORMAT],
	])('%p is refused', (value, message, fix) => {
		expect(toCustomerId(value)).toEqual({ attribute: 'id', isAboutId: true, message, fix });
	});

	it.each([
		['failItem', ['id', 'tags', 'note']],
		// What would have been left out keeps no item from being sent.
		['skip', ['id']],
	] as const)(
		'is named together with everything else that is wrong: %s',
		(invalidAttributes, named) => {
			const { customers } = mapAutomatically(
				[{ tags: [1], note: { a: 1 }, City: 'Pune' }],
				{ invalidAttributes },
				'',
			);
			const problems = named.map((attribute) => ({ attribute }));
			expect(customers).toMatchObject([{ id: undefined, problems }]);
		},
	);

	it('is named together with what makes the whole item useless', () => {
		const webhook = { headers: {}, params: {}, query: {}, body: {} };
		expect(mapAutomatically([webhook], {}, null).customers).toMatchObject([
			{ id: undefined, problems: [{ attribute: 'id' }, { attribute: '' }] },
		]);
		expect(mapJson(['{']).customers).toMatchObject([{ id: 'c1', problems: [{ attribute: '' }] }]);
	});
});
