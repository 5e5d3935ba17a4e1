import { type EditorScene, CUSTOMER_ID, openEditorScene } from './editorScene';

let scene: EditorScene;
beforeAll(async () => {
	scene = await openEditorScene();
});
afterAll(async () => await scene?.close());
afterEach(() => scene.growlytics.reset());

const TYPES = ['Text', 'Number', 'Yes or No', 'Date and Time'];

test('two typed custom attributes are built by clicking and dragging, and stored', async () => {
	const { editor, growlytics } = scene;
	await scene.openNode({});
	await editor.screenshot('parameters-new');
	await editor.drag('Customer ID', 'customerId');

	const add = editor.page.getByRole('button', { name: 'Add Custom Attribute' });
	await add.click();
	await editor.parameter('name').locator('input').fill('City');
	await editor.drag('City', 'value');
	await add.click();
	await editor.parameter('name').locator('input').fill('Total Orders');
	await editor.choose('type', 'Number');
	await editor.drag('Total Orders', 'value');
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

test('a custom attribute keeps what was dragged in, whatever its type, and takes its name', async () => {
	const { editor, growlytics } = scene;
	await scene.openNode({ customerId: CUSTOMER_ID });
	await editor.page.getByRole('button', { name: 'Add Custom Attribute' }).click();
	await editor.drag('Total Orders', 'value');
	await editor.parameter('type').click();
	expect(await editor.entries()).toEqual(TYPES.map((label) => expect.stringContaining(label)));
	await editor.screenshot('parameters-types');
	await editor.pick('Text');
	for (const label of [...TYPES.slice(1), 'Number']) {
		await editor.choose('type', label);
		await editor.parameter('value').getByText("$json['Total Orders']").waitFor();
		expect(await editor.part('parameter-input-value').count()).toBe(1);
		await editor.screenshot(`parameters-type-${label.toLowerCase().replaceAll(' ', '-')}`);
	}

	await editor.execute();
	expect(growlytics.customers()).toMatchObject([
		{ id: '00401', attributes: [{ name: 'Total Orders', type: 'number', value: 3 }] },
		{ id: '00402' },
	]);
});

test('the types of a file are given by dragging fields into four lists', async () => {
	const { editor, growlytics } = scene;
	await scene.openNode({ customerId: CUSTOMER_ID, mappingMode: 'autoMapInputData' });
	const add = editor.part('collection-parameter-add').first();
	await add.click();
	expect(await editor.entries()).toEqual(['Date and Time', 'Number', 'Text', 'Yes or No']);
	await editor.pick('Date and Time');
	await editor.dragName('Last Order Date', 'dateFields');
	for (const [label, field, list] of [
		['Number', 'Total Orders', 'numberFields'],
		['Text', 'City', 'textFields'],
		['Yes or No', 'Newsletter', 'booleanFields'],
	] as const) {
		await add.click();
		await editor.pick(label);
		await editor.dragName(field, list);
	}
	await editor.dragName('Points', 'textFields');
	await editor.screenshot('attribute-types-lists');
	const text = editor.parameter('textFields').locator('input');
	expect(await text.inputValue()).toBe('City, Points');

	await editor.execute();
	expect(growlytics.customers()[0]?.attributes).toEqual([
		{ name: 'name', type: 'string', value: 'Asha Rao' },
		{ name: 'email', type: 'string', value: 'asha@example.com' },
		{ name: 'City', type: 'string', value: 'Mumbai' },
		{ name: 'Total Orders', type: 'number', value: 3 },
		{ name: 'Last Order Date', type: 'date', value: '2026-01-31 19:14:15' },
		{ name: 'Points', type: 'string', value: '12' },
		{ name: 'Newsletter', type: 'boolean', value: true },
	]);
});

const COMMON = ['Resource', 'Operation', 'Customer ID', 'Mapping Mode'];

test.each([
	['Map Each Field Below', ['Standard Attributes', 'Custom Attributes']],
	['Map Automatically', ['Include', 'Attribute Types']],
	['JSON', ['Attributes (JSON)', 'Attribute Types']],
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
		'Customer ID Case',
		'Date Order',
		'Empty Values',
		'Invalid Attributes',
		'Max Requests per Second',
		'Max Retries',
		'Number Format',
		'Numbers as Dates',
		'Timeout',
	],
	autoMapInputData: [
		'Attribute Types (JSON)',
		'Concurrency',
		'Customer ID Case',
		'Date Order',
		'Detect Types',
		'Empty Values',
		'Invalid Attributes',
		'Match Standard Attributes',
		'Max Requests per Second',
		'Max Retries',
		'Nested Values',
		'Number Format',
		'Numbers as Dates',
		'Rename Attributes',
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
