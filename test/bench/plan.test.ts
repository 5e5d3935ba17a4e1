import { readFlags } from './flags';
import { type Step, planFor } from './plan';

function plan(...args: string[]): Step[] {
	return planFor(readFlags(args));
}

function executions(steps: readonly Step[]): number {
	return steps.reduce((sum, { cases, repeats }) => sum + cases.length * repeats, 0);
}

test('the short form has 1,000 items, and fewer one after the other', () => {
	const cases = plan('--short').flatMap((step) => step.cases);
	const counts = new Set(cases.map(({ candidate, items }) => `${candidate} ${items}`));
	expect([...counts]).toEqual([
		'auto 1000',
		'dragged 1000',
		'expressions 1000',
		'json 1000',
		'http 1000',
		'http-batched 1000',
		'floor 1000',
		'one-by-one 500',
		'auto-one-by-one 500',
		'one-by-one 100',
		'auto-one-by-one 100',
	]);
});

test('the long form measures all with 1,000 items at each latency, and what the goals are about with 10,000', () => {
	const cases = plan().flatMap((step) => step.cases);
	const kindsOf = (candidate: string) => [
		...new Set(
			cases
				.filter((one) => one.candidate === candidate)
				.map(({ items, latencyMs }) => `${items} ${latencyMs}`),
		),
	];
	const few = ['1000 0', '1000 50', '1000 200'];
	for (const name of ['auto', 'dragged', 'expressions', 'json', 'http', 'http-batched', 'floor']) {
		expect(kindsOf(name)).toEqual(expect.arrayContaining(few));
	}
	for (const name of ['auto', 'dragged', 'expressions', 'json', 'http', 'floor']) {
		expect(kindsOf(name)).toContain('10000 0');
	}
	for (const name of ['auto', 'http', 'floor']) {
		expect(kindsOf(name)).toContain('10000 200');
	}
	expect(kindsOf('auto')).toEqual(expect.arrayContaining(['10000 50', '100000 0']));
});

test('flags choose what is measured and how often', () => {
	expect(
		plan('--only', 'auto', 'floor', '--items', '50', '60', '--latencies', '0', '--repeats', '2'),
	).toEqual([
		{
			cases: [
				{ candidate: 'auto', items: 50, latencyMs: 0 },
				{ candidate: 'floor', items: 50, latencyMs: 0 },
			],
			repeats: 2,
			ownN8n: false,
		},
		{
			cases: [
				{ candidate: 'auto', items: 60, latencyMs: 0 },
				{ candidate: 'floor', items: 60, latencyMs: 0 },
			],
			repeats: 2,
			ownN8n: false,
		},
	]);
});

test('many items without latency get an n8n of their own, for the peak of its memory', () => {
	expect(plan('--items', '10000').map(({ ownN8n }) => ownN8n)).toEqual([true]);
});

test('--only leaves the rest of a form as it is', () => {
	expect(executions(plan('--short', '--only', 'auto'))).toBe(4);
	expect(executions(plan('--short', '--only', 'auto', '--repeats', '1'))).toBe(2);
});
