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

/** The expressions that README gives to copy. */
const expressions = codeOf('README.md')
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

const date = (dateValue: string): INodeParameters => ({
	customAttributes: { attribute: [{ name: 'Day', type: 'date', dateValue }] },
});

test.each<[string, object, string]>([
	['slice', { Birthday: '1990-05-12T00:00:00Z' }, '1990-05-12 00:00:00'],
	['fromFormat', { Date: '31/01/2026' }, '2026-01-31 00:00:00'],
])('a date of README, with %s, is sent as the day that it was', async (method, json, day) => {
	const expression = expressions.find((one) => one.includes(method));
	expect(await stored(date(`=${expression}`), json, 'America/New_York')).toMatchObject({
		Day: day,
	});
});

test('a date moves as README says', async () => {
	const [from, to] = codeOf('README.md').filter((code) => /^1990-05-1\d[T ]/.test(code));
	const sent = await stored(date('={{ $json.at }}'), { at: from }, 'America/New_York');
	expect(sent).toMatchObject({ Day: to });
});

test('an ID is written in one way by the expression of README', async () => {
	const expression = expressions.find((one) => one.includes('toLowerCase'));
	const sent = await stored({ customerId: `=${expression}` }, { email: 'Asha@Example.com' });
	expect(sent).toEqual({ id: 'asha@example.com' });
});

test('a value is cleared as README says, in a run in which it is empty everywhere', async () => {
	const pinned = { attribute: [{ name: 'City', type: 'string' }] };
	const options = { emptyValues: 'sendEmptyString' };
	const mappingMode = 'autoMapInputData';
	expect(await stored({ mappingMode, options }, { City: '' })).toEqual({ id: '1' });
	const pinnedToo = { ...options, attributeTypes: pinned };
	expect(await stored({ mappingMode, options: pinnedToo }, { City: '' })).toMatchObject({
		City: '',
	});
});
