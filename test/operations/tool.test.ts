import type { INodeParameters } from 'n8n-workflow';
import { Packages } from '../engine/packages';
import { type Together, startTogether } from '../engine/together';
import { chain, growlytics, node } from '../engine/workflow';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
	// n8n makes a tool of a node by a second type, which runs the same code.
	const { getByName } = Packages.prototype;
	jest.spyOn(Packages.prototype, 'getByName').mockImplementation(function (this: Packages, type) {
		return getByName.call(this, type.replace(/Tool$/, ''));
	});
});
afterAll(async () => {
	jest.restoreAllMocks();
	await together.close();
});
beforeEach(() => together.growlytics.reset());

/** Runs the node as an agent does: one item, which holds the agent's own data. */
async function call(parameters: INodeParameters) {
	const tool = {
		...growlytics('Growlytics', parameters, { onError: 'continueRegularOutput' }),
		type: 'n8n-nodes-growlytics.growlyticsTool',
	};
	const execution = await together.engine.run(chain([node('manualTrigger', 'Trigger'), tool]), {
		input: [{ json: { chatInput: 'hello', sessionId: 'x', toolCallId: 'y' } }],
	});
	return execution.output('Growlytics').map(({ json }) => json);
}

const event = { resource: 'event', operation: 'track', customerId: 'jane', eventName: 'Called' };
const product = {
	resource: 'product',
	productId: '7',
	productName: 'Shirt',
	imageUrl: 'https://shop.example/7.png',
	productUrl: 'https://shop.example/7',
	price: '₹1,499.50',
};

it('tracks an event whose attributes the model gives as JSON', async () => {
	const told = await call({
		...event,
		mappingMode: 'json',
		attributesJson: '={{ { Topic: "Refund", Minutes: 3 } }}',
	});
	expect(told).toMatchObject([{ success: true, event: 'Called', attributesSent: 2 }]);
	expect(together.growlytics.events()).toMatchObject([{ customerId: 'jane', name: 'Called' }]);
});

it('maps no event automatically: the item holds the data of the agent', async () => {
	const told = await call({ ...event, mappingMode: 'autoMapInputData' });
	expect(told).toMatchObject([
		{
			error: {
				message:
					"This item was not sent: Map Automatically cannot be used in an AI agent's tool: the item holds the agent's own data, not an event.",
			},
		},
	]);
	expect(together.growlytics.requests()).toEqual([]);
});

it('stores and deletes a product, and says in its message what does not fit', async () => {
	expect(await call({ ...product, operation: 'upsert' })).toEqual([
		{ success: true, productId: '7' },
	]);
	expect(together.growlytics.products()).toMatchObject([{ id: '7', price: 1499.5 }]);
	expect(await call({ ...product, operation: 'upsert', price: 'cheap' })).toMatchObject([
		{ error: { message: expect.stringContaining('"Price": "cheap" is not a number.') } },
	]);
	expect(await call({ resource: 'product', operation: 'delete', productId: '7' })).toEqual([
		{ success: true, productId: '7' },
	]);
	expect(together.growlytics.products()).toEqual([]);
});
