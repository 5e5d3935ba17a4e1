import { customerWith, postCustomer } from '../growlytics/client';
import { causedExecution } from './causedExecution';
import { readExample } from './examples';
import { type Scene, openScene } from './scene';
import { postToWebhook } from './webhooks';
import { type StoredWorkflow, activateWorkflow } from './workflows';

let scene: Scene;
let workflow: StoredWorkflow;
beforeAll(async () => {
	scene = await openScene();
	const { n8n } = scene;
	workflow = await scene.save(readExample('crm-to-growlytics.json', n8n.filesFolder));
	await activateWorkflow(n8n.rest, workflow);
});
afterAll(async () => await scene?.close());
afterEach(() => scene.growlytics.reset());

/** A contact as HubSpot's API describes it: every value is text, and much of it is HubSpot's own. */
const contact = {
	id: '51',
	properties: {
		email: 'asha@example.com',
		firstname: 'Asha',
		lastname: 'Rao',
		mobilephone: '9820012345',
		city: 'Mumbai',
		lifecyclestage: 'customer',
		num_associated_deals: '3',
		closedate: '2026-02-01T09:30:00.000Z',
		hs_email_optout: 'false',
		hs_object_id: '51',
		lastmodifieddate: '2026-03-10T08:15:00.000Z',
	},
	createdAt: '2025-11-02T10:00:00.000Z',
	updatedAt: '2026-03-10T08:15:00.000Z',
	archived: false,
};

/** Sends a contact, and gives the answer and the items that reached the report. */
async function send(properties: object) {
	const { n8n } = scene;
	const { result, execution } = await causedExecution(n8n.rest, workflow.id, async () => {
		const response = await postToWebhook(n8n.url, 'crm-contact', { ...contact, properties });
		const answer: unknown = await response.json();
		return { status: response.status, answer };
	});
	expect(execution.error).toBeUndefined();
	return { ...result, report: execution.output('Report') };
}

test('a contact becomes a customer with typed attributes', async () => {
	expect(await send(contact.properties)).toEqual({
		status: 200,
		answer: { stored: true, customer: 'asha@example.com' },
		report: [],
	});
	expect(scene.growlytics.customers()).toEqual([
		{
			id: 'asha@example.com',
			updates: 1,
			attributes: [
				{ name: 'name', type: 'string', value: 'Asha Rao' },
				{ name: 'email', type: 'string', value: 'asha@example.com' },
				{ name: 'mobile', type: 'string', value: '9820012345' },
				{ name: 'City', type: 'string', value: 'Mumbai' },
				{ name: 'Lifecycle Stage', type: 'string', value: 'customer' },
				{ name: 'Total Deals', type: 'number', value: 3 },
				{ name: 'Last Deal Closed', type: 'date', value: '2026-02-01 09:30:00' },
				{ name: 'Email Opt Out', type: 'boolean', value: false },
			],
		},
	]);
});

test('properties that a contact lacks are left out', async () => {
	const properties = { email: 'ravi@example.com', lastname: 'Kumar', closedate: null };
	expect(await send(properties)).toMatchObject({ status: 200, report: [] });
	expect(scene.growlytics.customers()).toEqual([
		{
			id: 'ravi@example.com',
			updates: 1,
			attributes: [
				{ name: 'name', type: 'string', value: 'Kumar' },
				{ name: 'email', type: 'string', value: 'ravi@example.com' },
			],
		},
	]);
});

test('a contact that Growlytics refuses reaches the report and the answer', async () => {
	await postCustomer(scene.growlytics, customerWith('asha@example.com', 98));
	const report = {
		Customer: 'asha@example.com',
		'What Happened':
			'Customer "asha@example.com" was not stored: Growlytics refused it (HTTP 422). attributes would give the customer 103 custom attributes, more than 100.',
		'What to Do': expect.stringContaining('Correct'),
		Reason: 'refused',
	};
	expect(await send(contact.properties)).toEqual({
		status: 422,
		answer: report,
		report: [report],
	});
	expect(scene.growlytics.customers()).toMatchObject([{ updates: 1 }]);
});

test('a contact without an e-mail address is named by its own id', async () => {
	expect(await send({ ...contact.properties, email: null })).toMatchObject({
		status: 422,
		report: [{ Customer: 'contact 51', Reason: 'invalid' }],
	});
	expect(scene.growlytics.requests()).toEqual([]);
});

test('what is not the fault of the contact is answered so that the CRM sends it again', async () => {
	const { growlytics } = scene;
	const { apiKey } = growlytics.settings;
	growlytics.configure({ apiKey: 'another-key' });
	const sent = await send(contact.properties);
	growlytics.configure({ apiKey });
	expect(sent).toMatchObject({ status: 503, report: [{ Reason: 'unauthorized' }] });
});
