/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: writes the file that a workflow reads */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { API_KEY, type Together, startTogether } from '../../../engine/together';
import { chain, connect, editFields, growlytics, ifTrue, node } from '../../../engine/workflow';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => await together.close());
beforeEach(() => {
	together.growlytics.reset();
	together.growlytics.configure({ faults: [] });
});

const trigger = node('manualTrigger', 'Trigger');
/** Sorted: several may be on their way at once. */
const sentBodies = () =>
	together.growlytics
		.requests()
		.map(({ body }) => body)
		.sort();
const ids = (...values: string[]) => values.map((id) => ({ json: { id } }));

it("sends the example of Growlytics' own page as exactly this", async () => {
	const execution = await together.engine.run(
		chain([
			trigger,
			growlytics('Growlytics', {
				customerId: '={{ $json.id }}',
				standardAttributes: {
					name: '={{ $json.name }}',
					email: '={{ $json.email }}',
					mobile: '={{ $json.mobile }}',
				},
				customAttributes: {
					attribute: [
						{ name: 'City', type: 'string', value: '={{ $json.city }}' },
						{ name: 'Total Orders', type: 'number', value: '={{ $json.orders }}' },
						{
							name: 'Is First Time Purchaser',
							type: 'boolean',
							value: '={{ $json.first }}',
						},
						{ name: 'Last Order Date', type: 'date', value: '={{ $json.lastOrder }}' },
					],
				},
			}),
		]),
		{
			input: [
				{
					json: {
						id: 'your-system-uniqe-id',
						name: 'Customer Name',
						email: 'customer_email@gmail.com',
						mobile: '9919211112',
						city: 'Mumbai',
						orders: 1,
						first: true,
						lastOrder: '2020-01-20 19:14:15',
					},
				},
			],
		},
	);
	expect(execution.output('Growlytics')).toEqual([
		{
			json: { success: true, customerId: 'your-system-uniqe-id', attributesSent: 7 },
			pairedItem: { item: 0 },
		},
	]);
	const [request, ...others] = together.growlytics.requests();
	expect(others).toEqual([]);
	expect(request?.body).toBe(
		'{"id":"your-system-uniqe-id","attributes":[' +
			'{"name":"name","type":"string","value":"Customer Name"},' +
			'{"name":"email","type":"string","value":"customer_email@gmail.com"},' +
			'{"name":"mobile","type":"string","value":"9919211112"},' +
			'{"name":"City","type":"string","value":"Mumbai"},' +
			'{"name":"Total Orders","type":"number","value":1},' +
			'{"name":"Is First Time Purchaser","type":"boolean","value":true},' +
			'{"name":"Last Order Date","type":"date","value":"2020-01-20 19:14:15"}]}',
	);
	expect(request).toMatchObject({
		method: 'POST',
		path: '/rest-api/customer',
		status: 200,
		stored: true,
	});
	expect(request?.headers).toMatchObject({
		'x-growlytics-key': API_KEY,
		accept: 'application/json',
		'content-type': 'application/json',
	});
});

it('works beside Edit Fields and If, and its items are linked to those of the trigger', async () => {
	const started = chain([
		trigger,
		editFields('Edit Fields', { customer: '=user-{{ $json.id }}' }),
		ifTrue('If', '={{ $json.id !== "2" }}'),
		growlytics(
			'Growlytics',
			{ customerId: '={{ $json.customer }}', standardAttributes: { name: '={{ $json.id }}' } },
			{ onError: 'continueErrorOutput' },
		),
		editFields('Stored', {
			from: "={{ $('Trigger').item.json.id }}",
			branch: "={{ $('If').item.json.customer }}",
		}),
	]);
	const workflow = connect(
		started,
		'Growlytics',
		editFields('Failed', {
			from: "={{ $('Trigger').item.json.id }}",
			why: '={{ $json.error.message }}',
		}),
		1,
	);
	together.growlytics.configure({
		faults: [{ kind: 'status', status: 422, customers: ['user-4'], body: '{"message":"No"}' }],
	});
	const execution = await together.engine.run(workflow, { input: ids('1', '2', '3', '4', '5') });

	expect(execution.output('Stored').map(({ json }) => json)).toEqual(
		['1', '3', '5'].map((id) => ({
			success: true,
			customerId: `user-${id}`,
			attributesSent: 1,
			from: id,
			branch: `user-${id}`,
		})),
	);
	expect(execution.output('Failed').map(({ json }) => json)).toMatchObject([
		{
			id: '4',
			from: '4',
			why: 'Customer "user-4" was not stored: Growlytics refused it (HTTP 422). No.',
		},
	]);
});

it('links the error items of Continue too', async () => {
	together.growlytics.configure({
		faults: [{ kind: 'status', status: 422, customers: ['2'], body: '{}' }],
	});
	const execution = await together.engine.run(
		chain([
			trigger,
			growlytics(
				'Growlytics',
				{ customerId: '={{ $json.id }}' },
				{ onError: 'continueRegularOutput' },
			),
			editFields('After', {
				from: "={{ $('Trigger').item.json.id }}",
				failed: '={{ "error" in $json }}',
			}),
		]),
		{ input: ids('1', '2', '3') },
	);
	expect(execution.output('After').map(({ json }) => [json.from, json.failed])).toEqual([
		['1', 'false'],
		['2', 'true'],
		['3', 'false'],
	]);
});

it('takes the rows of a file', async () => {
	const path = join(together.engine.filesFolder, 'rows.csv');
	writeFileSync(path, 'ID,City,Orders\n1,Mumbai,3\n2,"Pune, West",04\n3,,5\n');
	const execution = await together.engine.run(
		chain([
			trigger,
			node('readWriteFile', 'Read File', { fileSelector: path }),
			node('extractFromFile', 'Extract', {}),
			growlytics(
				'Growlytics',
				{
					customerId: '={{ $json.ID }}',
					customAttributes: {
						attribute: [
							{ name: 'City', type: 'string', value: '={{ $json.City }}' },
							{ name: 'Orders', type: 'number', value: '={{ $json.Orders }}' },
						],
					},
				},
				{ onError: 'continueRegularOutput' },
			),
		]),
	);
	expect(execution.output('Growlytics').map(({ json }) => json)).toMatchObject([
		{ success: true, customerId: '1', attributesSent: 2 },
		{ error: { reason: 'invalid', customerId: '2' } },
		{ success: true, customerId: '3', attributesSent: 1 },
	]);
	expect(sentBodies()).toEqual([
		'{"id":"1","attributes":[{"name":"City","type":"string","value":"Mumbai"},{"name":"Orders","type":"number","value":3}]}',
		'{"id":"3","attributes":[{"name":"Orders","type":"number","value":5}]}',
	]);
});

it('sends the rows of Custom Attributes in the order of the rows, after the standard ones', async () => {
	await together.engine.run(
		chain([
			trigger,
			growlytics('Growlytics', {
				customerId: '={{ $json.id }}',
				customAttributes: {
					attribute: [
						{ name: 'Zip', type: 'string', value: '007' },
						{ name: 'Age', type: 'number', value: 0 },
						{ name: 'Active', type: 'boolean', value: false },
					],
				},
				standardAttributes: { mobile: '9919211112', name: 'Asha' },
			}),
		]),
		{ input: ids('1', '2', '3') },
	);
	expect(sentBodies()).toEqual(
		['1', '2', '3'].map(
			(id) =>
				`{"id":"${id}","attributes":[` +
				'{"name":"name","type":"string","value":"Asha"},' +
				'{"name":"mobile","type":"string","value":"9919211112"},' +
				'{"name":"Zip","type":"string","value":"007"},' +
				'{"name":"Age","type":"number","value":0},' +
				'{"name":"Active","type":"boolean","value":false}]}',
		),
	);
});

it('sends nothing in a preview of the requests, and shows what it would send', async () => {
	const execution = await together.engine.run(
		chain([
			trigger,
			growlytics(
				'Growlytics',
				{
					operation: 'preview',
					show: 'requests',
					customerId: '={{ $json.id }}',
					customAttributes: {
						attribute: [{ name: 'Size', type: 'number', value: '={{ $json.size }}' }],
					},
				},
				{ onError: 'continueRegularOutput' },
			),
		]),
		{
			input: [
				{ json: { id: '1', size: 4 } },
				{ json: { id: '2', size: 'XL' } },
				{ json: { id: '3', size: '' } },
			],
		},
	);
	expect(execution.output('Growlytics').map(({ json }) => json)).toMatchObject([
		{
			customerId: '1',
			request: { id: '1', attributes: [{ name: 'Size', type: 'number', value: 4 }] },
		},
		{ error: { reason: 'invalid', customerId: '2' } },
		{
			customerId: '3',
			request: { id: '3', attributes: [] },
			warnings: [
				{
					attribute: '',
					message: 'No attribute is left to send, only the Customer ID.',
				},
			],
		},
	]);
	expect(together.growlytics.requests()).toEqual([]);
});

it('keeps what Growlytics answers apart from the success', async () => {
	together.growlytics.configure({
		faults: [
			{
				kind: 'status',
				status: 200,
				customers: ['2'],
				body: JSON.stringify({ success: true, error: 'none', customerId: 'other' }),
			},
		],
	});
	const execution = await together.engine.run(
		chain([
			trigger,
			growlytics(
				'Growlytics',
				{ customerId: '={{ $json.id }}', standardAttributes: { name: 'Asha' } },
				{ onError: 'continueErrorOutput' },
			),
		]),
		{ input: ids('1', '2', '3') },
	);
	expect(execution.output('Growlytics', 1)).toEqual([]);
	expect(execution.output('Growlytics', 0).map(({ json }) => json)).toEqual([
		{ success: true, customerId: '1', attributesSent: 1 },
		{
			success: true,
			customerId: '2',
			attributesSent: 1,
			response: { success: true, error: 'none', customerId: 'other' },
		},
		{ success: true, customerId: '3', attributesSent: 1 },
	]);
});

it('converts dates to the time zone of the account', async () => {
	await together.engine.run(
		chain([
			trigger,
			growlytics('Growlytics', {
				customerId: '={{ $json.id }}',
				customAttributes: {
					attribute: [{ name: 'Seen', type: 'date', value: '={{ $json.seen }}' }],
				},
			}),
		]),
		{
			input: [
				{ json: { id: '1', seen: '2026-01-31T19:14:15Z' } },
				{ json: { id: '2', seen: '2026-01-31 19:14:15' } },
				{ json: { id: '3', seen: '2026-01-31' } },
			],
			credentials: together.credentials({ timezone: 'Asia/Kolkata' }),
		},
	);
	expect(sentBodies()).toEqual([
		'{"id":"1","attributes":[{"name":"Seen","type":"date","value":"2026-02-01 00:44:15"}]}',
		'{"id":"2","attributes":[{"name":"Seen","type":"date","value":"2026-01-31 19:14:15"}]}',
		'{"id":"3","attributes":[{"name":"Seen","type":"date","value":"2026-01-31 00:00:00"}]}',
	]);
});

it('reads the credential twice for a run, however many items there are', async () => {
	const input = ids(...Array.from({ length: 20 }, (_, index) => `${index}`));
	const execution = await together.engine.run(
		chain([trigger, growlytics('Growlytics', { customerId: '={{ $json.id }}' })]),
		{ input },
	);
	expect(execution.output('Growlytics')).toHaveLength(20);
	expect(execution.credentialReads).toBe(2);
});

it('does not run without items', async () => {
	const execution = await together.engine.run(
		chain([
			trigger,
			ifTrue('If', '={{ false }}'),
			growlytics('Growlytics', { customerId: '={{ $json.id }}' }),
		]),
		{ input: ids('1', '2', '3') },
	);
	expect(execution.status).toBe('success');
	expect(execution.timesRun('Growlytics')).toBe(0);
	expect(together.growlytics.requests()).toEqual([]);
});
