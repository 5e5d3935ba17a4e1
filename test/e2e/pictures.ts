/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a command line for contributors, never shipped: writes files, needs process */
import type { INodeParameters } from 'n8n-workflow';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chain, growlytics, node } from '../engine/workflow';
import type { NodeSettings, WorkflowJson } from '../engine/workflow';
import { readCases } from '../field/case';
import type { Fault } from '../growlytics/faultSchema';
import { startGrowlytics } from '../growlytics/server';
import { startBrowser } from './browser';
import { createGrowlyticsCredential, credentialFor } from './credentials';
import { type Editor, openEditor } from './editor';
import { installN8n } from './install';
import { startN8n } from './n8n';
import { print, withProgress } from './progress';
import { CURRENT } from './versions';
import { createWorkflow, withCredentials } from './workflows';

type Items = ReadonlyArray<Record<string, unknown>>;

/** What a marketer does with the data that people have, to be looked at. */
interface Story {
	items: Items;
	parameters: INodeParameters;
	settings?: NodeSettings;
	/** How the local Growlytics misbehaves. */
	faults?: Fault[];
	/** What is done before the picture is taken; by default the node is executed. */
	act?: (editor: Editor) => Promise<void>;
}

const FORM: Items = [
	{
		Name: 'Asha Rao',
		'E-mail': 'asha@example.com',
		Birthday: '15/08/1990',
		'Number of Orders': '3',
		Wallet: '₹1,23,456.50',
		Newsletter: 'Yes',
		submittedAt: '2026-01-31T19:14:15.000+05:30',
		formMode: 'production',
	},
];

const PURCHASES: Items = [
	{ email: 'asha@example.com', Total: '₹1,499.00', Items: 2, Coupon: 'DIWALI10' },
	{ email: 'ravi@example.com', Total: '₹299.00', Items: 1, Coupon: '' },
	{ email: 'meera@example.com', Total: '₹12,050.50', Items: 5, Coupon: '' },
];

const PRODUCTS: Items = ['Kurta', 'Saree', 'Dupatta'].map((title, index) => ({
	sku: `SKU-${index + 1}`,
	title,
	image: `https://shop.example.com/${title}.jpg`,
	link: `https://shop.example.com/p/${title}`,
	price: '₹1,499.00',
}));

const automatic = (customerId: string): INodeParameters => ({
	customerId: `={{ $json${customerId} }}`,
	mappingMode: 'autoMapInputData',
});

function itemsOf(name: string): Items {
	const found = readCases().find((one) => one.name === name);
	if (found === undefined) throw new Error(`There is no case ${name}`);
	return found.items;
}

const MANY_COLUMNS = Object.fromEntries(
	Array.from({ length: 104 }, (_, index) => [`Question ${index + 1}`, 'Yes, often']),
);

const execute = async (editor: Editor) => await editor.execute();

const stories: Record<string, Story> = {
	form: { items: FORM, parameters: automatic("['E-mail']") },
	'form-preview': {
		items: FORM,
		parameters: { ...automatic("['E-mail']"), operation: 'preview' },
		act: async (editor) => {
			await editor.execute();
			await editor.output.getByText('Table', { exact: true }).click();
		},
	},
	'shopify-preview': {
		items: itemsOf('own-shopify-csv'),
		parameters: { ...automatic('.Email'), operation: 'preview' },
		act: async (editor) => {
			await editor.execute();
			await editor.output.getByText('Table', { exact: true }).click();
		},
	},
	'types-in-lists': {
		items: FORM,
		parameters: {
			...automatic("['E-mail']"),
			attributeTypes: {
				dateFields: 'Birthday',
				numberFields: "Wallet, ['Number of Orders']",
				booleanFields: 'Newsletter',
			},
		},
		act: execute,
	},
	'types-as-json': {
		items: FORM,
		parameters: {
			...automatic("['E-mail']"),
			options: {
				attributeTypesJson:
					'{"Birthday": "date", "Number of Orders": "number", "Wallet": "number", "Newsletter": "boolean"}',
			},
		},
		act: execute,
	},
	hubspot: {
		items: itemsOf('17-hubspot-contact-api'),
		parameters: automatic('.properties.email'),
	},
	event: {
		items: PURCHASES,
		parameters: {
			...{ resource: 'event', operation: 'track' },
			...{ customerId: '={{ $json.email }}', eventName: 'Purchased' },
			...{ mappingMode: 'autoMapInputData', include: 'except', excludeFields: 'email' },
		},
	},
	product: {
		items: PRODUCTS,
		parameters: {
			...{ resource: 'product', operation: 'upsert' },
			...{ productId: '={{ $json.sku }}', productName: '={{ $json.title }}' },
			...{ imageUrl: '={{ $json.image }}', productUrl: '={{ $json.link }}' },
			price: '={{ $json.price }}',
		},
	},
	'product-delete': {
		items: PRODUCTS,
		parameters: {
			...{ resource: 'product', operation: 'delete' },
			productId: '={{ $json.sku }}',
		},
	},
	'two-problems': {
		items: [{ ...FORM[0], 'Number of Orders': 'three', Birthday: 'in spring' }],
		parameters: {
			...automatic("['E-mail']"),
			attributeTypes: { dateFields: 'Birthday', numberFields: "['Number of Orders']" },
		},
	},
	'too-many-attributes': {
		items: [{ 'E-mail': 'asha@example.com', ...MANY_COLUMNS }],
		parameters: automatic("['E-mail']"),
	},
	'no-answer': {
		items: PURCHASES,
		parameters: { ...automatic('.email'), options: { timeout: 300, maxRetries: 0 } },
		settings: { onError: 'continueErrorOutput' },
		faults: [{ kind: 'hang', customers: ['ravi@example.com'] }],
	},
	canvas: {
		items: FORM,
		parameters: automatic("['E-mail']"),
		act: async (editor) => {
			await editor.page.keyboard.press('Escape');
			await editor.part('node-parameters').waitFor({ state: 'hidden' });
		},
	},
	'google-sheets': { items: itemsOf('28-google-sheets-rows'), parameters: automatic('.Email') },
};

function workflowOf({ items, parameters, settings }: Story): WorkflowJson {
	const rows = node('editFields', 'Rows', { mode: 'raw', jsonOutput: '{}', options: {} });
	return {
		...chain([
			node('manualTrigger', 'Start'),
			rows,
			growlytics('Growlytics', parameters, settings),
		]),
		name: 'Customers to Growlytics',
		// What n8n's own nodes give, as JSON has it.
		pinData: { Rows: items.map((json) => ({ json: JSON.parse(JSON.stringify(json)) })) },
	};
}

/** Takes a picture of the whole window for each story, in the real editor. */
async function pictures(folder: string): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const installed = await installN8n(CURRENT);
	const server = await startGrowlytics();
	const n8n = await withProgress('Starting n8n', async () => await startN8n(installed));
	const credential = await createGrowlyticsCredential(n8n.rest, credentialFor(server));
	const browser = await startBrowser();
	for (const [name, story] of Object.entries(stories)) {
		const chosen = withCredentials(workflowOf(story), { growlyticsApi: credential });
		const { id } = await createWorkflow(n8n.rest, chosen);
		server.configure({ faults: story.faults ?? [] });
		const editor = await openEditor(browser, n8n.rest, { height: 1000 });
		await editor.openNode(id);
		await (story.act ?? execute)(editor);
		const path = join(folder, `${name}.png`);
		await editor.page.screenshot({ path });
		await editor.page.context().close();
		print(path);
	}
	await browser.close();
	await server.close();
	await n8n.stop();
}

const [folder = ''] = process.argv.slice(2);
if (folder === '') {
	print('Give the folder for the pictures: npm run pictures -- FOLDER');
	process.exitCode = 2;
} else {
	pictures(resolve(folder)).catch((error: unknown) => {
		print(error instanceof Error ? error.message : String(error));
		process.exit(1);
	});
}
