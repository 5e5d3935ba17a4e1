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
