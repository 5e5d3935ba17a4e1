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
	expect(hint).toContain(
		'"Points" is Text, because some items hold 12 and others "twelve": if that is not meant, choose its type under Attribute Types.',
	);
	await editor.screenshot('warning-mixed-column');
});

test('a preview shows each attribute in a table, with its type and why, and sends nothing', async () => {
	const { editor, growlytics } = scene;
	const automatic = { customerId: CUSTOMER_ID, mappingMode: 'autoMapInputData' };
	await scene.openNode({ operation: 'preview', ...automatic });
	await editor.execute();
	const hint = await editor.part('node-hint').innerText();
	expect(hint).toContain('Preview: nothing was sent.');
	expect(hint).toContain('"Total Orders":"number"');
	await editor.output.getByText('Table', { exact: true }).click();
	const headers = await editor.output.locator('th').allInnerTexts();
	expect(headers.map((text) => text.trim()).filter(Boolean)).toEqual([
		'attribute',
		'type',
		'decidedBy',
		'why',
		'filled',
		'empty',
		'examples',
		'doesNotFit',
		'note',
	]);
	const row = editor.output.locator('tr').filter({ hasText: 'Last Order Date' });
	expect(await row.innerText()).toContain('Date and Time');
	await editor.screenshot('preview-attributes');
	expect(growlytics.requests()).toEqual([]);
});

test('a preview shows the requests too; back at Create or Update, all that was entered is there', async () => {
	const { editor, growlytics } = scene;
	await scene.openNode({ operation: 'preview', show: 'requests', ...DEFINED });
	await editor.execute();
	await editor.output.getByText('JSON', { exact: true }).click();
	await editor.output.getByText('"Mumbai"').first().waitFor();
	await editor.screenshot('preview-requests');
	expect(growlytics.requests()).toEqual([]);

	await editor.choose('operation', 'Create or Update');
	await editor.execute();
	expect(growlytics.customers()).toMatchObject([
		{
			id: '00401',
			attributes: [
				{ name: 'name', value: 'Asha Rao' },
				{ name: 'City', type: 'string', value: 'Mumbai' },
				{ name: 'Total Orders', type: 'number', value: 3 },
			],
		},
		{ id: '00402' },
	]);
});
