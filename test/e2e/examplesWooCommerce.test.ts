import { z } from 'zod';
import { causedExecution } from './causedExecution';
import { type Credential, createCredential } from './credentials';
import { readExample } from './examples';
import { finishedExecution } from './executions';
import { reportOf, withNodes } from './recipe';
import { type Scene, openScene } from './scene';
import { type Shop, startShop } from './shop';
import { type StoredWorkflow, activateWorkflow, runWorkflow } from './workflows';

const EMPTY_ADDRESS = {
	first_name: '',
	last_name: '',
	company: '',
	address_1: '',
	address_2: '',
	city: '',
	state: '',
	postcode: '',
	country: '',
};

/** A customer as WooCommerce's REST API v3 describes it. */
function customer(id: number, email: string, others: object = {}) {
	return {
		id,
		date_created: '2026-01-31T19:14:15',
		date_created_gmt: '2026-01-31T13:44:15',
		date_modified: '2026-11-02T08:30:00',
		date_modified_gmt: '2026-11-02T03:00:00',
		email,
		first_name: 'Lata',
		last_name: 'Sen',
		role: 'customer',
		username: 'lata.sen',
		billing: {
			...EMPTY_ADDRESS,
			first_name: 'Lata',
			last_name: 'Sen',
			city: 'Shillong',
			postcode: '793001',
			country: 'IN',
			email,
			phone: '9000050001',
		},
		shipping: { ...EMPTY_ADDRESS, city: 'Shillong' },
		is_paying_customer: true,
		avatar_url: 'https://avatars.example.com/a?s=96',
		meta_data: [{ id: 9, key: 'referrer', value: 'insta' }],
		_links: { self: [{ href: `https://shop.example.com/wp-json/wc/v3/customers/${id}` }] },
		...others,
	};
}

const LATA = customer(26, 'Lata.Sen@Example.com');
const NOBODY = customer(27, '');
const JON = customer(28, 'jon.dias@example.com', {
	first_name: 'Jon',
	last_name: 'Dias',
	date_modified: null,
	date_modified_gmt: null,
	billing: { ...EMPTY_ADDRESS, email: '', phone: '' },
	is_paying_customer: false,
});

const ATTRIBUTES_OF_LATA = [
	{ name: 'name', type: 'string', value: 'Lata Sen' },
	{ name: 'email', type: 'string', value: 'Lata.Sen@Example.com' },
	{ name: 'mobile', type: 'string', value: '9000050001' },
	{ name: 'WooCommerce ID', type: 'string', value: '26' },
	{ name: 'date_created', type: 'date', value: '2026-01-31 19:14:15' },
	{ name: 'date_modified', type: 'date', value: '2026-11-02 08:30:00' },
	{ name: 'first_name', type: 'string', value: 'Lata' },
	{ name: 'last_name', type: 'string', value: 'Sen' },
	{ name: 'role', type: 'string', value: 'customer' },
	{ name: 'billing.city', type: 'string', value: 'Shillong' },
	{ name: 'billing.postcode', type: 'string', value: '793001' },
	{ name: 'billing.country', type: 'string', value: 'IN' },
	{ name: 'is_paying_customer', type: 'boolean', value: true },
];

const TOPICS = ['customer.created', 'customer.updated'];

let scene: Scene;
let shop: Shop;
let workflow: StoredWorkflow;
beforeAll(async () => {
	shop = await startShop([LATA, NOBODY, JON]);
	scene = await openScene();
	const { rest, filesFolder } = scene.n8n;
	const wooCommerceApi: Credential = await createCredential(
		rest,
		'wooCommerceApi',
		'WooCommerce account',
		{ url: shop.url, consumerKey: 'ck_of_the_tests', consumerSecret: 'cs_of_the_tests' },
	);
	const example = readExample('woocommerce-customers-to-growlytics.json', filesFolder);
	workflow = await scene.save(
		withNodes(example, (node) =>
			/\.wooCommerce/.test(node.type) ? { ...node, credentials: { wooCommerceApi } } : node,
		),
	);
});
afterAll(async () => {
	await scene?.close();
	await shop?.close();
});
afterEach(() => scene.growlytics.reset());

test('all customers of the shop are stored or reported', async () => {
	const { rest } = scene.n8n;
	const execution = await finishedExecution(rest, await runWorkflow(rest, workflow, 'Start'));

	expect(execution.output('Get Customers')).toHaveLength(3);
	const proof = `Basic ${btoa('ck_of_the_tests:cs_of_the_tests')}`;
	expect(shop.proofs).toEqual([proof, proof, proof]);
	expect(scene.growlytics.customers()).toEqual([
		{ id: 'lata.sen@example.com', updates: 1, attributes: ATTRIBUTES_OF_LATA },
		{
			id: 'jon.dias@example.com',
			updates: 1,
			attributes: [
				{ name: 'name', type: 'string', value: 'Jon Dias' },
				{ name: 'email', type: 'string', value: 'jon.dias@example.com' },
				{ name: 'WooCommerce ID', type: 'string', value: '28' },
				{ name: 'date_created', type: 'date', value: '2026-01-31 19:14:15' },
				{ name: 'first_name', type: 'string', value: 'Jon' },
				{ name: 'last_name', type: 'string', value: 'Dias' },
				{ name: 'role', type: 'string', value: 'customer' },
				{ name: 'is_paying_customer', type: 'boolean', value: false },
			],
		},
	]);
	expect(reportOf(execution)).toEqual([
		{
			'What Happened': 'This item was not sent: Customer ID is empty.',
			'What to Do': expect.any(String),
			...NOBODY,
		},
	]);
});

test('once published, a customer that is added or changed follows by itself', async () => {
	const { rest } = scene.n8n;
	await activateWorkflow(rest, workflow);
	await shop.registered(TOPICS);
	for (const topic of TOPICS) {
		const { result, execution } = await causedExecution(rest, workflow.id, async () =>
			shop.announce(topic, LATA),
		);
		expect(result).toBe(200);
		expect(execution.error).toBeUndefined();
	}
	expect(scene.growlytics.customers()).toEqual([
		{ id: 'lata.sen@example.com', updates: 2, attributes: ATTRIBUTES_OF_LATA },
	]);

	const { execution } = await causedExecution(rest, workflow.id, async () =>
		shop.announce('customer.updated', NOBODY),
	);
	expect(reportOf(execution)).toMatchObject([{ id: 27 }]);

	await rest.call('POST', `/workflows/${workflow.id}/deactivate`, z.unknown());
	await shop.registered([]);
});
