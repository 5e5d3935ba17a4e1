import Fastify, { type FastifyInstance } from 'fastify';
import { causedExecution } from './causedExecution';
import { createCredential } from './credentials';
import { readExample } from './examples';
import { executionIds } from './executions';
import { type Scene, openScene } from './scene';
import { triggerUrl } from './triggers';
import { callPublished } from './webhooks';
import {
	type CredentialChoice,
	type StoredWorkflow,
	activateWorkflow,
	createWorkflow,
	withCredentials,
} from './workflows';

/** As a user makes one. */
const RIGHT = 'p3kV9xQ2mW8rT5zL7nB4';

/** What a shop or vendor got, and what it is to answer. */
interface Stub {
	calls: Array<{ url: string; authorization: string | undefined; body: unknown }>;
	answer: { status: number; body: object };
}

const stub: Stub = { calls: [], answer: { status: 201, body: {} } };

let scene: Scene;
let server: FastifyInstance;
let coupon: StoredWorkflow;
let message: StoredWorkflow;
beforeAll(async () => {
	scene = await openScene();
	server = Fastify();
	server.all('/*', (request, reply) => {
		const { url, headers, body } = request;
		stub.calls.push({ url, authorization: headers.authorization, body });
		return reply.code(stub.answer.status).send(stub.answer.body);
	});
	const address = await server.listen({ host: '127.0.0.1', port: 0 });
	const { rest } = scene.n8n;
	const credentials = {
		growlyticsApi: scene.credential,
		growlyticsWebhookSecretApi: await createCredential(
			rest,
			'growlyticsWebhookSecretApi',
			'Growlytics webhook secret',
			{ secret: RIGHT },
		),
		httpBasicAuth: await createCredential(rest, 'httpBasicAuth', 'Shop account', {
			user: 'ck',
			password: 'cs',
		}),
		httpHeaderAuth: await createCredential(rest, 'httpHeaderAuth', 'Vendor account', {
			name: 'Authorization',
			value: 'Bearer vendor',
		}),
	};
	coupon = await publish('coupon-to-shop.json', 'https://shop.example', address, credentials);
	message = await publish(
		'connector-message-to-vendor.json',
		'https://vendor.example',
		address,
		credentials,
	);
});
afterAll(async () => {
	await server?.close();
	await scene?.close();
});
beforeEach(() => {
	stub.calls = [];
	stub.answer = { status: 201, body: {} };
	scene.growlytics.configure({ faults: [] });
	scene.growlytics.reset();
});

/** The example as it is, but for the host of the other side. */
async function publish(
	file: string,
	host: string,
	address: string,
	credentials: CredentialChoice,
): Promise<StoredWorkflow> {
	const { rest, filesFolder } = scene.n8n;
	const text = JSON.stringify(withCredentials(readExample(file, filesFolder), credentials));
	expect(text).toContain(host);
	const stored = await createWorkflow(rest, JSON.parse(text.replaceAll(host, address)));
	await activateWorkflow(rest, stored);
	return stored;
}

async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
	const response = await callPublished(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body),
	});
	return response.status;
}

/** Makes a call that starts the workflow, and waits for its end. */
async function started(workflow: StoredWorkflow, call: () => Promise<number>) {
	const { result, execution } = await causedExecution(scene.n8n.rest, workflow.id, call);
	expect(result).toBe(200);
	expect(execution.error).toBeUndefined();
	return execution;
}

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
};

describe('coupon-to-shop', () => {
	const send = async (body: unknown, query = `?secret=${RIGHT}`) =>
		await post(`${triggerUrl(scene.n8n, 'growlytics-coupon')}${query}`, body);

	it('creates the coupon in the shop', async () => {
		stub.answer.body = { id: 7, date_expires_gmt: '2026-02-07T19:14:15' };
		const execution = await started(coupon, async () => await send(COUPON));
		expect(stub.calls).toEqual([
			{
				url: '/wp-json/wc/v3/coupons',
				authorization: `Basic ${Buffer.from('ck:cs').toString('base64')}`,
				body: {
					code: 'DIWALI-7K2M',
					description: 'Diwali',
					discount_type: 'percent',
					amount: '10',
					free_shipping: false,
					minimum_amount: '499',
					usage_limit: 1,
					date_expires_gmt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
					email_restrictions: ['asha@example.com'],
				},
			},
		]);
		expect(execution.output('Created')).toEqual([
			{ Code: 'DIWALI-7K2M', Ends: '2026-02-07T19:14:15' },
		]);
		expect(execution.output('Report')).toEqual([]);
	});

	it.each<[object, object]>([
		[
			{ couponType: 'fixedAmount', discountValue: 50, applicableOn: 'product' },
			{ discount_type: 'fixed_product', amount: '50' },
		],
		[
			{
				couponType: 'fixedAmount',
				discountValue: 50,
				customerId: null,
				usageLimitType: 'multiple',
			},
			{ discount_type: 'fixed_cart', usage_limit: null, email_restrictions: [] },
		],
		[
			{ couponType: 'freeShipping', discountValue: null, expiryType: 'date' },
			{ amount: '0', free_shipping: true, date_expires_gmt: null },
		],
	])('makes of %j what the shop calls %j', async (changes, expected) => {
		await started(coupon, async () => await send({ ...COUPON, ...changes }));
		expect(stub.calls).toMatchObject([{ body: expected }]);
	});

	it('shows why the shop did not take it', async () => {
		stub.answer = {
			status: 400,
			body: {
				code: 'woocommerce_rest_coupon_code_already_exists',
				message: 'The coupon code already exists',
			},
		};
		const execution = await started(coupon, async () => await send(COUPON));
		expect(execution.output('Created')).toEqual([]);
		expect(execution.output('Report')).toEqual([
			{
				Code: 'DIWALI-7K2M',
				Customer: 'asha@example.com',
				'What Happened': expect.stringContaining('The coupon code already exists'),
				'What to Do': expect.stringContaining('Create the coupon in the shop by hand'),
			},
		]);
	});

	it.each<[string, unknown, string, number]>([
		['no coupon', [COUPON], `?secret=${RIGHT}`, 400],
		['no code', { ...COUPON, code: '' }, `?secret=${RIGHT}`, 400],
		['no secret', COUPON, '', 401],
		['a wrong secret', COUPON, '?secret=wrong', 403],
	])('asks nothing of the shop after a call with %s', async (_case, body, query, status) => {
		const before = await executionIds(scene.n8n.rest, coupon.id);
		expect(await send(body, query)).toBe(status);
		const execution = await started(coupon, async () => await send({ code: 'SURE' }));
		expect(stub.calls).toMatchObject([{ body: { code: 'SURE' } }]);
		const after = await executionIds(scene.n8n.rest, coupon.id);
		expect(after.filter((id) => !before.includes(id))).toEqual([execution.id]);
	});
});

describe('connector-message-to-vendor', () => {
	const send = async (body: unknown, headers: Record<string, string>, query = `?secret=${RIGHT}`) =>
		await post(`${triggerUrl(scene.n8n, 'growlytics-message')}${query}`, body, headers);
	const status = async (body: unknown) =>
		await post(`${scene.n8n.url}/webhook/vendor-status`, body);
	const TOKEN = { 'x-growlytics-token': 'm-1' };

	it('sends the message, and reports that it was read and clicked', async () => {
		await started(
			message,
			async () => await send({ mobile: '+91 90000 10001', text: 'नमस्ते Asha' }, TOKEN),
		);
		expect(stub.calls).toEqual([
			{
				url: '/v1/messages',
				authorization: 'Bearer vendor',
				body: { to: '+91 90000 10001', text: 'नमस्ते Asha', reference: 'm-1' },
			},
		]);
		for (const said of ['delivered', 'read', 'clicked']) {
			await started(message, async () => await status({ reference: 'm-1', status: said }));
		}
		expect(scene.growlytics.reports()).toEqual([
			{ token: 'm-1', action: 'open' },
			{ token: 'm-1', action: 'click' },
		]);
	});

	it('shows why the vendor did not send it', async () => {
		stub.answer = { status: 422, body: { message: 'to is not a number' } };
		const execution = await started(message, async () => await send({ text: 'Hi' }, TOKEN));
		expect(execution.output('Not Sent')).toEqual([
			{ Token: 'm-1', To: '', 'What Happened': expect.stringContaining('to is not a number') },
		]);
	});

	it.each<[object]>([[{ status: 'read' }], [{ reference: '', status: 'read' }], [{}]])(
		'reports nothing of a status like %j',
		async (body) => {
			await started(message, async () => await status(body));
			expect(scene.growlytics.requests()).toEqual([]);
		},
	);

	it('a report that may have been recorded is sent once, and shown', async () => {
		scene.growlytics.configure({ faults: [{ kind: 'resetAfter' }] });
		const execution = await started(
			message,
			async () => await status({ reference: 'm-1', status: 'read' }),
		);
		expect(scene.growlytics.reports()).toHaveLength(1);
		expect(execution.output('Report')).toEqual([
			{
				Token: 'm-1',
				'What Happened': expect.stringContaining('may not have been recorded'),
				'What to Do': expect.stringContaining('look at the campaign in Growlytics first'),
				Reason: 'unreachable',
			},
		]);
	});

	it.each<[string, Record<string, string>, string, number]>([
		['no token', {}, `?secret=${RIGHT}`, 400],
		['no secret', TOKEN, '', 401],
		['a wrong secret', TOKEN, '?secret=wrong', 403],
	])('asks nothing of the vendor after a call with %s', async (_case, headers, query, answered) => {
		expect(await send({ mobile: '1', text: 'BAD' }, headers, query)).toBe(answered);
		await started(message, async () => await send({ mobile: '1', text: 'SURE' }, TOKEN));
		expect(stub.calls).toMatchObject([{ body: { text: 'SURE' } }]);
	});
});
