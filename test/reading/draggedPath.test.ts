import { draggedPath } from '../../nodes/Growlytics/reading/draggedPath';

it.each<[string, string[]]>([
	['={{ $json.email }}', ['email']],
	['={{$json.email}}', ['email']],
	['={{ $json.billing.city }}', ['billing', 'city']],
	["={{ $json['first name'] }}", ['first name']],
	['={{ $json["first name"] }}', ['first name']],
	["={{ $json.billing['first name'] }}", ['billing', 'first name']],
	["={{ $json['a.b'] }}", ['a.b']],
	["={{ $json['City, State'].x }}", ['City, State', 'x']],
	['={{ $json.tags[0] }}', ['tags', '0']],
	['={{ $json.lines[0].price }}', ['lines', '0', 'price']],
	['={{ $json[0] }}', ['0']],
	["={{ $json[''] }}", ['']],
	['={{ $json._id }}', ['_id']],
	['={{ $json.$id }}', ['$id']],
	["={{ $json['नाम'] }}", ['नाम']],
	["={{ $json['it\"s'] }}", ['it"s']],
	["={{ $json[ 'a' ] }}", ['a']],
	// What does not change which field is meant.
	['={{ $json.email.toLowerCase() }}', ['email']],
	['={{ $json.email.trim().toLowerCase() }}', ['email']],
	["={{ $json['E mail'].toUpperCase() }}", ['E mail']],
	['={{ $json.id.toString() }}', ['id']],
	['={{\n\t$json.email\n}}', ['email']],
])('%s is one field', (raw, path) => {
	expect(draggedPath(raw)).toEqual(path);
});

it.each<[unknown]>([
	[''],
	['email'],
	['{{ $json.email }}'],
	['={{ $json }}'],
	['={{ $json. }}'],
	['={{ $json.toLowerCase() }}'],
	['={{ $json.email || $json.mobile }}'],
	['={{ $json.email }}x'],
	['=x{{ $json.email }}'],
	['={{ $json.email }}{{ $json.mobile }}'],
	['={{ $json.email ?? "" }}'],
	['={{ $json.email.split("@")[0] }}'],
	['={{ $json.email.length() }}'],
	['={{ $json?.email }}'],
	['={{ $json[$json.key] }}'],
	["={{ $json['it\\'s'] }}"],
	["={{ $('Form').item.json.email }}"],
	['={{ $input.item.json.email }}'],
	['={{ $jsonx.email }}'],
	['={{ $json.first name }}'],
	['={{ $json.a-b }}'],
	['={{ $json.email + 1 }}'],
	[undefined],
	[null],
	[7],
	[{ a: 1 }],
	[['={{ $json.email }}']],
])('%p is not one field', (raw) => {
	expect(draggedPath(raw)).toBeUndefined();
});

it('ends quickly, however long the text', () => {
	const long = '.a'.repeat(200_000);
	expect(draggedPath(`={{ $json${long} }}`)).toHaveLength(200_000);
	expect(draggedPath(`={{ $json${' '.repeat(200_000)}`)).toBeUndefined();
});
