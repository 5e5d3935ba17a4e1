import { draw, hashText } from './draw';
import type { Fault } from './faultSchema';
import { planFaults } from './faults';
import type { Occurrence } from './faults';
import { readSettings } from './settings';

const plan = (faults: Fault[], seed = 1) => planFaults(seed, readSettings({ faults }).faults);
const occurrence = (changes: Partial<Occurrence> = {}): Occurrence => ({
	sequence: 1,
	attempt: 1,
	body: '{"id":"jane"}',
	customerId: 'jane',
	...changes,
});
const bodies = Array.from({ length: 10_000 }, (_, index) => `{"id":"customer ${index}"}`);

describe('draw', () => {
	it('is FNV-1a', () => {
		expect(hashText('')).toBe(0x811c9dc5);
		expect(hashText('foobar')).toBe(0xbf9cf968);
	});

	it('repeats, and depends on every part', () => {
		const base = draw(1, 0, hashText('a'), 1);
		expect(draw(1, 0, hashText('a'), 1)).toBe(base);
		const others = [
			draw(2, 0, hashText('a'), 1),
			draw(1, 1, hashText('a'), 1),
			draw(1, 0, hashText('b'), 1),
			draw(1, 0, hashText('a'), 2),
		];
		expect(new Set([base, ...others]).size).toBe(5);
	});

	it('is even over bodies that differ in a digit', () => {
		const counts = Array.from({ length: 20 }, () => 0);
		for (const body of bodies) {
			const bin = Math.floor(draw(1, 0, hashText(body), 1) * counts.length);
			counts[bin] = (counts[bin] ?? 0) + 1;
		}
		expect(Math.min(...counts)).toBeGreaterThan(400);
		expect(Math.max(...counts)).toBeLessThan(600);
	});
});

describe('shares', () => {
	const faults: Fault[] = [
		{ kind: 'status', status: 429, share: 0.08 },
		{ kind: 'latency', minMs: 20, maxMs: 80, share: 0.5 },
		{ kind: 'resetAfter', share: 0.04 },
		{ kind: 'hang', share: 0.02 },
		{ kind: 'halfBody', share: 0.02 },
	];

	it.each([1, 2, 3])('are about right over 10,000 draws, attempt %d', (attempt) => {
		const decide = plan(faults, 7);
		const verdicts = bodies.map((body) => decide(occurrence({ body, attempt })));
		const share = (kind: string) =>
			verdicts.filter(({ failure }) => failure?.kind === kind).length / verdicts.length;
		expect(Math.abs(share('status') - 0.08)).toBeLessThan(0.012);
		expect(Math.abs(share('resetAfter') - 0.04)).toBeLessThan(0.009);
		expect(Math.abs(share('hang') - 0.02)).toBeLessThan(0.006);
		expect(Math.abs(share('halfBody') - 0.02)).toBeLessThan(0.006);
		const latencies = verdicts.flatMap(({ latencyMs }) => latencyMs ?? []);
		expect(Math.abs(latencies.length / verdicts.length - 0.5)).toBeLessThan(0.02);
		expect(Math.min(...latencies)).toBeGreaterThanOrEqual(20);
		expect(Math.max(...latencies)).toBeLessThan(80);
	});

	it('own disjoint slices: one fault hits the same requests with the others present or not', () => {
		const [status, , reset] = faults;
		if (!status || !reset) throw new Error('the table has changed');
		const hits = (decide: ReturnType<typeof plan>, kind: string) =>
			bodies.filter((body) => decide(occurrence({ body })).failure?.kind === kind);
		const together = plan([status, reset]);
		expect(hits(together, 'status')).toEqual(hits(plan([status]), 'status'));
		const caught = new Set(hits(together, 'status'));
		expect(hits(together, 'resetAfter').filter((body) => caught.has(body))).toEqual([]);
		expect(hits(together, 'resetAfter').length).toBeGreaterThan(300);
	});

	it('repeat with the seed and change with another', () => {
		const fates = (seed: number) => {
			const decide = plan(faults, seed);
			return bodies.map((body) => decide(occurrence({ body })));
		};
		expect(fates(5)).toEqual(fates(5));
		expect(fates(5)).not.toEqual(fates(6));
	});

	it('of 0 and 1 are never and always', () => {
		const decide = plan([
			{ kind: 'hang', share: 0 },
			{ kind: 'resetBefore', share: 1 },
		]);
		const kinds = new Set(bodies.map((body) => decide(occurrence({ body })).failure?.kind));
		expect(kinds).toEqual(new Set(['resetBefore']));
	});
});

describe('conditions', () => {
	it.each<[string, Partial<Fault>, Partial<Occurrence>, boolean]>([
		['no condition', {}, {}, true],
		['attempt within', { attempts: 2 }, { attempt: 2 }, true],
		['attempt beyond', { attempts: 2 }, { attempt: 3 }, false],
		['request listed', { requests: [3, 5] }, { sequence: 5 }, true],
		['request not listed', { requests: [3, 5] }, { sequence: 4 }, false],
		['request in a range', { requests: { from: 3, to: 5 } }, { sequence: 5 }, true],
		['request after a range', { requests: [1, { from: 3, to: 5 }] }, { sequence: 6 }, false],
		['customer listed', { customers: ['joe', 'jane'] }, {}, true],
		['customer not listed', { customers: ['joe'] }, {}, false],
		['customer unknown', { customers: ['joe'] }, { customerId: undefined }, false],
		['all hold', { customers: ['jane'], attempts: 1 }, {}, true],
		['one fails', { customers: ['jane'], attempts: 1 }, { attempt: 2 }, false],
	])('%s', (_case, conditions, changes, hits) => {
		const { failure } = plan([{ ...conditions, kind: 'hang' }])(occurrence(changes));
		expect(failure !== undefined).toBe(hits);
	});

	it('let the first match win', () => {
		const decide = plan([
			{ kind: 'hang', customers: ['joe'] },
			{ kind: 'resetAfter' },
			{ kind: 'resetBefore' },
		]);
		expect(decide(occurrence()).failure?.kind).toBe('resetAfter');
	});

	it('let latencies add up', () => {
		const latency: Fault = { kind: 'latency', minMs: 10, maxMs: 10 };
		expect(plan([latency, latency])(occurrence())).toEqual({ latencyMs: 20, failure: undefined });
	});
});
