import { readFieldNames } from '../../nodes/Growlytics/fields/fieldNames';
import { FieldReader } from '../../nodes/Growlytics/fields/fieldReader';
import { Selection } from '../../nodes/Growlytics/fields/selection';

type Item = Record<string, unknown>;

const CONTACT = {
	'First Name': 'Asha',
	'address.city': 'Mumbai',
	address: { city: 'Pune', 'Zip Code': '411001' },
	orders: [{ total: 5 }, { total: 6 }],
	note: 'text',
	gone: null,
};

it.each<[string, string[][]]>([
	['First Name', [['First Name']]],
	['note, First Name', [['First Name'], ['note']]],
	['orders', [['orders']]],
	['orders[1].total', [['orders', '1', 'total']]],
	[
		'orders[0].total, orders[1]',
		[
			['orders', '0', 'total'],
			['orders', '1'],
		],
	],
	["address['Zip Code']", [['address', 'Zip Code']]],
	// A field of the very name comes before what is at the path.
	['address.city', [['address.city']]],
	["address['city']", [['address.city']]],
	['address, address.Zip Code', [['address']]],
	// No field of the item.
	['first name', []],
	['first_name', []],
	['address.zip', []],
	['note.length', []],
	['gone.total', []],
	['orders[2]', []],
	['total', []],
	['toString', []],
])('%s finds %j', (fields, paths) => {
	expect(new Selection(readFieldNames(fields)).pathsIn(CONTACT)).toEqual(paths);
});

it.each<[string, Item, string, string | undefined]>([
	['other capitals', { EMAIL: 1 }, 'email', 'EMAIL'],
	['spaces between', { FirstName: 1 }, 'First Name', 'FirstName'],
	['a space behind', { 'Email ': 1 }, "['Email']", 'Email '],
	['what nobody sees', { '\u200bEmail': 1 }, 'Email', '\u200bEmail'],
	['an accent that was composed otherwise', { 'Pre\u0301nom': 1 }, 'Pr\u00e9nom', 'Pre\u0301nom'],
	['capitals in a path', { Address: { City: 1 } }, 'address.city', 'Address.City'],
	['capitals in the last part of a path', { a: { City: 1 } }, 'a.city', 'a.City'],
	['an underscore', { first_name: 1 }, 'firstname', undefined],
	['another name', { emails: 1 }, 'email', undefined],
])('what differs by %s is missed, and the near one is named', (_, item, field, near) => {
	const selection = new Selection(readFieldNames(field));
	expect(selection.pathsIn(item)).toEqual([]);
	expect(selection.missed()).toEqual([{ written: field, near }]);
});

it('misses what no item of the run had, in the order in which it was named', () => {
	const selection = new Selection(readFieldNames('gone, City, address.zip, Age'));
	expect(selection.pathsIn({ City: 'Pune', age: 4 })).toEqual([['City']]);
	expect(selection.pathsIn({ address: { zip: '4' } })).toEqual([['address', 'zip']]);
	expect(selection.missed()).toEqual([
		{ written: 'gone', near: undefined },
		{ written: 'Age', near: 'age' },
	]);
});

it('finds a field that was named twice, or in two ways, once', () => {
	const selection = new Selection(readFieldNames("City, City, ['City']"));
	expect(selection.pathsIn({ City: 'Pune' })).toEqual([['City']]);
	expect(selection.missed()).toEqual([]);
});

describe('a run', () => {
	const settings = (include: 'all' | 'except' | 'selected', fields: string) => ({
		include,
		fields: readFieldNames(fields),
		nestedValues: 'readable' as const,
	});

	it.each(['except', 'selected'] as const)('says which fields to be %s no item has', (include) => {
		const reader = new FieldReader(settings(include, 'City, email'));
		reader.read({ City: 'Pune' });
		expect(reader.missed()).toEqual([{ written: 'email', near: undefined }]);
	});

	it('of all fields misses none', () => {
		const reader = new FieldReader(settings('all', 'email'));
		expect(reader.read({ email: 'a@example.com' }).leaves).toHaveLength(1);
		reader.read({ City: 'Pune' });
		expect(reader.missed()).toEqual([]);
	});
});
