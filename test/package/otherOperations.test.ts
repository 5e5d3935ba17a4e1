import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { Growlytics } from '../../nodes/Growlytics/Growlytics.node';

const { description } = new Growlytics();

type Entry = INodeProperties | INodePropertyCollection | INodePropertyOptions;

function entriesOf(entry: Entry | { options: Entry[] }): Entry[] {
	if ('values' in entry) return entry.values;
	return 'options' in entry ? (entry.options ?? []) : [];
}

/** The parameters of one operation, by name. */
function parametersOf(resource: string, operation: string) {
	const own = description.properties.filter(
		({ displayOptions }) =>
			displayOptions?.show?.resource?.includes(resource) &&
			displayOptions.show.operation?.includes(operation),
	);
	return Object.fromEntries(
		own.flatMap((parameter) =>
			parameter.type === 'notice' ? [] : [[parameter.name, parameter] as const],
		),
	);
}

describe('events', () => {
	const track = parametersOf('event', 'track');

	it('have the parameters that workflows save, those of customers under the same names', () => {
		const customer = parametersOf('customer', 'upsert');
		expect(track.eventName).toMatchObject({ type: 'string', required: true, default: '' });
		const others = Object.keys(customer).filter((name) => name !== 'standardAttributes');
		expect(Object.keys(track).filter((name) => name !== 'eventName')).toEqual(others);
		for (const name of others) {
			const { type, default: initial, required } = customer[name] ?? {};
			expect(track[name]).toMatchObject({
				type,
				default: initial,
				...(required ? { required } : {}),
			});
		}
	});

	it('have the options of customers, but for what is about standard attributes, and one more', () => {
		const namesOf = (parameters: Record<string, INodeProperties>) =>
			(parameters.options?.options ?? []).map(({ name }) => name);
		const customers = namesOf(parametersOf('customer', 'upsert'));
		const shared = customers.filter((name) => name !== 'matchStandardAttributes');
		expect(namesOf(track).sort()).toEqual([...shared, 'retryUnsure'].sort());
		expect(track.options?.options).toContainEqual(
			expect.objectContaining({ name: 'retryUnsure', type: 'boolean', default: false }),
		);
	});

	it('are found by their action', () => {
		const chooser = description.properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes('event'),
		);
		expect(chooser).toMatchObject({
			default: 'track',
			options: [{ name: 'Track', value: 'track', action: 'Track an event' }],
		});
	});
});

describe('products', () => {
	it('are created, updated and deleted', () => {
		const chooser = description.properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes('product'),
		);
		expect(chooser).toMatchObject({
			default: 'upsert',
			noDataExpression: true,
			options: [
				{ name: 'Create or Update', value: 'upsert', action: 'Create or update a product' },
				{ name: 'Delete', value: 'delete', action: 'Delete a product' },
			],
		});
	});

	it('have the parameters that workflows save', () => {
		const upsert = parametersOf('product', 'upsert');
		expect(upsert).toMatchObject({
			productId: { type: 'string', required: true, default: '' },
			productName: { type: 'string', required: true, default: '' },
			imageUrl: { type: 'string', required: true, default: '' },
			productUrl: { type: 'string', required: true, default: '' },
			price: { type: 'number', required: true, default: '' },
			status: { type: 'options', default: 'inStock' },
			productFields: { type: 'collection', default: {} },
			options: { type: 'collection', default: {} },
		});
		const namesIn = (name: string) =>
			entriesOf(upsert[name] ?? { options: [] }).map((one) => one.name);
		expect(namesIn('productFields')).toEqual(['description', 'originalHigherPrice', 'vendor']);
		expect(entriesOf(upsert.status ?? { options: [] })).toMatchObject([
			{ value: 'inStock' },
			{ value: 'outOfStock' },
		]);
		expect(Object.keys(parametersOf('product', 'delete'))).toEqual(['productId', 'options']);
		expect(parametersOf('product', 'delete').options?.options?.[0]).toMatchObject({
			name: 'alreadyGone',
			default: 'error',
			options: [{ value: 'success' }, { value: 'error' }],
		});
	});
});

describe('messages of connector campaigns', () => {
	const report = parametersOf('connectorMessage', 'report');

	it('have the parameters that workflows save', () => {
		expect(Object.keys(report)).toEqual(['messageToken', 'action', 'options']);
		expect(report).toMatchObject({
			messageToken: { type: 'string', required: true, default: '' },
			action: { type: 'options', default: 'open' },
			options: { type: 'collection', default: {} },
		});
		expect(entriesOf(report.action ?? { options: [] })).toMatchObject([
			{ value: 'click' },
			{ value: 'open' },
		]);
		expect((report.options?.options ?? []).map(({ name }) => name)).toEqual([
			'concurrency',
			'maxRequestsPerSecond',
			'maxRetries',
			'timeout',
		]);
	});

	it('are found by their action', () => {
		const chooser = description.properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes('connectorMessage'),
		);
		expect(chooser).toMatchObject({
			default: 'report',
			options: [
				{
					name: 'Report Open or Click',
					value: 'report',
					action: 'Report an open or click of a connector message',
				},
			],
		});
	});
});
