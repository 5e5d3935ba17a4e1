import type { Browser } from 'playwright-core';
import { startBrowser } from './browser';
import { type Editor, openEditor } from './editor';
import { exampleNames, readExample } from './examples';
import { type Scene, openScene } from './scene';

/** n8n shows the whole canvas when it opens a workflow: a note's text then has 8.5 of its 14 pixels, or more. */
const SMALLEST_ZOOM = 0.6;

/** Of many parts, for the one who runs n8n: to be looked at part by part. */
const LARGE = 'bulk-import-to-growlytics.json';

let scene: Scene;
let browser: Browser;
let editor: Editor;
beforeAll(async () => {
	scene = await openScene();
	browser = await startBrowser();
	editor = await openEditor(browser, scene.n8n.rest, { height: 900 });
});
afterAll(async () => {
	await browser?.close();
	await scene?.close();
});

/** Each note on the canvas as it is shown: its heading, how much of its height the text fills, the zoom. */
async function notes() {
	const shown = editor.page.locator('.n8n-sticky');
	await shown.first().waitFor();
	return await shown.evaluateAll((elements) =>
		elements.map((element) => {
			const { top, height, width } = element.getBoundingClientRect();
			const heading = element.querySelector('h2, h3');
			const last = heading?.parentElement?.lastElementChild;
			const end = last?.getBoundingClientRect().bottom ?? Infinity;
			const zoom = width / Number(Reflect.get(element, 'offsetWidth'));
			return { heading: heading?.textContent, filled: (end - top) / height, zoom };
		}),
	);
}

test.each(exampleNames())('%s: its notes can be read to their end', async (name) => {
	const { id } = await scene.save(readExample(name, scene.n8n.filesFolder));
	await editor.openWorkflow(id);
	const found = await notes();
	await editor.screenshot(`recipe-${name.replace('.json', '')}`);
	expect(found.filter(({ filled }) => filled > 1)).toEqual([]);
	if (name === LARGE) return;
	expect(found.filter(({ zoom }) => zoom < SMALLEST_ZOOM)).toEqual([]);
});
