import type { INodeParameters } from 'n8n-workflow';
import { Expression } from 'n8n-workflow';
import { Packages } from '../../../engine/packages';
import { type Together, startTogether } from '../../../engine/together';
import type { NodeSettings } from '../../../engine/workflow';
import { chain, growlytics, node } from '../../../engine/workflow';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => await together.close());
beforeEach(() => together.growlytics.reset());
afterEach(() => jest.restoreAllMocks());

const customers = [
	{
		id: 'asha@example.com',
		name: 'Asha',
		email: 'asha@example.com',
		mobile: '919911112222',
		City: 'Pune ✨',
		'Total Orders': 12,
		Vip: false,
		'Last Order': '2026-01-31T19:14:15Z',
	},
	{
		id: 'ben@example.com',
		name: 'Ben',
		email: 'ben@example.com',
		mobile: '',
		City: '',
		'Total Orders': 0,
		Vip: true,
		'Last Order': '2026-02-01T00:00:00Z',
	},
];

const BODIES = [
	'{"id":"asha@example.com","attributes":[{"name":"name","type":"string","value":"Asha"},{"name":"email","type":"string","value":"asha@example.com"},{"name":"mobile","type":"string","value":"919911112222"},{"name":"City","type":"string","value":"Pune ✨"},{"name":"Total Orders","type":"number","value":12},{"name":"Vip","type":"boolean","value":false},{"name":"Last Order","type":"date","value":"2026-01-31 19:14:15"}]}',
	'{"id":"ben@example.com","attributes":[{"name":"name","type":"string","value":"Ben"},{"name":"email","type":"string","value":"ben@example.com"},{"name":"Total Orders","type":"number","value":0},{"name":"Vip","type":"boolean","value":true},{"name":"Last Order","type":"date","value":"2026-02-01 00:00:00"}]}',
];

async function run(
	parameters: INodeParameters,
	items: ReadonlyArray<Record<string, string | number | boolean | object>>,
	settings: NodeSettings = {},
) {
	return await together.engine.run(
		chain([
			node('manualTrigger', 'Trigger'),
			growlytics('Growlytics', { customerId: '={{ $json.id }}', ...parameters }, settings),
		]),
		{ input: items.map((json) => ({ json: { ...json } })) },
	);
}

/** Sorted: several may be on their way at once. */
const sentBodies = () =>
	together.growlytics
		.requests()
		.map(({ body }) => body)
		.sort();

/** What is read from text is told, until its type is chosen. */
const TYPED: INodeParameters = { attributeTypes: { dateFields: "['Last Order']" } };

describe('the same customers', () => {
	const fields: INodeParameters = {
		standardAttributes: {
			mobile: '={{ $json.mobile }}',
			name: '={{ $json.name }}',
			email: '={{ $json.email }}',
		},
		customAttributes: {
			attribute: [
				{ name: 'City', type: 'string', value: '={{ $json.City }}' },
				{ name: 'Total Orders', type: 'number', value: '={{ $json["Total Orders"] }}' },
				{ name: 'Vip', type: 'boolean', value: '={{ $json.Vip }}' },
				{ name: 'Last Order', type: 'date', value: '={{ $json["Last Order"] }}' },
			],
		},
	};
	const list =
		'={{ Object.entries($json).filter(([name]) => name !== "id").map(([name, value]) => ({ name, value, type: name === "Last Order" ? "date" : typeof value })) }}';

	it.each<[string, INodeParameters]>([
		['Map Each Field Below', fields],
		['Map Automatically', { mappingMode: 'autoMapInputData', ...TYPED }],
		[
			'Map Automatically with Selected Fields',
			{
				...TYPED,
				mappingMode: 'autoMapInputData',
				include: 'selected',
				includeFields: "name, email, mobile, City, ['Total Orders'], Vip, ['Last Order']",
			},
		],
		[
			'JSON, an object',
			{
				...TYPED,
				mappingMode: 'json',
				attributesJson: '={{ (({ id, ...others }) => others)($json) }}',
			},
		],
		[
			'JSON, text of an object',
			{
				...TYPED,
				mappingMode: 'json',
				attributesJson: '={{ JSON.stringify((({ id, ...others }) => others)($json)) }}',
			},
		],
		['JSON, a list', { mappingMode: 'json', attributesJson: list }],
		[
			'JSON, text of a list',
			{
				mappingMode: 'json',
				attributesJson: list.replace('={{', '={{ JSON.stringify(').replace(/\}\}$/, ') }}'),
			},
		],
	])('reach Growlytics as the same bytes: %s', async (_mode, parameters) => {
		const execution = await run(parameters, customers);
		expect(execution.error).toBeUndefined();
		expect(sentBodies()).toEqual(BODIES);
		expect(execution.hints('Growlytics')).toEqual([]);
		expect(together.growlytics.ignored()).toEqual([]);
	});
});

describe('Map Automatically', () => {
	/** How often a run evaluates an expression. */
	async function evaluations(
		itemCount: number,
		customerId: string,
		maxRequestsPerSecond: number | string,
	) {
		const evaluate = jest.spyOn(Expression.prototype, 'resolveSimpleParameterValue');
		const items = Array.from({ length: itemCount }, (_, index) => ({
			id: `c${index}`,
			City: 'Pune',
		}));
		const execution = await run(
			{
				customerId,
				mappingMode: 'autoMapInputData',
				include: 'except',
				excludeFields: 'id',
				attributeTypes: { textFields: 'City' },
				options: { maxRequestsPerSecond },
			},
			items,
		);
		expect(execution.output('Growlytics')).toHaveLength(itemCount);
		const expressions = evaluate.mock.calls.filter(([value]) => String(value).startsWith('='));
		jest.restoreAllMocks();
		return expressions.length;
	}

	it.each([
		['none for a dragged Customer ID', '={{ $json.id }}', 0, 0],
		['none for a path with a method of text', '={{ $json.id.trim() }}', 0, 0],
		['one an item for another Customer ID', '={{ $json.id + "" }}', 0, 1],
		['none for an option of the whole run', '={{ $json.id }}', '={{ 10 * 100 }}', 0],
	])('evaluates %s', async (_label, customerId, maxRequestsPerSecond, anItem) => {
		const few = await evaluations(10, customerId, maxRequestsPerSecond);
		const many = await evaluations(110, customerId, maxRequestsPerSecond);
		expect(many - few).toBe(anItem * 100);
	});

	it.each([
		['Map Automatically', 'autoMapInputData', []],
		['Map Each Field Below', 'defineBelow', ['1']],
	])('as the tool of an agent: %s', async (_label, mappingMode, sent) => {
		// n8n makes a tool of a node by a second type, which runs the same code.
		const { getByName } = Packages.prototype;
		jest.spyOn(Packages.prototype, 'getByName').mockImplementation(function (this: Packages, type) {
			return getByName.call(this, type.replace(/Tool$/, ''));
		});
		const tool = {
			...growlytics('Growlytics', { customerId: '={{ $json.id }}', mappingMode }),
			type: 'n8n-nodes-growlytics.growlyticsTool',
		};
		const execution = await together.engine.run(chain([node('manualTrigger', 'Trigger'), tool]), {
			input: [{ json: { id: '1', chatInput: 'hello', sessionId: 'x' } }],
		});
		expect(together.growlytics.customers().map(({ id }) => id)).toEqual(sent);
		expect(execution.error?.message).toBe(
			sent.length > 0
				? undefined
				: "This item was not sent: Map Automatically cannot be used in an AI agent's tool: the item holds the agent's own data, not a customer.",
		);
	});
});

describe('a preview', () => {
	const items = customers.map((customer, index) => ({
		...customer,
		'Total Orders': index === 0 ? '12' : 'N/A',
		'<b>': 'bold',
	}));

	it('of the requests shows what would be sent, and sends nothing', async () => {
		const preview = { operation: 'preview', show: 'requests', mappingMode: 'autoMapInputData' };
		const execution = await run(preview, items);
		expect(sentBodies()).toEqual([]);
		expect(execution.output('Growlytics')[1]?.json).toEqual({
			customerId: 'ben@example.com',
			request: {
				id: 'ben@example.com',
				attributes: [
					{ name: 'name', type: 'string', value: 'Ben' },
					{ name: 'email', type: 'string', value: 'ben@example.com' },
					{ name: 'Vip', type: 'boolean', value: true },
					{ name: 'Last Order', type: 'date', value: '2026-02-01 00:00:00' },
					{ name: '<b>', type: 'string', value: 'bold' },
				],
			},
		});
	});

	it('of the attributes gives types that can be pasted: nothing is left to decide then', async () => {
		const automatic = { mappingMode: 'autoMapInputData' };
		const execution = await run({ ...automatic, operation: 'preview' }, items);
		const notice = String(execution.hints('Growlytics')[0]?.message);
		const [, json = ''] = /Attribute Types \(JSON\): (\{.*?\})/.exec(notice) ?? [];
		const attributeTypesJson = json.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
		expect(JSON.parse(attributeTypesJson)).toEqual({
			City: 'string',
			'Total Orders': 'number',
			Vip: 'boolean',
			'Last Order': 'date',
			'<b>': 'string',
		});

		const next = [
			{ ...customers[0], Vip: 'yes', 'Total Orders': 3, 'Last Order': '2026-01-31', '<b>': 1 },
		];
		const later = await run({ ...automatic, options: { attributeTypesJson } }, next);
		expect(later.hints('Growlytics')).toEqual([]);
		expect(together.growlytics.customers()[0]?.attributes.slice(3)).toEqual([
			{ name: 'City', type: 'string', value: 'Pune ✨' },
			{ name: 'Total Orders', type: 'number', value: 3 },
			{ name: 'Vip', type: 'boolean', value: true },
			{ name: 'Last Order', type: 'date', value: '2026-01-31 00:00:00' },
			{ name: '<b>', type: 'string', value: '1' },
		]);
	});
});

describe('the options', () => {
	const automatic = { mappingMode: 'autoMapInputData' };

	it('may be given by an expression, for each item its own', async () => {
		await run(
			{
				...automatic,
				include: 'selected',
				includeFields: '={{ $json.wanted }}',
				options: { nestedValues: '={{ $json.how }}' },
			},
			[
				{ id: 'a', how: 'json', wanted: 'v', v: [1] },
				{ id: 'b', how: 'skip', wanted: ['v', 'id'], v: [1] },
			],
		);
		expect(sentBodies()).toEqual([
			'{"id":"a","attributes":[{"name":"v","type":"string","value":"[1]"}]}',
			'{"id":"b","attributes":[{"name":"id","type":"string","value":"b"}]}',
		]);
	});

	it('of the whole run are not read for each item, whatever the others hold', async () => {
		const options = {
			nestedValues: '={{ $json.how }}',
			timeout: '={{ $json.seconds.toNumber() * 1000 }}',
		};
		const execution = await run(
			{ ...automatic, include: 'selected', includeFields: 'v', options },
			[
				{ id: 'a', how: 'json', seconds: '5', v: [1] },
				{ id: 'b', how: 'json', seconds: 'soon', v: [2] },
				{ id: 'c', how: 'json', v: [3] },
			],
		);
		expect(execution.error).toBeUndefined();
		expect(sentBodies()).toHaveLength(3);
	});

	it.each<[string, INodeParameters, string]>([
		[
			'that is no value of the option',
			{ nestedValues: '={{ "all" }}' },
			'an option of this node cannot be used (Nested Values has to be one of error, flatten, skip, readable, json)',
		],
	])('refuse a value %s', async (_what, options, message) => {
		const execution = await run({ ...automatic, options }, [{ id: 'a' }], {
			onError: 'continueRegularOutput',
		});
		expect(execution.output('Growlytics')[0]?.json).toMatchObject({
			error: { message: expect.stringContaining(message), reason: 'invalid' },
		});
	});

	it.each<[string, INodeParameters, string]>([
		[
			'on or off',
			{ matchStandardAttributes: '={{ "yes" }}' },
			'Match Standard Attributes has to be true or false',
		],
		[
			'of a choice',
			{ detectTypes: '={{ "always" }}' },
			'Detect Types has to be one of ask, off, noDoubt',
		],
		[
			'that is no type',
			{ attributeTypesJson: '{"City":"text"}' },
			'Attribute Types (JSON): a type has to be one of string, number, boolean, date',
		],
		[
			'that is no JSON',
			{ attributeTypesJson: 'City' },
			'Attribute Types (JSON): it has to be an object such as {"Total Orders": "number"}',
		],
		[
			'without a new name',
			{ renameAttributes: { attribute: [{ from: 'City', to: '' }] } },
			'Rename Attributes: "City" has no new name',
		],
	])('of the whole run refuse a value %s', async (_what, options, message) => {
		const execution = await run({ ...automatic, options }, [{ id: 'a' }], {
			onError: 'continueRegularOutput',
		});
		expect(execution.output('Growlytics')[0]?.json).toMatchObject({
			error: { message: expect.stringContaining(message), reason: 'notSent' },
		});
	});

	it.each<[string, INodeParameters, string]>([
		[
			'in two lists',
			{ textFields: 'City, Age', numberFields: "Age, ['City']" },
			'Attribute Types cannot be used ("City" is both Number and Text)',
		],
		[
			'by an expression that fails',
			{ textFields: '={{ foo( }}' },
			'Attribute Types cannot be used (invalid syntax)',
		],
	])('refuse types %s', async (_what, attributeTypes, message) => {
		const execution = await run({ ...automatic, attributeTypes }, [{ id: 'a' }], {
			onError: 'continueRegularOutput',
		});
		expect(execution.output('Growlytics')[0]?.json).toMatchObject({
			error: { message: expect.stringContaining(message), reason: 'notSent' },
		});
	});
});
