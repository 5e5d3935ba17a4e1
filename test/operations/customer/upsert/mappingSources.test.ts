import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { type Together, startTogether } from '../../../engine/together';
import { chain, growlytics, node } from '../../../engine/workflow';

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

/** The lists under Attribute Types, as they are saved. */
const typed = (attributeTypes: INodeParameters) => ({ attributeTypes });

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

	it('arrive with their types: a word for nothing is nothing, and what can be the number of an order is text', async () => {
		const execution = await run(spreadsheet, { customerId }, rows);
		expect(execution.output('Read').map(({ json }) => json)).toEqual(rows.map(({ json }) => json));
		expect(stored()).toEqual([
			[
				'1001',
				{
					name: ['string', 'Asha'],
					mobile: ['string', '919911112222'],
					Orders: ['number', 12],
					City: ['string', 'Pune'],
					'Last Order': ['string', '46053.8'],
					Vip: ['boolean', true],
				},
			],
			[
				'1002',
				{
					name: ['string', 'Ben'],
					mobile: ['string', '919911113333'],
					'Last Order': ['string', '46054'],
					Vip: ['boolean', false],
				},
			],
		]);
		expect(execution.hints('Growlytics').map(({ message }) => message)).toEqual([
			'• Words for nothing count as empty: "N/A" in "Orders".<br>• Standard attributes filled: name from "Name".',
		]);
	});

	it('are no cause for a warning where only a name was matched', async () => {
		const input = rows.map(({ json }) => ({ json: { ...json, Orders: 1 } }));
		const execution = await run(spreadsheet, { customerId }, input);
		expect(execution.hints('Growlytics')).toEqual([
			{
				message: 'Standard attributes filled: name from "Name".',
				type: 'info',
				location: 'outputPane',
			},
		]);
	});

	it('are refused where a value does not fit its Attribute Type, with all ways out', async () => {
		const types = typed({ numberFields: 'Name', dateFields: "['Last Order']" });
		const execution = await run(spreadsheet, { customerId, ...types }, rows.slice(1));
		expect(stored()).toEqual([]);
		expect(execution.error?.message).toBe(
			'Customer "1002" was not sent: 2 values do not fit. "Name": "Ben" is not a number. "Last Order": 46054 is a number, not a date.',
		);
		expect(execution.error?.description).toContain(
			'"Name": Use digits, e.g. 1234.5; thousands and a currency may be written too, e.g. ₹1,23,456.00. "Last Order": If it counts days or seconds, choose which under Options > Numbers as Dates.',
		);
		expect(execution.error?.description).toContain(
			` If Growlytics does not have the attribute yet, you can give it the type Text instead. Or ${LEAVE_OUT}.`,
		);
	});

	it('arrive with the types that are wanted once the options of the messages are set', async () => {
		const types = typed({ numberFields: 'Name', dateFields: "['Last Order']" });
		const options = { dateNumbers: 'spreadsheetSerial', invalidAttributes: 'skip' };
		const execution = await run(spreadsheet, { customerId, ...types, options }, rows);
		expect(stored()).toMatchObject([
			['1001', { Orders: ['number', 12], 'Last Order': ['date', '2026-01-31 19:12:00'] }],
			['1002', { 'Last Order': ['date', '2026-02-01 00:00:00'] }],
		]);
		expect(execution.output('Growlytics')[1]?.json.warnings).toEqual([
			{ attribute: 'Name', message: 'Left out: "Ben" is not a number.' },
		]);
	});
});

describe('rows of a CSV file, where everything is text', () => {
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

	it('gets the types that its values leave no doubt of, and the notice lists them', async () => {
		const execution = await run(csv, { customerId }, rows);
		expect(stored()).toEqual([
			[
				'007',
				{
					Orders: ['number', 12],
					Vip: ['boolean', true],
					Since: ['date', '2026-01-31 00:00:00'],
				},
			],
			['008', { Vip: ['boolean', false], Since: ['date', '2026-02-01 00:00:00'] }],
		]);
		expect(execution.hints('Growlytics')).toEqual([
			{
				message:
					'Read from text: Orders = Number, Vip = Yes or No, Since = Date and Time. Choose the types under Attribute Types to keep them.',
				type: 'info',
				location: 'outputPane',
			},
		]);
	});

	it('stays as it is with Detect Types off, but for what Attribute Types says', async () => {
		const options = { detectTypes: 'off' };
		await run(csv, { customerId, options, ...typed({ dateFields: 'Since' }) }, rows);
		expect(stored()).toEqual([
			[
				'007',
				{
					Orders: ['string', '12'],
					Vip: ['string', 'yes'],
					Since: ['date', '2026-01-31 00:00:00'],
				},
			],
			['008', { Vip: ['string', 'no'], Since: ['date', '2026-02-01 00:00:00'] }],
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
		name: ['string', 'Asha'],
		email: ['string', 'asha@example.com'],
		'Team Size': ['number', 12],
	};
	const file = {
		'CV.filename': ['string', 'cv.pdf'],
		'CV.mimetype': ['string', 'application/pdf'],
		'CV.size': ['string', '1'],
	};

	it('is refused if nested values are to be, with the way out; the file stays with the item', async () => {
		const options = { nestedValues: 'error' };
		const passOn = {
			...growlytics('Growlytics', { customerId, mappingMode: 'autoMapInputData', options }),
			onError: 'continueRegularOutput' as const,
		};
		const execution = await together.engine.run(chain([trigger, passOn]), { input: [submission] });
		expect(execution.output('Growlytics')).toMatchObject([
			{
				json: {
					error: {
						message:
							'Customer "asha@example.com" was not sent: 2 values do not fit. "Interests": It is a list of 2, not a single value. "CV": It is an object, not a single value.',
						description: `Choose under Options > Nested Values what to do with it, or ${LEAVE_OUT}.`,
					},
				},
				binary,
			},
		]);
	});

	it.each<[string, object]>([
		['readable', { Interests: ['string', 'SMS, Mail'], ...file }],
		['flatten', { Interests: ['string', '["SMS","Mail"]'], ...file }],
		[
			'json',
			{
				Interests: ['string', '["SMS","Mail"]'],
				CV: ['string', '{"filename":"cv.pdf","mimetype":"application/pdf","size":1}'],
			},
		],
		['skip', {}],
	])('arrives without what the form adds: %s', async (nestedValues, nested) => {
		await run([], { customerId, options: { nestedValues } }, [submission]);
		expect(stored()).toEqual([['asha@example.com', { ...answers, ...nested }]]);
		expect(together.growlytics.ignored()).toEqual([]);
	});

	it('arrives with what the form adds if that is selected', async () => {
		const include = { include: 'selected', includeFields: 'Email, submittedAt' };
		await run([], { customerId, ...include }, [submission]);
		expect(stored()).toEqual([
			[
				'asha@example.com',
				{ email: ['string', 'asha@example.com'], submittedAt: ['date', '2026-01-31 19:14:15'] },
			],
		]);
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

	it('arrives without the names that are too long, and not with more than a customer holds', async () => {
		const execution = await run([], { customerId }, contact);
		expect(execution.error?.message).toContain(
			'Customer "7" was not sent: a customer can hold 100 custom attributes, and this item has 125. Too many: "properties.p100", ',
		);
		expect(execution.error?.message).toContain('"properties.p109", 15 more.');
		expect(execution.error?.message).not.toContain(LONG);
		expect(execution.error?.description).toContain(
			`Send fewer attributes (Map Automatically has Include for that), or ${LEAVE_OUT}: then the first 100 are sent.`,
		);
		expect(together.growlytics.requests()).toEqual([]);
	});

	it('arrives with its first 100 attributes if the others are left out', async () => {
		const execution = await run(
			[],
			{ customerId, options: { invalidAttributes: 'skip' } },
			contact,
		);
		const [[id, attributes] = []] = stored();
		expect(id).toBe('7');
		const kept = Array.from({ length: 100 }, (_, index) => `properties.p${index}`);
		expect(Object.keys(attributes ?? {})).toEqual(['email', ...kept]);
		const { json } = execution.output('Growlytics')[0] ?? {};
		expect(json).toMatchObject({ attributesSent: 101, warnings: { length: 1 } });
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

	it('arrives by its body alone: what is in its headers never does', async () => {
		const execution = await run([], { customerId: '={{ $json.body.Email }}' }, call);
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
		expect(execution.hints('Growlytics')[0]?.message).toContain(
			'"body" (1 item): The fields inside it are sent under their own names.',
		);
	});

	it.each(['params', 'headers', 'params, query, headers.host'])(
		'keeps its headers to itself also if %s is excluded and the rest flattened',
		async (excludeFields) => {
			const parameters = { include: 'except', excludeFields, options: { nestedValues: 'flatten' } };
			await run([], { customerId: '={{ $json.body.Email }}', ...parameters }, call);
			const bodies = together.growlytics.requests().map(({ body }) => body);
			expect(bodies.join()).not.toMatch(/session=secret|n8n\.example/);
			expect(stored()).toHaveLength(1);
		},
	);

	it('is refused with the ID that is not there', async () => {
		const execution = await run([], { customerId: '={{ $json.email }}' }, call);
		expect(execution.error?.message).toBe('This item was not sent: Customer ID is empty.');
		expect(together.growlytics.requests()).toEqual([]);
	});

	it('arrives by its body in the mode JSON, too', async () => {
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
