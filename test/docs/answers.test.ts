import type { INodeParameters } from 'n8n-workflow';
import { type Together, startTogether } from '../engine/together';
import { chain, growlytics, node } from '../engine/workflow';
import { codeOf } from './pages';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => await together?.close());
beforeEach(() => together.growlytics.reset());

const PAGE = 'docs/questions.md';

/** The expressions that the page gives to copy. */
const expressions = codeOf(PAGE)
	.filter((code) => code.startsWith('{{') && code.includes('('))
	.map((code) => code.replace(/\s+/g, ' '));

async function stored(parameters: INodeParameters, json: object, timezone = '') {
	const workflow = chain([
		node('manualTrigger', 'Trigger'),
		growlytics('Growlytics', { customerId: '1', ...parameters }),
	]);
	const execution = await together.engine.run(workflow, {
		input: [{ json: { ...json } }],
		credentials: together.credentials({ timezone }),
	});
	expect(execution.error).toBeUndefined();
	const [customer] = together.growlytics.customers();
	return Object.fromEntries([
		['id', customer?.id],
		...(customer?.attributes ?? []).map(({ name, value }) => [name, value]),
	]);
}

/** A field that is filled, empty or missing. */
const fields = [{ field: { a: 1 } }, { field: '' }, { field: null }, {}];

test.each(fields)('an object is sent as text, from %j', async (json) => {
	const expression = expressions.find((one) => one.includes('stringify'));
	const row = { name: 'Text', type: 'string', value: `=${expression}` };
	const sent = await stored({ customAttributes: { attribute: [row] } }, json);
	expect(sent).toEqual('field' in json && json.field ? { id: '1', Text: '{"a":1}' } : { id: '1' });
});

test('every expression of the page is tried here', () => {
	expect(expressions.filter((one) => !one.includes('stringify'))).toEqual([]);
});

test('a date moves as the page says', async () => {
	const row = { name: 'Day', type: 'date', value: '={{ $json.at }}' };
	const [from, to] = codeOf(PAGE).filter((code) => /^1990-05-1\d[T ]/.test(code));
	const sent = await stored(
		{ customAttributes: { attribute: [row] } },
		{ at: from },
		'America/New_York',
	);
	expect(sent).toMatchObject({ Day: to });
});

test('an ID is written in one way by the option that README names', async () => {
	const options = { customerIdCase: 'lowerEmails' };
	const sent = await stored(
		{ customerId: '={{ $json.email }}', options },
		{ email: 'Asha@Example.com' },
	);
	expect(sent).toEqual({ id: 'asha@example.com' });
});

test.each([{ City: '' }, { Town: 'Pune' }])(
	'a value is cleared as the page says, in a run in which it is empty everywhere: %j',
	async (json) => {
		const parameters = {
			mappingMode: 'autoMapInputData',
			options: { emptyValues: 'sendEmptyString' },
		};
		expect(await stored(parameters, json)).not.toHaveProperty('City');
		const attributeTypes = { textFields: 'City' };
		expect(await stored({ ...parameters, attributeTypes }, json)).toMatchObject({ City: '' });
	},
);
