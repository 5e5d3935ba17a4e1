import { customer, customerWith, postCustomer, postText } from './client';
import type { LocalGrowlytics } from './server';
import { startGrowlytics } from './server';

let growlytics: LocalGrowlytics;
beforeAll(async () => {
	growlytics = await startGrowlytics();
});
beforeEach(() => growlytics.reset());
afterAll(async () => await growlytics.close());

const attribute = (name: unknown, type: unknown, value: unknown) => ({ name, type, value });
const withAttributes = (...attributes: unknown[]) => ({ id: 'jane', attributes });

describe('accepted', () => {
	it.each([
		['no attributes', []],
		['string', [attribute('City', 'string', 'Mumbai')]],
		['empty string', [attribute('City', 'string', '')]],
		['number', [attribute('Orders', 'number', 1.5)]],
		['number beyond the safe integers', [attribute('Orders', 'number', 1e300)]],
		['boolean', [attribute('First', 'boolean', false)]],
		['date', [attribute('Last', 'date', '2020-01-20 19:14:15')]],
		['leap day', [attribute('Last', 'date', '2024-02-29 00:00:00')]],
		['name of 49 characters', [attribute('n'.repeat(49), 'string', '')]],
		['name of 49 characters beyond the BMP', [attribute('😀'.repeat(49), 'string', '')]],
		['names that differ in case', [attribute('a', 'number', 1), attribute('A', 'number', 2)]],
		['reserved name', [attribute('mobile', 'string', '9919211112')]],
		['custom name like a reserved one', [attribute('Email', 'number', 1)]],
	])('%s', async (_case, attributes) => {
		const answer = await postCustomer(growlytics, { id: 'jane', attributes });
		expect(answer).toMatchObject({ status: 200, text: '{"success":true}' });
		expect(answer.headers.get('content-type')).toContain('application/json');
		expect(growlytics.customers()).toEqual([{ id: 'jane', attributes, updates: 1 }]);
	});
});

describe('refused with 422', () => {
	it.each<[string, unknown, string, Array<string | number>]>([
		['no id', { attributes: [] }, 'any.required', ['id']],
		['empty id', { id: '', attributes: [] }, 'string.empty', ['id']],
		['number as id', { id: 7, attributes: [] }, 'string.base', ['id']],
		['no attributes', { id: 'jane' }, 'any.required', ['attributes']],
		['attributes as object', { id: 'jane', attributes: {} }, 'array.base', ['attributes']],
		['unknown key', { id: 'jane', attributes: [], name: 'Purchased' }, 'object.unknown', ['name']],
		['array', [], 'object.base', []],
		['text as attribute', withAttributes('City'), 'object.base', ['attributes', 0]],
		[
			'unknown key in an attribute',
			withAttributes({ ...attribute('a', 'number', 1), unit: 'kg' }),
			'object.unknown',
			['attributes', 0, 'unit'],
		],
		[
			'name twice',
			withAttributes(attribute('a', 'number', 1), attribute('a', 'number', 2)),
			'array.unique',
			['attributes', 1],
		],
	])('%s', async (_case, body, type, path) => {
		const { status, text } = await postCustomer(growlytics, body);
		expect(status).toBe(422);
		expect(JSON.parse(text)).toMatchObject({ type: 'ValidationError', details: [{ type, path }] });
		expect(growlytics.customers()).toEqual([]);
	});

	it.each<[string, unknown, string, string]>([
		['no name', attribute(undefined, 'number', 1), 'any.required', 'name'],
		['empty name', attribute('', 'number', 1), 'string.empty', 'name'],
		['name of 50 characters', attribute('n'.repeat(50), 'number', 1), 'string.max', 'name'],
		['unknown type', attribute('a', 'text', 'x'), 'any.only', 'type'],
		['type in upper case', attribute('a', 'String', 'x'), 'any.only', 'type'],
		['no type', attribute('a', undefined, 'x'), 'any.required', 'type'],
		['no value', attribute('a', 'number', undefined), 'any.required', 'value'],
		['null', attribute('a', 'string', null), 'string.base', 'value'],
		['number as string', attribute('a', 'string', 1), 'string.base', 'value'],
		['text as number', attribute('a', 'number', '1'), 'number.base', 'value'],
		['text as boolean', attribute('a', 'boolean', 'true'), 'boolean.base', 'value'],
		['number as date', attribute('a', 'date', 1579547655), 'string.base', 'value'],
		['ISO date', attribute('a', 'date', '2020-01-20T19:14:15Z'), 'date.format', 'value'],
		['date without time', attribute('a', 'date', '2020-01-20'), 'date.format', 'value'],
		['30 February', attribute('a', 'date', '2026-02-30 00:00:00'), 'date.format', 'value'],
		['24 hours', attribute('a', 'date', '2026-02-20 24:00:00'), 'date.format', 'value'],
		['60 seconds', attribute('a', 'date', '2026-02-20 00:00:60'), 'date.format', 'value'],
		['reserved name as number', attribute('mobile', 'number', 99), 'any.only', 'type'],
	])('attribute with %s', async (_case, wrong, type, key) => {
		const { status, text } = await postCustomer(
			growlytics,
			withAttributes(attribute('good', 'number', 1), wrong),
		);
		expect(status).toBe(422);
		expect(JSON.parse(text).details).toMatchObject([{ type, path: ['attributes', 1, key] }]);
		expect(growlytics.customers()).toEqual([]);
	});

	it('names every problem in the published shape', async () => {
		const wrong = [attribute('Orders', 'number', 'two'), attribute('Tier', 'enum', 'gold')];
		const { text } = await postCustomer(growlytics, { id: 'jane', attributes: wrong });
		expect(JSON.parse(text)).toEqual({
			type: 'ValidationError',
			details: [
				{
					message: 'attributes[0].value must be a number',
					path: ['attributes', 0, 'value'],
					type: 'number.base',
					context: { value: 'two', key: 'value', label: 'attributes[0].value' },
				},
				{
					message: 'attributes[1].type must be one of [string, number, boolean, date]',
					path: ['attributes', 1, 'type'],
					type: 'any.only',
					context: {
						valids: ['string', 'number', 'boolean', 'date'],
						value: 'enum',
						key: 'type',
						label: 'attributes[1].type',
					},
				},
			],
		});
	});
});

describe('request', () => {
	it.each([
		['wrong key, before a bad body', 401, 'no json', { 'x-growlytics-key': 'other' }],
		['empty key', 401, '{}', { 'x-growlytics-key': '' }],
		['no body', 422, '', {}],
		['empty object', 422, '{}', {}],
		['broken JSON', 400, '{"id":', {}],
		['another content type', 415, '{}', { 'content-type': 'text/plain' }],
	])('%s: %s', async (_case, status, body, headers) => {
		const answer = await postText(growlytics, body, headers);
		expect(answer.status).toBe(status);
		expect(answer.headers.get('content-type')).toContain('application/json');
	});

	it.each([
		['GET', '/rest-api/customer'],
		['POST', '/rest-api/customers'],
		['PUT', '/rest-api/customer'],
		['POST', '/elsewhere'],
		['GET', '/inspect/nothing'],
	])('%s %s is 404 in JSON', async (method, path) => {
		const response = await fetch(growlytics.url + path, { method });
		expect(response.status).toBe(404);
		expect(await response.json()).toEqual({ message: `No ${method} ${path}` });
	});
});

describe('account', () => {
	it('ignores a value whose type is not the first seen, in any customer, with success', async () => {
		await postCustomer(growlytics, withAttributes(attribute('Size', 'number', 1)));
		const second = { id: 'joe', attributes: [attribute('Size', 'string', 'L')] };
		expect(await postCustomer(growlytics, second)).toMatchObject({ status: 200 });
		expect(growlytics.ignored()).toEqual([
			{ customerId: 'joe', name: 'Size', type: 'string', expected: 'number' },
		]);
		expect(growlytics.customers()).toMatchObject([{ id: 'jane' }, { id: 'joe', attributes: [] }]);
	});

	it('learns no type from a refused request', async () => {
		const refused = [attribute('Size', 'number', 1), attribute('Bad', 'number', 'x')];
		await postCustomer(growlytics, { id: 'jane', attributes: refused });
		await postCustomer(growlytics, withAttributes(attribute('Size', 'string', 'L')));
		expect(growlytics.ignored()).toEqual([]);
	});

	it('takes 100 custom attributes beside the reserved ones, and no more', async () => {
		const full = customerWith('jane', 100);
		full.attributes.push(
			...['name', 'email', 'mobile'].map((name) => ({ name, type: 'string', value: 0 })),
		);
		const attributes = full.attributes.map(({ name, type, value }) =>
			attribute(name, type, type === 'string' ? 'x' : value),
		);
		expect(await postCustomer(growlytics, { id: 'jane', attributes })).toMatchObject({
			status: 200,
		});
		const known = { id: 'jane', attributes: [attribute('n5', 'number', 7)] };
		expect(await postCustomer(growlytics, known)).toMatchObject({ status: 200 });

		const { status, text } = await postCustomer(growlytics, customerWith('jane', 1, 100));
		expect(status).toBe(422);
		expect(JSON.parse(text)).toMatchObject({
			details: [{ path: ['attributes'], type: 'array.max', context: { limit: 100, count: 101 } }],
		});
	});

	it('forgets everything on reset', async () => {
		await postCustomer(growlytics, withAttributes(attribute('Size', 'number', 1)));
		growlytics.reset();
		expect(growlytics.customers()).toEqual([]);
		expect(growlytics.requests()).toEqual([]);
		await postCustomer(growlytics, withAttributes(attribute('Size', 'string', 'L')));
		expect(growlytics.ignored()).toEqual([]);
		expect(growlytics.requests()).toMatchObject([{ sequence: 1 }]);
	});
});

it('records requests in order of arrival', async () => {
	await postCustomer(growlytics, customer('jane'));
	await postText(growlytics, 'no json', { 'x-growlytics-key': 'other' });
	const [first, second] = growlytics.requests();
	expect(first).toMatchObject({
		sequence: 1,
		inFlight: 1,
		method: 'POST',
		path: '/rest-api/customer',
		headers: { 'x-growlytics-key': growlytics.settings.apiKey },
		body: JSON.stringify(customer('jane')),
		customerId: 'jane',
		attributeCount: 1,
		status: 200,
		stored: true,
		fault: undefined,
	});
	expect(first?.finishedAt).toBeGreaterThanOrEqual(first?.startedAt ?? Infinity);
	expect(second).toMatchObject({
		sequence: 2,
		inFlight: 1,
		body: 'no json',
		customerId: undefined,
		status: 401,
		stored: false,
	});
});
