import { type Together, startTogether } from '../engine/together';
import { chain, node } from '../engine/workflow';
import { type CandidateName, candidates } from './candidates';

const ITEMS = [
	{ json: { email: 'asha@example.com', name: 'Asha', city: 'Mumbai', orders: 3, vip: true } },
	{ json: { email: 'ravi@example.com', name: 'Ravi', city: 'Pune', orders: 0, vip: false } },
];

function stored(email: string, name: string, city: string, orders: number, vip: boolean) {
	return {
		id: email,
		updates: 1,
		attributes: expect.arrayContaining([
			{ name: 'email', type: 'string', value: email },
			{ name: 'name', type: 'string', value: name },
			{ name: 'city', type: 'string', value: city },
			{ name: 'orders', type: 'number', value: orders },
			{ name: 'vip', type: 'boolean', value: vip },
		]),
	};
}

const AS_THEY_ARE = [
	stored('asha@example.com', 'Asha', 'Mumbai', 3, true),
	stored('ravi@example.com', 'Ravi', 'Pune', 0, false),
];
const CHANGED = [
	stored('asha@example.com', 'Asha', 'MUMBAI', 4, false),
	stored('ravi@example.com', 'Ravi', 'PUNE', 1, true),
];

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => await together?.close());
beforeEach(() => together.growlytics.reset());

const CASES: Array<[CandidateName, typeof AS_THEY_ARE]> = [
	['auto', AS_THEY_ARE],
	['auto-one-by-one', AS_THEY_ARE],
	['dragged', AS_THEY_ARE],
	['expressions', CHANGED],
	['json', AS_THEY_ARE],
	['http', AS_THEY_ARE],
	['http-batched', AS_THEY_ARE],
];

test.each(CASES)('%s sends the five fields of each item', async (name, expected) => {
	const { engine, growlytics } = together;
	const candidate = candidates[name].node(growlytics.url);
	const workflow = chain([node('manualTrigger', 'Trigger'), candidate]);
	const execution = await engine.run(workflow, { input: ITEMS });

	expect(execution.status).toBe('success');
	const byId = growlytics.customers().sort((one, other) => one.id.localeCompare(other.id));
	expect(byId).toEqual(expected);
	expect(byId.map(({ attributes }) => attributes.length)).toEqual([5, 5]);
});

test('event tracks an event of each item', async () => {
	const { engine, growlytics } = together;
	const candidate = candidates.event.node();
	const workflow = chain([node('manualTrigger', 'Trigger'), candidate]);
	const execution = await engine.run(workflow, { input: ITEMS });

	expect(execution.status).toBe('success');
	expect(growlytics.events()).toMatchObject([
		{ customerId: 'asha@example.com', name: 'Signed Up' },
		{ customerId: 'ravi@example.com', name: 'Signed Up' },
	]);
});

test('HTTP Request has no answer to 429: the first one ends the execution', async () => {
	const { engine, growlytics } = together;
	growlytics.configure({ rateLimit: 1, rateLimitRetryAfter: 1 });
	const candidate = candidates.http.node(growlytics.url);
	const workflow = chain([node('manualTrigger', 'Trigger'), candidate]);
	const execution = await engine.run(workflow, { input: ITEMS });
	growlytics.configure({ rateLimit: 0, rateLimitRetryAfter: null });
	expect(execution.status).toBe('error');
	expect(growlytics.requests().map(({ status }) => status)).toEqual([200, 429]);
});

test('this node is measured as it is when it is added: nothing of its options is set', () => {
	for (const name of ['auto', 'dragged', 'expressions', 'json', 'event'] as const) {
		expect(candidates[name].node().parameters).not.toHaveProperty('options');
	}
});
