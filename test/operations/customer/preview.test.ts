import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { type Together, startTogether } from '../../engine/together';
import type { NodeSettings } from '../../engine/workflow';
import { chain, growlytics, node } from '../../engine/workflow';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => await together.close());
beforeEach(() => together.growlytics.reset());

const automatic = { customerId: '={{ $json.id }}', mappingMode: 'autoMapInputData' };

async function run(
	parameters: INodeParameters,
	input: readonly INodeExecutionData[],
	settings: NodeSettings = {},
) {
	const last = growlytics('Growlytics', { ...automatic, ...parameters }, settings);
	const execution = await together.engine.run(chain([node('manualTrigger', 'Trigger'), last]), {
		input,
	});
	return {
		error: execution.error,
		output: execution.output('Growlytics'),
		notice: String(execution.hints('Growlytics')[0]?.message),
	};
}

const itemsOf = (rows: readonly IDataObject[]) => rows.map((json) => ({ json }));

const customers = itemsOf([
	{ id: 'c1', 'Total Orders': '3', Joined: '2026-01-31', City: 'Pune' },
	{ id: 'c2', 'Total Orders': '12', Joined: '', City: 'Thane' },
]);

/** One item without an ID, one whose value does not fit the type that was chosen. */
const binary = { photo: { mimeType: 'image/png', data: 'AAAA', fileName: 'one.png' } };
const wrong = [
	{ json: { id: '', Size: '1' } },
	{ json: { id: 'c2', Size: 'XL' }, binary },
	{ json: { id: 'c3', Size: '3' } },
];
const asNumber = { attributeTypes: { numberFields: 'Size' } };

it('shows a row for each attribute: its type, who decided, and what becomes of its values', async () => {
	const { output, notice } = await run({ operation: 'preview' }, customers);
	expect(output.map(({ json }) => json)).toMatchObject([
		{ attribute: 'id', type: 'Not sent', filled: 2 },
		{ attribute: 'Total Orders', type: 'Number', decidedBy: 'the text', filled: 2, empty: 0 },
		{
			attribute: 'Joined',
			type: 'Date and Time',
			decidedBy: 'the text',
			filled: 1,
			empty: 1,
			examples: '2026-01-31 → 2026-01-31 00:00:00',
		},
		{ attribute: 'City', type: 'Text', filled: 2, examples: 'Pune; Thane' },
	]);
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual(output.map(() => ({ item: 0 })));
	expect(notice).toContain('Preview: nothing was sent.');
	expect(together.growlytics.requests()).toEqual([]);
});

it('gives types that can be pasted: the customers are the same then, and nothing is left to say', async () => {
	const { notice } = await run({ operation: 'preview' }, customers);
	const types = /Attribute Types \(JSON\): (\{[^}]*\})/.exec(notice)?.[1];
	expect(JSON.parse(String(types))).toEqual({
		'Total Orders': 'number',
		Joined: 'date',
		City: 'string',
	});
	await run({}, customers);
	const found = together.growlytics.customers();
	together.growlytics.reset();
	const pasted = await run({ options: { attributeTypesJson: String(types) } }, customers);
	expect(together.growlytics.customers()).toEqual(found);
	expect(pasted.notice).toBe('undefined');
});

it('shows the request of each item, as it is sent then with the same parameters', async () => {
	const { output } = await run({ operation: 'preview', show: 'requests' }, customers);
	expect(output).toMatchObject(
		['c1', 'c2'].map((customerId, item) => ({
			json: { customerId, request: { id: customerId } },
			pairedItem: { item },
		})),
	);
	expect(together.growlytics.requests()).toEqual([]);
	await run({ operation: 'upsert', show: 'requests' }, customers);
	const sent = together.growlytics.requests().map(({ body }): unknown => JSON.parse(body));
	expect(sent).toHaveLength(2);
	expect(output.map(({ json }) => json.request)).toEqual(expect.arrayContaining(sent));
});

describe.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
	'under %s, items that are not valid',
	(onError) => {
		it('do not keep the table of attributes from being shown', async () => {
			const { error, output, notice } = await run({ operation: 'preview', ...asNumber }, wrong, {
				onError,
			});
			expect(error).toBeUndefined();
			expect(output.map(({ json }) => json)).toMatchObject([
				{ attribute: 'id', type: 'Not sent' },
				{ attribute: 'Size', type: 'Number', decidedBy: 'you', doesNotFit: '1, e.g. "XL"' },
			]);
			expect(notice).toContain('3 items: 1 checked, not sent, 2 not valid.');
		});

		it('stand where they belong among the requests, with what is wrong', async () => {
			const parameters = { operation: 'preview', show: 'requests', ...asNumber };
			const { error, output } = await run(parameters, wrong, { onError });
			expect(error).toBeUndefined();
			const good = {
				json: {
					customerId: 'c3',
					request: { id: 'c3', attributes: [{ name: 'Size', type: 'number', value: 3 }] },
				},
				pairedItem: { item: 2 },
			};
			if (onError === 'continueErrorOutput') {
				expect(output).toEqual([good]);
				return;
			}
			expect(output).toMatchObject([
				{ json: { error: { reason: 'invalid' } }, pairedItem: { item: 0 } },
				{
					json: { error: { reason: 'invalid', customerId: 'c2' } },
					pairedItem: { item: 1 },
					binary,
				},
				good,
			]);
		});
	},
);

it('takes 20,000 items', async () => {
	const rows = Array.from({ length: 20_000 }, (_, index) => ({
		id: `c${index}`,
		Orders: `${index}`,
		Joined: '2026-01-31',
	}));
	const { output } = await run({ operation: 'preview' }, itemsOf(rows));
	expect(output.map(({ json }) => json)).toMatchObject([
		{ attribute: 'id' },
		{ attribute: 'Orders', type: 'Number', filled: 20_000 },
		{ attribute: 'Joined', type: 'Date and Time', filled: 20_000 },
	]);
	expect(JSON.stringify(output).length).toBeLessThan(5000);
});
