import { readContacts } from '../../nodes/Growlytics/fields/contacts';
import { isUsual } from '../../nodes/Growlytics/fields/change';
import type { FieldSettings } from '../../nodes/Growlytics/fields/fieldReader';
import { FieldReader } from '../../nodes/Growlytics/fields/fieldReader';
import { readFieldNames } from '../../nodes/Growlytics/fields/fieldNames';
import { machinery } from '../../nodes/Growlytics/fields/machinery';
import { valueAt, without } from '../../nodes/Growlytics/fields/paths';
import { isSecretHeader } from '../../nodes/Growlytics/fields/wrappers';

type Item = Record<string, unknown>;

const N8N = 'n8n adds it';
const TECHNICAL = 'it belongs to the system that the data comes from';
const LINK = 'it is a link of the system that the data comes from';
const NO_HEADER = 'its column has no header';
const TWIN = 'it repeats the field beside it in UTC, without saying that it is UTC';
const LABEL = 'it only says what kind of value stands in the column beside it';
const PICTURE = 'it is the address of a picture';

it.each<[string, Item, string | undefined]>([
	['row_number', {}, N8N],
	['_rowNumber', {}, N8N],
	['row_numbers', {}, undefined],
	['change_type', { row_number: 2 }, N8N],
	['change_type', {}, undefined],
	['submittedAt', { formMode: 'test' }, N8N],
	['formQueryParameters', { formMode: 'test' }, N8N],
	['submittedAt', {}, undefined],
	['formName', { formMode: 'test' }, undefined],
	['__EMPTY', {}, NO_HEADER],
	['__EMPTY_12', {}, NO_HEADER],
	['col_9', {}, NO_HEADER],
	['col_12', {}, NO_HEADER],
	['col_a', {}, undefined],
	['col_9a', {}, undefined],
	['_links', {}, LINK],
	['_linked', {}, undefined],
	['__typename', {}, TECHNICAL],
	['$approved', {}, TECHNICAL],
	['@odata.etag', {}, TECHNICAL],
	['fields@odata.context', {}, TECHNICAL],
	['_name', { _createTime: 1 }, TECHNICAL],
	['_name', {}, undefined],
	['_other', { _createTime: 1 }, undefined],
	['attributes', { attributes: { type: 'Lead', url: '/1' } }, TECHNICAL],
	['attributes', { attributes: { type: 'Lead' } }, TECHNICAL],
	['attributes', { attributes: { url: '/1' } }, undefined],
	['attributes', { attributes: { type: 'Lead', url: '/1', size: 'M' } }, undefined],
	['attributes', { attributes: null }, undefined],
	['attributes', { attributes: 'type' }, undefined],
	['attributes.type', { 'attributes.url': '/1' }, TECHNICAL],
	['attributes.url', { 'attributes.type': 'Lead' }, TECHNICAL],
	['attributes.type', {}, undefined],
	['attributes.url', {}, undefined],
	['date_gmt', { date: 1 }, TWIN],
	['date_gmt', { date_gmt: 1 }, undefined],
	['Phone_alt', { Phone: 1 }, undefined],
	['E-mail', { attributes: { type: 'Lead', url: '/1' } }, undefined],
	['E-mail 1 - Label', {}, LABEL],
	['Phone 12 - Type', {}, LABEL],
	['Phone 1 - Value', {}, undefined],
	['Phone 1 - Label 2', {}, undefined],
	['avatar', {}, PICTURE],
	['gravatarUrl', {}, PICTURE],
	['avatar_urls', {}, PICTURE],
	['avatar_name', {}, undefined],
	['my_avatar', {}, undefined],
	['city', {}, undefined],
])('%s of %j is left out: %s', (name, record, because) => {
	expect(machinery(name, record)).toBe(because);
});

it.each<[string, boolean]>([
	...['cookie', 'Set-Cookie', 'Authorization', 'proxy-authorization', 'X-Api-Key'].map(
		(name): [string, boolean] => [name, true],
	),
	...['apikey', 'api-key', 'x-auth-token', 'token', 'client-secret', 'x-hub-signature'].map(
		(name): [string, boolean] => [name, true],
	),
	...['user-agent', 'x-cookie', 'cookie-policy', 'token-type', 'signature-input'].map(
		(name): [string, boolean] => [name, false],
	),
])('a header %s lets somebody in: %s', (name, isSecret) => {
	expect(isSecretHeader(name)).toBe(isSecret);
});

function shown(item: Item, settings: Partial<FieldSettings> = {}) {
	const all: FieldSettings = { include: 'all', fields: [], nestedValues: 'readable' };
	const { leaves, changes } = new FieldReader({ ...all, ...settings }).read(item);
	return {
		values: Object.fromEntries(leaves.map(({ name, value }) => [name, value])),
		said: changes.map(({ kind, name }) => `${kind} ${name}`.trim()),
	};
}

const CALL = {
	headers: { cookie: 'k', 'user-agent': 'curl' },
	params: {},
	query: { source: 'ad' },
};

describe("a call that n8n's Webhook node took", () => {
	it.each<[string, unknown, Item, string[]]>([
		[
			'a body',
			{ city: 'Pune' },
			{ city: 'Pune' },
			['unwrapped body', 'headers', 'params', 'query'],
		],
		[
			'a list of one',
			[{ city: 'Pune' }],
			{ city: 'Pune' },
			['unwrapped body.0', 'headers', 'params', 'query'],
		],
		['no body', undefined, { source: 'ad' }, ['unwrapped query', 'headers', 'params', 'body']],
		['null', null, { source: 'ad' }, ['unwrapped query', 'headers', 'params', 'body']],
		['an empty text', '', { source: 'ad' }, ['unwrapped query', 'headers', 'params', 'body']],
		['an empty object', {}, { source: 'ad' }, ['unwrapped query', 'headers', 'params', 'body']],
		['text', 'hello', { body: 'hello' }, ['headers', 'params', 'query']],
		['a list of several', ['a', 'b'], { body: 'a, b' }, ['headers', 'params', 'query']],
	])('with %s', (_, body, values, said) => {
		const seen = shown({ ...CALL, body });
		expect(seen.values).toEqual(values);
		expect(seen.said.sort()).toEqual(
			said.map((one) => (one.startsWith('unwrapped') ? one : `envelope ${one}`)).sort(),
		);
	});

	it.each<[string, Item, string[]]>([
		['headers.cookie', {}, ['secret headers.cookie']],
		['headers.user-agent', { 'headers.user-agent': 'curl' }, []],
		['query.source', { 'query.source': 'ad' }, []],
		['cookie', { cookie: 'oat' }, []],
	])('of which %s was selected', (field, values, said) => {
		const item = { ...CALL, body: { city: 'Pune', cookie: 'oat' } };
		const settings = { include: 'selected', fields: readFieldNames(field) } as const;
		expect(shown(item, settings)).toEqual({ values, said });
	});
});

it.each<[unknown, string[], unknown]>([
	[{ a: [{ b: 1 }] }, ['a', '0', 'b'], 1],
	[{ a: 1 }, [], { a: 1 }],
	[{ a: 'text' }, ['a', 'length'], undefined],
	[{ a: null }, ['a', 'b'], undefined],
	[{ a: 1 }, ['b', 'c'], undefined],
	[{}, ['toString'], undefined],
])('%j at %j is %j', (value, path, found) => {
	expect(valueAt(value, path)).toEqual(found);
});

it.each<[Item, string[][], Item]>([
	[{ a: 1, b: 2 }, [['a']], { b: 2 }],
	[{ a: 1 }, [], { a: 1 }],
	[{ a: { b: 1, c: 2 } }, [['a', 'b']], { a: { c: 2 } }],
	[{ a: [1, 2, 3] }, [['a', '1']], { a: [1, 3] }],
	[
		{ a: { b: 1, c: 2 } },
		[
			['a', 'b'],
			['a', 'c'],
		],
		{ a: {} },
	],
	[{ a: { b: 1 } }, [['a'], ['a', 'b']], {}],
	[{ a: { b: 1 } }, [['a', 'b'], ['a']], {}],
	[{ a: 'text' }, [['a', '0']], { a: 'text' }],
	[{ a: null }, [['a', 'b']], { a: null }],
	[{ a: 1 }, [['b']], { a: 1 }],
])('%j without %j is %j', (record, paths, left) => {
	const before = JSON.stringify(record);
	expect(without(record, paths)).toEqual(left);
	expect(JSON.stringify(record)).toBe(before);
});

it.each<[string, Item[], unknown]>([
	['emails', [{ value: 'a' }], { kind: 'contact', value: 'a', others: 0 }],
	['person.emails', [{ value: 'a' }, { value: 'b' }], { kind: 'contact', value: 'a', others: 1 }],
	['f', [{ value: 'a' }], undefined],
	['f', [{ value: 'a', label: ' Work ' }], { kind: 'contact', value: 'a', others: 0 }],
	['f', [{ value: 'a', label: 'City' }], undefined],
	['emails', [{ value: '' }, { value: null }], { kind: 'nothing' }],
	['emails', [{ value: { a: 1 } }], undefined],
	['emails', [{ address: 'a' }], undefined],
	[
		'emails',
		[{ value: 'a' }, { value: 'b', primary: true }, { value: 'c', primary: true }],
		{ kind: 'contact', value: 'b', others: 2 },
	],
	[
		'emails',
		[{ value: 'a' }, { value: 'b', metadata: { primary: false } }],
		{ kind: 'contact', value: 'a', others: 1 },
	],
])('%s of %j is read as %j', (name, entries, contacts) => {
	expect(readContacts(name, entries)).toEqual(contacts);
});

it('would not be missed where a tool made it', () => {
	const kinds = ['envelope', 'machinery', 'repeats', 'records', 'secret', 'unwrapped'] as const;
	expect(kinds.filter((kind) => isUsual({ kind, name: 'f' }))).toEqual(kinds.slice(0, 3));
});
