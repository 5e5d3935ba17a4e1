import type { INodeParameters } from 'n8n-workflow';

import { type Together, startTogether } from '../../../engine/together';
import { chain, growlytics, node } from '../../../engine/workflow';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => await together.close());
beforeEach(() => together.growlytics.reset());

const input = ['1', '2', '3'].map((id) => ({ json: { id } }));

type OnError = 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
type Credentials = NonNullable<Parameters<Together['engine']['run']>[1]>['credentials'];

async function run(onError: OnError, parameters: INodeParameters, credentials?: Credentials) {
	return await together.engine.run(
		chain([
			node('manualTrigger', 'Trigger'),
			growlytics('Growlytics', { customerId: '={{ $json.id }}', ...parameters }, { onError }),
		]),
		{ input, ...(credentials === undefined ? {} : { credentials }) },
	);
}

interface Expected {
	reason: 'invalid' | 'notSent';
	/** Behind `Customer "7" was not sent: `, or behind `This item ...` if the id is not known. */
	cause: string;
	isIdKnown: boolean;
	description: string;
}

function errorOf(item: number, { reason, cause, isIdKnown, description }: Expected) {
	const subject = isIdKnown ? `Customer "${item + 1}"` : 'This item';
	return { reason, message: `${subject} was not sent: ${cause}.`, description };
}

/** What is wrong with the items named; the others arrive, unless it stops. */
async function expectFailure(
	failing: number[],
	expected: Expected,
	parameters: INodeParameters,
	credentials?: Credentials,
) {
	const fine = [0, 1, 2].filter((index) => !failing.includes(index));
	const success = (item: number) => ({
		json: { success: true, customerId: `${item + 1}` },
		pairedItem: { item },
	});
	const failure = (item: number) => ({
		json: { error: errorOf(item, expected) },
		pairedItem: { item },
	});

	const continued = await run('continueRegularOutput', parameters, credentials);
	expect(continued.status).toBe('success');
	expect(continued.nodeError('Growlytics')).toBeUndefined();
	expect(continued.output('Growlytics')).toMatchObject(
		[0, 1, 2].map((index) => (failing.includes(index) ? failure(index) : success(index))),
	);

	const divided = await run('continueErrorOutput', parameters, credentials);
	expect(divided.status).toBe('success');
	expect(divided.nodeError('Growlytics')).toBeUndefined();
	expect(divided.output('Growlytics', 0)).toMatchObject(fine.map(success));
	expect(divided.output('Growlytics', 1)).toMatchObject(failing.map(failure));
	const sent = together.growlytics.requests().map(({ customerId }) => customerId);
	expect(sent.sort()).toEqual(fine.flatMap((index) => [`${index + 1}`, `${index + 1}`]));

	together.growlytics.reset();
	const first = failing[0] ?? 0;
	const { message, description } = errorOf(first, expected);
	const stopped = await run('stopWorkflow', parameters, credentials);
	expect(stopped.status).toBe('error');
	expect(stopped.error).toMatchObject({
		name: 'NodeOperationError',
		message,
		itemIndex: first,
	});
	expect(stopped.error?.description).toContain(description);
	expect(stopped.output('Growlytics')).toEqual([]);
	expect(together.growlytics.requests()).toEqual([]);
}

const OF_PARAMETER =
	'Open the node, look for the parameter that is marked red, and correct its expression.';
const OF_OPTION = 'Open the node and correct what is entered under Options.';
/** An expression that fails for the second item only. */
const failsForTwo = '={{ $json.id === "2" ? "x".toDateTime() : "a" }}';
const unreadable = (said: string, place = 'an expression'): Expected => ({
	reason: 'invalid',
	cause: `${place} could not be evaluated (${said})`,
	isIdKnown: place === 'an expression',
	description: OF_PARAMETER,
});
const LUXON = 'cannot convert to Luxon DateTime';

describe('an expression that fails', () => {
	it.each<[string, INodeParameters]>([
		['a standard attribute', { standardAttributes: { name: failsForTwo } }],
		[
			'a custom attribute',
			{
				customAttributes: {
					attribute: [{ name: 'City', type: 'string', value: failsForTwo }],
				},
			},
		],
		[
			"a custom attribute's name",
			{
				customAttributes: { attribute: [{ name: failsForTwo, type: 'string', value: 'a' }] },
			},
		],
		[
			'an option of the mapping',
			{ options: { emptyValues: '={{ $json.id === "2" ? "x".toDateTime() : "skip" }}' } },
		],
	])('fails its item only: %s', async (_case, parameters) => {
		await expectFailure([1], unreadable(LUXON), parameters);
	});

	it('fails its item only: the customer id', async () => {
		await expectFailure([1], unreadable(LUXON, 'the expression of Customer ID'), {
			customerId: '={{ $json.id === "2" ? "x".toDateTime() : $json.id }}',
		});
	});

	it('fails the first item only, even in an option', async () => {
		await expectFailure([0], unreadable(LUXON), {
			options: { emptyValues: '={{ $json.id === "1" ? "x".toDateTime() : "skip" }}' },
		});
	});

	it('fails every item that it is evaluated for', async () => {
		await expectFailure([0, 1, 2], unreadable('invalid syntax'), {
			standardAttributes: { name: '={{ foo( }}' },
		});
	});

	it('names a node that does not exist', async () => {
		await expectFailure([1], unreadable("Referenced node doesn't exist"), {
			standardAttributes: {
				name: '={{ $json.id === "2" ? $("Nowhere").item.json.x : "a" }}',
			},
		});
	});
});

describe('an option that makes no sense', () => {
	it.each<[string, string, string]>([
		['timeout', '={{ "soon" }}', 'Timeout has to be a whole number from 1 to 300000'],
		['timeout', '={{ 0 }}', 'Timeout has to be a whole number from 1 to 300000'],
		['timeout', '={{ -5 }}', 'Timeout has to be a whole number from 1 to 300000'],
		['timeout', '={{ 1.5 }}', 'Timeout has to be a whole number from 1 to 300000'],
		['timeout', '={{ 2 ** 31 }}', 'Timeout has to be a whole number from 1 to 300000'],
		['timeout', '={{ null }}', 'Timeout has to be a whole number from 1 to 300000'],
		['concurrency', '={{ 101 }}', 'Concurrency has to be a whole number from 0 to 100'],
		['maxRetries', '={{ 11 }}', 'Max Retries has to be a whole number from 0 to 10'],
		[
			'maxRequestsPerSecond',
			'={{ -1 }}',
			'Max Requests per Second has to be a number from 0 to 1000',
		],
		['numberFormat', '={{ "dots" }}', 'Number Format has to be one of evidence, comma, point'],
		['timeout', '={{ "x".toDateTime() }}', LUXON],
		['dateOrder', '={{ foo( }}', 'invalid syntax'],
	])('of the run: %s %s', async (option, expression, said) => {
		await expectFailure(
			[0, 1, 2],
			{
				reason: 'notSent',
				cause: `an option of this node cannot be used (${said})`,
				isIdKnown: false,
				description: OF_OPTION,
			},
			{ options: { [option]: expression } },
		);
	});

	it.each<[string, string]>([
		['emptyValues', 'Empty Values has to be one of skip, sendEmptyString'],
		['invalidAttributes', 'Invalid Attributes has to be one of failItem, skip'],
		[
			'dateNumbers',
			'Numbers as Dates has to be one of refuse, spreadsheetSerial, unixMilliseconds, unixSeconds',
		],
	])('of an item: %s', async (option, said) => {
		const expected: Expected = {
			reason: 'invalid',
			cause: `an option of this node cannot be used (${said})`,
			isIdKnown: true,
			description: OF_OPTION,
		};
		await expectFailure([1], expected, {
			options: { [option]: '={{ $json.id === "2" ? "nonsense" : undefined }}' },
		});
	});
});

describe('a credential that cannot be used', () => {
	const EDIT = 'Open the Growlytics API credential and';
	const PASTE_KEY = `${EDIT} paste the key. It is in Growlytics under Settings > API Keys.`;
	const SET_URL = `${EDIT} correct the Base URL. It normally is https://dcqs-india.growlytics.in.`;

	it.each<[Record<string, string>, string, string]>([
		[{ apiKey: '' }, 'the credential has no API key', PASTE_KEY],
		[{ apiKey: 'key – odd' }, 'the API key holds characters that no key has', PASTE_KEY],
		[{ baseUrl: ' ' }, 'the Base URL is empty', SET_URL],
		[
			{ baseUrl: 'http://growlytics.in' },
			'the Base URL has to start with https://, or the API key could be read on its way',
			SET_URL,
		],
		[
			{ timezone: 'Mumbai' },
			'"Mumbai" is not a time zone',
			`${EDIT} set the Account Time Zone to a name such as Asia/Kolkata, or leave it empty.`,
		],
		[
			{ apiKey: '={{ $json.id }}' },
			'an expression in the credential gives different values for the first and the last item',
			'Use one Growlytics node for each account, and divide the items with an If or Switch node before them.',
		],
	])('%j', async (changes, problem, description) => {
		await expectFailure(
			[0, 1, 2],
			{ reason: 'notSent', cause: problem, isIdKnown: false, description },
			{},
			together.credentials(changes),
		);
	});

	it('is missing', async () => {
		await expectFailure(
			[0, 1, 2],
			{
				reason: 'notSent',
				cause:
					'the credential could not be read (Credential with ID "1" does not exist for growlyticsApi)',
				isIdKnown: false,
				description: 'Select a Growlytics API credential in this node.',
			},
			{},
			{},
		);
	});

	it('is not selected', async () => {
		const settings = { onError: 'continueErrorOutput' } as const;
		const execution = await together.engine.run(
			chain([
				node('manualTrigger', 'Trigger'),
				node('growlytics', 'Growlytics', { customerId: '={{ $json.id }}' }, settings),
			]),
			{ input },
		);
		expect(execution.output('Growlytics', 0)).toEqual([]);
		expect(execution.output('Growlytics', 1).map(({ json }) => json)).toMatchObject(
			[1, 2, 3].map(() => ({
				error: {
					reason: 'notSent',
					message:
						'This item was not sent: the credential could not be read (Node does not have any credentials set).',
				},
			})),
		);
	});

	it('takes an expression that is the same for all items', async () => {
		const credentials = together.credentials({ timezone: '={{ "Asia/" + "Kolkata" }}' });
		const execution = await run('stopWorkflow', {}, credentials);
		expect(execution.status).toBe('success');
		expect(execution.output('Growlytics')).toHaveLength(3);
	});
});

it('has no customer id: n8n does not start', async () => {
	await expect(run('stopWorkflow', { customerId: '' })).rejects.toThrow('issues');
});

it.each([
	['={{ $json.nothing }}', 'Customer ID is empty'],
	['={{ null }}', 'Customer ID is empty'],
	['={{ " " }}', 'Customer ID is empty'],
	['={{ $json }}', 'Customer ID is an object, which names no customer'],
	['=id {{ $json.nothing }}', undefined],
])('a customer id of %s', async (customerId, problem) => {
	const execution = await run('continueRegularOutput', { customerId });
	const items = execution.output('Growlytics').map(({ json }) => json);
	expect(items).toMatchObject(
		[1, 2, 3].map(() =>
			problem === undefined
				? { success: true }
				: { success: false, error: { message: `This item was not sent: ${problem}.` } },
		),
	);
});

it.each(['remove', 'x'.repeat(80)])('an operation that it does not have: %s', async (operation) => {
	const { error } = await run('stopWorkflow', { operation });
	const shown = operation.length > 60 ? `${'x'.repeat(59)}…` : operation;
	expect(error?.message).toBe(`This node has no operation "${shown}" for "customer"`);
	expect(error?.description).toBe(
		'Open the node and choose Resource and Operation again. If the workflow was made with a later version of n8n-nodes-growlytics, install that version.',
	);
	expect(together.growlytics.requests()).toEqual([]);
});

describe.each([
	['operation', { operation: 'remove' }, 'this node has no operation "remove" for "customer"'],
	['resource', { resource: 'order' }, 'this node has no resource "order"'],
])('under Continue, an unknown %s', (_case, parameters, problem) => {
	const error = {
		message: `This item was not sent: ${problem}.`,
		description: expect.stringContaining('choose Resource and Operation again'),
		reason: 'notSent',
	};

	it('fails every item, in one output', async () => {
		const execution = await run('continueRegularOutput', parameters);
		expect(execution.nodeError('Growlytics')).toBeUndefined();
		expect(execution.output('Growlytics')).toEqual(
			[0, 1, 2].map((item) => ({ json: { success: false, error }, pairedItem: { item } })),
		);
	});

	it('sends every item to the error output', async () => {
		const execution = await run('continueErrorOutput', parameters);
		expect(execution.nodeError('Growlytics')).toBeUndefined();
		expect(execution.output('Growlytics', 0)).toEqual([]);
		expect(execution.output('Growlytics', 1)).toMatchObject(
			[0, 1, 2].map((item) => ({ json: { error }, pairedItem: { item } })),
		);
	});
});
