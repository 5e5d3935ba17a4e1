/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: reads what n8n has written */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { chain, node } from '../engine/workflow';
import { createCredential } from './credentials';
import { findSecret } from './keySearch';
import { type SharedN8n, sharedN8n } from './sharedN8n';
import { type Call, type TriggerWorkflow, publishTrigger, sendCall } from './triggers';
import { callPublished } from './webhooks';
import { activateWorkflow, createWorkflow } from './workflows';

const AS_JSON = { 'content-type': 'application/json' };
const TYPE = 'growlyticsWebhookSecretApi';
/** As a user makes one. */
const RIGHT = 'p3kV9xQ2mW8rT5zL7nB4';

const COUPON = {
	id: '5f2',
	code: 'DIWALI-7K2M',
	name: 'Diwali',
	customerId: 'asha@example.com',
	couponType: 'percentage',
	discountValue: 10,
	applicableOn: 'Order',
	applicableFilters: null,
	minOrderAmount: 499,
	usageLimitType: 'once',
	expiryType: 'relative',
	expiryValue: 7,
	expiryUnit: 'day',
	campaign: 'Festival',
};

const json = (body: unknown, more: Call = {}): Call => ({
	body: JSON.stringify(body),
	...more,
	headers: { ...AS_JSON, ...more.headers },
});
const SURE_COUPON = json({ code: 'SURE' });
const SURE_MESSAGE = json({}, { headers: { 'x-growlytics-token': 'sure' } });
const TWENTY_MEGABYTES = 20 * 1024 * 1024;

let n8n: SharedN8n;
let coupon: TriggerWorkflow;
let connector: TriggerWorkflow;
beforeAll(async () => {
	n8n = sharedN8n();
	coupon = await publishTrigger(n8n, 'coupons', {}, SURE_COUPON);
	connector = await publishTrigger(n8n, 'messages', { calledBy: 'connectorMessage' }, SURE_MESSAGE);
});

describe('Coupon Created', () => {
	it('starts the workflow with the coupon, and nothing else of the call', async () => {
		const before = Date.now();
		const { status, text, items, kept } = await coupon.call(
			json(COUPON, { headers: { cookie: 'session=1', 'x-other': 'b' }, query: '?secret=x&a=b' }),
		);
		expect([status, text]).toEqual([200, '{"success":true}']);
		expect(items).toEqual([
			{ ...COUPON, applicableOn: 'order', expiresAtFromArrival: expect.any(String) },
		]);
		const end = Date.parse(String(items?.[0]?.expiresAtFromArrival));
		expect(end - 7 * 86_400_000).toBeGreaterThanOrEqual(before);
		expect(end - 7 * 86_400_000).toBeLessThanOrEqual(Date.now());
		expect(kept).not.toMatch(/cookie|session=1|x-other|secret/);
	});

	it.each<[string, Call]>([
		['with a code alone', json({ code: 'A' })],
		['for nobody', json({ ...COUPON, customerId: null })],
		['with free shipping', json({ ...COUPON, couponType: 'freeShipping', discountValue: null })],
		['of another kind', json({ ...COUPON, couponType: 'gift', expiryType: 'date' })],
		[
			'with a charset',
			json(COUPON, { headers: { 'content-type': 'application/json; charset=utf-8' } }),
		],
	])('is started by a coupon %s', async (_case, call) => {
		expect(await coupon.call(call)).toMatchObject({ status: 200, items: [{}] });
	});

	it.each<[string, Call, number, string]>([
		['no body', { headers: AS_JSON }, 400, 'the body is not a JSON object'],
		['no body and no type', {}, 400, 'the body is not JSON'],
		['half an object', { body: '{"code":', headers: AS_JSON }, 422, 'Failed to parse request body'],
		['text', { body: 'Hello', headers: { 'content-type': 'text/plain' } }, 400, 'is not JSON'],
		[
			'JSON that says it is text',
			json(COUPON, { headers: { 'content-type': 'text/plain' } }),
			400,
			'is not JSON',
		],
		[
			'a form',
			{ body: 'code=A', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
			400,
			'is not JSON',
		],
		[
			'XML',
			{ body: '<code>A</code>', headers: { 'content-type': 'application/xml' } },
			400,
			'is not JSON',
		],
		['an array', json([COUPON]), 400, 'the body is not a JSON object'],
		['null', { body: 'null', headers: AS_JSON }, 400, 'the body is not a JSON object'],
		['no code', json({ ...COUPON, code: undefined }), 400, 'code is missing'],
		[
			'wrong types',
			json({ ...COUPON, code: 7, minOrderAmount: '1' }),
			400,
			'code is not text; minOrderAmount is not a number',
		],
		[
			'a bottomless body',
			{ body: `{"code":"A","a":${'['.repeat(5000)}${']'.repeat(5000)}}`, headers: AS_JSON },
			400,
			'nested too deeply',
		],
	])('is not started by %s', async (_case, call, status, said) => {
		const called = await coupon.call(call);
		expect(called).toMatchObject({ status, items: undefined });
		expect(called.text).toContain(said);
	});

	it('is not started by 20 MB: n8n answers as with its own Webhook node', async () => {
		const call = { announcedBytes: TWENTY_MEGABYTES, headers: AS_JSON };
		const webhook = node({ type: 'n8n-nodes-base.webhook', typeVersion: 2.1 }, 'Webhook', {
			httpMethod: 'POST',
			path: 'any',
			options: {},
		});
		const stored = await createWorkflow(n8n.rest, chain([{ ...webhook, webhookId: 'any' }]));
		await activateWorkflow(n8n.rest, stored);
		const url = `${n8n.url}/webhook/any`;
		await callPublished(url, { method: 'POST' });
		const { status } = await sendCall(url, call);
		expect(status).toBe(500);
		expect(await coupon.call(call)).toMatchObject({ status, items: undefined });
	});

	it('is started by 10 MB', async () => {
		const name = 'A'.repeat(10 * 1024 * 1024);
		expect(await coupon.call(json({ code: 'A', name }))).toMatchObject({
			status: 200,
			items: [{}],
		});
	});

	it.each(['GET', 'PUT', 'DELETE'])('is not started by %s', async (method) => {
		expect(await coupon.call({ method })).toMatchObject({ status: 404, items: undefined });
	});

	it('has no prototype of the caller', async () => {
		const body =
			'{"code":"A","__proto__":{"admin":true},"extra":{"__proto__":{"admin":true},"a":1}}';
		const { status, items, kept } = await coupon.call({ body, headers: AS_JSON });
		expect(status).toBe(200);
		expect(items).toEqual([{ code: 'A', extra: { a: 1 }, expiresAtFromArrival: null }]);
		expect(kept).not.toMatch(/__proto__|admin/);
	});
});

describe('Connector Message', () => {
	const asMessage = (more: Record<string, string> = {}) => ({
		'x-growlytics-token': 'm-1',
		...more,
	});

	it('starts the workflow with token, body and query, and no other header', async () => {
		const { status, text, items, kept } = await connector.call(
			json(
				{ mobile: '+91 90000 10001', text: 'नमस्ते', nested: { a: [1, null] } },
				{
					headers: asMessage({ cookie: 'session=1', authorization: 'Basic abc' }),
					query: '?to=1&to=2&a=b',
				},
			),
		);
		expect([status, text]).toEqual([200, '{"success":true}']);
		expect(items).toEqual([
			{
				token: 'm-1',
				body: { mobile: '+91 90000 10001', text: 'नमस्ते', nested: { a: [1, null] } },
				query: { to: ['1', '2'], a: 'b' },
			},
		]);
		expect(kept).not.toMatch(/cookie|session=1|authorization|Basic abc/);
	});

	const form = new FormData();
	form.append('text', 'Hi');
	form.append('file', new Blob(['a'], { type: 'text/plain' }), 'a.txt');

	it.each<[string, Call, unknown]>([
		['a list', json([1, 2], { headers: asMessage() }), [1, 2]],
		['text', { body: 'Hi', headers: asMessage({ 'content-type': 'text/plain' }) }, 'Hi'],
		[
			'a form',
			{
				body: 'a=1&a=2',
				headers: asMessage({ 'content-type': 'application/x-www-form-urlencoded' }),
			},
			{ a: ['1', '2'] },
		],
		['a multipart form', { body: form, headers: asMessage() }, { text: 'Hi' }],
		['nothing', { headers: asMessage() }, {}],
		[
			'bytes',
			{
				body: Buffer.from([0, 255]),
				headers: asMessage({ 'content-type': 'application/octet-stream' }),
			},
			{},
		],
	])('is started with %s', async (_case, call, body) => {
		expect(await connector.call(call)).toMatchObject({
			status: 200,
			items: [{ token: 'm-1', body, query: {} }],
		});
	});

	it.each<[string, Call, number, string]>([
		['no token', json({ a: 1 }), 400, 'the header x-growlytics-token is missing'],
		[
			'an empty token',
			json({}, { headers: asMessage({ 'x-growlytics-token': ' ' }) }),
			400,
			'x-growlytics-token',
		],
		[
			'half an object',
			{ body: '{"a":', headers: asMessage(AS_JSON) },
			422,
			'Failed to parse request body',
		],
		['20 MB', { announcedBytes: TWENTY_MEGABYTES, headers: asMessage(AS_JSON) }, 500, ''],
		['GET', { method: 'GET', headers: asMessage() }, 404, ''],
	])('is not started by %s', async (_case, call, status, said) => {
		const called = await connector.call(call);
		expect(called).toMatchObject({ status, items: undefined });
		expect(called.text).toContain(said);
	});
});

describe('a secret', () => {
	const guarded: Record<string, TriggerWorkflow> = {};
	const withSecret = (call: Call, query = `?secret=${RIGHT}`): Call => ({ ...call, query });
	beforeAll(async () => {
		const credential = await createCredential(n8n.rest, TYPE, 'Webhook secret', { secret: RIGHT });
		const credentials = { [TYPE]: credential };
		const authentication = 'secret';
		guarded.couponCreated = await publishTrigger(
			n8n,
			'guarded-coupons',
			{ authentication },
			withSecret(SURE_COUPON),
			credentials,
		);
		guarded.connectorMessage = await publishTrigger(
			n8n,
			'guarded-messages',
			{ authentication, calledBy: 'connectorMessage' },
			withSecret(SURE_MESSAGE),
			credentials,
		);
	});

	describe.each([
		['couponCreated', json({ code: 'A' })],
		['connectorMessage', json({ code: 'A' }, { headers: { 'x-growlytics-token': 'm-1' } })],
	])('of %s', (kind, good) => {
		it('lets in who has it, and is nowhere in what is kept', async () => {
			const called = await guarded[kind]?.call(withSecret(good, `?a=b&secret=${RIGHT}`));
			expect(called).toMatchObject({ status: 200, items: [{}] });
			expect(findSecret(called?.kept ?? RIGHT, RIGHT)).toEqual([]);
			if (kind === 'connectorMessage') expect(called?.items).toMatchObject([{ query: { a: 'b' } }]);
		});

		it.each([
			['none', '', 401],
			['an empty one', '?secret=', 401],
			['a wrong one', '?secret=wrong', 403],
			['one in another case', `?secret=${RIGHT.toLowerCase()}`, 403],
			['the right one twice', `?secret=${RIGHT}&secret=${RIGHT}`, 403],
			['the right one as an object', `?secret[a]=${RIGHT}`, 403],
			['the right one under another name', `?Secret=${RIGHT}`, 401],
		])('keeps out who has %s', async (_case, query, status) => {
			const called = await guarded[kind]?.call({ ...good, query });
			expect(called).toMatchObject({ status, items: undefined });
			expect(findSecret(called?.text ?? RIGHT, RIGHT)).toEqual([]);
		});
	});

	it('is looked at before what the call holds', async () => {
		const called = await guarded.couponCreated?.call({ ...json([]), query: '?secret=wrong' });
		expect(called).toMatchObject({ status: 403, items: undefined });
	});

	it.each<[string, object]>([
		['empty', { secret: '' }],
		['blank', { secret: '  ' }],
		['missing', {}],
	])('that is %s in the credential lets nobody in', async (name, data) => {
		const credential = await createCredential(n8n.rest, TYPE, name, data);
		await expectNobody(`none-${name}`, { [TYPE]: credential });
	});

	it('without a credential is not published at all', async () => {
		const parameters = { authentication: 'secret' };
		await expect(publishTrigger(n8n, 'no-credential', parameters, SURE_COUPON)).rejects.toThrow(
			'Missing required credential: growlyticsWebhookSecretApi',
		);
	});

	it('whose credential was deleted lets nobody in', async () => {
		const credential = await createCredential(n8n.rest, TYPE, 'gone', { secret: RIGHT });
		const { url } = await publishTrigger(
			n8n,
			'deleted-credential',
			{ authentication: 'secret' },
			withSecret(SURE_COUPON),
			{ [TYPE]: credential },
		);
		const post = async () =>
			await fetch(`${url}?secret=${RIGHT}`, {
				method: 'POST',
				headers: SURE_COUPON.headers ?? {},
				body: JSON.stringify({ code: 'A' }),
			});
		expect((await post()).status).toBe(200);
		await n8n.rest.call('DELETE', `/credentials/${credential.id}`, z.unknown());
		expect((await post()).status).toBe(403);
	});

	async function expectNobody(
		webhookId: string,
		credentials: Record<string, { id: string; name: string }>,
	) {
		const parameters = { authentication: 'secret' };
		const workflow = await publishTrigger(n8n, webhookId, parameters, SURE_COUPON, credentials);
		for (const query of ['', '?secret=', '?secret=undefined', `?secret=${RIGHT}`]) {
			await expect(workflow.call({ ...SURE_COUPON, query })).rejects.toThrow(
				'The sure call: 403 {"success":false,"message":"This workflow asks for a secret, and its credential has none."}',
			);
		}
	}

	it('is in no line of the log at its most talkative', () => {
		expect(findSecret(readFileSync(n8n.logFile, 'utf8'), RIGHT)).toEqual([]);
	});
});
