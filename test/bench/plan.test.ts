import { readFlags } from './flags';
import { judgeLoopback, judgeNetwork } from './goals';
import { loopback } from './places';
import { type Step, planFor } from './plan';
import { countOf } from './run';
import { summarizeAll } from './summary';

const RESULT = {
	nodeStartedAt: 0,
	nodeMs: 1,
	executionMs: 1,
	beforeMegabytes: 1,
	peakMegabytes: 1,
	server: { requests: 1, accepted: 1, tooMany: 0, inFlight: 1, waiting: 0 },
};

function plan(...args: string[]): Step[] {
	return planFor(readFlags(args));
}

function kinds(steps: readonly Step[]): string[] {
	const all = steps.flatMap(({ cases }) => cases);
	return all.map(({ candidate, items, place }) => `${candidate} ${items} ${place.name}`);
}

test('the short form has networks up to 1,000 items, and all ways to map on loopback', () => {
	expect(kinds(plan('--short'))).toEqual([
		'auto 1 near',
		'http 1 near',
		'auto 100 near',
		'http 100 near',
		'auto 100 far',
		'http 100 far',
		'auto 1000 near',
		'http 1000 near',
		'auto 1000 far',
		'http 1000 far',
		'auto 1000 limited',
		'auto 1000 loopback 0',
		'dragged 1000 loopback 0',
		'expressions 1000 loopback 0',
		'json 1000 loopback 0',
		'http 1000 loopback 0',
		'floor 1000 loopback 0',
	]);
});

test('the long form measures all that a goal is about', () => {
	const steps = plan();
	const measured = new Set(kinds(steps));
	const summaries = summarizeAll(
		steps.flatMap(({ cases, ownN8n }) => cases.map((one) => ({ ...RESULT, ...one, ownN8n }))),
	);
	const verdicts = [...judgeNetwork(summaries), ...judgeLoopback(summaries)];
	expect(verdicts.filter(({ ratio }) => ratio === undefined)).toEqual([]);

	for (const place of ['loopback 0', 'near', 'far']) {
		for (const items of [1, 100, 1000, 10_000]) {
			expect(measured).toContain(`auto ${items} ${place}`);
			expect(measured).toContain(`http ${items} ${place}`);
		}
	}
});

test('flags choose what is measured and how often', () => {
	expect(
		plan('--only', 'auto', 'floor', '--items', '50', '60', '--latencies', '0', '--repeats', '2'),
	).toEqual([
		{
			cases: [
				{ candidate: 'auto', items: 50, place: loopback() },
				{ candidate: 'floor', items: 50, place: loopback() },
			],
			repeats: 2,
			ownN8n: false,
		},
		{
			cases: [
				{ candidate: 'auto', items: 60, place: loopback() },
				{ candidate: 'floor', items: 60, place: loopback() },
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
	expect(countOf(plan('--short', '--only', 'auto'))).toBe(12);
	expect(countOf(plan('--short', '--only', 'auto', '--repeats', '1'))).toBe(7);
});

test('networks are measured instead of loopback, where both are not asked for', () => {
	expect(kinds(plan('--networks', 'far', '--only', 'auto', 'http'))).toEqual([
		'auto 1000 far',
		'http 1000 far',
	]);
	expect(
		kinds(plan('--networks', 'near', '--latencies', '5', '--only', 'auto', '--items', '7')),
	).toEqual(['auto 7 loopback 5', 'auto 7 near']);
});

test('only what waits after a 429 is sent to a server that answers so', () => {
	expect(kinds(plan('--networks', 'throttled'))).toEqual([
		'auto 1000 throttled',
		'dragged 1000 throttled',
		'expressions 1000 throttled',
		'json 1000 throttled',
	]);
});
