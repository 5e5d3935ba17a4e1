import type { INodeParameters } from 'n8n-workflow';
import {
	type NodeSettings,
	type WorkflowJson,
	chain,
	growlytics,
	node,
} from '../../engine/workflow';
import { z } from 'zod';
import { latestExecution } from '../executions';
import { type Scene, openScene } from '../scene';
import { postToWebhook } from '../webhooks';
import { activateWorkflow } from '../workflows';

let scene: Scene;
beforeAll(async () => {
	scene = await openScene();
});
afterAll(async () => await scene?.close());
afterEach(() => {
	scene.growlytics.configure({ faults: [] });
	scene.growlytics.reset();
});

const CUSTOMERS = [
	{ id: 'asha@example.com', City: 'Mumbai', 'Total Orders': 3 },
	{ id: 'ravi@example.com', City: 'Pune', 'Total Orders': 7 },
];

/** Start, the customers (pinned), and the Growlytics node; nothing in it is newer than the oldest n8n. */
function customersToGrowlytics(
	parameters: INodeParameters,
	settings: NodeSettings = {},
): WorkflowJson {
	return {
		...chain([
			node('manualTrigger', 'Start'),
			node('noOp', 'Customers'),
			growlytics('Growlytics', { customerId: '={{ $json.id }}', ...parameters }, settings),
		]),
		pinData: { Customers: CUSTOMERS.map((json) => ({ json })) },
	};
}

test('is the n8n that was asked for', async () => {
	const { rest, version } = scene.n8n;
	const schema = z.object({ versionCli: z.string() });
	expect(await rest.call('GET', '/settings', schema)).toEqual({ versionCli: version });
});

const CITY_AND_ORDERS = [
	{ name: 'City', type: 'string', value: 'Mumbai' },
	{ name: 'Total Orders', type: 'number', value: 3 },
];

test.each<[string, INodeParameters, object[]]>([
	[
		'Map Each Field Below',
		{
			standardAttributes: { name: '={{ $json.id.split("@")[0] }}' },
			customAttributes: {
				attribute: [
					{ name: 'City', type: 'string', value: '={{ $json.City }}' },
					{ name: 'Total Orders', type: 'number', value: "={{ $json['Total Orders'] }}" },
				],
			},
		},
		[{ name: 'name', type: 'string', value: 'asha' }, ...CITY_AND_ORDERS],
	],
	[
		'Map Automatically',
		{ mappingMode: 'autoMapInputData', include: 'except', excludeFields: 'id' },
		CITY_AND_ORDERS,
	],
	[
		'JSON',
		{
			mappingMode: 'json',
			attributesJson: '={{ { City: $json.City, "Total Orders": $json["Total Orders"] } }}',
		},
		CITY_AND_ORDERS,
	],
])('run by hand, %s stores its customers', async (_mode, parameters, attributes) => {
	const execution = await scene.run(customersToGrowlytics(parameters));

	expect(execution.error).toBeUndefined();
	const attributesSent = attributes.length;
	expect(execution.output('Growlytics')).toEqual(
		CUSTOMERS.map(({ id }) => ({ success: true, customerId: id, attributesSent })),
	);
	expect(scene.growlytics.customers()).toMatchObject([
		{ id: 'asha@example.com', updates: 1, attributes },
		{ id: 'ravi@example.com', updates: 1 },
	]);
});

test('a refused customer goes to the error output with its reason, and the hint counts it', async () => {
	const path = ['attributes', 1, 'value'];
	const message = 'attributes[1].value must be lower';
	const body = JSON.stringify({ type: 'ValidationError', details: [{ message, path }] });
	scene.growlytics.configure({
		faults: [{ kind: 'status', status: 422, customers: ['ravi@example.com'], body }],
	});
	const execution = await scene.run(
		customersToGrowlytics(
			{ mappingMode: 'autoMapInputData', include: 'except', excludeFields: 'id' },
			{ onError: 'continueErrorOutput' },
		),
	);

	expect(execution.error).toBeUndefined();
	expect(execution.output('Growlytics')).toMatchObject([{ customerId: 'asha@example.com' }]);
	expect(execution.output('Growlytics', 1)).toEqual([
		{
			...CUSTOMERS[1],
			error: {
				message:
					'Customer "ravi@example.com" was not stored: Growlytics refused it (HTTP 422). "Total Orders" must be lower (sent: Number 7).',
				description: expect.stringContaining('Correct what is named'),
				reason: 'refused',
				httpCode: '422',
				customerId: 'ravi@example.com',
				details: [
					{ attribute: 'Total Orders', message: '"Total Orders" must be lower (sent: Number 7)' },
				],
			},
		},
	]);
	expect(execution.hints('Growlytics')).toEqual([
		expect.stringContaining('2 items: 1 updated, 1 refused.'),
	]);
});

test('a published workflow stores the customer that its webhook gets', async () => {
	const webhook = node({ type: 'n8n-nodes-base.webhook', typeVersion: 2 }, 'Webhook', {
		httpMethod: 'POST',
		path: 'customers',
		options: {},
	});
	const workflow = await scene.save(
		chain([
			{ ...webhook, webhookId: 'customers' },
			growlytics('Growlytics', {
				customerId: '={{ $json.body.id }}',
				mappingMode: 'json',
				attributesJson: '={{ $json.body.attributes }}',
			}),
		]),
	);
	const { n8n } = scene;
	await activateWorkflow(n8n.rest, workflow);
	const answer = await postToWebhook(n8n.url, 'customers', {
		id: 'ravi@example.com',
		attributes: { City: 'Pune', Points: 12 },
	});
	const execution = await latestExecution(n8n.rest, workflow.id);

	expect(answer.status).toBe(200);
	expect(execution.error).toBeUndefined();
	expect(scene.growlytics.customers()).toEqual([
		{
			id: 'ravi@example.com',
			updates: 1,
			attributes: [
				{ name: 'City', type: 'string', value: 'Pune' },
				{ name: 'Points', type: 'number', value: 12 },
			],
		},
	]);
});
