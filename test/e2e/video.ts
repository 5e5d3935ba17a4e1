/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a command line for contributors, never shipped: writes a file, needs process */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startGrowlytics } from '../growlytics/server';
import { startBrowser } from './browser';
import { createGrowlyticsCredential, credentialFor } from './credentials';
import { openEditor } from './editor';
import { installN8n } from './install';
import { startN8n } from './n8n';
import { print, withProgress } from './progress';
import { filmed, webmOf } from './screencast';
import { pointAt, prepareStage, showCaption } from './stage';
import { storyWorkflow, tellFirstCustomers } from './story';
import { CURRENT } from './versions';
import { createWorkflow, withCredentials } from './workflows';

const SIZE = { width: 1280, height: 720 };

/** Films the story of the first customers in the real editor, and what arrived in the local Growlytics. */
async function video(): Promise<void> {
	const installed = await installN8n(CURRENT);
	const growlytics = await startGrowlytics();
	const n8n = await withProgress('Starting n8n', async () => await startN8n(installed));
	const credential = await createGrowlyticsCredential(n8n.rest, credentialFor(growlytics));
	const chosen = withCredentials(storyWorkflow(), { growlyticsApi: credential });
	const { id } = await createWorkflow(n8n.rest, chosen);
	const browser = await startBrowser();
	const editor = await openEditor(browser, n8n.rest, SIZE);
	const { page } = editor;
	await prepareStage(page);
	await editor.openWorkflow(id);

	const story = await withProgress('Filming', async () =>
		filmed(page, async () => {
			await showCaption(page, 'Customers of a spreadsheet, and the Growlytics node');
			await wait(2000);
			await pointAt(page, editor.node('Growlytics'));
			await editor.node('Growlytics').dblclick();
			await editor.part('run-data-schema-item').first().waitFor();
			await tellFirstCustomers(editor, async (seconds) => await wait(1000 * seconds));
		}),
	);
	const local = await page.context().newPage();
	await prepareStage(local);
	await local.goto(growlytics.url);
	const arrived = await filmed(local, async () => {
		await showCaption(local, 'What arrived, in the local Growlytics');
		await local.getByText('asha@example.com').first().hover();
		await wait(2000);
	});
	const webm = await withProgress('Recording the film as WebM (as long as it lasts)', async () =>
		webmOf(browser, [...story, ...arrived], SIZE),
	);
	const path = join(mkdtempSync(join(tmpdir(), 'n8n-nodes-growlytics-video-')), 'growlytics.webm');
	writeFileSync(path, webm);
	print(`${path}: ${Math.ceil(webm.length / 1000)} kB`);
	await browser.close();
	await growlytics.close();
	await n8n.stop();
}

video().catch((error: unknown) => {
	print(error instanceof Error ? error.message : String(error));
	process.exit(1);
});
