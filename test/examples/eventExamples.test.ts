/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: reads files of the repository */
import type { IDataObject } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Together, startTogether } from '../engine/together';
import { type WorkflowJson, node } from '../engine/workflow';

const FOLDER = resolve(__dirname, '..', '..', 'examples');

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => await together.close());
beforeEach(() => {
	together.growlytics.configure({ faults: [] });
	together.growlytics.reset();
});

/** An example with a credential, run as if its webhook had been called. */
async function call(file: string, body: IDataObject) {
	const example: WorkflowJson = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
	const nodes = example.nodes.map((one) => {
		if (one.type.endsWith('.webhook')) return node('manualTrigger', one.name);
		if (one.credentials === undefined) return one;
		return { ...one, credentials: { growlyticsApi: { id: '1', name: 'Growlytics account' } } };
	});
	const json = { headers: { cookie: 'a=b' }, params: {}, query: {}, body };
	return await together.engine.run({ ...example, nodes }, { input: [{ json }] });
}

describe('order-to-growlytics', () => {
	/** As WooCommerce's REST API describes an order; texts where it has texts. */
	const order = {
		id: 727,
		number: '727',
		currency: 'INR',
		total: '1498.50',
		billing: { first_name: 'Asha', email: 'Asha@Example.com' },
		coupon_lines: [],
		line_items: [
			{
				id: 315,
				name: 'Blue Shirt',
				product_id: 93,
				quantity: 2,
				sku: 'SHIRT-BLUE',
				price: 499.5,
				image: { id: '9', src: 'https://shop.example/shirt.png' },
			},
			{
				id: 316,
				name: 'Mug',
				product_id: 22,
				quantity: 1,
				sku: '',
				price: '499.50',
				image: { id: '8', src: 'https://shop.example/mug.png' },
			},
		],
	};
	const send = async (body: IDataObject) => await call('order-to-growlytics.json', body);

	it('becomes one event and its products', async () => {
		const execution = await send(order);
		expect(execution.status).toBe('success');
		expect(execution.output('Report')).toEqual([]);
		expect(together.growlytics.events()).toEqual([
			{
				customerId: 'asha@example.com',
				name: 'Purchased',
				attributes: [
					{ name: 'Order Number', type: 'string', value: '727' },
					{ name: 'Total', type: 'number', value: 1498.5 },
					{ name: 'Currency', type: 'string', value: 'INR' },
					{ name: 'Items', type: 'number', value: 3 },
					{ name: 'Products', type: 'string', value: 'Blue Shirt, Mug' },
				],
			},
		]);
		const [shirt, mug] = together.growlytics.products();
		expect(shirt).toEqual({
			id: 'SHIRT-BLUE',
			name: 'Blue Shirt',
			image: 'https://shop.example/shirt.png',
			url: 'https://shop.example/?p=93',
			price: 499.5,
			status: 'inStock',
		});
		expect(mug).toMatchObject({ id: '22', price: 499.5 });
	});

	it('is not what the shop sends to try the webhook', async () => {
		expect((await send({ webhook_id: '1' })).status).toBe('success');
		expect(together.growlytics.requests()).toEqual([]);
	});

	it('reports an event that may have been tracked, and a product without a picture', async () => {
		together.growlytics.configure({
			faults: [{ kind: 'status', status: 500, customers: ['asha@example.com'] }],
		});
		const [shirt, mug] = order.line_items;
		const execution = await send({ ...order, line_items: [shirt, { ...mug, image: {} }] });
		expect(
			together.growlytics
				.requests()
				.map(({ path }) => path)
				.sort(),
		).toEqual(['/product', '/rest-api/event']);
		const said = execution.output('Report').map(({ json }) => json);
		expect(said).toHaveLength(2);
		expect(said).toContainEqual({
			About: 'asha@example.com',
			'What Happened': expect.stringMatching(/^Event "Purchased" .* may not have been tracked/),
			'What to Do': expect.stringContaining('look for it in Growlytics first'),
			Reason: 'unreachable',
		});
		expect(said).toContainEqual(
			expect.objectContaining({
				About: '22',
				'What Happened':
					'Product "22" was not sent: one value does not fit. "Image URL": it is empty.',
			}),
		);
	});
});

describe('abandoned-form-to-growlytics', () => {
	const left = {
		form: 'Quote',
		step: '2',
		email: 'Asha@Example.com',
		answers: { City: 'Pune', Phone: '' },
	};
	const send = async (body: IDataObject) => await call('abandoned-form-to-growlytics.json', body);

	it('becomes an event with the answers there are', async () => {
		const execution = await send(left);
		expect(execution.output('Report')).toEqual([]);
		expect(together.growlytics.events()).toEqual([
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

	it('is nobody’s event without an e-mail address', async () => {
		await send({ ...left, email: '' });
		expect(together.growlytics.requests()).toEqual([]);
	});

	it('reports a customer whom Growlytics does not know', async () => {
		together.growlytics.configure({ unknownCustomer: 'notFound' });
		const execution = await send(left);
		together.growlytics.configure({ unknownCustomer: 'accept' });
		expect(execution.output('Report').map(({ json }) => json)).toMatchObject([
			{ Customer: 'asha@example.com', Reason: 'refused' },
		]);
	});
});
