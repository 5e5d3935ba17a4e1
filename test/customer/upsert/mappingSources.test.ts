import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { type Together, startTogether } from '../../engine/together';
import { chain, growlytics, node } from '../../engine/workflow';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => await together.close());
beforeEach(() => together.growlytics.reset());

const trigger = node('manualTrigger', 'Trigger');

const LEAVE_OUT = 'choose Leave Out and Warn under Options > Invalid Attributes';

/** Runs the items through the nodes before, then Map Automatically unless the parameters say otherwise. */
async function run(
	before: readonly INode[],
	parameters: INodeParameters,
	input: readonly INodeExecutionData[],
) {
	const last = growlytics('Growlytics', { mappingMode: 'autoMapInputData', ...parameters });
	return await together.engine.run(chain([trigger, ...before, last]), { input });
}

/** What each customer has in Growlytics: type and value by name. */
function stored() {
	return together.growlytics
		.customers()
		.map(({ id, attributes }) => [
			id,
			Object.fromEntries(attributes.map(({ name, type, value }) => [name, [type, value]])),
		]);
}

const declare = (types: Record<string, string>) => ({
	attributeTypes: { attribute: Object.entries(types).map(([name, type]) => ({ name, type })) },
});

describe('rows of a spreadsheet, read without formats', () => {
	const rows = [
		{
			'Customer ID': 1001,
			Name: 'Asha',
			mobile: 919911112222,
			Orders: 12,
			City: 'Pune',
			'Last Order': 46053.8,
			Vip: true,
		},
		{
			'Customer ID': 1002,
			Name: 'Ben',
			mobile: 919911113333,
			Orders: 'N/A',
			City: '',
			'Last Order': 46054,
			Vip: false,
		},
	].map((json) => ({ json }));
	const spreadsheet = [
		node({ type: 'n8n-nodes-base.convertToFile', typeVersion: 1.1 }, 'Write', {
			operation: 'xlsx',
		}),
		node('extractFromFile', 'Read', { operation: 'xlsx' }),
	];
	const customerId = "={{ $json['Customer ID'] }}";

	it('arrive, the mixed column as text, with a warning that names the option', async () => {
		const execution = await run(spreadsheet, { customerId }, rows);
		expect(execution.output('Read').map(({ json }) => json)).toEqual(rows.map(({ json }) => json));
		expect(stored()).toEqual([
			[
				'1001',
				{
					name: ['string', 'Asha'],
					mobile: ['string', '919911112222'],
					'Customer ID': ['number', 1001],
					Orders: ['string', '12'],
					City: ['string', 'Pune'],
					'Last Order': ['number', 46053.8],
					Vip: ['boolean', true],
				},
			],
			[
				'1002',
				{
					name: ['string', 'Ben'],
					mobile: ['string', '919911113333'],
					'Customer ID': ['number', 1002],
					Orders: ['string', 'N/A'],
					'Last Order': ['number', 46054],
					Vip: ['boolean', false],
				},
			],
		]);
		expect(execution.hints('Growlytics').map(({ message }) => message)).toEqual([
			'• "Orders" (2 items): Sent as text in every item, because some items hold a number (12) and others text ("N/A"). Growlytics keeps the first type that it sees, and ignores values of another. Choose it under Options &gt; Attribute Types; Options &gt; Dry Run shows it before anything is sent.<br>• "name" (2 items): Taken from the field "Name".',
		]);
	});

	it('are no cause for a warning where only a name was matched', async () => {
		const input = rows.map(({ json }) => ({ json: { ...json, Orders: 1 } }));
		const execution = await run(spreadsheet, { customerId }, input);
		expect(execution.hints('Growlytics')).toEqual([
			{
				message: '"name" (2 items): Taken from the field "Name".',
				type: 'info',
				location: 'outputPane',
			},
		]);
	});

	it('are refused where a value does not fit its Attribute Type, with all ways out', async () => {
		const options = declare({ Orders: 'number', 'Last Order': 'date' });
		const execution = await run(spreadsheet, { customerId, options }, rows.slice(1));
		expect(stored()).toEqual([]);
		expect(execution.error?.message).toBe(
			'Customer "1002" was not sent: 2 values do not fit. "Orders": "N/A" is not a plain number. "Last Order": 46054 is a number, not a date.',
		);
		expect(execution.error?.description).toContain(
			'Use digits with a point for decimals and nothing else, e.g. 1234.5. If it counts days or seconds, choose which under Options > Numbers as Dates.',
		);
		expect(execution.error?.description).toContain(
			` If Growlytics does not have the attribute yet, you can give it the type Text instead. Or ${LEAVE_OUT}.`,
		);
	});

	it('arrive with the types that are wanted once the options of the messages are set', async () => {
		const options = {
			...declare({ Orders: 'number', 'Last Order': 'date' }),
			dateNumbers: 'spreadsheetSerial',
			invalidAttributes: 'skip',
		};
		const execution = await run(spreadsheet, { customerId, options }, rows);
		expect(stored()).toMatchObject([
			['1001', { Orders: ['number', 12], 'Last Order': ['date', '2026-01-31 19:12:00'] }],
			['1002', { 'Last Order': ['date', '2026-02-01 00:00:00'] }],
		]);
		expect(execution.output('Growlytics')[1]?.json.warnings).toEqual([
			{ attribute: 'name', message: 'Taken from the field "Name".' },
			{ attribute: 'Orders', message: 'Left out: "N/A" is not a plain number.' },
		]);
	});
});

describe('rows of a CSV file, where everything is text', () => {
	it('stay text until Attribute Types says otherwise', async () => {
		const rows = [
			{ id: '007', Orders: '12', Vip: 'yes', Since: '2026-01-31', '': '' },
			{ id: '008', Orders: '', Vip: 'no', Since: '2026-02-01', '': '' },
		].map((json) => ({ json }));
		const csv = [
			node({ type: 'n8n-nodes-base.convertToFile', typeVersion: 1.1 }, 'Write', {
				operation: 'csv',
			}),
			node('extractFromFile', 'Read', { operation: 'csv' }),
		];
		// The writer puts a byte order mark before the first header, and the reader leaves it there.
		const customerId = "={{ $json['\ufeffid'] }}";
		const execution = await run(csv, { customerId }, rows);
		expect(stored()[0]).toEqual([
			'007',
			{
				id: ['string', '007'],
				Orders: ['string', '12'],
				Vip: ['string', 'yes'],
				Since: ['string', '2026-01-31'],
			},
		]);
		expect(execution.output('Growlytics')[0]?.json.warnings).toEqual([
			{ attribute: 'id', message: 'Sent without the space around its name.' },
		]);
		together.growlytics.reset();
		const options = declare({ Orders: 'number', Vip: 'boolean', Since: 'date' });
		await run(csv, { customerId, options }, rows);
		expect(stored()).toEqual([
			[
				'007',
				{
					id: ['string', '007'],
					Orders: ['number', 12],
					Vip: ['boolean', true],
					Since: ['date', '2026-01-31 00:00:00'],
				},
			],
			[
				'008',
				{ id: ['string', '008'], Vip: ['boolean', false], Since: ['date', '2026-02-01 00:00:00'] },
			],
		]);
	});
});

describe('a form submission with a file', () => {
	/** As n8n's Form Trigger gives it: a file is in the JSON by its name and size, and beside it as binary. */
	const binary = { CV: { data: 'YQ==', mimeType: 'application/pdf', fileName: 'cv.pdf' } };
	const submission = {
		json: {
			'Full Name': 'Asha',
			Email: 'asha@example.com',
			'Team Size': 12,
			Interests: ['SMS', 'Mail'],
			CV: { filename: 'cv.pdf', mimetype: 'application/pdf', size: 1 },
			submittedAt: '2026-01-31T19:14:15.000+05:30',
			formMode: 'production',
		},
		binary,
	};
	const customerId = '={{ $json.Email }}';
	const answers = {
		email: ['string', 'asha@example.com'],
		'Full Name': ['string', 'Asha'],
		'Team Size': ['number', 12],
	};

	it('is refused, because some answers are no single value; the file stays with the item', async () => {
		const passOn = {
			...growlytics('Growlytics', { customerId, mappingMode: 'autoMapInputData' }),
			onError: 'continueRegularOutput' as const,
		};
		const execution = await together.engine.run(chain([trigger, passOn]), { input: [submission] });
		expect(execution.output('Growlytics')).toMatchObject([
			{
				json: {
					error: {
						message:
							'Customer "asha@example.com" was not sent: 2 values do not fit. "Interests": a list of 2 is not a single value. "CV": an object is not a single value.',
						description:
							'Choose under Options > Nested Values what to do with it: flatten it, send it as JSON text, or leave it out.',
					},
				},
				binary,
			},
		]);
	});

	it.each<[string, object]>([
		[
			'flatten',
			{
				Interests: ['string', '["SMS","Mail"]'],
				'CV.filename': ['string', 'cv.pdf'],
				'CV.mimetype': ['string', 'application/pdf'],
				'CV.size': ['number', 1],
			},
		],
		[
			'json',
			{
				Interests: ['string', '["SMS","Mail"]'],
				CV: ['string', '{"filename":"cv.pdf","mimetype":"application/pdf","size":1}'],
			},
		],
		['skip', {}],
	])('arrives with the option that the message names: %s', async (nestedValues, nested) => {
		await run([], { customerId, options: { nestedValues } }, [submission]);
		const form = {
			submittedAt: ['date', '2026-01-31 19:14:15'],
			formMode: ['string', 'production'],
		};
		expect(stored()).toEqual([['asha@example.com', { ...answers, ...nested, ...form }]]);
		expect(together.growlytics.ignored()).toEqual([]);
	});

	it('arrives without the fields of the form itself if they are excluded', async () => {
		const parameters = {
			customerId,
			include: 'except',
			excludeFields: 'submittedAt, formMode',
			options: { nestedValues: 'skip' },
		};
		await run([], parameters, [submission]);
		expect(stored()).toEqual([['asha@example.com', answers]]);
	});
});

describe('a contact of a CRM with 130 properties', () => {
	const LONG = 'hs_analytics_first_touch_converting_campaign_in_region_';
	const properties: IDataObject = Object.fromEntries([
		...Array.from({ length: 125 }, (_, index) => [`p${index}`, `v${index}`]),
		...Array.from({ length: 5 }, (_, index) => [LONG + index, 'x']),
	]);
	const contact = [{ json: { vid: 7, email: 'a@b.in', properties, lists: [] } }];
	const customerId = '={{ $json.vid }}';

	it('is refused, because its properties are nested', async () => {
		const execution = await run([], { customerId }, contact);
		expect(execution.error?.message).toBe(
			'Customer "7" was not sent: 2 values do not fit. "properties": an object is not a single value. "lists": a list of 0 is not a single value.',
		);
		expect(execution.error?.description).toMatch(
			/^Choose under Options > Nested Values what to do with it: flatten it, send it as JSON text, or leave it out\./,
		);
	});

	it('is refused, flattened, for its long names and the properties beyond 100', async () => {
		const execution = await run([], { customerId, options: { nestedValues: 'flatten' } }, contact);
		const tooLong = (index: number) =>
			`"properties.${LONG}${index}": this name has 67 characters, and Growlytics takes at most 49.`;
		expect(execution.error?.message).toBe(
			`Customer "7" was not sent: 32 values do not fit. ${[0, 1, 2, 3, 4].map(tooLong).join(' ')} And 27 more.`,
		);
		expect(execution.error?.description).toContain(
			`Give the attribute a shorter name, or ${LEAVE_OUT}. Send fewer attributes (Map Automatically has Include for that), or ${LEAVE_OUT}: then the first 100 are sent.`,
		);
		expect(together.growlytics.requests()).toEqual([]);
	});

	it('arrives with its first 100 attributes if the others are left out', async () => {
		const options = { nestedValues: 'flatten', invalidAttributes: 'skip' };
		const execution = await run([], { customerId, options }, contact);
		const [[id, attributes] = []] = stored();
		expect(id).toBe('7');
		const kept = Array.from({ length: 99 }, (_, index) => `properties.p${index}`);
		expect(Object.keys(attributes ?? {})).toEqual(['email', 'vid', ...kept]);
		const { json } = execution.output('Growlytics')[0] ?? {};
		expect(json).toMatchObject({ attributesSent: 101, warnings: { length: 32 } });
	});

	it('arrives with the properties that are selected', async () => {
		const include = {
			include: 'selected',
			includeFields: "email, properties.p3, properties['p4']",
		};
		await run([], { customerId, ...include }, contact);
		expect(stored()).toEqual([
			[
				'7',
				{
					email: ['string', 'a@b.in'],
					'properties.p3': ['string', 'v3'],
					'properties.p4': ['string', 'v4'],
				},
			],
		]);
	});
});

describe('a call of a webhook', () => {
	const call = [
		{
			json: {
				headers: { cookie: 'session=secret', host: 'n8n.example' },
				params: {},
				query: {},
				body: { Email: 'asha@example.com', Orders: 3, cart: { total: 12.5 } },
				webhookUrl: 'https://n8n.example/webhook/x',
				executionMode: 'production',
			},
		},
	];

	it('is refused, with the ID that is not there and the way out', async () => {
		const execution = await run([], { customerId: '={{ $json.email }}' }, call);
		expect(execution.error?.message).toBe(
			'This item was not sent: 2 values do not fit. Customer ID is empty. Webhook data came whole, and the cookies in its headers must not become attributes.',
		);
		expect(execution.error?.description).toContain(
			'Set Mapping Mode to JSON and enter the expression {{ $json.body }}: it sends the fields of the body alone. The Customer ID is in the body too, e.g. {{ $json.body.email }}.',
		);
		expect(together.growlytics.requests()).toEqual([]);
	});

	it('arrives by its body, as the message says', async () => {
		const parameters = {
			mappingMode: 'json',
			attributesJson: '={{ $json.body }}',
			customerId: '={{ $json.body.Email }}',
			options: { nestedValues: 'flatten' },
		};
		await run([], parameters, call);
		expect(stored()).toEqual([
			[
				'asha@example.com',
				{
					email: ['string', 'asha@example.com'],
					Orders: ['number', 3],
					'cart.total': ['number', 12.5],
				},
			],
		]);
	});
});
