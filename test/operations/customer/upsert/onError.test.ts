import { API_KEY, type Together, startTogether } from '../../../engine/together';
import { type NodeSettings, chain, connect, growlytics, node } from '../../../engine/workflow';
import type { Fault } from '../../../growlytics/faultSchema';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => await together.close());
beforeEach(() => {
	together.growlytics.reset();
	together.growlytics.configure({ faults: [] });
});

const photo = { photo: { mimeType: 'image/png', data: 'AAAA', fileName: 'two.png' } };
const input = [
	{ json: { id: '1', orders: '10' } },
	{ json: { id: '2', orders: '20' }, binary: photo },
	{ json: { id: '3', orders: '30' } },
];
const oddOrders = [
	input[0],
	{ json: { id: '2', orders: '12px' }, binary: photo },
	input[2],
].flatMap((item) => item ?? []);

/** What Growlytics says of the second customer, in the shape it publishes. */
const REFUSAL: Fault = {
	kind: 'status',
	status: 422,
	customers: ['2'],
	body: JSON.stringify({
		type: 'ValidationError',
		details: [
			{ message: 'attributes[1].value must be lower', path: ['attributes', 1, 'value'] },
			{ message: 'id is too plain', path: ['id'] },
		],
	}),
};

const CORRECT =
	'Correct what is named here and run again. If a value looks right, compare its type with the one that the attribute has in Growlytics.';
const PLAIN_DIGITS =
	'Use digits, e.g. 1234.5; thousands and a currency may be written too, e.g. ₹1,23,456.00. If Growlytics does not have the attribute yet, you can give it the type Text instead. Or choose Leave Out and Warn under Options > Invalid Attributes.';

const refused = {
	message:
		'Customer "2" was not stored: Growlytics refused it (HTTP 422). "Total Orders" must be lower (sent: Number 20). id is too plain.',
	description: CORRECT,
	reason: 'refused',
	httpCode: '422',
	customerId: '2',
	details: [
		{ attribute: 'Total Orders', message: '"Total Orders" must be lower (sent: Number 20)' },
		{ attribute: 'id', message: 'id is too plain' },
	],
};
const invalid = {
	message:
		'Customer "2" was not sent: one value does not fit. "Total Orders": "12px" is not a number.',
	description: PLAIN_DIGITS,
	reason: 'invalid',
	customerId: '2',
	details: [{ attribute: 'Total Orders', message: '"12px" is not a number' }],
};

const parameters = {
	customerId: '={{ $json.id }}',
	standardAttributes: { name: '=Customer {{ $json.id }}' },
	customAttributes: {
		attribute: [{ name: 'Total Orders', type: 'number', value: '={{ $json.orders }}' }],
	},
};

function workflow(onError: NonNullable<NodeSettings['onError']>) {
	const started = chain([
		node('manualTrigger', 'Trigger'),
		growlytics('Growlytics', parameters, { onError }),
		node('noOp', 'Next'),
	]);
	if (onError !== 'continueErrorOutput') return started;
	return connect(started, 'Growlytics', node('noOp', 'Failed'), 1);
}

const stored = (id: string, item: number) => ({
	json: { success: true, customerId: id, attributesSent: 2 },
	pairedItem: { item },
});

const sentIds = () => together.growlytics.requests().map(({ customerId }) => customerId);
const storedIds = () => together.growlytics.customers().map(({ id }) => id);

describe.each([
	['Growlytics refuses the middle one', input, [REFUSAL], refused, ['1', '2', '3']],
	['the middle one fails the checks', oddOrders, [], invalid, ['1', '3']],
])('%s', (_case, items, faults, error, sent) => {
	beforeEach(() => together.growlytics.configure({ faults: [...faults] }));

	it('Continue: its error item takes its place', async () => {
		const execution = await together.engine.run(workflow('continueRegularOutput'), {
			input: items,
		});
		expect(execution.status).toBe('success');
		expect(execution.nodeError('Growlytics')).toBeUndefined();
		const expected = [
			stored('1', 0),
			{
				json: { success: false, customerId: '2', error },
				pairedItem: { item: 1 },
				binary: photo,
			},
			stored('3', 2),
		];
		expect(execution.output('Growlytics')).toEqual(expected);
		expect(execution.output('Next').map(({ json }) => json)).toEqual(
			expected.map(({ json }) => json),
		);
		expect(sentIds().sort()).toEqual(sent);
		expect(storedIds().sort()).toEqual(['1', '3']);
	});

	it('Continue (using error output): it goes there, with the fields of its input item', async () => {
		const execution = await together.engine.run(workflow('continueErrorOutput'), { input: items });
		expect(execution.status).toBe('success');
		expect(execution.nodeError('Growlytics')).toBeUndefined();
		expect(execution.output('Growlytics', 0)).toEqual([stored('1', 0), stored('3', 2)]);
		expect(execution.output('Growlytics', 1)).toEqual([
			{
				json: { id: '2', orders: items[1]?.json.orders, error },
				pairedItem: { item: 1 },
				binary: photo,
			},
		]);
		expect(execution.output('Next')).toHaveLength(2);
		expect(execution.output('Failed')).toMatchObject([{ json: { id: '2' }, binary: photo }]);
		expect(sentIds().sort()).toEqual(sent);
		expect(storedIds().sort()).toEqual(['1', '3']);
	});

	it('Stop: the workflow ends with the error of that item', async () => {
		const execution = await together.engine.run(workflow('stopWorkflow'), { input: items });
		expect(execution.status).toBe('error');
		expect(execution.timesRun('Growlytics')).toBe(1);
		expect(execution.timesRun('Next')).toBe(0);
		expect(execution.output('Growlytics')).toEqual([]);
		expect(execution.error).toMatchObject({
			name: 'httpCode' in error ? 'NodeApiError' : 'NodeOperationError',
			message: error.message,
			itemIndex: 1,
		});
		expect(execution.error?.description).toContain(error.description);
		expect(execution.error?.httpCode).toBe('httpCode' in error ? error.httpCode : undefined);
		expect(execution.nodeError('Growlytics')?.message).toBe(error.message);
		// No customer is sent twice, and none if it could be known beforehand that one would fail.
		const ids = sentIds();
		expect(ids).toHaveLength(new Set(ids).size);
		expect(ids.includes('2')).toBe('httpCode' in error);
	});
});

it.each([0, 1, 2])('Stop: nothing is sent if item %d fails the checks', async (bad) => {
	const items = input.map((item, index) =>
		index === bad ? { json: { ...item.json, orders: 'many' } } : item,
	);
	const execution = await together.engine.run(workflow('stopWorkflow'), { input: items });
	expect(execution.error).toMatchObject({ name: 'NodeOperationError', itemIndex: bad });
	expect(together.growlytics.requests()).toEqual([]);
});

it('Stop: of two items that fail the checks, the first is named', async () => {
	const items = input.map((item, index) =>
		index === 0 ? item : { json: { ...item.json, orders: `${index} px` } },
	);
	const execution = await together.engine.run(workflow('stopWorkflow'), { input: items });
	expect(execution.error).toMatchObject({
		message:
			'Customer "2" was not sent: one value does not fit. "Total Orders": "1 px" is not a number.',
		itemIndex: 1,
	});
});

it('Stop: everything wrong with an item is in one error', async () => {
	const execution = await together.engine.run(
		chain([
			node('manualTrigger', 'Trigger'),
			growlytics('Growlytics', {
				customerId: '={{ $json.nothing }}',
				customAttributes: {
					attribute: [
						{ name: 'Total Orders', type: 'number', value: '12px' },
						{ name: 'x'.repeat(50), type: 'string', value: 'a' },
						{ name: 'Since', type: 'date', value: '03/04/2026' },
					],
				},
			}),
		]),
		{ input },
	);
	expect(execution.error?.message).toBe(
		`This item was not sent: 4 values do not fit. Customer ID is empty. "${'x'.repeat(50)}": this name has 50 characters, and Growlytics takes at most 49. "Total Orders": "12px" is not a number. "Since": "03/04/2026" can be day first or month first.`,
	);
	expect(together.growlytics.requests()).toEqual([]);
});

it("gives the local Growlytics' own refusal, which Joi words", async () => {
	const attribute = Array.from({ length: 60 }, (_, index) => ({
		name: `={{ $json.kind }} ${index}`,
		type: 'number',
		value: index,
	}));
	const execution = await together.engine.run(
		chain([
			node('manualTrigger', 'Trigger'),
			growlytics(
				'Growlytics',
				{ customerId: '={{ "7" }}', customAttributes: { attribute } },
				{ onError: 'continueRegularOutput' },
			),
		]),
		{ input: ['a', 'b', 'a'].map((kind) => ({ json: { kind } })) },
	);
	expect(execution.output('Growlytics').map(({ json }) => json)).toEqual([
		{ success: true, customerId: '7', attributesSent: 60 },
		{
			success: false,
			customerId: '7',
			error: {
				message:
					'Customer "7" was not stored: Growlytics refused it (HTTP 422). attributes would give the customer 120 custom attributes, more than 100.',
				description: CORRECT,
				reason: 'refused',
				httpCode: '422',
				customerId: '7',
			},
		},
		{ success: true, customerId: '7', attributesSent: 60 },
	]);
});

describe('a message that holds the name of a network error', () => {
	const run = async (onError: NonNullable<NodeSettings['onError']>, value: string) =>
		await together.engine.run(
			chain([
				node('manualTrigger', 'Trigger'),
				growlytics(
					'Growlytics',
					{
						customerId: '={{ "ENOENT" }}',
						customAttributes: {
							attribute: [{ name: 'employeePermission', type: 'number', value: value }],
						},
					},
					{ onError },
				),
			]),
			{ input },
		);
	const faults = [
		{
			kind: 'status' as const,
			status: 422,
			body: JSON.stringify({
				details: [{ message: 'attributes[0].value: ETIMEDOUT', path: ['attributes', 0, 'value'] }],
			}),
		},
	];
	const refusal =
		'Customer "ENOENT" was not stored: Growlytics refused it (HTTP 422). "employeePermission": ETIMEDOUT (sent: Number 5).';
	const failedCheck =
		'Customer "ENOENT" was not sent: one value does not fit. "employeePermission": "EPERM" is not a number.';

	it.each([
		['5', refusal],
		['EPERM', failedCheck],
	])('comes out of a stopped workflow as it is: %s', async (value, message) => {
		together.growlytics.configure({ faults });
		const { error } = await run('stopWorkflow', value);
		expect(error?.message).toBe(message);
		expect(error?.raw).toMatchObject({ message, messages: [] });
	});

	it.each([
		['5', refusal],
		['EPERM', failedCheck],
	])('comes out of an item as it is: %s', async (value, message) => {
		together.growlytics.configure({ faults });
		const execution = await run('continueRegularOutput', value);
		expect(execution.output('Growlytics').map(({ json }) => json)).toMatchObject(
			input.map(() => ({ error: { message } })),
		);
	});
});

it('changes nothing in its input items', async () => {
	const execution = await together.engine.run(workflow('continueRegularOutput'), { input });
	expect(execution.output('Trigger').map(({ json, binary }) => ({ json, binary }))).toEqual([
		{ json: { id: '1', orders: '10' }, binary: undefined },
		{ json: { id: '2', orders: '20' }, binary: photo },
		{ json: { id: '3', orders: '30' }, binary: undefined },
	]);
	expect(together.growlytics.requests()[0]?.headers['x-growlytics-key']).toBe(API_KEY);
});
