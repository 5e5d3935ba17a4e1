import { type EditorScene, DEFINED, openEditorScene } from './editorScene';

let scene: EditorScene;
beforeAll(async () => {
	scene = await openEditorScene();
	await scene.openNode(DEFINED);
	await scene.editor.part('node-credentials-select').click();
	await scene.editor.part('node-credentials-select-item-new').click();
	await scene.editor.part('credential-edit-dialog').waitFor();
});
afterAll(async () => await scene?.close());

async function fill(fields: { apiKey?: string; baseUrl?: string; catalogUrl?: string }) {
	for (const [name, text] of Object.entries(fields)) {
		await scene.editor.parameter(name).locator('input').fill(text);
	}
	await scene.editor.part('credential-save-button').click();
}

async function failure(): Promise<string> {
	const { editor } = scene;
	await editor.page.getByText('Couldn’t connect with these settings').waitFor();
	await editor.page.getByText('More details', { exact: true }).click();
	return await editor.part('node-credentials-config-container').innerText();
}

test('a wrong key fails', async () => {
	await scene.editor.screenshot('credential-new');
	await scene.editor.parameter('useOtherAddresses').getByRole('switch').locator('..').click();
	await scene.editor.screenshot('credential-addresses');
	const { url } = scene.growlytics;
	await fill({ apiKey: 'not-the-key', baseUrl: url, catalogUrl: url });
	expect(await failure()).toContain('API key');
	await scene.editor.screenshot('credential-wrong-key');
});

test('a host that does not exist is named', async () => {
	await fill({ baseUrl: 'https://growlytics.invalid' });
	await scene.editor.page.getByText('growlytics.invalid could not be found').waitFor();
	await scene.editor.screenshot('credential-unreachable');
});

test('a good key passes, and the credential is chosen', async () => {
	const { editor, growlytics } = scene;
	await fill({ apiKey: growlytics.settings.apiKey, baseUrl: growlytics.url });
	await editor.part('credential-edit-dialog').waitFor({ state: 'hidden' });
	await editor.part('credential-edit-button').click();
	await editor.page.getByText('Connection tested successfully').waitFor();
	await editor.screenshot('credential-good-key');
	expect(growlytics.customers()).toEqual([]);
	expect(growlytics.products()).toEqual([]);
});
