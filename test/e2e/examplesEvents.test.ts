import { causedExecution } from './causedExecution';
import { readExample } from './examples';
import { type Scene, openScene } from './scene';
import { postToWebhook } from './webhooks';
import { type StoredWorkflow, activateWorkflow } from './workflows';

let scene: Scene;
let order: StoredWorkflow;
let form: StoredWorkflow;
beforeAll(async () => {
	scene = await openScene();
	const { n8n } = scene;
	order = await scene.save(readExample('order-to-growlytics.json', n8n.filesFolder));
	form = await scene.save(readExample('abandoned-form-to-growlytics.json', n8n.filesFolder));
	await activateWorkflow(n8n.rest, order);
	await activateWorkflow(n8n.rest, form);
});
afterAll(async () => await scene?.close());
afterEach(() => {
	scene.growlytics.configure({ faults: [], unknownCustomer: 'accept' });
	scene.growlytics.reset();
});

/** Calls a webhook, waits for the end of the execution, and gives the items that reached the report. */
async function call(workflow: StoredWorkflow, path: string, body: object) {
	const { rest, url } = scene.n8n;
	const { result, execution } = await causedExecution(rest, workflow.id, async () => {
		const response = await postToWebhook(url, path, body);
		return response.status;
	});
	expect(result).toBe(200);
	expect(execution.error).toBeUndefined();
	return execution;
}

/** An order as WooCommerce sends it. */
const ORDER = {
	number: '727',
	currency: 'INR',
	total: '999.00',
	billing: { email: 'Asha@Example.com' },
	coupon_lines: [{ code: 'DIWALI' }],
	line_items: [
		{
			name: 'Blue Shirt',
			product_id: 93,
			quantity: 2,
			sku: 'SHIRT-BLUE',
			price: 499.5,
			image: { id: '9', src: 'https://shop.example/shirt.png' },
		},
	],
};

test('an order becomes an event and its products', async () => {
	const execution = await call(order, 'shop-order', ORDER);
	expect(execution.output('Track Purchase')).toEqual([
		{ success: true, customerId: 'asha@example.com', event: 'Purchased', attributesSent: 6 },
	]);
	expect(scene.growlytics.events()).toEqual([
		{
			customerId: 'asha@example.com',
			name: 'Purchased',
			attributes: [
				{ name: 'Order Number', type: 'string', value: '727' },
				{ name: 'Total', type: 'number', value: 999 },
				{ name: 'Currency', type: 'string', value: 'INR' },
				{ name: 'Items', type: 'number', value: 2 },
				{ name: 'Products', type: 'string', value: 'Blue Shirt' },
				{ name: 'Coupon', type: 'string', value: 'DIWALI' },
			],
		},
	]);
	expect(scene.growlytics.products()).toMatchObject([{ id: 'SHIRT-BLUE', price: 499.5 }]);
});

test('an event that may have been tracked is sent once and reported', async () => {
	scene.growlytics.configure({
		faults: [{ kind: 'resetAfter', customers: ['asha@example.com'] }],
	});
	const execution = await call(order, 'shop-order', ORDER);
	expect(scene.growlytics.events()).toHaveLength(1);
	expect(execution.output('Report')).toMatchObject([
		{
			About: 'asha@example.com',
			'What Happened': expect.stringContaining('may not have been tracked'),
		},
	]);
});

test('a form that was left becomes an event of the customer', async () => {
	await call(form, 'abandoned-form', {
		form: 'Quote',
		step: 2,
		email: 'asha@example.com',
		answers: { City: 'Pune', Phone: '' },
	});
	expect(scene.growlytics.events()).toEqual([
		{
			customerId: 'asha@example.com',
			name: 'Form Abandoned',
			attributes: [
				{ name: 'Form', type: 'string', value: 'Quote' },
				{ name: 'Step', type: 'number', value: 2 },
				{ name: 'City', type: 'string', value: 'Pune' },
			],
		},
	]);
});

test('a form without an e-mail address is nobody’s', async () => {
	await call(form, 'abandoned-form', { form: 'Quote', step: 1, email: '' });
	expect(scene.growlytics.requests()).toEqual([]);
});
