import { mapAutomatically, mapJson, outcomes, remarks } from './mapping';
import type { Options } from './mapping';

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

	it('tells a name that no item has from one that some lack', () => {
		const items = [{ City: 'a', Age: 1 }, { City: 'b' }];
		const missed = (options: Options) => mapAutomatically(items, options).mapped.missedFields;
		expect(missed({ include: 'selected', fields: 'City, Age' })).toEqual([]);
		expect(missed({ include: 'selected', fields: 'City, age, gone' })).toEqual([
			{ written: 'age', near: 'Age' },
			{ written: 'gone', near: undefined },
		]);
		expect(missed({ include: 'except', fields: 'Age, city' })).toEqual([
			{ written: 'city', near: 'City' },
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
		const item = { Email: 'a@b.in', EMAIL: 'c@d.in' };
		expect(sent(item, { include: 'except', fields: 'EMAIL' })).toEqual({ email: 'a@b.in' });
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
			'error',
			[
				['address', 'It is an object, not a single value'],
				['tags', 'It is a list of 2, not a single value'],
			],
		],
		['readable', { City: 'Pune', 'address.city': 'Pune', 'address.geo.lat': 1, tags: 'a, 1' }],
		['skip', { City: 'Pune' }],
		['flatten', { City: 'Pune', 'address.city': 'Pune', 'address.geo.lat': 1, tags: '["a",1]' }],
		// What holds nothing is nothing: no attribute is called "no".
		['json', { City: 'Pune', address: '{"city":"Pune","geo":{"lat":1}}', tags: '["a",1]' }],
	])('by option: %s', (nestedValues, expected) => {
		expect(sent(item, nestedValues === undefined ? {} : { nestedValues })).toEqual(expected);
		if (nestedValues === 'readable') expect(sent(item)).toEqual(expected);
	});

	it('may be left out with a warning instead of refusing the item', () => {
		const options: Options = { nestedValues: 'error', invalidAttributes: 'skip' };
		expect(outcomes(mapAutomatically([item], options))).toEqual([
			{
				sent: [['City', 'string', 'Pune']],
				warnings: [
					['address', 'Left out: It is an object, not a single value.'],
					['tags', 'Left out: It is a list of 2, not a single value.'],
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

	const cycle: Record<string, unknown> = { city: 'Pune' };
	cycle.self = cycle;
	const list: unknown[] = [];
	list.push(list);
	const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);

	/** What is sent of `x`, and what is said of the rest. */
	it.each<[string, unknown, Options['nestedValues'], unknown, Array<[name: string, why: string]>]>([
		[
			'an endless object',
			cycle,
			'flatten',
			{ 'x.city': 'Pune' },
			[['x.self', 'it contains itself']],
		],
		[
			'an endless object',
			cycle,
			'readable',
			{ 'x.city': 'Pune' },
			[['x.self', 'it contains itself']],
		],
		['an endless object', cycle, 'json', {}, [['x', 'it cannot be written as JSON']]],
		['an endless list', list, 'flatten', {}, [['x', 'it cannot be written as JSON']]],
		['a BigInt inside', { n: 1n }, 'json', {}, [['x', 'it cannot be written as JSON']]],
		['a BigInt inside', { n: 1n }, 'flatten', { 'x.n': 1 }, []],
		[
			'the same object twice',
			{ a: contact.tags, b: contact.tags },
			'json',
			{ x: '{"a":["a",{"b":1},"c"],"b":["a",{"b":1},"c"]}' },
			[],
		],
		[
			'a very deep object',
			deep,
			'flatten',
			{},
			[[`x${'.a'.repeat(29)}…`, 'it is nested so deep that its name would be too long']],
		],
		[
			'a Map',
			new Map([['a', 1]]),
			'flatten',
			{},
			[['x', 'it is a Map, which is no text, number, date, yes or no']],
		],
	])('survive %s', (_what, x, nestedValues, expected, said) => {
		const run = mapAutomatically([{ x }], { ...(nestedValues && { nestedValues }) });
		expect(sent({ x }, { ...(nestedValues && { nestedValues }) })).toEqual(expected);
		expect(remarks(run)).toEqual(said.map(([name, why]) => [name, `Left out: ${why}.`, 1]));
	});

	it('as deep as a name can be are sent', () => {
		const levels = JSON.parse(`${'{"":'.repeat(48)}1${'}'.repeat(48)}`);
		expect(sent({ x: levels }, { nestedValues: 'flatten' })).toEqual({ [`x${'.'.repeat(48)}`]: 1 });
	});
});

describe('fields that mean a standard attribute', () => {
	it('fill it', () => {
		const items = [{ City: 'a', Email: 'b@c.in', 'MOBILE ': 9911112222, NAME: 'Asha' }];
		expect(outcomes(mapAutomatically(items))).toEqual([
			{
				sent: [
					['name', 'string', 'Asha'],
					['email', 'string', 'b@c.in'],
					['mobile', 'string', '9911112222'],
					['City', 'string', 'a'],
				],
			},
		]);
	});

	it('fill it with what looks it alone, and say what they leave out', () => {
		expect(
			outcomes(mapAutomatically([{ City: 'a', Email: 'b', 'MOBILE ': 99, NAME: true }])),
		).toEqual([
			{
				sent: [['City', 'string', 'a']],
				warnings: [
					['NAME', 'Left out: true is not a name.'],
					['Email', 'Left out: "b" is not an e-mail address.'],
					['MOBILE', 'Left out: 99 is not a phone number.'],
				],
			},
		]);
	});

	it('come second to the exact name', () => {
		const items = [{ Email: 1, EMAIL: 'c@d.in', email: 'b@c.in' }];
		expect(outcomes(mapAutomatically(items))).toEqual([
			{
				sent: [['email', 'string', 'b@c.in']],
				warnings: [
					['Email', 'Left out: 1 is not an e-mail address.'],
					['EMAIL', 'Left out: email has "b@c.in" already.'],
				],
			},
		]);
	});

	it('give the first where two spellings hold two values, and say so', () => {
		expect(outcomes(mapAutomatically([{ Email: 'a@b.in', EMAIL: 'c@d.in' }]))).toEqual([
			{
				sent: [['email', 'string', 'a@b.in']],
				warnings: [['EMAIL', 'Left out: email has "a@b.in" already.']],
			},
		]);
	});

	it('are attributes of their own if that is switched off', () => {
		const item = { Email: 'a@b.in', EMAIL: 'b' };
		expect(sent(item, { matchStandardAttributes: false })).toEqual(item);
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
		// İ is a capital i with a mark, ı another letter; in Turkish both would be the other's.
		expect(sent({ EMAİL: 'a@b.in', emaıl: 'b' })).toEqual({ email: 'a@b.in', emaıl: 'b' });
	});
});

describe('a whole webhook call', () => {
	const call = { headers: { cookie: 'secret' }, params: {}, query: {}, body: { City: 'Pune' } };
	it.each<[string, unknown, unknown]>([
		['gives its JSON body', sent(call), { City: 'Pune' }],
		[
			'gives its body alone, whatever is around it',
			sent({ ...call, webhookUrl: 'https://a.in', executionMode: 'test' }),
			{ City: 'Pune' },
		],
		['gives a text body', sent({ ...call, body: 'x' }), { body: 'x' }],
		['flattened', sent(call, { nestedValues: 'flatten' }), { City: 'Pune' }],
		['as JSON', sent(call, { nestedValues: 'json' }), { City: 'Pune' }],
		[
			'with something else excluded',
			sent(call, { include: 'except', fields: 'params', nestedValues: 'flatten' }),
			{ City: 'Pune' },
		],
		['without what is excluded', sent(call, { include: 'except', fields: 'City' }), {}],
		[
			'gives what is chosen from it',
			sent(call, { include: 'selected', fields: 'body.City' }),
			{ City: 'Pune' },
		],
		[
			'never gives the cookie, chosen or not',
			sent(call, {
				include: 'selected',
				fields: 'City, headers.cookie',
				invalidAttributes: 'skip',
			}),
			{ City: 'Pune' },
		],
	])('%s', (_what, outcome, expected) => {
		expect(outcome).toEqual(expected);
	});

	it('is the same in JSON mode', () => {
		expect(outcomes(mapJson([call, call.body]))).toEqual([
			{ sent: [['City', 'string', 'Pune']] },
			{ sent: [['City', 'string', 'Pune']] },
		]);
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
