import {
	type Setup,
	requestCounts,
	sendCustomers,
} from '../operations/customer/upsert/sendCustomers';
import type { Together } from '../engine/together';
import { startTogether } from '../engine/together';

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

const run = async (setup: Setup) => {
	const execution = await sendCustomers(together, { onError: 'continueRegularOutput', ...setup });
	return { execution, output: execution.output('Growlytics').map(({ json }) => json) };
};

describe('an answer of 200 that is odd', () => {
	const DEPTH = 20_000;

	it.each([
		['deep lists', `{"success":true,"a":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}}`],
		['deep objects', `{"success":true,"a":${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}}`],
	])('%s: what was stored is a success, and is sent once', async (_case, body) => {
		together.growlytics.configure({
			faults: [{ kind: 'status', status: 200, body, store: true }],
		});
		const { output } = await run({ items: 1 });
		expect(requestCounts(together.growlytics)).toEqual({ 1: 1 });
		expect(output).toEqual([
			{
				success: true,
				customerId: '1',
				attributesSent: 1,
				response: { success: true, a: expect.anything() },
			},
		]);
	});

	it('a refusal that is deep is a refusal', async () => {
		const body = `{"error":${'{"error":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}}`;
		together.growlytics.configure({ faults: [{ kind: 'status', status: 422, body }] });
		const { output } = await run({ items: 1 });
		expect(requestCounts(together.growlytics)).toEqual({ 1: 1 });
		expect(output).toMatchObject([{ error: { reason: 'refused', httpCode: '422' } }]);
	});
});

const FIREWALL =
	'<!DOCTYPE html><html><head><title>Request blocked</title></head><body>403</body></html>';

describe('a firewall answers', () => {
	it.each([401, 403])('%d with a page: that item fails, the others are sent', async (status) => {
		together.growlytics.configure({
			faults: [
				{ kind: 'status', status, body: FIREWALL, contentType: 'text/html', customers: ['2'] },
			],
		});
		const { output } = await run({ items: 4, options: { concurrency: 1 } });
		expect(requestCounts(together.growlytics)).toEqual({ 1: 1, 2: 1, 3: 1, 4: 1 });
		expect(output).toMatchObject([
			{ success: true },
			{
				error: {
					message: `Customer "2" was not stored: a web page answered instead of the Growlytics API (HTTP ${status}: Request blocked).`,
					description: expect.stringContaining('A proxy or firewall in between'),
					reason: 'unreachable',
					httpCode: String(status),
				},
			},
			{ success: true },
			{ success: true },
		]);
	});

	it.each([
		['text', 'Forbidden'],
		['nothing', ''],
		['an object', '{"message":"<html>"}'],
	])('403 with %s: the key is wrong for all', async (_case, body) => {
		together.growlytics.configure({
			faults: [{ kind: 'status', status: 403, body, customers: ['2'] }],
		});
		const { output } = await run({ items: 4, options: { concurrency: 1 } });
		expect(requestCounts(together.growlytics)).toEqual({ 1: 1, 2: 1 });
		expect(output.slice(1)).toMatchObject([
			{ error: { reason: 'unauthorized' } },
			{ error: { reason: 'notSent' } },
			{ error: { reason: 'notSent' } },
		]);
	});
});

describe('nothing but the wrong address answers', () => {
	const notFound = { kind: 'status' as const, status: 404, body: '{"message":"Not found"}' };
	const page = {
		kind: 'status' as const,
		status: 403,
		body: FIREWALL,
		contentType: 'text/html',
	};

	it.each([
		['404', notFound, 'Growlytics takes no customers at this address (HTTP 404)'],
		[
			'405',
			{ ...notFound, status: 405 },
			'Growlytics takes no customers at this address (HTTP 405)',
		],
		[
			'a page',
			{ ...page, status: 200 },
			'a web page answered instead of the Growlytics API (HTTP 200: Request blocked)',
		],
		[
			'a redirect',
			{ kind: 'redirect' as const, location: 'https://elsewhere.example' },
			'the address redirects elsewhere, and redirects are not followed so that the API key stays safe (HTTP 302: https://elsewhere.example)',
		],
	])('%s: five in a row end the run', async (_case, fault, cause) => {
		together.growlytics.configure({ faults: [fault] });
		const { output } = await run({ items: 30, options: { concurrency: 1 } });
		expect(together.growlytics.requests()).toHaveLength(5);
		expect(output[4]).toMatchObject({ error: { message: expect.stringContaining(cause) } });
		expect(output[5]).toMatchObject({
			error: {
				message: `Customer "6" was not sent: the run ended before its turn, because ${cause}.`,
				reason: 'notSent',
			},
		});
	});

	it("does not end a run for a firewall's pages: each is about its item", async () => {
		together.growlytics.configure({ faults: [page] });
		await run({ items: 12, options: { concurrency: 1 } });
		expect(together.growlytics.requests()).toHaveLength(12);
	});

	it('does not end a run in which something got through', async () => {
		const customers = Array.from({ length: 9 }, (_, index) => `${index + 2}`);
		together.growlytics.configure({ faults: [{ ...notFound, customers }] });
		const { output } = await run({ items: 12, options: { concurrency: 1 } });
		expect(together.growlytics.requests()).toHaveLength(12);
		expect(output.filter(({ success }) => success === true)).toHaveLength(3);
	});

	it('does not end a run in which Growlytics refused something in between', async () => {
		together.growlytics.configure({
			faults: [{ kind: 'status', status: 422, customers: ['4', '8'] }, notFound],
		});
		await run({ items: 10, options: { concurrency: 1 } });
		expect(together.growlytics.requests()).toHaveLength(10);
	});

	it('is counted by item, however many fail at once', async () => {
		together.growlytics.configure({ faults: [notFound] });
		await run({ items: 100, options: { concurrency: 10 } });
		expect(together.growlytics.requests().length).toBeLessThan(20);
	});
});
