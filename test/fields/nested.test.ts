import { isLoss, sayChange } from '../../nodes/Growlytics/fields/change';
import { readFieldNames } from '../../nodes/Growlytics/fields/fieldNames';
import type { FieldSettings } from '../../nodes/Growlytics/fields/fieldReader';
import { FieldReader } from '../../nodes/Growlytics/fields/fieldReader';

type Item = Record<string, unknown>;

function read(item: Item, settings: Partial<FieldSettings> = {}) {
	const all: FieldSettings = { include: 'all', fields: [], nestedValues: 'readable' };
	return new FieldReader({ ...all, ...settings }).read(item);
}

function values(item: Item, settings?: Partial<FieldSettings>): Item {
	return Object.fromEntries(read(item, settings).leaves.map(({ name, value }) => [name, value]));
}

const ADDRESS = { city: 'Pune', zip: '411001' };
const TAGS = ['VIP', 'Pune'];
const CIRCLE: Item = { city: 'Pune' };
CIRCLE.self = CIRCLE;

it.each<[string, Item, Item]>([
	[
		'an address that stands there twice',
		{ billing: ADDRESS, shipping: ADDRESS },
		{
			'billing.city': 'Pune',
			'billing.zip': '411001',
			'shipping.city': 'Pune',
			'shipping.zip': '411001',
		},
	],
	[
		'a list that stands there twice',
		{ tags: TAGS, groups: TAGS },
		{ tags: 'VIP, Pune', groups: 'VIP, Pune' },
	],
	[
		'what somebody calls headers',
		{ headers: { h1: 'Welcome', hosts: 2 }, City: 'Pune' },
		{ 'headers.h1': 'Welcome', 'headers.hosts': 2, City: 'Pune' },
	],
	[
		'headers that are a text',
		{ headers: 'Host: x', City: 'Pune' },
		{ headers: 'Host: x', City: 'Pune' },
	],
	['headers that hold nothing', { headers: null, City: 'Pune' }, { headers: null, City: 'Pune' }],
	[
		'headers of a request inside',
		{ Lead: { headers: { Authorization: 'x' }, city: 'Pune' }, City: 'Pune' },
		{ 'Lead.city': 'Pune', City: 'Pune' },
	],
])('reads %s', (_, item, expected) => {
	expect(values(item)).toEqual(expected);
});

it.each(['User-Agent', 'host', 'Cookie', 'Authorization', 'content-type'])(
	'leaves out the headers of a request, which %s shows',
	(name) => {
		expect(values({ headers: { accept: '*/*', [name]: 'x' }, City: 'Pune' })).toEqual({
			City: 'Pune',
		});
	},
);

it('takes nothing together where every key is wanted', () => {
	const item = { name: { first: 'Asha', last: 'Rao' }, tags: [' '], none: [{}] };
	expect(values(item, { nestedValues: 'flatten' })).toEqual({
		'name.first': 'Asha',
		'name.last': 'Rao',
		tags: null,
		none: null,
	});
	expect(read({ address: ADDRESS, none: [{}] }, { nestedValues: 'json' }).leaves).toEqual([
		{ name: 'address', path: 'address', value: JSON.stringify(ADDRESS), isText: true },
		{ name: 'none', path: 'none', value: null },
	]);
});

it.each<[string, Item, Item]>([
	['a number for its status', { status: 200, data: ADDRESS }, ADDRESS],
	['a status that all went well', { status: 'OK', data: ADDRESS }, ADDRESS],
	['true for its status', { status: true, data: ADDRESS }, ADDRESS],
	['what a sheet adds', { row_number: 2, fields: ADDRESS }, ADDRESS],
])('takes out of a wrapper that has %s', (_, item, expected) => {
	expect(values(item)).toEqual(expected);
});

it.each<[string, Item]>([
	['a status of a customer', { status: '2 reminders', data: ADDRESS }],
	['a status that ends so', { status: 'not ok', data: ADDRESS }],
	['a token, which only a form has', { token: 'a1', data: ADDRESS }],
])('takes nothing out of what stands beside %s', (_, item) => {
	expect(Object.keys(values(item))).toContain('data.city');
});

it('takes out neither of two that could be the wrapper', () => {
	expect(values({ entity: { city: 'Pune' }, object: { city: 'Surat' } })).toEqual({
		'entity.city': 'Pune',
		'object.city': 'Surat',
	});
});

describe('what is inside others', () => {
	const EVENT = {
		id: 'evt',
		data: { object: { name: 'Asha' }, previous_attributes: { name: 'A' } },
	};

	it('stands at a path of the item', () => {
		expect(read(EVENT).leaves).toEqual([{ name: 'name', path: 'data.object.name', value: 'Asha' }]);
	});

	it('is told with what stands around it', () => {
		expect(read(EVENT).changes.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
			'unwrapped data.object',
			'envelope id',
			'envelope data.previous_attributes',
		]);
	});

	it('is not the first of several that a call brings', () => {
		const body = [{ City: 'Pune' }, { City: 'Surat' }];
		const { leaves, changes } = read({ headers: {}, params: {}, query: {}, body });
		expect(leaves).toEqual([]);
		expect(changes).toContainEqual({ kind: 'records', name: 'body' });
	});

	it.each<[string, Item]>([
		['data.object.name', { name: 'Asha' }],
		['data.previous_attributes.name', { 'data.previous_attributes.name': 'A' }],
	])('is called as it stands there unless it is in the record: %s', (fields, expected) => {
		const settings = { include: 'selected', fields: readFieldNames(fields) } as const;
		expect(values(EVENT, settings)).toEqual(expected);
	});

	it('ends where answers are in answers without end', () => {
		let answer: unknown = 'Pune';
		for (let level = 0; level < 10_000; level += 1) answer = [{ question: 'Q', answer }];
		const { leaves, changes } = read({ answer });
		expect(leaves).toEqual([]);
		expect(changes.at(-1)?.kind).toBe('deep');
		const round: Item[] = [{ question: 'Q' }];
		round[0] = { question: 'Q', answer: round };
		expect(read({ round }).changes.map(({ kind }) => kind)).toEqual(['answers', 'endless']);
	});
});

it('says so where an item cannot be read at all', () => {
	const item = {
		get data(): never {
			throw new Error('no');
		},
	};
	expect(read(item)).toEqual({ leaves: [], changes: [{ kind: 'unreadable', name: '' }] });
});

/** What is said of a field, as a user reads it behind the field's name. */
it.each<[string, Item, Partial<FieldSettings>, Array<[name: string, string]>]>([
	[
		'nested ones are refused',
		{ address: ADDRESS, tags: TAGS },
		{ nestedValues: 'error' },
		[
			['address', 'It is an object, not a single value.'],
			['tags', 'It is a list of 2, not a single value.'],
		],
	],
	[
		'an address has others beside it',
		{
			emails: [{ value: 'a@example.com' }, { value: 'b@example.com' }, { value: 'c@example.com' }],
		},
		{},
		[['emails', 'The first is sent; 2 more left out.']],
	],
	[
		'it cannot be written as JSON',
		{ big: { count: 5n }, circle: CIRCLE, list: [CIRCLE] },
		{ nestedValues: 'json' },
		[
			['big', 'Left out: it cannot be written as JSON.'],
			['circle', 'Left out: it cannot be written as JSON.'],
			['list', 'Left out: it cannot be written as JSON.'],
		],
	],
	[
		'it is of a class',
		{ map: new Map(), call: () => 1 },
		{},
		[
			['map', 'Left out: it is a Map, which is no text, number, date, yes or no.'],
			['call', 'Left out: it is a function, which is no text, number, date, yes or no.'],
		],
	],
	[
		'it contains itself',
		{ circle: CIRCLE },
		{},
		[['circle.self', 'Left out: it contains itself.']],
	],
])('says where %s', (_, item, settings, said) => {
	const { changes } = read(item, settings);
	expect(changes.map((change) => [change.name, sayChange(change)])).toEqual(said);
	expect(changes.every(isLoss)).toBe(true);
});

describe('a field that was selected by name', () => {
	const select = (fields: string): Partial<FieldSettings> => ({
		include: 'selected',
		fields: readFieldNames(fields),
	});
	const FORM = {
		formId: 'f',
		answers: [
			{ label: 'City', value: 'Pune' },
			{ label: 'Age', value: 31 },
		],
	};

	it.each<[string, Item, string, Item[]]>([
		['of an item', { City: 'Pune' }, 'City', [{ name: 'City', path: 'City', value: 'Pune' }]],
		[
			'with all that is in it',
			{ address: ADDRESS },
			'address',
			[
				{ name: 'address.city', path: 'address.city', value: 'Pune' },
				{ name: 'address.zip', path: 'address.zip', value: '411001' },
			],
		],
		[
			'of a wrapped record',
			{ id: 1, properties: { email: 'a@example.com' } },
			'properties.email',
			[{ name: 'email', path: 'properties.email', value: 'a@example.com' }],
		],
		['of a form', FORM, 'City', [{ name: 'City', path: 'answers', value: 'Pune' }]],
		['around a form', FORM, 'formId', [{ name: 'formId', path: 'formId', value: 'f' }]],
	])('is known to be so: %s', (_, item, fields, leaves) => {
		expect(read(item, select(fields)).leaves).toEqual(
			leaves.map((leaf) => ({ ...leaf, isSelected: true })),
		);
	});

	it('is given once, however often it was named', () => {
		const item = { id: 1, properties: { email: 'a@example.com' } };
		expect(read(item, select('email, properties.email')).leaves).toHaveLength(1);
	});

	it('cannot be left out without a word', () => {
		const { changes } = read({ map: new Map(), orders: [{ sku: 'A' }] }, select('map, orders'));
		expect(changes).toEqual([
			{ kind: 'instance', name: 'map', detail: 'Map', isSelected: true },
			{ kind: 'records', name: 'orders', isSelected: true },
		]);
		expect(read({ orders: [{ sku: 'A' }] }).changes).toEqual([{ kind: 'records', name: 'orders' }]);
	});

	it.each<[string, Item, string, Item]>([
		['of a name that headers have', { token: 'a1', City: 'Pune' }, 'token', { token: 'a1' }],
		[
			'of such a name inside another',
			{ coupon: { token: 'a1' }, City: 'Pune' },
			'coupon.token',
			{ 'coupon.token': 'a1' },
		],
		['called headers', { headers: { h1: 'Hi' }, City: 'Pune' }, 'headers', { 'headers.h1': 'Hi' }],
	])('is sent: %s', (_, item, fields, expected) => {
		expect(values(item, select(fields))).toEqual(expected);
	});
});

describe('a field that was excluded by name', () => {
	const except = (fields: string): Partial<FieldSettings> => ({
		include: 'except',
		fields: readFieldNames(fields),
	});

	it.each<[string, Item, string, Item]>([
		[
			'an answer of a form',
			{
				formId: 'f',
				answers: [
					{ label: 'City', value: 'Pune' },
					{ label: 'Age', value: 4 },
				],
			},
			'Age',
			{ City: 'Pune' },
		],
		[
			'a field of every record inside',
			{ billing: ADDRESS, shipping: ADDRESS },
			'billing.zip',
			{ 'billing.city': 'Pune', 'shipping.city': 'Pune', 'shipping.zip': '411001' },
		],
		['what no item has', { City: 'Pune' }, 'gone', { City: 'Pune' }],
		['nothing', { City: 'Pune' }, '', { City: 'Pune' }],
	])('%s', (_, item, fields, expected) => {
		expect(values(item, except(fields))).toEqual(expected);
	});

	it('can be the whole of what is wrapped', () => {
		const item = { id: 1, properties: { email: 'a@example.com' } };
		expect(read(item, except('properties'))).toEqual({ leaves: [], changes: [] });
	});

	it('leaves others that nobody selected', () => {
		expect(read({ City: 'Pune', Age: 4 }, except('Age')).leaves).toEqual([
			{ name: 'City', path: 'City', value: 'Pune' },
		]);
	});

	it('says of the others what it says without it', () => {
		const item = { row_number: 2, City: 'Pune', orders: [{ sku: 'A' }], Age: 4 };
		expect(read(item, except('Age')).changes).toEqual(read(item).changes);
	});
});
