/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: reads the example's file */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { connect, node } from '../engine/workflow';
import type { StoredCustomer } from '../growlytics/profiles';
import { causedExecution } from './causedExecution';
import { copyExampleFiles, readExample } from './examples';
import { type StoredExecution, finishedExecution } from './executions';
import { reportOf, withoutNodes } from './recipe';
import { type Scene, openScene } from './scene';
import { callPublished } from './webhooks';
import { type StoredWorkflow, activateWorkflow, readWorkflow, runWorkflow } from './workflows';

let scene: Scene;
let workflow: StoredWorkflow;
beforeAll(async () => {
	scene = await openScene();
	const { filesFolder } = scene.n8n;
	copyExampleFiles(filesFolder);
	workflow = await scene.save(readExample('spreadsheet-daily-to-growlytics.json', filesFolder));
});
afterAll(async () => await scene?.close());
afterEach(() => scene.growlytics.reset());

async function runFrom(trigger: string): Promise<StoredExecution> {
	const { rest } = scene.n8n;
	return await finishedExecution(rest, await runWorkflow(rest, workflow, trigger));
}

const ATTRIBUTES = [
	'name: string',
	'email: string',
	'mobile: string',
	'City: string',
	'Total Orders: number',
	'Last Order Date: date',
	'Is First Time Purchaser: boolean',
];

/**
 * The rows of customers.csv as Growlytics stores them: Customer ID, updates, then the attributes above;
 * - where there is none.
 */
const STORED = [
	'00401 | 2 | Asha Rao | asha@example.com | 9820012345 | Navi Mumbai | 13 | 2026-03-10 08:15:00 | false',
	'00402 | 1 | Iyer, Venkat "Venky" | venky@example.com | 9840098400 | Chennai | 3 | 2026-02-03 00:00:00 | false',
	'00403 | 1 | Meera Nair | meera@example.com | 9847011223 | Kochi | 1 | 2026-03-08 11:05:00 | true',
	'00404 | 1 | Arjun Singh | arjun@example.com | 9876501234 | Chandigarh | 7 | 2026-02-14 08:30:00 | false',
	'00405 | 1 | Emma Clarke | emma@example.org | - | London | 2 | 2026-03-01 09:30:00 | false',
	'00406 | 1 | Priya Sharma | - | 9811122233 | New Delhi | 0 | - | -',
	'00407 | 1 | Lakshmi Reddy | lakshmi@example.com | 9848022338 | Hyderabad | 25 | 2026-01-31 19:14:15 | false',
	'00409 | 1 | José Álvarez | jose@example.org | - | Madrid | 4 | 2026-02-20 17:45:30 | false',
	'00410 | 1 | Kavya Gowda | kavya@example.com | 9845012345 | Bengaluru | 1 | 2026-03-12 21:10:05 | true',
	'00411 | 1 | Farhan Qureshi | farhan@example.com | 9415098765 | Lucknow | 9 | 2026-02-28 13:20:00 | false',
	'00412 | 1 | Nisha Patel | nisha@example.com | 9879012345 | Surat | 31 | 2026-03-05 10:00:00 | false',
	"00413 | 1 | Liam O'Brien | liam@example.org | - | Dublin | 6 | 2026-01-15 00:00:00 | false",
	'00414 | 1 | - | contact@example.net | 9331012345 | Kolkata | 2 | 2026-02-11 09:00:00 | false',
	'00415 | 1 | Vikram Joshi | vikram@example.com | 9822012345 | Pune | - | - | true',
	'00416 | 1 | Sneha Das | sneha@example.com | 9435012345 | Guwahati | 18 | 2026-03-02 16:40:00 | false',
	'00417 | 1 | Søren Lund | soren@example.org | - | Aarhus | 1 | 2026-03-11 08:00:00 | true',
	'00418 | 1 | Gurpreet Kaur | guri@example.com | 9814012345 | Amritsar | 5 | 2026-02-25 12:00:00 | false',
	'00419 | 1 | Anil Kumar | anil@example.com | 9447012345 | - | 3 | 2026-03-09 18:30:00 | false',
];

function line({ id, updates, attributes }: StoredCustomer): string {
	const values = new Map(attributes.map(({ name, type, value }) => [`${name}: ${type}`, value]));
	expect(ATTRIBUTES).toEqual(expect.arrayContaining([...values.keys()]));
	return [id, updates, ...ATTRIBUTES.map((name) => values.get(name) ?? '-')].join(' | ');
}

test.each(['Start', 'Every Morning'])(
	'from %s, the rows are stored or reported',
	async (trigger) => {
		const execution = await runFrom(trigger);

		expect(scene.growlytics.customers().map(line).sort()).toEqual(STORED);
		expect(scene.growlytics.ignored()).toEqual([]);
		expect(execution.output('Stored')).toHaveLength(19);
		expect(reportOf(execution)).toEqual([
			{
				'Customer ID': '00408',
				Name: 'Rohan Mehta',
				Email: 'rohan@example.com',
				Mobile: '9825098765',
				City: 'Ahmedabad',
				'Total Orders': '1,240',
				'Last Order Date': '03/04/2026',
				'Is First Time Purchaser': 'no',
				'What Happened':
					'Customer "00408" was not sent: one value does not fit. "Last Order Date": "03/04/2026" can be day first or month first.',
				'What to Do': expect.stringContaining('write the year first'),
			},
		]);
	},
);

test('n8n takes its schedule', async () => {
	const { rest } = scene.n8n;
	await activateWorkflow(rest, workflow);
	expect(await readWorkflow(rest, workflow.id)).toMatchObject({ active: true });
	await rest.call('POST', `/workflows/${workflow.id}/deactivate`, z.unknown());
});

test('where there is no disk, a form takes the file, as the note says', async () => {
	const { rest, url, filesFolder } = scene.n8n;
	const example = readExample('spreadsheet-to-growlytics.json', filesFolder);
	const form = {
		...node({ type: 'n8n-nodes-base.formTrigger', typeVersion: 2.6 }, 'File Form', {
			formTitle: 'Customers',
			formFields: {
				values: [{ fieldLabel: 'Your file', fieldType: 'file', fieldName: 'data' }],
			},
			options: { path: 'customers-file' },
		}),
		webhookId: 'customers-file',
	};
	const left = withoutNodes(example, ['Start', 'Read Customers File']);
	const withForm = { ...left, nodes: [form, ...left.nodes] };
	const uploading = await scene.save(connect(withForm, 'File Form', 'Extract Rows'));
	await activateWorkflow(rest, uploading);
	const { execution } = await causedExecution(rest, uploading.id, async () => {
		const file = readFileSync(join(filesFolder, 'customers.csv'));
		const body = new FormData();
		body.append('field-0', new File([file], 'customers.csv', { type: 'text/csv' }));
		return await callPublished(`${url}/form/customers-file`, { method: 'POST', body });
	});
	expect(execution.output('Extract Rows')).toHaveLength(20);
	expect(execution.output('Stored')).toHaveLength(19);
	expect(reportOf(execution)).toMatchObject([{ 'Customer ID': '00408' }]);
});
