import type { INodeParameters } from 'n8n-workflow';
import { type WorkflowJson, chain, growlytics, node } from '../engine/workflow';
import type { Editor } from './editor';
import { pointAt, showCaption } from './stage';

/** What somebody has who comes with a spreadsheet: everything is text. */
const ROWS = [
	{
		...{ Email: 'asha@example.com', Name: 'Asha Rao', Phone: '98765 43210' },
		...{ Birthday: '15/08/1990', Orders: '3', Wallet: '₹1,23,456.50', Newsletter: 'Yes' },
	},
	{
		...{ Email: 'ravi@example.com', Name: 'Ravi Kumar', Phone: '98200 12345' },
		...{ Birthday: '02/11/1985', Orders: '7', Wallet: '₹1,499.00', Newsletter: 'No' },
	},
	{
		...{ Email: 'meera@example.com', Name: 'Meera Nair', Phone: '98470 11223' },
		...{ Birthday: '28/02/1994', Orders: '1', Wallet: '₹12,050.50', Newsletter: 'Yes' },
	},
];

/** A workflow with the rows, and the node as it is after it was added. */
export function storyWorkflow(parameters: INodeParameters = {}): WorkflowJson {
	const rows = node('editFields', 'Customers', { mode: 'raw', jsonOutput: '{}', options: {} });
	return {
		...chain([node('manualTrigger', 'Start'), rows, growlytics('Growlytics', parameters)]),
		name: 'Customers to Growlytics',
		pinData: { Customers: ROWS.map((json) => ({ json })) },
	};
}

/** Something to look at, for so many seconds. */
export type Hold = (seconds: number) => Promise<void>;

/**
 * The first customers of somebody who has just added the node and opened it, on a stage (prepareStage): from the empty node to the
 * customers stored.
 */
export async function tellFirstCustomers(editor: Editor, hold: Hold): Promise<void> {
	const { page } = editor;
	const say = async (text: string, seconds: number) => {
		await showCaption(page, text);
		await hold(seconds);
	};
	const press = async () => {
		const button = editor.part('node-execute-button');
		await pointAt(page, button);
		await hold(0.4);
		await editor.execute();
	};
	const pick = async (parameter: string, label: string) => {
		await pointAt(page, editor.parameter(parameter));
		await editor.parameter(parameter).click();
		const entry = page.getByRole('option').filter({ visible: true });
		await entry.filter({ has: page.getByText(label, { exact: true }) }).hover();
		await hold(1);
		await editor.pick(label);
	};

	await say('Your customers, and the Growlytics node', 1.6);
	await showCaption(page, '1  Drag the ID into Customer ID');
	await editor.drag('Email', 'customerId', async () => await hold(0.5));
	await hold(1.4);
	await showCaption(page, '2  Choose Map Automatically');
	await pick('mappingMode', 'Map Automatically');
	await hold(1);
	await showCaption(page, '3  Choose Preview, and execute');
	await pick('operation', 'Preview');
	await press();
	await editor.output.getByText('Table', { exact: true }).click();
	await say('Each attribute with its type. Nothing is sent yet', 3);
	await showCaption(page, '4  Choose Create or Update, and execute');
	await pick('operation', 'Create or Update');
	await press();
	await say('Your customers are in Growlytics', 2.5);
}
