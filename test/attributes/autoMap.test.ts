import { mapAutomatically, mapJson, outcomes } from './mapping';
import type { Options } from './mapping';

const [FIELDS, EXCLUDED] = ['Fields to Include', 'Fields to Exclude'].map(
	(list) =>
		`No item has this field, which ${list} names. Capital letters count; a name with a comma needs quotes.`,
);

/** What one item sends, as an object; or its problems. */
function sent(item: Record<string, unknown>, options: Options = {}): unknown {
	const [mapped] = mapAutomatically([item], options).customers;
	if (mapped === undefined || 'problems' in mapped) {
		return mapped?.problems.map(({ attribute, message }) => [attribute, message]);
	}
	return Object.fromEntries(mapped.customer.attributes.map(({ name, value }) => [name, value]));
}

const contact = {
	email: 'a@b.in',
	'City, State': 'Pune, MH',
	address: { city: 'Pune', geo: { lat: 18.5, lon: 73.9 } },
	tags: ['a', { b: 1 }, 'c'],
};

describe('fields to include', () => {
	it.each<[string, Options['fields'], unknown]>([
		['by name', 'email', { email: 'a@b.in' }],
		['dragged in', "['City, State']", { 'City, State': 'Pune, MH' }],
		['inside an object', 'address.city', { 'address.city': 'Pune' }],
		['deep inside', 'address.geo.lat', { 'address.geo.lat': 18.5 }],
		['in a list', 'tags[0], tags[1].b', { 'tags.0': 'a', 'tags.1.b': 1 }],
		[
			'from an expression',
			['City, State', 'address.city'],
			{ 'City, State': 'Pune, MH', 'address.city': 'Pune' },
		],
		['in the order given', 'address.city, email', { email: 'a@b.in', 'address.city': 'Pune' }],
		['twice', 'email, email', { email: 'a@b.in' }],
		['none', '', {}],
	])('%s', (_how, fields, expected) => {
		expect(sent(contact, { include: 'selected', fields })).toEqual(expected);
	});

	it('means a field of that very name before a path', () => {
		const item = { 'address.city': 'own', address: { city: 'inner' } };
		expect(sent(item, { include: 'selected', fields: 'address.city' })).toEqual({
			'address.city': 'own',
		});
		expect(sent(item, { include: 'except', fields: 'address.city', nestedValues: 'json' })).toEqual(
			{
				address: '{"city":"inner"}',
			},
		);
	});

	it.each(['toString', '__proto__', 'constructor.name', 'email.length'])(
		'finds nothing that the item does not hold itself: %s',
		(fields) => {
			const run = mapAutomatically([{ email: 'x' }], { include: 'selected', fields });
			expect(outcomes(run)).toMatchObject([{ sent: [] }]);
		},
	);

	it.each(['No.', 'tags[0]', "it['self']", 'a.b', '.', "'quoted"])(
		'take a field of the very name that was written: %s',
		(name) => {
			const item = { [name]: 'x', other: 'y' };
			expect(sent(item, { include: 'selected', fields: name })).toEqual({ [name]: 'x' });
			expect(sent(item, { include: 'except', fields: `other, ${name}` })).toEqual({});
			expect(sent(item, { include: 'selected', fields: `other,${name}` })).toEqual(item);
		},
	);

	it('warns of a name that no item has, and not of one that some lack', () => {
		const items = [{ City: 'a', Age: 1 }, { City: 'b' }];
		expect(outcomes(mapAutomatically(items, { include: 'selected', fields: 'City, age' }))).toEqual(
			[
				{ sent: [['City', 'string', 'a']], warnings: [['age', FIELDS]] },
				{ sent: [['City', 'string', 'b']], warnings: [['age', FIELDS]] },
			],
		);
		expect(
			outcomes(mapAutomatically(items, { include: 'selected', fields: 'City, Age' }))[1],
		).toEqual({
			sent: [['City', 'string', 'b']],
		});
		expect(outcomes(mapAutomatically(items, { include: 'except', fields: 'Age, city' }))).toEqual([
			{ sent: [['City', 'string', 'a']], warnings: [['city', EXCLUDED]] },
			{ sent: [['City', 'string', 'b']], warnings: [['city', EXCLUDED]] },
		]);
	});
});

describe('fields to exclude', () => {
	it.each<[string, Options['fields'], unknown]>([
		['by name', 'address, tags', { email: 'a@b.in', 'City, State': 'Pune, MH' }],
		['dragged in', "['City, State'], address, tags, email", {}],
		[
			'one value inside an object',
			'address.city, tags',
			{
				email: 'a@b.in',
				'City, State': 'Pune, MH',
				'address.geo.lat': 18.5,
				'address.geo.lon': 73.9,
			},
		],
		[
			'an object inside an object',
			'address.geo, tags',
			{ email: 'a@b.in', 'City, State': 'Pune, MH', 'address.city': 'Pune' },
		],
		[
			'entries of a list',
			'address, tags[0], tags[1].b',
			{ email: 'a@b.in', 'City, State': 'Pune, MH', tags: '[{},"c"]' },
		],
	])('%s', (_how, fields, expected) => {
		expect(sent(contact, { include: 'except', fields, nestedValues: 'flatten' })).toEqual(expected);
	});

	it('are not in JSON text either', () => {
		expect(
			sent(contact, { include: 'except', fields: 'address.geo.lat, tags', nestedValues: 'json' }),
		).toMatchObject({ address: '{"city":"Pune","geo":{"lon":73.9}}' });
	});

	it('are gone before standard attributes are matched', () => {
		expect(sent({ Email: 'a', EMAIL: 'b' }, { include: 'except', fields: 'EMAIL' })).toEqual({
			email: 'a',
		});
	});
});

it('names a nested value whose name has megabytes by its beginning', () => {
	const [outcome] = outcomes(mapAutomatically([{ ['x'.repeat(2_000_000)]: {} }]));
	expect(JSON.stringify(outcome).length).toBeLessThan(1000);
});

describe('nested values', () => {
	const item = { City: 'Pune', address: { city: 'Pune', geo: { lat: 1 } }, tags: ['a', 1], no: {} };

	it.each<[Options['nestedValues'], unknown]>([
		[
			undefined,
			[
				['address', 'an object is not a single value'],
				['tags', 'a list of 2 is not a single value'],
				['no', 'an object is not a single value'],
			],
		],
		['skip', { City: 'Pune' }],
		['flatten', { City: 'Pune', 'address.city': 'Pune', 'address.geo.lat': 1, tags: '["a",1]' }],
		[
			'json',
			{ City: 'Pune', address: '{"city":"Pune","geo":{"lat":1}}', tags: '["a",1]', no: '{}' },
		],
	])('by option: %s', (nestedValues, expected) => {
		expect(sent(item, nestedValues === undefined ? {} : { nestedValues })).toEqual(expected);
	});

	it('may be left out with a warning instead', () => {
		expect(outcomes(mapAutomatically([item], { invalidAttributes: 'skip' }))).toMatchObject([
			{
				sent: [['City', 'string', 'Pune']],
				warnings: [
					['address', 'Left out: an object is not a single value.'],
					['tags', 'Left out: a list of 2 is not a single value.'],
					['no', 'Left out: an object is not a single value.'],
				],
			},
		]);
	});

	it('keep the type of each value', () => {
		const run = mapAutomatically([{ a: { b: true, c: new Date(0), d: '1970-01-01T00:00:00Z' } }], {
			nestedValues: 'flatten',
		});
		expect(outcomes(run)).toEqual([
			{
				sent: [
					['a.b', 'boolean', true],
					['a.c', 'date', '1970-01-01 00:00:00'],
					['a.d', 'date', '1970-01-01 00:00:00'],
				],
			},
		]);
	});

	const UNWRITABLE =
		'the value cannot be written as JSON, because it contains itself or a very large number';
	const cycle: Record<string, unknown> = { city: 'Pune' };
	cycle.self = cycle;
	const list: unknown[] = [];
	list.push(list);
	const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);

	it.each<[string, unknown, Options['nestedValues'], unknown]>([
		['an endless object', cycle, 'flatten', [['x.self', UNWRITABLE]]],
		['an endless object', cycle, 'json', [['x', UNWRITABLE]]],
		['an endless list', list, 'flatten', [['x', UNWRITABLE]]],
		['a BigInt inside', { n: 1n }, 'json', [['x', UNWRITABLE]]],
		['a BigInt inside', { n: 1n }, 'flatten', { 'x.n': '1' }],
		[
			'the same object twice',
			{ a: contact.tags, b: contact.tags },
			'json',
			{ x: '{"a":["a",{"b":1},"c"],"b":["a",{"b":1},"c"]}' },
		],
		[
			'a very deep object',
			deep,
			'flatten',
			[
				[
					`x${'.a'.repeat(29)}…`,
					'objects are nested more than 49 levels deep, which gives a name that Growlytics does not take',
				],
			],
		],
		['a Map', new Map([['a', 1]]), 'flatten', { x: '{}' }],
	])('survive %s', (_what, x, nestedValues, expected) => {
		expect(sent({ x }, { ...(nestedValues && { nestedValues }) })).toEqual(expected);
	});

	it('as deep as a name can be are sent', () => {
		const levels = JSON.parse(`${'{"":'.repeat(48)}1${'}'.repeat(48)}`);
		expect(sent({ x: levels }, { nestedValues: 'flatten' })).toEqual({ [`x${'.'.repeat(48)}`]: 1 });
	});
});

describe('fields that mean a standard attribute', () => {
	const taken = (field: string) => `Taken from the field "${field}".`;
	const besides = (standard: string) =>
		`Sent as a custom attribute of its own, because the item has a field "${standard}" too.`;

	it('are sent as it, with a warning', () => {
		expect(
			outcomes(mapAutomatically([{ City: 'a', Email: 'b', 'MOBILE ': 99, NAME: true }])),
		).toEqual([
			{
				sent: [
					['name', 'string', 'true'],
					['email', 'string', 'b'],
					['mobile', 'string', '99'],
					['City', 'string', 'a'],
				],
				warnings: [
					['email', taken('Email')],
					['mobile', taken('MOBILE ')],
					['name', taken('NAME')],
				],
			},
		]);
	});

	it('come second to the exact name', () => {
		expect(outcomes(mapAutomatically([{ Email: 1, email: 'b', EMAIL: 'c' }]))).toEqual([
			{
				sent: [
					['email', 'string', 'b'],
					['Email', 'number', 1],
					['EMAIL', 'string', 'c'],
				],
				warnings: [
					['Email', besides('email')],
					['EMAIL', besides('email')],
				],
			},
		]);
	});

	it('are refused if two could be meant', () => {
		const [mapped] = mapAutomatically([{ Email: 'a', EMAIL: 'b' }]).customers;
		expect(mapped).toEqual({
			id: 'c1',
			problems: [
				{
					attribute: 'email',
					message: 'the fields "Email" and "EMAIL" could both be meant',
					fix: 'Rename one of them to "email", exclude the other, or switch off Options > Match Standard Attributes. If you choose Leave Out and Warn under Options > Invalid Attributes, none of them is sent.',
				},
			],
		});
	});

	it('are attributes of their own if that is switched off', () => {
		expect(sent({ Email: 1, EMAIL: 'b' }, { matchStandardAttributes: false })).toEqual({
			Email: 1,
			EMAIL: 'b',
		});
	});

	it('are top-level fields, whole', () => {
		expect(
			sent({ person: { Email: 'a' }, Name: { first: 'Asha' } }, { nestedValues: 'flatten' }),
		).toEqual({ 'person.Email': 'a', 'Name.first': 'Asha' });
		expect(sent({ p: { Email: 'a' } }, { include: 'selected', fields: 'p.Email' })).toEqual({
			'p.Email': 'a',
		});
	});

	it('do not depend on the language of the machine', () => {
		expect(sent({ EMAİL: 'a', emaıl: 'b' })).toEqual({ EMAİL: 'a', emaıl: 'b' });
	});
});

describe('a whole webhook call', () => {
	const call = { headers: { cookie: 'secret' }, params: {}, query: {}, body: { City: 'Pune' } };
	const refused = [
		['', 'Webhook data came whole, and the cookies in its headers must not become attributes'],
	];

	it.each<[string, unknown]>([
		['with a JSON body', sent(call)],
		['with more around it', sent({ ...call, webhookUrl: 'https://a.in', executionMode: 'test' })],
		['with a text body', sent({ ...call, body: 'x' })],
		['whatever is to be done with nested values', sent(call, { nestedValues: 'flatten' })],
		['with invalid attributes to be left out', sent(call, { invalidAttributes: 'skip' })],
		['of which something else is excluded', sent(call, { include: 'except', fields: 'City' })],
	])('is refused %s', (_what, outcome) => {
		expect(outcome).toEqual(refused);
	});

	it('is refused in JSON mode too, its body is not', () => {
		expect(outcomes(mapJson([call, call.body]))).toEqual([
			{ problems: refused },
			{ sent: [['City', 'string', 'Pune']] },
		]);
	});

	it.each<[string, Options, unknown]>([
		['body.City', { include: 'selected', fields: 'body.City' }, { 'body.City': 'Pune' }],
		[
			'all but headers',
			{ include: 'except', fields: 'headers', nestedValues: 'flatten' },
			{ 'body.City': 'Pune' },
		],
	])('gives what is chosen from it: %s', (_what, options, expected) => {
		expect(sent(call, options)).toEqual(expected);
	});

	it('is nothing that has only similar fields', () => {
		expect(sent({ headers: { a: 1 }, params: {}, query: {} }, { nestedValues: 'flatten' })).toEqual(
			{ 'headers.a': 1 },
		);
		expect(sent({ headers: 'H1', params: 'x', query: 'y', body: 'z' })).toEqual({
			headers: 'H1',
			params: 'x',
			query: 'y',
			body: 'z',
		});
	});
});
