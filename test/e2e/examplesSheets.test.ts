import { node } from '../engine/workflow';
import { readExample } from './examples';
import { finishedExecution } from './executions';
import { type Pinned, reportOf, withNodes, withPinned } from './recipe';
import { type Scene, openScene } from './scene';
import { runWorkflow } from './workflows';

let scene: Scene;
beforeAll(async () => {
	scene = await openScene();
});
afterAll(async () => await scene?.close());
afterEach(() => scene.growlytics.reset());

/** Rows as Google Sheets > Get Row(s) gives them: numbers unformatted, dates as displayed, columns without header. */
const ROWS = [
	{
		row_number: 2,
		Email: 'Asha@Example.com',
		'Full Name': 'Asha Rao',
		Phone: 9820012345,
		Pincode: 411001,
		Spend: '₹12,500',
		Orders: 5,
		Subscribed: true,
		Joined: '31/01/2026',
		col_9: 'ok',
	},
	{
		row_number: 3,
		Email: 'neel@example.com',
		'Full Name': 'Neel',
		Phone: '',
		Pincode: '',
		Spend: '#N/A',
		Orders: 0,
		Subscribed: false,
		Joined: '05/02/2026',
		col_9: '',
	},
	{
		row_number: 4,
		Email: '',
		'Full Name': 'Nobody',
		Phone: '',
		Pincode: 'SW1A 1AA',
		Spend: 980,
		Orders: 2,
		Subscribed: true,
		Joined: '',
		col_9: '',
	},
	{
		row_number: 5,
		Email: 'ira@example.com',
		'Full Name': 'Ira Shaw',
		Phone: '+44 7700 900001',
		Pincode: 'SW1A 1AA',
		Spend: 980,
		Orders: 2,
		Subscribed: true,
		Joined: '',
		col_9: '',
	},
];

/** Changed rows as the Google Sheets Trigger gives them: zeros and unticked boxes are empty. */
const CHANGED = [
	{ row_number: 3, change_type: 'updated', Email: 'neel@example.com', Orders: '', Joined: 46058 },
	{ row_number: 5, change_type: 'added', Email: 'ira@example.com', Orders: 2, Joined: '' },
];

async function runFrom(trigger: string, rows: Pinned[string]) {
	const { rest, filesFolder } = scene.n8n;
	const example = readExample('google-sheets-to-growlytics.json', filesFolder);
	const pinned = withPinned(example, {
		'Get Rows': rows,
		...(trigger === 'Sheet Changed' && { 'Sheet Changed': CHANGED }),
	});
	const workflow = await scene.save(pinned);
	return await finishedExecution(rest, await runWorkflow(rest, workflow, trigger));
}

test.each(['Start', 'Every Morning', 'Sheet Changed'])(
	'from %s, the rows of the sheet are stored or reported',
	async (trigger) => {
		const execution = await runFrom(trigger, ROWS);

		expect(scene.growlytics.customers()).toEqual([
			{
				id: 'asha@example.com',
				updates: 1,
				attributes: [
					{ name: 'name', type: 'string', value: 'Asha Rao' },
					{ name: 'email', type: 'string', value: 'Asha@Example.com' },
					{ name: 'mobile', type: 'string', value: '9820012345' },
					{ name: 'Pincode', type: 'string', value: '411001' },
					{ name: 'Spend', type: 'number', value: 12500 },
					{ name: 'Orders', type: 'number', value: 5 },
					{ name: 'Subscribed', type: 'boolean', value: true },
					{ name: 'Joined', type: 'date', value: '2026-01-31 00:00:00' },
				],
			},
			{
				id: 'neel@example.com',
				updates: 1,
				attributes: [
					{ name: 'name', type: 'string', value: 'Neel' },
					{ name: 'email', type: 'string', value: 'neel@example.com' },
					{ name: 'Orders', type: 'number', value: 0 },
					{ name: 'Subscribed', type: 'boolean', value: false },
					{ name: 'Joined', type: 'date', value: '2026-02-05 00:00:00' },
				],
			},
			{
				id: 'ira@example.com',
				updates: 1,
				attributes: [
					{ name: 'name', type: 'string', value: 'Ira Shaw' },
					{ name: 'email', type: 'string', value: 'ira@example.com' },
					{ name: 'mobile', type: 'string', value: '+44 7700 900001' },
					{ name: 'Pincode', type: 'string', value: 'SW1A 1AA' },
					{ name: 'Spend', type: 'number', value: 980 },
					{ name: 'Orders', type: 'number', value: 2 },
					{ name: 'Subscribed', type: 'boolean', value: true },
				],
			},
		]);
		expect(execution.output('Stored')).toHaveLength(3);
		expect(reportOf(execution)).toEqual([
			{
				'What Happened': expect.stringContaining('Customer ID is empty'),
				'What to Do': expect.stringContaining('Customer ID'),
				...ROWS[2],
			},
		]);
	},
);

test('an execution without a failed row ends well', async () => {
	const execution = await runFrom('Start', ROWS.slice(0, 2));
	expect(execution.status).toBe('success');
	expect(execution.output('To Check')).toEqual([]);
});

test('Preview shows the columns and sends nothing, as the note says', async () => {
	const { rest, filesFolder } = scene.n8n;
	const example = readExample('google-sheets-to-growlytics.json', filesFolder);
	const previewed = withNodes(withPinned(example, { 'Get Rows': ROWS }), (each) =>
		each.name === 'Create or Update Customer'
			? { ...each, parameters: { ...each.parameters, operation: 'preview' } }
			: each,
	);
	const id = await runWorkflow(rest, await scene.save(previewed), 'Start');
	const execution = await finishedExecution(rest, id);
	const shown = execution.output('Stored').map(({ attribute, type }) => `${attribute}: ${type}`);
	expect(shown).toEqual([
		'email: Text',
		'name: Text',
		'mobile: Text',
		'Pincode: Text',
		'Spend: Number',
		'Orders: Number',
		'Subscribed: Yes or No',
		'Joined: Date and Time',
		'row_number: Not sent',
		'col_9: Not sent',
	]);
	expect(scene.growlytics.requests()).toEqual([]);
});

test('Get Rows reads the sheet once, however many rows were changed', async () => {
	const { rest, filesFolder } = scene.n8n;
	const example = readExample('google-sheets-to-growlytics.json', filesFolder);
	const { type, typeVersion, parameters } = node('editFields', 'One Row', {
		mode: 'raw',
		jsonOutput: '{ "Email": "asha@example.com" }',
		options: {},
	});
	const changed = withNodes(withPinned(example, { 'Sheet Changed': CHANGED }), (each) =>
		each.name === 'Get Rows' ? { ...each, type, typeVersion, parameters } : each,
	);
	const id = await runWorkflow(rest, await scene.save(changed), 'Sheet Changed');
	const execution = await finishedExecution(rest, id);
	expect(execution.output('Sheet Changed')).toHaveLength(2);
	expect(execution.output('Stored')).toHaveLength(1);
});
