import { openEditor } from './editor';
import { type EditorScene, DEFINED, openEditorScene, rowsToGrowlytics } from './editorScene';

let scene: EditorScene;
beforeAll(async () => {
	scene = await openEditorScene();
});
afterAll(async () => await scene?.close());

test.each([
	['growlytics', 'Create or update a customer'],
	['upsert', 'Create or update a customer'],
	['track', 'Track an event'],
])('is found by typing %s', async (words, action) => {
	const { editor } = scene;
	await editor.openNewWorkflow();
	await editor.part('canvas-add-button').click();
	await editor.search(words);
	const found = editor.part('node-creator-item-name').filter({ hasText: 'Growlytics' });
	await found.waitFor();
	await editor.screenshot(`search-${words}`);

	await found.click();
	// The first step of a workflow is a trigger: n8n folds up what is none.
	await editor.page.getByText(/^Actions \(\d+\)/).click();
	await editor.page.getByText(action, { exact: true }).waitFor();
	await editor.screenshot(`search-${words}-actions`);
});

/** The names of nodes that the panel finds for some words, in its order. */
async function found(words: string): Promise<string[]> {
	const { editor } = scene;
	await editor.openNewWorkflow();
	await editor.part('canvas-add-button').click();
	await editor.search(words);
	const names = editor.part('node-creator-item-name');
	await names.filter({ hasText: 'Growlytics' }).first().waitFor();
	return await names.allInnerTexts();
}

test.each(['growlytics', 'growlitics', 'growlytic', 'growlytix', 'growltics'])(
	'comes first for %s',
	async (words) => {
		expect((await found(words))[0]).toContain('Growlytics');
	},
);

test.each([
	'customers',
	'contacts',
	'email marketing',
	'sms',
	'whatsapp',
	'push notification',
	'ecommerce',
	'retention',
	'loyalty',
	'import customers',
	'track event',
])('is among what is found for %s', async (words) => {
	expect((await found(words)).filter((name) => name.includes('Growlytics'))).not.toEqual([]);
});

test.each([
	['light', 'growlytics.svg'],
	['dark', 'growlytics.dark.svg'],
] as const)('shows its icon in the %s theme', async (theme, file) => {
	const { id } = await scene.save(rowsToGrowlytics(DEFINED));
	const editor = await openEditor(scene.browser, scene.n8n.rest, { theme });
	await editor.openWorkflow(id);
	const source = String(await editor.node('Growlytics').locator('img').getAttribute('src'));
	expect(source).toContain(`/${file}`);
	const icon = await editor.page.request.get(new URL(source, scene.n8n.url).href);
	expect(icon.status()).toBe(200);

	await editor.part('node-creator-plus-button').click();
	await editor.search('growlytics');
	const icons = editor.part('node-creator').locator(`img[src$="/${file}"]`);
	await icons.filter({ visible: true }).waitFor();
	await editor.screenshot(`icon-${theme}`);
	await editor.page.context().close();
});
