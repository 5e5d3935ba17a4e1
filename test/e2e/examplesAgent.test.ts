import { z } from 'zod';
import type { WorkflowJson } from '../engine/workflow';
import { customerWith, postCustomer } from '../growlytics/client';
import { causedExecution } from './causedExecution';
import { type ChatModel, startChatModel } from './chatModel';
import { createCredential } from './credentials';
import { readExample } from './examples';
import { type Scene, openScene } from './scene';
import { callPublished } from './webhooks';
import {
	type StoredWorkflow,
	activateWorkflow,
	createWorkflow,
	withCredentials,
} from './workflows';

const ANSWER = 'Stored in Growlytics.';

const resultSchema = z.array(z.record(z.unknown()));

let scene: Scene;
let model: ChatModel;
let workflow: StoredWorkflow;
beforeAll(async () => {
	model = await startChatModel(ANSWER);
	scene = await openScene();
	const { credential, n8n } = scene;
	const openAiApi = await createCredential(n8n.rest, 'openAiApi', 'OpenAI account', {
		apiKey: 'a-key-of-the-tests',
		url: model.url,
	});
	const example = published(readExample('ai-agent-to-growlytics.json', n8n.filesFolder));
	const chosen = { growlyticsApi: credential, openAiApi };
	workflow = await createWorkflow(n8n.rest, withCredentials(example, chosen));
	await activateWorkflow(n8n.rest, workflow);
});
afterAll(async () => {
	await scene?.close();
	await model?.close();
});
afterEach(() => scene.growlytics.reset());

/** The example with the one change that its note names: a chat that is reached from outside the editor. */
function published({ nodes, ...others }: WorkflowJson): WorkflowJson {
	const isChat = ({ type }: { type: string }) => type.endsWith('.chatTrigger');
	return {
		...others,
		nodes: nodes.map((node) =>
			isChat(node) ? { ...node, parameters: { ...node.parameters, public: true } } : node,
		),
	};
}

/** Says something in the chat, and gives the answer and what the model was told of its tool's work. */
async function say(chatInput: string, sessionId: string) {
	const { result, execution } = await causedExecution(scene.n8n.rest, workflow.id, async () => {
		const response = await callPublished(`${scene.n8n.url}/webhook/customer-chat/chat`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ action: 'sendMessage', sessionId, chatInput }),
		});
		const answer: unknown = await response.json();
		return { status: response.status, answer };
	});
	expect(execution.error).toBeUndefined();
	expect(result).toEqual({ status: 200, answer: { output: ANSWER } });
	const { role, content } = model.requests.at(-1)?.messages.at(-1) ?? {};
	expect(role).toBe('tool');
	return resultSchema.parse(JSON.parse(String(content)));
}

test('what the model finds in a message becomes a customer', async () => {
	model.use({
		customerId: 'asha@example.com',
		attributes: {
			name: 'Asha Rao',
			email: 'asha@example.com',
			City: 'Pune',
			'Total Orders': '3',
			'Last Order Date': '2026-03-10',
			Newsletter: 'yes',
		},
	});
	const message = 'Asha Rao (asha@example.com) has moved to Pune. Third order on 10 March 2026.';
	const told = await say(message, 'a first session');

	expect(told).toEqual([{ success: true, customerId: 'asha@example.com', attributesSent: 6 }]);
	expect(scene.growlytics.customers()).toEqual([
		{
			id: 'asha@example.com',
			updates: 1,
			attributes: [
				{ name: 'name', type: 'string', value: 'Asha Rao' },
				{ name: 'email', type: 'string', value: 'asha@example.com' },
				{ name: 'City', type: 'string', value: 'Pune' },
				{ name: 'Total Orders', type: 'number', value: 3 },
				{ name: 'Last Order Date', type: 'date', value: '2026-03-10 00:00:00' },
				{ name: 'Newsletter', type: 'boolean', value: true },
			],
		},
	]);
	expect(model.requests[0]).toMatchObject({
		messages: [{ role: 'developer' }, { role: 'user', content: message }],
		tools: [
			{
				function: {
					name: 'Create_or_Update_Customer',
					description: expect.stringContaining('Stores what is known about one customer'),
					parameters: { required: ['customerId', 'attributes'] },
				},
			},
		],
	});
});

test('the model is told which value does not fit, and what to do', async () => {
	model.use({ customerId: 'asha@example.com', attributes: { 'Total Orders': 'three' } });
	const told = await say('asha@example.com has ordered three times', 'a second session');

	expect(told).toEqual([
		{
			success: false,
			customerId: 'asha@example.com',
			error: {
				message:
					'Customer "asha@example.com" was not sent: one value does not fit. "Total Orders": "three" is not a number.',
				description: expect.stringContaining('Use digits'),
				reason: 'invalid',
				customerId: 'asha@example.com',
				details: [{ attribute: 'Total Orders', message: '"three" is not a number' }],
			},
		},
	]);
	expect(scene.growlytics.requests()).toEqual([]);
});

test('the model is told what Growlytics refuses', async () => {
	await postCustomer(scene.growlytics, customerWith('asha@example.com', 100));
	model.use({ customerId: 'asha@example.com', attributes: { City: 'Pune' } });
	const told = await say('asha@example.com lives in Pune', 'a third session');

	expect(told).toMatchObject([{ error: { reason: 'refused', httpCode: '422' } }]);
	expect(scene.growlytics.customers()).toMatchObject([{ updates: 1 }]);
});
