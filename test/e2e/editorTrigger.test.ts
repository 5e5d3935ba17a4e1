import { chain, growlytics, node } from '../engine/workflow';
import { createCredential } from './credentials';
import { type EditorScene, openEditorScene } from './editorScene';
import { triggerNode } from './triggers';

/** As a user makes one. */
const RIGHT = 'p3kV9xQ2mW8rT5zL7nB4';

let scene: EditorScene;
beforeAll(async () => {
	scene = await openEditorScene();
});
afterAll(async () => await scene?.close());

/** Opens the trigger of a new workflow. */
async function openTrigger(webhookId: string) {
	const { editor } = scene;
	const next = node('noOp', 'Next');
	const { id } = await scene.save(chain([triggerNode('Growlytics Trigger', webhookId), next]));
	await editor.openWorkflow(id);
	await editor.node('Growlytics Trigger').dblclick();
	await editor.part('node-parameters').waitFor();
	return editor;
}

const notices = async () =>
	await scene.editor.page
		.locator('.notice-content')
		.or(scene.editor.part('notice'))
		.filter({ visible: true })
		.allInnerTexts();

test('both kinds say where their address goes, and show it', async () => {
	const editor = await openTrigger('editor-kinds');
	await editor.page.getByText('Webhook URLs', { exact: true }).click();
	await editor.page.getByText('editor-kinds/webhook').first().waitFor();
	await editor.screenshot('trigger-coupon');
	expect((await notices()).join('\n')).toContain('where it keeps its webhook subscriptions');

	await editor.page.getByText('Production URL', { exact: true }).first().click();
	await editor.choose('calledBy', 'Connector Message');
	await editor.page.getByText('as the endpoint of your connector campaign').waitFor();
	await editor.screenshot('trigger-connector');
	expect((await notices()).join('\n')).not.toContain('webhook subscriptions');
});

test('a secret is asked for in a credential of its own, with how the address looks', async () => {
	const { rest } = scene.n8n;
	await createCredential(rest, 'growlyticsWebhookSecretApi', 'Growlytics webhook secret', {
		secret: RIGHT,
	});
	const editor = await openTrigger('editor-secret');
	await editor.choose('authentication', 'Secret in the Address');
	await editor.page.getByText('behind the address that you enter').waitFor();
	await editor.screenshot('trigger-secret');
	expect((await notices()).join('\n')).toContain('?secret=');
});

test('the node panel finds the trigger by what it is for', async () => {
	const { editor } = scene;
	await editor.openNewWorkflow();
	await editor.part('canvas-add-button').click();
	await editor.search('coupon');
	const found = editor.part('node-creator-item-name').filter({ hasText: 'Growlytics' });
	await found.click();
	await editor.page
		.getByText('On new Growlytics event', { exact: true })
		.waitFor({ timeout: 15_000 })
		.finally(async () => await editor.screenshot('trigger-panel'));
});

test('a report asks for token and action', async () => {
	const { editor } = scene;
	const message = node('editFields', 'Message', { mode: 'raw', jsonOutput: '{}', options: {} });
	const report = { resource: 'connectorMessage', operation: 'report' };
	const { id } = await scene.save({
		...chain([node('manualTrigger', 'Start'), message, growlytics('Growlytics', report)]),
		pinData: { Message: [{ json: { token: 'm-1', status: 'read' } }] },
	});
	await editor.openNode(id);
	await editor.drag('token', 'messageToken');
	await editor.screenshot('report-parameters');
	await editor.execute();
	await editor.screenshot('report-output');
	expect(scene.growlytics.reports()).toEqual([{ token: 'm-1', action: 'open' }]);
});
