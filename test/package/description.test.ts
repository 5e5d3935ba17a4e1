import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { Growlytics } from '../../nodes/Growlytics/Growlytics.node';

const { description, methods } = new Growlytics();

type Entry = INodeProperties | INodePropertyCollection | INodePropertyOptions;

function entriesOf(entry: Entry | { options: Entry[] }): Entry[] {
	if ('values' in entry) return entry.values;
	return 'options' in entry ? (entry.options ?? []) : [];
}

/** A parameter by its path, e.g. `customAttributes.attribute.name`. */
function find(path: string): Entry {
	let at: Entry | { options: Entry[] } = { options: description.properties };
	for (const name of path.split('.')) {
		const next: Entry | undefined = entriesOf(at).find((entry) => entry.name === name);
		if (next === undefined) throw new Error(`There is no ${path}`);
		at = next;
	}
	if (!('name' in at)) throw new Error(`${path} is no parameter`);
	return at;
}

function valuesOf(path: string): unknown[] {
	return entriesOf(find(path)).flatMap((entry) => ('value' in entry ? [entry.value] : []));
}

it('is the node that workflows know', () => {
	expect(description).toMatchObject({
		displayName: 'Growlytics',
		name: 'growlytics',
		version: 1,
		inputs: ['main'],
		outputs: ['main'],
		usableAsTool: true,
		credentials: [{ name: 'growlyticsApi', required: true, testedBy: 'growlyticsApiTest' }],
	});
	expect(methods.credentialTest).toHaveProperty('growlyticsApiTest');
});

const shown = (more: object = {}) => ({
	displayOptions: { show: { resource: ['customer'], operation: ['upsert'], ...more } },
});

/** What is saved in workflows: it can be added to, never changed. */
it.each<[string, object]>([
	['resource', { type: 'options', default: 'customer', noDataExpression: true }],
	[
		'operation',
		{
			type: 'options',
			default: 'upsert',
			noDataExpression: true,
			displayOptions: { show: { resource: ['customer'] } },
		},
	],
	['customerId', { type: 'string', default: '', required: true, ...shown() }],
	['mappingMode', { type: 'options', default: 'defineBelow', noDataExpression: true, ...shown() }],
	['standardAttributes', { type: 'collection', default: {}, ...shown() }],
	['standardAttributes.name', { type: 'string', default: '' }],
	['standardAttributes.email', { type: 'string', default: '' }],
	['standardAttributes.mobile', { type: 'string', default: '' }],
	[
		'customAttributes',
		{
			type: 'fixedCollection',
			default: {},
			typeOptions: { multipleValues: true, sortable: true },
			...shown({ mappingMode: ['defineBelow'] }),
		},
	],
	['customAttributes.attribute.name', { type: 'string', default: '' }],
	[
		'customAttributes.attribute.type',
		{ type: 'options', default: 'string', noDataExpression: true },
	],
	[
		'customAttributes.attribute.stringValue',
		{ type: 'string', default: '', displayOptions: { show: { type: ['string'] } } },
	],
	[
		'customAttributes.attribute.numberValue',
		{ type: 'number', default: '', displayOptions: { show: { type: ['number'] } } },
	],
	[
		'customAttributes.attribute.booleanValue',
		{ type: 'boolean', default: false, displayOptions: { show: { type: ['boolean'] } } },
	],
	[
		'customAttributes.attribute.dateValue',
		{ type: 'dateTime', default: '', displayOptions: { show: { type: ['date'] } } },
	],
	[
		'include',
		{
			type: 'options',
			default: 'all',
			noDataExpression: true,
			...shown({ mappingMode: ['autoMapInputData'] }),
		},
	],
	['includeFields', { type: 'string', default: '', ...shown({ include: ['selected'] }) }],
	['excludeFields', { type: 'string', default: '', ...shown({ include: ['except'] }) }],
	['attributesJson', { type: 'json', default: '{}', ...shown({ mappingMode: ['json'] }) }],
	['options', { type: 'collection', default: {}, ...shown() }],
	['options.attributeTypes', { type: 'fixedCollection', default: {} }],
	['options.attributeTypes.attribute.name', { type: 'string', default: '' }],
	[
		'options.attributeTypes.attribute.type',
		{ type: 'options', default: 'string', noDataExpression: true },
	],
	['options.dateNumbers', { type: 'options', default: 'refuse' }],
	['options.detectDates', { type: 'boolean', default: true }],
	['options.dryRun', { type: 'boolean', default: false }],
	['options.emptyValues', { type: 'options', default: 'skip' }],
	['options.invalidAttributes', { type: 'options', default: 'failItem' }],
	['options.matchStandardAttributes', { type: 'boolean', default: true }],
	['options.nestedValues', { type: 'options', default: 'error' }],
	['options.timeout', { type: 'number', default: 30_000 }],
])('%s', (path, expected) => {
	expect(find(path)).toMatchObject(expected);
});

it.each<[string, string[]]>([
	['resource', ['customer', 'event', 'product']],
	['operation', ['upsert']],
	['mappingMode', ['autoMapInputData', 'defineBelow', 'json']],
	['include', ['all', 'except', 'selected']],
	['customAttributes.attribute.type', ['string', 'number', 'boolean', 'date']],
	['options.attributeTypes.attribute.type', ['string', 'number', 'boolean', 'date']],
	['options.dateNumbers', ['refuse', 'spreadsheetSerial', 'unixMilliseconds', 'unixSeconds']],
	['options.emptyValues', ['skip', 'sendEmptyString']],
	['options.invalidAttributes', ['failItem', 'skip']],
	['options.nestedValues', ['error', 'flatten', 'skip', 'json']],
])('%s has the values %j', (path, values) => {
	expect(valuesOf(path)).toEqual(values);
});

it('names standard attributes and rows by nothing else', () => {
	expect(entriesOf(find('standardAttributes')).map(({ name }) => name)).toEqual([
		'name',
		'email',
		'mobile',
	]);
	expect(entriesOf(find('customAttributes.attribute')).map(({ name }) => name)).toEqual([
		'name',
		'type',
		'stringValue',
		'numberValue',
		'booleanValue',
		'dateValue',
	]);
});

it('sorts the options by their labels', () => {
	const labels = entriesOf(find('options')).map((entry) =>
		'displayName' in entry ? entry.displayName : '',
	);
	expect(labels).toEqual([...labels].sort((one, other) => one.localeCompare(other)));
});

it('offers automatic mapping to nobody who uses the node as a tool', () => {
	const automatic = entriesOf(find('mappingMode')).find(
		(entry) => entry.name === 'Map Automatically',
	);
	expect(automatic).toMatchObject({ displayOptions: { hide: { '@tool': [true] } } });
});

it('is found by its action', () => {
	expect(entriesOf(find('operation'))).toMatchObject([
		{ name: 'Create or Update', value: 'upsert', action: 'Create or update a customer' },
	]);
});

/** The parameters of one operation, by name. */
function parametersOf(resource: string, operation: string) {
	const own = description.properties.filter(
		({ displayOptions }) =>
			displayOptions?.show?.resource?.includes(resource) &&
			displayOptions.show.operation?.includes(operation),
	);
	return Object.fromEntries(own.map((parameter) => [parameter.name, parameter]));
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
