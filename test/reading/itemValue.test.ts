import { itemValue } from '../../nodes/Growlytics/reading/itemValue';

const json = {
	email: ' Asha@Example.com ',
	'first name': 'Asha',
	id: 7,
	none: null,
	tags: ['a'],
	body: { email: 'a@b.c', at: new Date(0), properties: { 'Is VIP': true } },
	made: Object.assign(Object.create({ inherited: 1 }), { own: 2 }),
};

it.each([
	['$json.email', ' Asha@Example.com '],
	["$json['first name']", 'Asha'],
	['$json.body.email', 'a@b.c'],
	['$json?.body?.email', 'a@b.c'],
	['$json.body.properties["Is VIP"]', true],
	["$json['body']['properties']?.['Is VIP'].toString()", 'true'],
	['$json.email.trim().toLowerCase()', 'asha@example.com'],
	['$json.body.email.toUpperCase()', 'A@B.C'],
	['$json.id.toString()', '7'],
	['$json.none', null],
	['{ a: $json.id }', { a: 7 }],
	[
		'{ a: $json.email.trim(), "b c": $json.body.email, d: \'e, f: g\', }',
		{ a: 'Asha@Example.com', 'b c': 'a@b.c', d: 'e, f: g' },
	],
])('reads %s from the item', (code, value) => {
	expect(itemValue(`={{ ${code} }}`)?.(json)).toEqual(value);
});

it.each([
	['what is missing', '$json.body.name'],
	['what is in nothing', '$json.none.name'],
	['a list', '$json.tags'],
	['an object with what is missing', '{ a: $json.id, b: $json.name }'],
	['an object', '$json.body'],
	['a date', '$json.body.at'],
	['what is in an instance of a class', '$json.made.own'],
	['a method of text on a number', '$json.id.trim()'],
	['a method on nothing', '$json.none.toString()'],
])('leaves %s to n8n', (_, code) => {
	expect(itemValue(`={{ ${code} }}`)?.(json)).toBeUndefined();
});

it.each([
	'$json',
	'$json.constructor',
	'$json.body.toString',
	'$json.tags[0]',
	'$json.email.length()',
	'$json.email + 1',
	'$json. email',
	'{}',
	'{ a: 1 + $json.id }',
	'{ a: $json.id + 1 }',
	'{ ...$json, a: $json.id }',
	'{ __proto__: $json.id }',
	'{ a: { b: $json.id } }',
	'{ [$json.id]: $json.id }',
	'{ id }',
	'$input.item.json.email',
])('does not know %s', (code) => {
	expect(itemValue(`={{ ${code} }}`)).toBeUndefined();
});
