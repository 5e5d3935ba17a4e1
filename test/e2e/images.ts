/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a command line for contributors, never shipped: writes files, needs process */
import type { INodeParameters } from 'n8n-workflow';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import type { NodeSettings } from '../engine/workflow';
import { startGrowlytics } from '../growlytics/server';
import { startBrowser } from './browser';
import { createGrowlyticsCredential, credentialFor } from './credentials';
import { type Editor, openEditor } from './editor';
import { CUSTOMER_ID, DEFINED, refusalOf, rowsToGrowlytics } from './editorScene';
import { installN8n } from './install';
import { takeMovingPicture } from './movingPicture';
import { startN8n } from './n8n';
import { print, withProgress } from './progress';
import { CURRENT } from './versions';
import { createWorkflow, withCredentials } from './workflows';

const FOLDER = resolve(__dirname, '..', '..', 'docs', 'images');
const MARGIN = 8;

/** The shortcuts to the nodes before and after stand half outside of the panels. */
const STYLE = '[data-test-id="floating-nodes"] { display: none }';

/** One picture for the README. */
interface Picture {
	parameters: INodeParameters;
	settings?: NodeSettings;
	/** Of the window; what is worth showing has to fit in. */
	height: number;
	/** What else is done before the picture is taken. */
	prepare?: (editor: Editor) => Promise<void>;
	/** The picture shows these from the left edge of the first to the right edge of the last. */
	columns: (editor: Editor) => Locator[];
	/** The picture ends below this. */
	last: (editor: Editor) => Locator;
}

const inputAndParameters = (editor: Editor) => [
	editor.part('ndv-input-panel'),
	editor.part('node-parameters'),
];
const parametersAndOutput = (editor: Editor) => [
	editor.part('node-parameters'),
	editor.part('output-panel'),
];
const addOption = (editor: Editor) => editor.part('collection-parameter-add').last();
const execute = async (editor: Editor) => await editor.execute();

const pictures: Record<string, Picture> = {
	'map-each-field': {
		parameters: DEFINED,
		height: 1500,
		columns: inputAndParameters,
		last: addOption,
	},
	'map-automatically': {
		parameters: { customerId: CUSTOMER_ID, mappingMode: 'autoMapInputData' },
		height: 900,
		columns: inputAndParameters,
		last: addOption,
	},
	json: {
		parameters: {
			customerId: CUSTOMER_ID,
			mappingMode: 'json',
			attributesJson:
				'{\n  "City": "Mumbai",\n  "Total Orders": 3,\n  "Is First Time Purchaser": true\n}',
		},
		height: 900,
		columns: inputAndParameters,
		last: addOption,
	},
	'error-output': {
		parameters: DEFINED,
		settings: { onError: 'continueErrorOutput' },
		height: 900,
		prepare: async (editor) => {
			await editor.execute();
			await editor.output.getByText('Error Branch (1 item)').click();
			await editor.output.getByText('JSON', { exact: true }).click();
			await editor.output.getByText('must be a number').first().waitFor();
		},
		columns: (editor) => [editor.output],
		last: (editor) => editor.output,
	},
	'mixed-column-warning': {
		parameters: {
			customerId: CUSTOMER_ID,
			mappingMode: 'autoMapInputData',
			include: 'except',
			excludeFields: 'Customer ID, Name, Email',
		},
		height: 900,
		prepare: execute,
		columns: parametersAndOutput,
		last: addOption,
	},
};

async function box(locator: Locator) {
	const found = await locator.boundingBox();
	if (!found) throw new Error('Not to be seen');
	return found;
}

async function clipOf(editor: Editor, { columns, last }: Picture) {
	const parts = await Promise.all(columns(editor).map(box));
	const x = Math.min(...parts.map((part) => part.x));
	const panel = await box(editor.part('ndv-input-panel'));
	const end = await box(last(editor));
	const right = Math.max(...parts.map((part) => part.x + part.width));
	const bottom = Math.min(end.y + end.height + MARGIN, panel.y + panel.height);
	return { x, y: panel.y, width: right - x, height: bottom - panel.y };
}

function printSize(path: string) {
	print(`${path}: ${Math.ceil(statSync(path).size / 1000)} kB`);
}

/** The README's pictures, taken of the real editor into docs/images. */
async function images(): Promise<void> {
	mkdirSync(FOLDER, { recursive: true });
	const installed = await installN8n(CURRENT);
	const refusal = {
		kind: 'status' as const,
		status: 422,
		customers: ['00402'],
		body: refusalOf(2),
	};
	const growlytics = await startGrowlytics();
	const n8n = await withProgress('Starting n8n', async () => await startN8n(installed));
	const credential = await createGrowlyticsCredential(n8n.rest, credentialFor(growlytics));
	const browser = await startBrowser();
	const moving = join(FOLDER, 'first-customers.png');
	writeFileSync(moving, await takeMovingPicture(browser, n8n.rest, credential));
	printSize(moving);
	for (const [name, picture] of Object.entries(pictures)) {
		growlytics.configure({ faults: name === 'error-output' ? [refusal] : [] });
		const workflow = rowsToGrowlytics(picture.parameters, picture.settings);
		const chosen = withCredentials(workflow, { growlyticsApi: credential });
		const { id } = await createWorkflow(n8n.rest, chosen);
		const editor = await openEditor(browser, n8n.rest, { height: picture.height });
		await editor.openNode(id);
		await picture.prepare?.(editor);
		const path = join(FOLDER, `${name}.png`);
		await editor.page.screenshot({ path, clip: await clipOf(editor, picture), style: STYLE });
		await editor.page.context().close();
		printSize(path);
	}
	await browser.close();
	await growlytics.close();
	await n8n.stop();
}

images().catch((error: unknown) => {
	print(error instanceof Error ? error.message : String(error));
	process.exit(1);
});
