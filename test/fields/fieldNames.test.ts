import { readFieldName, readFieldNames } from '../../nodes/Growlytics/fields/fieldNames';

describe('a list of fields', () => {
	it.each<[unknown, string[][]]>([
		['', []],
		[' , ,\n', []],
		['email', [['email']]],
		['name, email,mobile', [['name'], ['email'], ['mobile']]],
		['name\nemail\r\nmobile', [['name'], ['email'], ['mobile']]],
		['Total Orders , City', [['Total Orders'], ['City']]],
		["['City, State']", [['City, State']]],
		["name, ['City, State'], email", [['name'], ['City, State'], ['email']]],
		['["City, State"]', [['City, State']]],
		["'City, State', name", [['City, State'], ['name']]],
		['"City, State", name', [['City, State'], ['name']]],
		["['it\\'s'], a", [["it's"], ['a']]],
		['"say \\"hi\\"", a', [['say "hi"'], ['a']]],
		["Customer's name, City", [["Customer's name"], ['City']]],
		["'tis, City", [["'tis"], ['City']]],
		['address.city', [['address', 'city']]],
		["address['zip code']", [['address', 'zip code']]],
		["['address'].city", [['address', 'city']]],
		["['home address']['zip, code'].x", [['home address', 'zip, code', 'x']]],
		['tags[0]', [['tags', '0']]],
		['lines[0].price, b', [['lines', '0', 'price'], ['b']]],
		['interests[], b', [['interests[]'], ['b']]],
		['[note], b', [['[note]'], ['b']]],
		['[0]', [['0']]],
		['address., b', [['address'], ['b']]],
		["a,, ,'b'", [['a'], ['b']]],
		['город, 🎉', [['город'], ['🎉']]],
		['__proto__', [['__proto__']]],
		[
			['City, State', ' address.city '],
			[['City, State'], ['address', 'city']],
		],
		[
			[7, null, { a: 1 }],
			[['7'], ['null'], ['an object']],
		],
		[[Object.create(null)], [['an object']]],
		[[], []],
		[[' City, State '], [['City, State']]],
		[undefined, []],
		[null, []],
		[42, []],
		[{ a: 1 }, []],
		[' \n["id", "email"] ', [['id'], ['email']]],
		['["City", 2024]', [['City'], ['2024']]],
		['["id", "email"', [['id'], ['email']]],
		["['a\\'b'].c, d", [["a'b", 'c'], ['d']]],
		["'City, State' , name", [['City, State'], ['name']]],
		["'a'b, c", [["'a'b"], ['c']]],
		["tags [ 0 ], ['b' ]", [['tags', '0'], ['b']]],
		['lines[12].price.net', [['lines', '12', 'price', 'net']]],
		[
			[true, ['a'], new Map(), 'a.b, c', '["a"'],
			[['true'], ['a list'], ['an object'], ['a', 'b, c'], ['["a"']],
		],
	])('%j', (written, paths) => {
		const read = readFieldNames(written).map(({ path, name }) => ({ path, name }));
		expect(read).toEqual(paths.map((path) => ({ path, name: path.join('.') })));
	});

	it('ends whatever is written', () => {
		for (const text of [
			"[['",
			"['a",
			'"',
			"'",
			"['a']b",
			"['a'] ['b']",
			'[[0]]',
			']',
			'[0',
			'....',
		]) {
			expect(Array.isArray(readFieldNames(text))).toBe(true);
		}
	});
});

it.each<[unknown, string[]]>([
	['Name, Secret ', ['Name', 'Secret']],
	["['Secret '], address['zip code'] , \"a, b\"", ["['Secret ']", "address['zip code']", '"a, b"']],
	[
		['Secret ', "['City']"],
		['Secret ', "['City']"],
	],
	[[7], ['7']],
])('%j keeps what was written', (fields, written) => {
	expect(readFieldNames(fields).map((field) => field.written)).toEqual(written);
});

it.each<[unknown, string[] | undefined]>([
	['email', ['email']],
	['City, State', ['City, State']],
	['address.city', ['address', 'city']],
	["['City, State']", ['City, State']],
	['', undefined],
	['  ', undefined],
	[5, undefined],
	[['email'], undefined],
	[undefined, undefined],
])('one field, dragged in as %j, is %j', (value, path) => {
	expect(readFieldName(value)?.path).toEqual(path);
});
