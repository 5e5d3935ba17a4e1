import { type EditorScene, CUSTOMER_ID, DEFINED, openEditorScene, refusalOf } from './editorScene';

let scene: EditorScene;
beforeAll(async () => {
	scene = await openEditorScene();
});
afterAll(async () => await scene?.close());
afterEach(() => {
	scene.growlytics.configure({ faults: [] });
	scene.growlytics.reset();
});

function refuseSecond() {
	const body = refusalOf(2);
	scene.growlytics.configure({
		faults: [{ kind: 'status', status: 422, customers: ['00402'], body }],
	});
}

test('a refusal names the customer and the attribute', async () => {
	const { editor } = scene;
	refuseSecond();
	await scene.openNode(DEFINED);
	await editor.execute();
	const message = await editor.part('node-error-message').innerText();
	expect(message).toContain('Customer "00402" was not stored: Growlytics refused it (HTTP 422).');
	expect(message).toContain('"Total Orders" must be a number');
	await editor.screenshot('error-422');
});

test('a refused customer goes to the error output', async () => {
	const { editor } = scene;
	refuseSecond();
	await scene.openNode(DEFINED, { onError: 'continueErrorOutput' });
	await editor.execute();
	await editor.part('node-hint').getByText('2 items: 1 updated, 1 refused.').waitFor();
	await editor.output.getByText('Error Branch (1 item)').click();
	await editor.output.getByText('JSON', { exact: true }).click();
	await editor.output.getByText('must be a number').first().waitFor();
	await editor.screenshot('error-output');
});

test('a column that mixes numbers and text is pointed out above the output', async () => {
	const { editor } = scene;
	await scene.openNode({ customerId: CUSTOMER_ID, mappingMode: 'autoMapInputData' });
	await editor.execute();
	const hint = await editor.part('node-hint').innerText();
	expect(hint).toContain('"Points" (2 items): Sent as text in every item');
	await editor.screenshot('warning-mixed-column');
});

test('a dry run shows what would be sent, and sends nothing', async () => {
	const { editor, growlytics } = scene;
	const options = { dryRun: true };
	await scene.openNode({ customerId: CUSTOMER_ID, mappingMode: 'autoMapInputData', options });
	await editor.execute();
	await editor.part('node-hint').getByText('Dry run: nothing was sent').waitFor();
	await editor.screenshot('dry-run');
	expect(growlytics.requests()).toEqual([]);
});
