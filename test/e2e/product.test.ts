import { chain, growlytics, node } from '../engine/workflow';
import { latestExecution } from './executions';
import { type Scene, openScene } from './scene';
import { postToWebhook } from './webhooks';
import { activateWorkflow } from './workflows';

let scene: Scene;
beforeAll(async () => {
	scene = await openScene();
});
afterAll(async () => await scene?.close());
afterEach(() => scene.growlytics.reset());

test('a workflow run by hand stores its customer', async () => {
	const execution = await scene.run(
		chain([
			node('manualTrigger', 'Start'),
			growlytics('Growlytics', {
				customerId: 'asha@example.com',
				standardAttributes: { name: 'Asha Rao' },
				customAttributes: {
					attribute: [
						{ name: 'City', type: 'string', stringValue: 'Mumbai' },
						{ name: 'Total Orders', type: 'number', numberValue: '={{ 1 + 2 }}' },
					],
				},
			}),
		]),
	);

	expect(execution.error).toBeUndefined();
	expect(execution.output('Growlytics')).toEqual([
		{ success: true, customerId: 'asha@example.com', attributesSent: 3 },
	]);
	expect(scene.growlytics.customers()).toEqual([
		{
			id: 'asha@example.com',
			updates: 1,
			attributes: [
				{ name: 'name', type: 'string', value: 'Asha Rao' },
				{ name: 'City', type: 'string', value: 'Mumbai' },
				{ name: 'Total Orders', type: 'number', value: 3 },
			],
		},
	]);
});

test('a published workflow stores the customer that its webhook gets', async () => {
	const webhook = node({ type: 'n8n-nodes-base.webhook', typeVersion: 2.1 }, 'Webhook', {
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
