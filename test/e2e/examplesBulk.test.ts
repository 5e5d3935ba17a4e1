import { withSettings } from './bulkImport';
import { copyExampleFiles, readExample } from './examples';
import { finishedExecution } from './executions';
import { type Scene, openScene } from './scene';
import { postToWebhook } from './webhooks';
import { activateWorkflow, runWorkflow } from './workflows';

let scene: Scene;
beforeAll(async () => {
	scene = await openScene();
});
afterAll(async () => await scene?.close());

test('the bulk import stores the example’s customers on an n8n without workers too', async () => {
	const { rest, url, filesFolder } = scene.n8n;
	copyExampleFiles(filesFolder);
	const example = readExample('bulk-import-to-growlytics.json', filesFolder);
	const workflow = await scene.save(withSettings(example, { 'n8n Address': url }));
	await activateWorkflow(rest, workflow);
	await postToWebhook(url, 'growlytics-batch', { rows: [] });
	const execution = await finishedExecution(rest, await runWorkflow(rest, workflow, 'Start'));

	expect(execution.error).toBeUndefined();
	expect(execution.output('Report')).toMatchObject([{ Batches: 1, Rows: 20, Stored: 19 }]);
	expect(execution.output('Not Stored')).toMatchObject([
		{ 'Customer ID': '00408', 'Total Orders': '1,240' },
	]);
	const [first] = scene.growlytics.customers();
	expect(first).toMatchObject({ id: '00401', updates: 2 });
	expect(first?.attributes).toEqual(
		expect.arrayContaining([
			{ name: 'Total Orders', type: 'number', value: 13 },
			{ name: 'Last Order Date', type: 'date', value: '2026-03-10 08:15:00' },
		]),
	);
});
