import { type EditorScene, CUSTOMER_ID, openEditorScene } from './editorScene';

let scene: EditorScene;
beforeAll(async () => {
	scene = await openEditorScene();
});
afterAll(async () => await scene?.close());
afterEach(() => scene.growlytics.reset());

test('two typed custom attributes are built by clicking and dragging, and stored', async () => {
	const { editor, growlytics } = scene;
	await scene.openNode({});
	await editor.screenshot('parameters-new');
	await editor.drag('Customer ID', 'customerId');

	const add = editor.page.getByRole('button', { name: 'Add Custom Attribute' });
	await add.click();
	await editor.parameter('name').locator('input').fill('City');
	await editor.drag('City', 'stringValue');
	await add.click();
	await editor.parameter('name').locator('input').fill('Total Orders');
	await editor.choose('type', 'Number');
	await editor.parameter('numberValue').waitFor();
	await editor.drag('Total Orders', 'numberValue');
	await editor.screenshot('parameters-typed-attributes');

	await editor.execute();
	await editor.output.getByText('00402', { exact: true }).waitFor();
	await editor.screenshot('output');
	expect(growlytics.customers()).toMatchObject([
		{
			id: '00401',
			attributes: [
				{ name: 'City', type: 'string', value: 'Mumbai' },
				{ name: 'Total Orders', type: 'number', value: 3 },
			],
		},
		{ id: '00402' },
	]);
});

test('the type of a custom attribute switches its value field', async () => {
	const { editor } = scene;
	const fields = ['stringValue', 'numberValue', 'booleanValue', 'dateValue'];
	await scene.openNode({ customerId: CUSTOMER_ID });
	await editor.page.getByRole('button', { name: 'Add Custom Attribute' }).click();
	await editor.parameter('type').click();
	await editor.entries();
	await editor.screenshot('parameters-types');
	await editor.pick('Text');
	const labels = ['Text', 'Number', 'Yes or No', 'Date and Time'];
	for (const [index, label] of labels.entries()) {
		if (index > 0) await editor.choose('type', label);
		await editor.parameter(fields[index] ?? '').waitFor();
		const others = fields.filter((_, other) => other !== index);
		for (const other of others) expect(await editor.parameter(other).count()).toBe(0);
	}
	await editor.screenshot('parameters-date');
});

const COMMON = ['Resource', 'Operation', 'Customer ID', 'Mapping Mode'];

test.each([
	['Map Each Field Below', ['Standard Attributes', 'Custom Attributes']],
	['Map Automatically', ['Include']],
	['JSON', ['Attributes (JSON)']],
])('%s shows only what belongs to it', async (mode, own) => {
	const { editor } = scene;
	await scene.openNode({ customerId: CUSTOMER_ID });
	await editor.choose('mappingMode', mode);
	await editor.page.getByText(own[0] ?? '', { exact: true }).waitFor();
	await editor.screenshot(`mode-${mode.toLowerCase().replaceAll(' ', '-')}`);
	expect((await editor.labels()).filter((label) => label !== 'Credential')).toEqual([
		...COMMON,
		...own,
		'Options',
	]);
});

const OPTIONS = {
	defineBelow: [
		'Concurrency',
		'Dry Run',
		'Empty Values',
		'Invalid Attributes',
		'Max Requests per Second',
		'Max Retries',
		'Numbers as Dates',
		'Timeout',
	],
	autoMapInputData: [
		'Attribute Types',
		'Concurrency',
		'Detect Dates',
		'Dry Run',
		'Empty Values',
		'Invalid Attributes',
		'Match Standard Attributes',
		'Max Requests per Second',
		'Max Retries',
		'Nested Values',
		'Numbers as Dates',
		'Timeout',
	],
};

test.each(Object.entries(OPTIONS))('%s offers its options', async (mappingMode, names) => {
	const { editor } = scene;
	await scene.openNode({ customerId: CUSTOMER_ID, mappingMode });
	await editor.part('collection-parameter-add').last().click();
	expect(await editor.entries()).toEqual(names);
	await editor.screenshot(`options-${mappingMode}`);
});
