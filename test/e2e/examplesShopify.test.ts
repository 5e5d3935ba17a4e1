import type { INode } from 'n8n-workflow';
import type { WorkflowJson } from '../engine/workflow';
import { causedExecution } from './causedExecution';
import { createCredential } from './credentials';
import { readExample } from './examples';
import { finishedExecution } from './executions';
import { reportOf, withNodes, withPinned, withoutNodes } from './recipe';
import { type Scene, openScene } from './scene';
import { type Shop, startShop } from './shop';
import { postToWebhook } from './webhooks';
import { activateWorkflow, runWorkflow } from './workflows';

const TOKEN = 'shpat_of_the_tests';

/** A customer as Shopify's REST Admin API and its webhooks describe it: shopify.dev/docs/api/admin-rest, Customer. */
function customer(id: number, email: string | null, others: object = {}) {
	const address = {
		id: 1,
		customer_id: id,
		first_name: 'Meera',
		last_name: 'Iyer',
		address1: '12 Lake Road',
		city: 'Chennai',
		zip: '600001',
		phone: '',
		name: 'Meera Iyer',
		default: true,
	};
	return {
		id,
		email,
		created_at: '2026-01-31T19:14:15+05:30',
		updated_at: '2026-11-02T08:30:00+05:30',
		first_name: 'Meera',
		last_name: 'Iyer',
		orders_count: 3,
		state: 'enabled',
		total_spent: '12499.00',
		last_order_id: 450789469,
		note: null,
		verified_email: true,
		multipass_identifier: null,
		tax_exempt: false,
		tags: 'vip, wholesale',
		last_order_name: '#1003',
		currency: 'INR',
		phone: '+919000043001',
		addresses: [address],
		tax_exemptions: [],
		email_marketing_consent: {
			state: 'subscribed',
			opt_in_level: 'single_opt_in',
			consent_updated_at: '2026-01-31T19:14:15+05:30',
		},
		sms_marketing_consent: null,
		admin_graphql_api_id: `gid://shopify/Customer/${id}`,
		default_address: address,
		...others,
	};
}

const MEERA = customer(7012345678901, 'Meera.Iyer@Example.com');
const NOBODY = customer(7012345678902, null);
const NEW = customer(7012345678903, 'ben.lau@example.org', {
	first_name: 'Ben',
	last_name: null,
	orders_count: 0,
	total_spent: '0.00',
	last_order_id: null,
	last_order_name: null,
	tags: '',
	phone: null,
	addresses: [],
	email_marketing_consent: null,
	default_address: undefined,
});

const ATTRIBUTES_OF_MEERA = [
	{ name: 'name', type: 'string', value: 'Meera Iyer' },
	{ name: 'email', type: 'string', value: 'Meera.Iyer@Example.com' },
	{ name: 'mobile', type: 'string', value: '+919000043001' },
	{ name: 'Shopify ID', type: 'string', value: '7012345678901' },
	{ name: 'created_at', type: 'date', value: '2026-01-31 19:14:15' },
	{ name: 'updated_at', type: 'date', value: '2026-11-02 08:30:00' },
	{ name: 'first_name', type: 'string', value: 'Meera' },
	{ name: 'last_name', type: 'string', value: 'Iyer' },
	{ name: 'orders_count', type: 'number', value: 3 },
	{ name: 'state', type: 'string', value: 'enabled' },
	{ name: 'total_spent', type: 'number', value: 12499 },
	{ name: 'verified_email', type: 'boolean', value: true },
	{ name: 'tax_exempt', type: 'boolean', value: false },
	{ name: 'tags', type: 'string', value: 'vip, wholesale' },
	{ name: 'last_order_name', type: 'string', value: '#1003' },
	{ name: 'currency', type: 'string', value: 'INR' },
	{ name: 'email_marketing_consent.state', type: 'string', value: 'subscribed' },
	{ name: 'email_marketing_consent.opt_in_level', type: 'string', value: 'single_opt_in' },
	{
		name: 'email_marketing_consent.consent_updated_at',
		type: 'date',
		value: '2026-01-31 19:14:15',
	},
	{ name: 'default_address.address1', type: 'string', value: '12 Lake Road' },
	{ name: 'default_address.city', type: 'string', value: 'Chennai' },
	{ name: 'default_address.zip', type: 'string', value: '600001' },
];

const ATTRIBUTES_OF_NEW = [
	{ name: 'name', type: 'string', value: 'Ben' },
	{ name: 'email', type: 'string', value: 'ben.lau@example.org' },
	{ name: 'Shopify ID', type: 'string', value: '7012345678903' },
	{ name: 'created_at', type: 'date', value: '2026-01-31 19:14:15' },
	{ name: 'updated_at', type: 'date', value: '2026-11-02 08:30:00' },
	{ name: 'first_name', type: 'string', value: 'Ben' },
	{ name: 'orders_count', type: 'number', value: 0 },
	{ name: 'state', type: 'string', value: 'enabled' },
	{ name: 'total_spent', type: 'number', value: 0 },
	{ name: 'verified_email', type: 'boolean', value: true },
	{ name: 'tax_exempt', type: 'boolean', value: false },
	{ name: 'currency', type: 'string', value: 'INR' },
];

let scene: Scene;
let shop: Shop;
beforeAll(async () => {
	shop = await startShop([MEERA, NOBODY, NEW]);
	scene = await openScene();
});
afterAll(async () => {
	await scene?.close();
	await shop?.close();
});
afterEach(() => scene.growlytics.reset());

function readRecipe(): WorkflowJson {
	return readExample('shopify-customers-to-growlytics.json', scene.n8n.filesFolder);
}

test('all customers of the shop are stored or reported', async () => {
	const { rest } = scene.n8n;
	const shopifyAccessTokenApi = await createCredential(
		rest,
		'shopifyAccessTokenApi',
		'Shopify Access Token account',
		{ shopSubdomain: 'your-shop', accessToken: TOKEN, appSecretKey: 'a-secret-of-the-tests' },
	);
	const ofThisShop = (node: INode): INode => {
		if (node.name !== 'Get Customers') return node;
		const url = String(node.parameters.url).replace('https://your-shop.myshopify.com', shop.url);
		const parameters = { ...node.parameters, url };
		return { ...node, parameters, credentials: { shopifyAccessTokenApi } };
	};
	const workflow = await scene.save(withNodes(readRecipe(), ofThisShop));
	const execution = await finishedExecution(rest, await runWorkflow(rest, workflow, 'Start'));

	expect(execution.output('Each Customer')).toHaveLength(3);
	expect(shop.proofs).toEqual([TOKEN, TOKEN, TOKEN]);
	expect(scene.growlytics.customers()).toEqual([
		{ id: 'meera.iyer@example.com', updates: 1, attributes: ATTRIBUTES_OF_MEERA },
		{ id: 'ben.lau@example.org', updates: 1, attributes: ATTRIBUTES_OF_NEW },
	]);
	expect(reportOf(execution)).toMatchObject([
		{
			'What Happened': 'This item was not sent: Customer ID is empty.',
			'What to Do': expect.any(String),
			id: NOBODY.id,
			email: null,
		},
	]);
});

test.each(['Customer Created', 'Customer Updated'])(
	'what Shopify sends to %s is stored or reported',
	async (trigger) => {
		const { rest } = scene.n8n;
		const pinned = withPinned(readRecipe(), { [trigger]: [MEERA, NOBODY, NEW] });
		const workflow = await scene.save(pinned);
		const execution = await finishedExecution(rest, await runWorkflow(rest, workflow, trigger));

		expect(scene.growlytics.customers()).toMatchObject([
			{ id: 'meera.iyer@example.com', attributes: ATTRIBUTES_OF_MEERA },
			{ id: 'ben.lau@example.org', attributes: ATTRIBUTES_OF_NEW },
		]);
		expect(reportOf(execution)).toMatchObject([{ id: NOBODY.id }]);
	},
);

test('without an app, a Webhook node takes the place of the triggers, as the note says', async () => {
	const { rest, url } = scene.n8n;
	const withoutApp = (node: INode): INode => {
		if (node.name === 'Customer Created') {
			return {
				...node,
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2.1,
				parameters: { httpMethod: 'POST', path: 'shopify-customer', options: {} },
			};
		}
		if (node.name !== 'Create or Update Customer') return node;
		return { ...node, parameters: { ...node.parameters, customerId: '={{ $json.body.email }}' } };
	};
	const changed = withoutNodes(withNodes(readRecipe(), withoutApp), ['Customer Updated']);
	const workflow = await scene.save(changed);
	await activateWorkflow(rest, workflow);
	for (const each of [MEERA, NEW, NOBODY]) {
		const { result, execution } = await causedExecution(
			rest,
			workflow.id,
			async () => await postToWebhook(url, 'shopify-customer', each),
		);
		expect(result.status).toBe(200);
		if (each === NOBODY) expect(reportOf(execution)).toMatchObject([{ body: { id: NOBODY.id } }]);
		else expect(execution.error).toBeUndefined();
	}
	expect(scene.growlytics.customers()).toMatchObject([
		{ id: 'meera.iyer@example.com', attributes: ATTRIBUTES_OF_MEERA },
		{ id: 'ben.lau@example.org', attributes: ATTRIBUTES_OF_NEW },
	]);
});
