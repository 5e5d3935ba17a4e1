import { causedExecution } from './causedExecution';
import { readExample } from './examples';
import type { StoredExecution } from './executions';
import { type Scene, openScene } from './scene';
import { callPublished } from './webhooks';
import { type StoredWorkflow, activateWorkflow } from './workflows';

let scene: Scene;
let workflow: StoredWorkflow;
let page: string;
beforeAll(async () => {
	scene = await openScene();
	const { n8n } = scene;
	workflow = await scene.save(readExample('form-to-growlytics.json', n8n.filesFolder));
	await activateWorkflow(n8n.rest, workflow);
	page = await (await callPublished(formUrl())).text();
});
afterAll(async () => await scene?.close());
afterEach(() => scene.growlytics.reset());

function formUrl(): string {
	return `${scene.n8n.url}/form/customer-form`;
}

const LABELS = /<label class=['"]form-label[^>]*>([^<]*)<\/label>[^]*?id=['"](field-\d+)['"]/g;

/** The name under which the form's page submits the field with a label. */
function fieldOf(label: string): string {
	const [, , field] = [...page.matchAll(LABELS)].find(([, text]) => text === label) ?? [];
	if (field === undefined) throw new Error(`The form has no field ${label}`);
	return field;
}

/** Submits answers as the form's page does, a choice as a JSON list. */
async function submit(
	answers: Record<string, string>,
	newsletter: string,
): Promise<StoredExecution> {
	const body = new FormData();
	for (const [label, answer] of Object.entries(answers)) body.append(fieldOf(label), answer);
	body.append(fieldOf('Would you like our newsletter?'), JSON.stringify([newsletter]));
	const { result, execution } = await causedExecution(scene.n8n.rest, workflow.id, async () => {
		const answer = await callPublished(formUrl(), { method: 'POST', body });
		return answer.status;
	});
	expect(result).toBe(200);
	expect(execution.error).toBeUndefined();
	return execution;
}

test('the page thanks who has filled it in', () => {
	expect(page).toContain('Thank you!');
});

test('a form that is filled in becomes a customer, without what n8n adds to it', async () => {
	const execution = await submit(
		{
			'Your name': 'Asha Rao',
			'E-mail': 'Asha@Example.com',
			'Mobile number': '9820012345',
			City: 'Mumbai',
			Birthday: '1990-05-17',
		},
		'Yes',
	);

	expect(execution.output('Customer Form')).toMatchObject([
		{ submittedAt: expect.any(String), formMode: 'production' },
	]);
	expect(execution.output('Create or Update Customer')).toEqual([
		{ success: true, customerId: 'asha@example.com', attributesSent: 6 },
	]);
	expect(scene.growlytics.customers()).toEqual([
		{
			id: 'asha@example.com',
			updates: 1,
			attributes: [
				{ name: 'name', type: 'string', value: 'Asha Rao' },
				{ name: 'email', type: 'string', value: 'Asha@Example.com' },
				{ name: 'mobile', type: 'string', value: '9820012345' },
				{ name: 'City', type: 'string', value: 'Mumbai' },
				{ name: 'Birthday', type: 'date', value: '1990-05-17 00:00:00' },
				{ name: 'Newsletter', type: 'boolean', value: true },
			],
		},
	]);
});

test('questions left empty are not sent', async () => {
	await submit({ 'Your name': 'Ravi', 'E-mail': 'ravi@example.com', City: '', Birthday: '' }, 'No');

	expect(scene.growlytics.customers()).toEqual([
		{
			id: 'ravi@example.com',
			updates: 1,
			attributes: [
				{ name: 'name', type: 'string', value: 'Ravi' },
				{ name: 'email', type: 'string', value: 'ravi@example.com' },
				{ name: 'Newsletter', type: 'boolean', value: false },
			],
		},
	]);
});
