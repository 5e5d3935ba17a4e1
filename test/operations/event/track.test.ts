import type { INodeParameters } from 'n8n-workflow';
import { API_KEY, type Together, startTogether } from '../../engine/together';
import type { GrowlyticsSettingsInput } from '../../growlytics/settings';
import { type Setup, errorsOf, track } from './events';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => await together.close());
beforeEach(() => {
	together.growlytics.configure({
		faults: [],
		eventAnswer: 'success',
		unknownCustomer: 'accept',
	});
	together.growlytics.reset();
});

const run = async (setup?: Setup) => await track(together, setup);
const numbered = (count: number) =>
	Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index}`, index]));

describe('the bytes of the documented request', () => {
	const body =
		'{"customerId":"jane","name":"Purchased","attributes":[{"name":"Product","value":"Shirt","type":"string"},{"name":"Price","value":499.5,"type":"number"},{"name":"First Order","value":true,"type":"boolean"},{"name":"Delivery","value":"2026-01-31 19:14:15","type":"date"}]}';
	const rows = [
		{ name: 'Product', type: 'string', value: 'Shirt' },
		{ name: 'Price', type: 'number', value: 499.5 },
		{ name: 'First Order', type: 'boolean', value: true },
		{ name: 'Delivery', type: 'date', value: '2026-01-31 19:14:15' },
	];
	const item = {
		id: 'jane',
		Product: 'Shirt',
		Price: 499.5,
		'First Order': true,
		Delivery: '2026-01-31 19:14:15',
	};

	it.each<[string, INodeParameters]>([
		['Map Each Field Below', { mappingMode: 'defineBelow', customAttributes: { attribute: rows } }],
		['Map Automatically', {}],
		[
			'a JSON object',
			{ mappingMode: 'json', attributesJson: '={{ (({ id, ...rest }) => rest)($json) }}' },
		],
		['a JSON list', { mappingMode: 'json', attributesJson: JSON.stringify(rows) }],
	])('by %s', async (_case, parameters) => {
		const execution = await run({ items: [item], parameters });
		expect(errorsOf(execution)).toEqual([]);
		expect(together.growlytics.requests()).toMatchObject([
			{
				method: 'POST',
				path: '/rest-api/event',
				headers: {
					'x-growlytics-key': API_KEY,
					'content-type': 'application/json',
					accept: 'application/json',
				},
				body,
				status: 200,
				stored: true,
			},
		]);
		expect(execution.output('Growlytics')).toMatchObject([
			{
				json: { success: true, customerId: 'jane', event: 'Purchased', attributesSent: 4 },
				pairedItem: { item: 0 },
			},
		]);
	});

	it('without attributes, and without a warning for it', async () => {
		const execution = await run();
		expect(together.growlytics.requests().map((request) => request.body)).toEqual([
			'{"customerId":"jane","name":"Purchased","attributes":[]}',
		]);
		expect(execution.output('Growlytics').map(({ json }) => json)).toEqual([
			{ success: true, customerId: 'jane', event: 'Purchased', attributesSent: 0 },
		]);
		expect(execution.hints('Growlytics')).toEqual([]);
	});
});

describe('an event has no standard attributes', () => {
	it('so Email and Full Name keep their names, and name its place', async () => {
		await run({ items: [{ id: 'jane', Email: 'a@b.in', 'Full Name': 'Asha', name: 'Jane' }] });
		expect(together.growlytics.events()).toMatchObject([
			{
				attributes: [
					{ name: 'Email', type: 'string', value: 'a@b.in' },
					{ name: 'Full Name', type: 'string', value: 'Asha' },
					{ name: 'name', type: 'string', value: 'Jane' },
				],
			},
		]);
	});

	it('and one called name can have any type that is chosen', async () => {
		const attribute = [{ name: 'email', type: 'number', value: '5' }];
		await run({ parameters: { mappingMode: 'defineBelow', customAttributes: { attribute } } });
		expect(together.growlytics.events()).toMatchObject([
			{ attributes: [{ name: 'email', type: 'number', value: 5 }] },
		]);
	});
});

describe('a limit at its edge', () => {
	it.each<[string, object, INodeParameters]>([
		['a name of 49 characters', { name: 'n'.repeat(49) }, { eventName: 'n'.repeat(49) }],
		[
			'a name of 49 characters beyond the BMP',
			{ name: '😀'.repeat(49) },
			{ eventName: '😀'.repeat(49) },
		],
		['a number as name', { name: '404' }, { eventName: '={{ 404 }}' }],
		['space around a name', { name: 'Purchased' }, { eventName: ' Purchased ' }],
	])('%s is sent', async (_case, event, parameters) => {
		expect(errorsOf(await run({ parameters }))).toEqual([]);
		expect(together.growlytics.events()).toMatchObject([event]);
	});

	it('50 attributes are sent', async () => {
		await run({ items: [{ id: 'jane', ...numbered(50) }] });
		expect(together.growlytics.events().map(({ attributes }) => attributes.length)).toEqual([50]);
	});

	it('51 attributes are refused, or the last is left out', async () => {
		const items = [{ id: 'jane', ...numbered(51) }];
		expect(errorsOf(await run({ items }))).toEqual([
			'Event "Purchased" of customer "jane" was not sent: an event can hold 50 custom attributes, and this item has 51. Too many: "n50".',
		]);
		expect(together.growlytics.requests()).toEqual([]);
		await run({ items, options: { invalidAttributes: 'skip' } });
		expect(together.growlytics.events().map(({ attributes }) => attributes.length)).toEqual([50]);
	});

	it.each<[string, object, INodeParameters, string]>([
		['no customer', { id: '' }, {}, 'Event "Purchased" was not sent: Customer ID is empty.'],
		['null as customer', { id: null }, {}, 'Event "Purchased" was not sent: Customer ID is empty.'],
		[
			'no name',
			{ id: 'jane' },
			{ eventName: '={{ $json.event }}' },
			'Event of customer "jane" was not sent: Event Name is empty.',
		],
		[
			'an object as name',
			{ id: 'jane', event: { type: 'a' } },
			{ eventName: '={{ $json.event }}' },
			'Event of customer "jane" was not sent: Event Name is an object, which names no event.',
		],
		[
			'undefined as name',
			{ id: 'jane', event: 'undefined' },
			{ eventName: '={{ $json.event }}' },
			'Event of customer "jane" was not sent: Event Name is "undefined", which names no event.',
		],
		[
			'a name of 50 characters',
			{ id: 'jane' },
			{ eventName: 'n'.repeat(50) },
			'Event of customer "jane" was not sent: Event Name has 50 characters, and Growlytics takes at most 49.',
		],
		[
			'neither customer nor name',
			{ id: '' },
			{ eventName: '={{ $json.event }}' },
			'This item was not sent: 2 values do not fit. Customer ID is empty. Event Name is empty.',
		],
	])('%s is refused before sending', async (_case, item, parameters, message) => {
		const execution = await run({ items: [{ ...item }], parameters });
		expect(errorsOf(execution)).toEqual([message]);
		expect(errorsOf(execution, 'reason')).toEqual(['invalid']);
		expect(together.growlytics.requests()).toEqual([]);
	});

	it('an expression of Event Name that fails is the problem of its item', async () => {
		const execution = await run({
			items: [
				{ id: 'jane', event: '2026-01-31' },
				{ id: 'joe', event: 'soon' },
			],
			parameters: { eventName: '={{ "Sale " + $json.event.toDateTime().year }}' },
		});
		expect(errorsOf(execution)).toEqual([
			expect.stringMatching(
				/^Event of customer "joe" was not sent: the expression of Event Name could not be evaluated/,
			),
		]);
		expect(together.growlytics.events()).toMatchObject([{ customerId: 'jane', name: 'Sale 2026' }]);
	});
});

it('refuses a fixed customer for several items', async () => {
	const execution = await run({
		items: [{ a: 1 }, { a: 2 }],
		parameters: { customerId: 'jane' },
	});
	expect(errorsOf(execution)[0]).toContain('all 2 items would be events of one customer');
	expect(together.growlytics.requests()).toEqual([]);
});

it.each(['GrwNotification Clicked', 'UTM Visited', 'App Launched', 'App Uninstalled'])(
	'warns of the name %s, and sends it',
	async (eventName) => {
		const execution = await run({ parameters: { eventName } });
		expect(together.growlytics.events()).toMatchObject([{ name: eventName }]);
		expect(execution.hints('Growlytics')).toEqual([
			{
				message: `1 item: "${eventName}" is an event that Growlytics tracks by itself: another name keeps the two apart.`,
				type: 'warning',
				location: 'outputPane',
			},
		]);
	},
);

describe('the answer, which Growlytics does not document', () => {
	it.each<[GrowlyticsSettingsInput, object]>([
		[{ eventAnswer: 'success' }, {}],
		[{ eventAnswer: 'nothing' }, {}],
		[{ eventAnswer: 'noContent' }, {}],
		[{ eventAnswer: 'text' }, {}],
		[{ eventAnswer: 'record' }, { response: { eventId: 'e-1' } }],
	])('is a success under %j', async (settings, response) => {
		together.growlytics.configure(settings);
		const execution = await run();
		expect(execution.output('Growlytics').map(({ json }) => json)).toEqual([
			{ success: true, customerId: 'jane', event: 'Purchased', attributesSent: 0, ...response },
		]);
		expect(together.growlytics.requests()).toHaveLength(1);
	});

	it('is a refusal if it says so', async () => {
		together.growlytics.configure({
			faults: [{ kind: 'status', status: 200, body: '{"success":false,"message":"Odd"}' }],
		});
		expect(errorsOf(await run())).toEqual([
			'Event "Purchased" of customer "jane" was not tracked: Growlytics refused it (HTTP 200). Odd.',
		]);
	});
});

describe('a customer that Growlytics does not know', () => {
	it('fails the item, and no other', async () => {
		together.growlytics.configure({ unknownCustomer: 'notFound' });
		const items = Array.from({ length: 10 }, (_, index) => ({ id: `c${index}` }));
		const execution = await run({ items });
		expect(together.growlytics.requests()).toHaveLength(10);
		expect(errorsOf(execution)).toHaveLength(10);
		expect(errorsOf(execution)[0]).toBe(
			'Event "Purchased" of customer "c0" was not tracked: Growlytics does not know this customer, or takes no events at this address (HTTP 404). Customer not found.',
		);
		expect(errorsOf(execution, 'reason')[0]).toBe('refused');
	});
});

it('names the attribute that Growlytics refuses', async () => {
	const details = [{ message: 'attributes[1].value is odd', path: ['attributes', 1, 'value'] }];
	together.growlytics.configure({
		faults: [{ kind: 'status', status: 422, body: JSON.stringify({ details }) }],
	});
	expect(errorsOf(await run({ items: [{ id: 'jane', a: 1, b: 2 }] }), 'details')).toEqual([
		[{ attribute: 'b', message: '"b" is odd (sent: Number 2)' }],
	]);
});

it('sends the events of one customer in their order, one after another', async () => {
	together.growlytics.configure({
		faults: [
			{ kind: 'latency', minMs: 0, maxMs: 10 },
			{ kind: 'status', status: 429, retryAfter: 0, share: 0.2, attempts: 2 },
		],
	});
	const items = Array.from({ length: 40 }, (_, row) => ({
		id: row % 2 === 0 ? 'Asha@example.com' : ' asha@EXAMPLE.com ',
		row,
	}));
	await run({ items });
	expect(together.growlytics.events().map(({ attributes }) => attributes[0]?.value)).toEqual(
		items.map(({ row }) => row),
	);
	expect(together.growlytics.peakInFlight()).toBe(1);
});
