import { readConnectorMessage } from '../../nodes/Growlytics/trigger/connectorMessage';
import { isTooDeep } from '../../nodes/Growlytics/trigger/plainData';

const read = (body: unknown, headers: object = {}, query: object = {}) =>
	readConnectorMessage({
		headers: { 'x-growlytics-token': 'm-1', cookie: 'a=b', authorization: 'Basic x', ...headers },
		body,
		query: { ...query },
		arrivedAt: 0,
	});

it.each<[string, unknown, unknown]>([
	[
		'an object',
		{ mobile: '+91 90000 10001', text: 'Hi' },
		{ mobile: '+91 90000 10001', text: 'Hi' },
	],
	['a list', [1, 'a', null, [true]], [1, 'a', null, [true]]],
	['text', 'Hi', 'Hi'],
	['the text of no body', '', ''],
	['a number', 7, 7],
	['null', null, {}],
	['nothing', undefined, {}],
	[
		'a form, which has no prototype',
		Object.assign(Object.create(null), { to: ['1', '2'], text: 'Hi' }),
		{ to: ['1', '2'], text: 'Hi' },
	],
	['nesting', { a: { b: [{ c: 1 }] } }, { a: { b: [{ c: 1 }] } }],
])('passes %s on as it came', (_case, body, expected) => {
	expect(read(body)).toEqual({ json: { token: 'm-1', body: expected, query: {} } });
});

it('passes the query on, and no other header', () => {
	expect(read({ a: 1 }, {}, { campaign: '7', to: ['1', '2'] })).toEqual({
		json: { token: 'm-1', body: { a: 1 }, query: { campaign: '7', to: ['1', '2'] } },
	});
});

it('passes the fields of a multipart form on, and not where n8n has put its files', () => {
	const headers = { 'content-type': 'multipart/form-data; boundary=x' };
	const body = { data: { text: 'Hi' }, files: { a: { filepath: 'uploads/a' } } };
	expect(read(body, headers)).toEqual({ json: { token: 'm-1', body: { text: 'Hi' }, query: {} } });
	expect(read({}, headers)).toEqual({ json: { token: 'm-1', body: {}, query: {} } });
});

it.each([undefined, '', '  ', ['m-1', 'm-2']])('a token of %j is none', (token) => {
	expect(read({}, { 'x-growlytics-token': token })).toEqual({
		refusal: {
			status: 400,
			message:
				'This is no message of a connector campaign: the header x-growlytics-token is missing.',
		},
	});
});

it('leaves out what would become a prototype, in body and query', () => {
	const hostile: unknown = JSON.parse('{"__proto__":{"admin":true},"a":{"__proto__":{"b":1}}}');
	const received = read(hostile, {}, Object(hostile));
	expect(JSON.stringify(received)).toBe(
		'{"json":{"token":"m-1","body":{"a":{}},"query":{"a":{}}}}',
	);
	expect({}).not.toHaveProperty('admin');
});

describe('depth', () => {
	const nested = (levels: number): unknown =>
		JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

	it.each([
		[1, false],
		[100, false],
		[101, true],
		[1_000_000, true],
	])('%d levels', (levels, expected) => {
		expect(isTooDeep(nested(levels))).toBe(expected);
	});

	it.each([undefined, null, 'a', 1, {}, [[], {}]])('%j is not deep', (value) => {
		expect(isTooDeep(value)).toBe(false);
	});
});
