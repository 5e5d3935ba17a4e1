import type { INodeParameters } from 'n8n-workflow';
import type { Browser } from 'playwright-core';
import { type NodeSettings, type WorkflowJson, chain, growlytics, node } from '../engine/workflow';
import { startBrowser } from './browser';
import { type Editor, openEditor } from './editor';
import { type Scene, openScene } from './scene';

/** Two rows of a spreadsheet; the column Points holds a number in one and text in the other. */
export const ROWS = [
	{
		'Customer ID': '00401',
		Name: 'Asha Rao',
		Email: 'asha@example.com',
		City: 'Mumbai',
		'Total Orders': 3,
		'Last Order Date': '2026-01-31T19:14:15Z',
		Points: 12,
		Newsletter: 'yes',
	},
	{
		'Customer ID': '00402',
		Name: 'Ravi Kumar',
		Email: 'ravi@example.com',
		City: 'Pune',
		'Total Orders': 7,
		'Last Order Date': '2026-02-03T09:00:00Z',
		Points: 'twelve',
		Newsletter: 'no',
	},
];

export const CUSTOMER_ID = "={{ $json['Customer ID'] }}";

/** What the first row's attributes are in the mode Map Each Field Below. */
export const DEFINED: INodeParameters = {
	customerId: CUSTOMER_ID,
	standardAttributes: { name: '={{ $json.Name }}' },
	customAttributes: {
		attribute: [
			{ name: 'City', type: 'string', value: '={{ $json.City }}' },
			{ name: 'Total Orders', type: 'number', value: "={{ $json['Total Orders'] }}" },
		],
	},
};

/** What Growlytics answers when the attribute at this place is of the wrong type. */
export function refusalOf(index: number): string {
	const label = `attributes[${index}].value`;
	const detail = {
		message: `${label} must be a number`,
		path: ['attributes', index, 'value'],
		type: 'number.base',
		context: { key: 'value', label },
	};
	return JSON.stringify({ type: 'ValidationError', details: [detail] });
}

/** Start, the rows (pinned), and the Growlytics node. */
export function rowsToGrowlytics(
	parameters: INodeParameters,
	settings: NodeSettings = {},
): WorkflowJson {
	const rows = node('editFields', 'Customers', { mode: 'raw', jsonOutput: '{}', options: {} });
	return {
		...chain([
			node('manualTrigger', 'Start'),
			rows,
			growlytics('Growlytics', parameters, settings),
		]),
		name: 'Customers to Growlytics',
		pinData: { Customers: ROWS.map((json) => ({ json })) },
	};
}

/** A scene with its editor in a browser. */
export interface EditorScene extends Scene {
	browser: Browser;
	editor: Editor;
	/** Opens the Growlytics node of a new workflow that gives it the rows. */
	openNode(parameters: INodeParameters, settings?: NodeSettings): Promise<void>;
}

export async function openEditorScene(): Promise<EditorScene> {
	const scene = await openScene();
	const browser = await startBrowser();
	const editor = await openEditor(browser, scene.n8n.rest);
	return {
		...scene,
		browser,
		editor,
		openNode: async (parameters, settings) => {
			const { id } = await scene.save(rowsToGrowlytics(parameters, settings));
			await editor.openNode(id);
		},
		close: async () => {
			await browser.close();
			await scene.close();
		},
	};
}
