import type { Together } from '../../../engine/together';
import { startTogether } from '../../../engine/together';
import { type Setup, requestCounts, sendCustomers } from './sendCustomers';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => {
	await together.close();
});
beforeEach(() => {
	together.growlytics.configure({ faults: [] });
	together.growlytics.reset();
});

const run = async (setup: Setup) =>
	await sendCustomers(together, { ...setup, onError: 'stopWorkflow' });

it('throws the first failure in input order and says what became of the others', async () => {
	together.growlytics.configure({
		faults: [
			{ kind: 'latency', minMs: 60, maxMs: 60, customers: ['2'] },
			{ kind: 'status', status: 422, customers: ['2', '3'], body: '{"message":"Odd"}' },
			{ kind: 'latency', minMs: 30, maxMs: 30 },
		],
	});
	const execution = await run({
		items: 20,
		options: { concurrency: 4, matchStandardAttributes: true },
	});
	expect(execution.status).toBe('error');
	expect(execution.error).toMatchObject({
		name: 'NodeApiError',
		itemIndex: 1,
		httpCode: '422',
		message: 'Customer "2" was not stored: Growlytics refused it (HTTP 422). Odd.',
	});
	const sent = together.growlytics.requests().length;
	expect(sent).toBeLessThan(20);
	expect(execution.error?.description).toContain(
		`20 items: ${sent - 2} updated, 2 refused, ${20 - sent} not sent.`,
	);
	expect(execution.error?.description).toContain('Running the workflow again is safe');
});

it('names what ended the run, not what was to be tried again', async () => {
	together.growlytics.configure({
		faults: [
			{ kind: 'status', status: 503, customers: ['1'] },
			{ kind: 'latency', minMs: 50, maxMs: 50, customers: ['2'] },
			{ kind: 'status', status: 401, customers: ['2'] },
		],
	});
	const execution = await run({
		items: 3,
		options: { concurrency: 2, maxRetries: 10, maxRequestsPerSecond: 15 },
	});
	expect(requestCounts(together.growlytics)).toMatchObject({ 1: expect.any(Number), 2: 1 });
	expect(execution.error).toMatchObject({
		itemIndex: 1,
		httpCode: '401',
		message: expect.stringContaining('did not accept the API key'),
	});
});

it('names what ended the run where every failure was to be tried again', async () => {
	together.growlytics.configure({
		faults: [
			{ kind: 'status', status: 503, customers: ['1'] },
			{ kind: 'latency', minMs: 50, maxMs: 50, customers: ['2'] },
			{ kind: 'status', status: 429, retryAfter: 3600, customers: ['2'] },
		],
	});
	const execution = await run({
		items: 3,
		options: { concurrency: 2, maxRetries: 10, maxRequestsPerSecond: 15 },
	});
	expect(execution.error).toMatchObject({ itemIndex: 1, httpCode: '429' });
});

it('says of a customer that an earlier attempt may have stored it', async () => {
	together.growlytics.configure({
		faults: [
			{ kind: 'resetAfter', customers: ['2'], attempts: 1 },
			{ kind: 'status', status: 401, customers: ['2'] },
		],
	});
	const execution = await run({ items: 2, options: { concurrency: 1 } });
	expect(requestCounts(together.growlytics)).toEqual({ 1: 1, 2: 2 });
	expect(execution.error).toMatchObject({
		httpCode: '401',
		message: expect.stringContaining(
			'Customer "2" may not have been stored: Growlytics did not accept the API key',
		),
		description: expect.stringContaining('(may be stored)'),
	});
});

it('takes a refusal for an answer to the attempts before it', async () => {
	together.growlytics.configure({
		faults: [
			{ kind: 'status', status: 503, customers: ['1'], attempts: 1 },
			{ kind: 'status', status: 422, customers: ['1'] },
		],
	});
	const execution = await run({ items: 1 });
	expect(execution.error?.message).toContain('Customer "1" was not stored');
});

it('repeats the warnings of an attribute once', async () => {
	together.growlytics.configure({ faults: [{ kind: 'status', status: 422, customers: ['30'] }] });
	const stopped = await run({
		items: Array.from({ length: 30 }, (_, index) => ({ id: `${index + 1}`, Orders: `${index}px` })),
		options: { concurrency: 1, invalidAttributes: 'skip' },
		parameters: { attributeTypes: { numberFields: 'Orders, Visits' } },
	});
	const description = String(stopped.error?.description);
	expect(description.match(/Left out: /g)).toHaveLength(1);
	expect(description).toContain(
		'"Orders" (29 items), for example: Left out: "0px" is not a number.',
	);
});

it('does not try again what was on its way when another failed', async () => {
	together.growlytics.configure({
		faults: [
			{ kind: 'latency', minMs: 80, maxMs: 80, customers: ['2'] },
			{ kind: 'status', status: 422, customers: ['1'] },
			{ kind: 'status', status: 503, customers: ['2'] },
		],
	});
	await run({ items: 3, options: { concurrency: 2 } });
	expect(requestCounts(together.growlytics)).toEqual({ 1: 1, 2: 1 });
});

it('repeats the warnings, which no hint shows then', async () => {
	together.growlytics.configure({ faults: [{ kind: 'status', status: 422, customers: ['3'] }] });
	const stopped = await run({
		items: [{ id: '1', '<b>': 1 }, { id: '2', '<b>': 'many' }, { id: '3' }],
		options: { concurrency: 1 },
	});
	expect(stopped.hints('Growlytics')).toEqual([]);
	expect(stopped.error?.description).toContain('3 items: 2 updated, 1 refused.');
	expect(stopped.error?.description).toContain(
		'"&lt;b&gt;" is Text, because some items hold 1 and others "many"',
	);
});

describe('where nothing was sent', () => {
	const rows = [
		{ id: '1', Orders: '12px' },
		{ id: '2', Orders: 3 },
		{ id: '3', Orders: 'many' },
	];
	const parameters = { attributeTypes: { numberFields: 'Orders' } };

	it('does not speak of running again', async () => {
		const { error } = await run({ items: rows, parameters });
		expect(error?.description).toContain('3 items: 2 not valid, 1 not sent.');
		expect(error?.description).not.toMatch(/safe|may have been stored/);
		expect(together.growlytics.requests()).toEqual([]);
	});

	it('does not speak of running again where every connection was refused', async () => {
		const { error } = await run({
			items: 2,
			options: { maxRetries: 0 },
			credential: { baseUrl: 'http://127.0.0.1:1' },
		});
		expect(error?.message).toContain('refused the connection');
		expect(error?.description).not.toMatch(/safe|may have been stored/);
	});
});

describe('names the items that failed, with their reasons', () => {
	const parameters = { attributeTypes: { numberFields: 'Orders' } };
	const rows = (count: number) =>
		Array.from({ length: count }, (_, index) => ({
			id: `${index + 1}`,
			Orders: index === 1 ? 3 : `${index}px`,
		}));

	it.each([
		[3, ['[item 2] Customer "3"'], ''],
		[11, [2, 10].map((item) => `[item ${item}] Customer "${item + 1}"`), ''],
		[12, [2, 10].map((item) => `[item ${item}] Customer "${item + 1}"`), 'And 1 more failed.'],
		[40, [2, 10].map((item) => `[item ${item}] Customer "${item + 1}"`), 'And 29 more failed.'],
	])('%d items', async (count, named, more) => {
		const { error } = await run({ items: rows(count), parameters });
		const description = String(error?.description);
		expect(error?.message).toContain('Customer "1" was not sent');
		for (const one of named) expect(description).toContain(one);
		expect(description).toContain(
			'[item 2] Customer "3" was not sent: one value does not fit. "Orders": "2px" is not a number.',
		);
		expect(description).not.toMatch(/item 0\]|item 1\]|item 11\]/);
		expect(description.includes('more failed')).toBe(more !== '');
		expect(description).toContain(more);
	});

	it('that Growlytics refused, too, and not those that were not sent', async () => {
		together.growlytics.configure({
			faults: [
				{ kind: 'latency', minMs: 60, maxMs: 60 },
				{ kind: 'status', status: 422, body: '{"message":"<b>Odd</b>"}' },
			],
		});
		const { error } = await run({ items: 6, options: { concurrency: 3 } });
		expect(String(error?.description).match(/\[item \d\]/g)).toEqual(['[item 1]', '[item 2]']);
		expect(error?.description).not.toContain('<b>');
	});

	it('does not repeat what is the same for all', async () => {
		const { error } = await run({ items: 6, credential: { apiKey: '' } });
		expect(error?.description).not.toContain('[item');
	});
});
