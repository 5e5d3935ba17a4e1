import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { Growlytics } from '../../nodes/Growlytics/Growlytics.node';

const { description, methods } = new Growlytics();

type Entry = INodeProperties | INodePropertyCollection | INodePropertyOptions;

function entriesOf(entry: Entry | { options: Entry[] }): Entry[] {
	if ('values' in entry) return entry.values;
	return 'options' in entry ? (entry.options ?? []) : [];
}

/** A parameter by its path, e.g. `customAttributes.attribute.name`. */
function find(
	path: string,
	within: { options: Entry[] } = { options: description.properties },
): Entry {
	let at: Entry | { options: Entry[] } = within;
	for (const name of path.split('.')) {
		const next: Entry | undefined = entriesOf(at).find((entry) => entry.name === name);
		if (next === undefined) throw new Error(`There is no ${path}`);
		at = next;
	}
	if (!('name' in at)) throw new Error(`${path} is no parameter`);
	return at;
}

function valuesOf(path: string, within?: { options: Entry[] }): unknown[] {
	return entriesOf(find(path, within)).flatMap((entry) => ('value' in entry ? [entry.value] : []));
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

const shown = (show: object) => ({ displayOptions: { show } });

const inAutomatic = shown({ '/mappingMode': ['autoMapInputData', 'json'] });

/** The parameters of one operation, as they stand in the panel. */
function parametersOf(operation: string): INodeProperties[] {
	return description.properties.filter(({ displayOptions }) => {
		const { resource = [], operation: operations = [] } = displayOptions?.show ?? {};
		return resource.includes('customer') && operations.includes(operation);
	});
}

/** What is saved in workflows: it can be added to, never changed. A default is saved by being absent. */
const COMMON: ReadonlyArray<[path: string, expected: object]> = [
	['customerId', { type: 'string', default: '', required: true }],
	['mappingMode', { type: 'options', default: 'defineBelow', noDataExpression: true }],
	[
		'standardAttributes',
		{ type: 'collection', default: {}, ...shown({ mappingMode: ['defineBelow'] }) },
	],
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
	['customAttributes.attribute.name', { type: 'string', default: '', requiresDataPath: 'single' }],
	[
		'customAttributes.attribute.type',
		{ type: 'options', default: 'string', noDataExpression: true },
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
	[
		'includeFields',
		{
			type: 'string',
			default: '',
			requiresDataPath: 'multiple',
			...shown({ mappingMode: ['autoMapInputData'], include: ['selected'] }),
		},
	],
	[
		'excludeFields',
		{
			type: 'string',
			default: '',
			requiresDataPath: 'multiple',
			...shown({ mappingMode: ['autoMapInputData'], include: ['except'] }),
		},
	],
	[
		'attributeTypes',
		{
			type: 'collection',
			default: {},
			placeholder: 'Add Attribute Type',
			...shown({ mappingMode: ['autoMapInputData', 'json'] }),
		},
	],
	...['booleanFields', 'dateFields', 'numberFields', 'textFields'].map((name): [string, object] => [
		`attributeTypes.${name}`,
		{ type: 'string', default: '', requiresDataPath: 'multiple' },
	]),
	['attributesJson', { type: 'json', default: '{}', ...shown({ mappingMode: ['json'] }) }],
	['options', { type: 'collection', default: {} }],
	['options.attributeTypesJson', { type: 'json', default: '{}', ...inAutomatic }],
	['options.customerIdCase', { type: 'options', default: 'keep' }],
	['options.dateNumbers', { type: 'options', default: 'refuse' }],
	['options.dateOrder', { type: 'options', default: 'evidence' }],
	['options.detectTypes', { type: 'options', default: 'noDoubt', ...inAutomatic }],
	['options.emptyValues', { type: 'options', default: 'skip' }],
	['options.invalidAttributes', { type: 'options', default: 'failItem' }],
	['options.matchStandardAttributes', { type: 'boolean', default: true, ...inAutomatic }],
	['options.nestedValues', { type: 'options', default: 'readable', ...inAutomatic }],
	['options.numberFormat', { type: 'options', default: 'evidence' }],
	[
		'options.renameAttributes',
		{
			type: 'fixedCollection',
			default: {},
			typeOptions: { multipleValues: true },
			...inAutomatic,
		},
	],
	[
		'options.renameAttributes.attribute.from',
		{ type: 'string', default: '', requiresDataPath: 'single' },
	],
	['options.renameAttributes.attribute.to', { type: 'string', default: '' }],
];

const SENDING: ReadonlyArray<[path: string, expected: object]> = [
	[
		'options.concurrency',
		{ type: 'number', default: 0, typeOptions: { minValue: 0, maxValue: 100 } },
	],
	['options.maxRequestsPerSecond', { type: 'number', default: 0, typeOptions: { minValue: 0 } }],
	[
		'options.maxRetries',
		{ type: 'number', default: 3, typeOptions: { minValue: 0, maxValue: 10 } },
	],
	[
		'options.timeout',
		{ type: 'number', default: 30_000, typeOptions: { minValue: 1, maxValue: 300_000 } },
	],
];

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
])('%s', (path, expected) => {
	expect(find(path)).toMatchObject(expected);
});

describe.each([
	['upsert', [...COMMON, ...SENDING]],
	[
		'preview',
		[
			...COMMON,
			['show', { type: 'options', default: 'attributes', noDataExpression: true }] as const,
		],
	],
] as const)('customer %s', (operation, parameters) => {
	const within = { options: parametersOf(operation) };

	it.each(parameters)('has %s', (path, expected) => {
		expect(find(path, within)).toMatchObject(expected);
	});

	it('has nothing else that workflows would save', () => {
		const names = (place: string) =>
			parameters
				.map(([path]) => path)
				.filter((path) => path.startsWith(place) && !path.slice(place.length).includes('.'))
				.map((path) => path.slice(place.length))
				.sort();
		const sortedNames = (entries: Entry[]) =>
			entries
				.filter((entry) => !('type' in entry && entry.type === 'notice'))
				.map(({ name }) => name)
				.sort();
		expect(sortedNames(within.options)).toEqual(names(''));
		for (const place of ['standardAttributes', 'attributeTypes', 'options']) {
			expect(sortedNames(entriesOf(find(place, within)))).toEqual(names(`${place}.`));
		}
		expect(
			entriesOf(find('options.renameAttributes.attribute', within)).map(({ name }) => name),
		).toEqual(['from', 'to']);
	});

	it.each<[string, string[]]>([
		['mappingMode', ['autoMapInputData', 'defineBelow', 'json']],
		['include', ['all', 'except', 'selected']],
		['customAttributes.attribute.type', ['string', 'number', 'boolean', 'date']],
		['options.customerIdCase', ['keep', 'lowerEmails']],
		['options.dateNumbers', ['refuse', 'spreadsheetSerial', 'unixMilliseconds', 'unixSeconds']],
		['options.dateOrder', ['evidence', 'dayFirst', 'monthFirst']],
		['options.detectTypes', ['noDoubt', 'ask', 'off']],
		['options.emptyValues', ['skip', 'sendEmptyString']],
		['options.invalidAttributes', ['failItem', 'skip']],
		['options.nestedValues', ['readable', 'flatten', 'json', 'skip', 'error']],
		['options.numberFormat', ['evidence', 'point', 'comma']],
		...(operation === 'preview'
			? [['show', ['attributes', 'requests']] as [string, string[]]]
			: []),
	])('%s has the values %j', (path, values) => {
		expect(new Set(valuesOf(path, within))).toEqual(new Set(values));
		expect(valuesOf(path, within)).toHaveLength(values.length);
	});

	it('has one name for the value of a row, whatever its type, and no value to begin with', () => {
		const [name, type, ...values] = entriesOf(find('customAttributes.attribute', within));
		expect([name?.name, type?.name]).toEqual(['name', 'type']);
		expect(values).toMatchObject([
			{
				name: 'value',
				type: 'string',
				default: '',
				displayOptions: { show: { type: ['string'] } },
			},
			{
				name: 'value',
				type: 'number',
				default: '',
				displayOptions: { show: { type: ['number'] } },
			},
			{
				name: 'value',
				type: 'options',
				default: '',
				displayOptions: { show: { type: ['boolean'] } },
			},
			{
				name: 'value',
				type: 'dateTime',
				default: '',
				displayOptions: { show: { type: ['date'] } },
			},
		]);
		expect(values).toHaveLength(4);
		const choices = values.flatMap((value) => (value.name === 'value' ? entriesOf(value) : []));
		expect(choices).toMatchObject([
			{ name: 'No', value: false },
			{ name: 'Yes', value: true },
		]);
	});

	it('sorts the options by their labels', () => {
		const labels = entriesOf(find('options', within)).map((entry) =>
			'displayName' in entry ? entry.displayName : '',
		);
		expect(labels).toEqual([...labels].sort((one, other) => one.localeCompare(other)));
	});

	it('offers automatic mapping to nobody who uses the node as a tool', () => {
		const automatic = entriesOf(find('mappingMode', within)).find(
			(entry) => entry.name === 'Map Automatically',
		);
		expect(automatic).toMatchObject({ displayOptions: { hide: { '@tool': [true] } } });
	});
});

it.each<[string, string[]]>([
	['resource', ['customer', 'event', 'product', 'connectorMessage']],
	['operation', ['upsert', 'preview']],
])('%s has the values %j', (path, values) => {
	expect(valuesOf(path)).toEqual(values);
});

it('keeps what was entered when the operation is changed: what both have is the same', () => {
	const [upsert, preview] = ['upsert', 'preview'].map((operation) =>
		parametersOf(operation).filter(
			({ name, type }) => name !== 'options' && name !== 'show' && type !== 'notice',
		),
	);
	const withoutOperation = (parameters: INodeProperties[] = []) =>
		parameters.map(({ displayOptions, ...rest }) => ({
			...rest,
			show: { ...displayOptions?.show, operation: [] },
		}));
	expect(withoutOperation(preview)).toEqual(withoutOperation(upsert));
});

it('takes no expression where the panel depends on the value', () => {
	const fixed = description.properties.filter(({ noDataExpression }) => noDataExpression === true);
	expect(new Set(fixed.map(({ name }) => name))).toEqual(
		new Set(['resource', 'operation', 'mappingMode', 'include', 'show']),
	);
});

it('offers no dry run: Preview took its place', () => {
	expect(JSON.stringify(description)).not.toMatch(/dryRun|detectDates|Dry Run/);
});

it('is found by its actions', () => {
	expect(entriesOf(find('operation'))).toMatchObject([
		{ name: 'Create or Update', value: 'upsert', action: 'Create or update a customer' },
		{ name: 'Preview', value: 'preview', action: 'Preview customers' },
	]);
});
