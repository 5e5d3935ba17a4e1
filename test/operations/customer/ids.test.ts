import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { type Together, startTogether } from '../../engine/together';
import { chain, growlytics, node } from '../../engine/workflow';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => await together.close());
beforeEach(() => together.growlytics.reset());

async function send(rows: readonly IDataObject[], parameters: INodeParameters = {}) {
	const last = growlytics('Growlytics', {
		customerId: '={{ $json.id }}',
		mappingMode: 'autoMapInputData',
		...parameters,
	});
	const execution = await together.engine.run(chain([node('manualTrigger', 'Trigger'), last]), {
		input: rows.map((json) => ({ json })),
	});
	return { error: execution.error, notice: String(execution.hints('Growlytics')[0]?.message) };
}

const storedIds = () => together.growlytics.customers().map(({ id }) => id);

describe('a fixed Customer ID', () => {
	const rows = [{ email: 'asha@example.com' }, { email: 'ben@example.com' }];

	it.each(['upsert', 'preview'])('is refused for several items: %s', async (operation) => {
		const { error } = await send(rows, { operation, customerId: 'customer' });
		expect(error?.message).toContain('all 2 items would become one customer');
		expect(together.growlytics.requests()).toEqual([]);
	});

	it('is refused where it is the name of a field, for one item too', async () => {
		const { error } = await send(rows.slice(0, 1), { customerId: 'email' });
		expect(error?.message).toContain('"email", the name of a field and not its value');
		expect(together.growlytics.requests()).toEqual([]);
	});

	it('is taken for one item', async () => {
		const { error } = await send([{ City: 'Pune' }], { customerId: 'asha@example.com' });
		expect(error).toBeUndefined();
		expect(storedIds()).toEqual(['asha@example.com']);
	});
});

describe('IDs that differ only in capitals', () => {
	const rows = ['Asha@Example.com', 'asha@example.com', 'C1', 'c2'].map((id) => ({
		id,
		City: 'Pune',
	}));

	it('are sent as they are, with a warning', async () => {
		const { notice } = await send(rows);
		expect(notice).toContain('"Asha@Example.com" and "asha@example.com"');
		expect(notice).toContain('Customer ID Case');
		expect(storedIds().sort()).toEqual(['Asha@Example.com', 'C1', 'asha@example.com', 'c2']);
	});

	it('are one customer where Customer ID Case says so; what is no e-mail keeps its capitals', async () => {
		const { notice } = await send(rows, { options: { customerIdCase: 'lowerEmails' } });
		expect(notice).not.toContain('differ only in capitals');
		expect(storedIds().sort()).toEqual(['C1', 'asha@example.com', 'c2']);
	});
});

describe('a whole call of a webhook', () => {
	const call = {
		headers: { cookie: 'session=secret', authorization: 'Bearer secret' },
		params: { tenant: 'a' },
		query: { utm: 'b' },
		body: { email: 'asha@example.com', City: 'Pune' },
		webhookUrl: 'https://n8n.example/webhook/x',
		executionMode: 'production',
	};

	it.each<[string, INodeParameters]>([
		['as it is', {}],
		['without params', { include: 'except', excludeFields: 'params' }],
		['without all but the headers', { include: 'except', excludeFields: 'params, query, body' }],
		['as JSON', { mappingMode: 'json', attributesJson: '={{ $json }}' }],
		[
			'as JSON without params',
			{ mappingMode: 'json', attributesJson: '={{ (({ params, ...rest }) => rest)($json) }}' },
		],
		['with Flatten', { options: { nestedValues: 'flatten' } }],
		['with JSON text', { options: { nestedValues: 'json' } }],
	])('never sends what its headers hold: %s', async (_case, parameters) => {
		await send([call], { customerId: '={{ $json.body.email }}', ...parameters });
		const sent = together.growlytics.requests().map(({ body }) => body);
		expect(sent).toHaveLength(1);
		expect(sent.join()).not.toMatch(/secret|cookie|authorization/i);
	});

	it('is its body', async () => {
		await send([call], { customerId: '={{ $json.body.email }}' });
		expect(together.growlytics.customers()).toMatchObject([
			{
				id: 'asha@example.com',
				attributes: [
					{ name: 'email', type: 'string', value: 'asha@example.com' },
					{ name: 'City', type: 'string', value: 'Pune' },
				],
			},
		]);
	});
});

describe('a row of Custom Attributes', () => {
	const rowOf = (row: IDataObject): INodeParameters => ({
		mappingMode: 'defineBelow',
		customAttributes: { attribute: [{ name: 'Orders', value: '={{ $json.orders }}', ...row }] },
	});

	it.each([
		['string', '3'],
		['number', 3],
	])('keeps its value when its type becomes %s', async (type, value) => {
		await send([{ id: 'c1', orders: '3' }], rowOf({ type }));
		expect(together.growlytics.customers()).toMatchObject([
			{ attributes: [{ name: 'Orders', type, value }] },
		]);
	});

	it('without a name takes that of the field that was dragged in', async () => {
		await send([{ id: 'c1', orders: '3' }], rowOf({ name: '', type: 'number' }));
		expect(together.growlytics.customers()).toMatchObject([
			{ attributes: [{ name: 'orders', type: 'number', value: 3 }] },
		]);
	});

	it.each(['string', 'number', 'boolean', 'date'])(
		'of type %s that was left empty refuses its item, rather than overwriting',
		async (type) => {
			const { error } = await send([{ id: 'c1' }], rowOf({ type, value: '' }));
			expect(error?.message).toContain('"Orders": its Value was left empty in the node');
			expect(together.growlytics.requests()).toEqual([]);
		},
	);
});
