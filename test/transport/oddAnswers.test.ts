import { type Setup, requestCounts, sendCustomers } from '../customer/upsert/sendCustomers';
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
