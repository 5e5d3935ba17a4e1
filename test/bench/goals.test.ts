import type { CandidateName } from './candidates';
import { judgeAll, judgeHeaps } from './goals';
import { spread } from './statistics';
import type { Summary } from './summary';

function measured(
	candidate: CandidateName,
	msAnItem: readonly number[],
	{ items = 10_000, latencyMs = 0, megabytes = 700 } = {},
): Summary {
	return {
		candidate,
		items,
		latencyMs,
		msAnItem: spread(msAnItem),
		executionMsAnItem: spread(msAnItem),
		peakMegabytes: spread([megabytes]),
		beforeMegabytes: spread([400]),
		inFlight: 1,
	};
}

const ALL_REACHED = [
	measured('auto', [0.5], { megabytes: 650 }),
	measured('http', [2.5], { megabytes: 1000 }),
	measured('http-batched', [3]),
	measured('floor', [0.5]),
	measured('dragged', [0.625]),
	measured('expressions', [2.5]),
	measured('auto', [2.5], { latencyMs: 50 }),
	measured('one-by-one', [50], { items: 100, latencyMs: 50 }),
	measured('auto-one-by-one', [55], { items: 100, latencyMs: 50 }),
	measured('auto', [0.65], { items: 100_000 }),
];

test('every goal has its ratio, and is reached at its limit', () => {
	const verdicts = judgeAll(ALL_REACHED);
	expect(verdicts.map(({ wanted, ratio, isReached }) => [wanted, ratio, isReached])).toEqual([
		['at least 5', 5, true],
		['at least 5', 6, true],
		['at most 0.65', 0.65, true],
		['at most 1.15', 1, true],
		['at least 4', 4, true],
		['at least 1', 1, true],
		['at least 20', 20, true],
		['at least 20', 22, true],
		['at most 1.3', 1.3, true],
	]);
});

test('a ratio is that of the medians, its range the widest, and below the limit is not reached', () => {
	const [verdict] = judgeAll([measured('auto', [0.4, 0.5, 1]), measured('http', [2, 2.4, 3])]);
	expect(verdict).toEqual({
		text: 'Map Automatically: times the rate of HTTP Request',
		wanted: 'at least 5',
		ratio: 4.8,
		range: [2, 7.5],
		isReached: false,
	});
});

test('above an upper limit is not reached', () => {
	const verdicts = judgeAll([measured('auto', [0.6]), measured('floor', [0.5])]);
	expect(verdicts[3]).toMatchObject({ wanted: 'at most 1.15', ratio: 1.2, isReached: false });
});

test('what was not measured, or only with other items, is neither reached nor missed', () => {
	const verdicts = judgeAll([measured('auto', [0.5], { items: 1000 }), measured('http', [5])]);
	for (const verdict of verdicts) {
		expect(verdict).toMatchObject({ ratio: undefined, range: undefined, isReached: undefined });
	}
});

test('without 10,000 items the goals are about the most that were measured', () => {
	const [verdict] = judgeAll([
		measured('auto', [0.5], { items: 1000 }),
		measured('auto', [0.6], { items: 100_000 }),
		measured('http', [4], { items: 1000 }),
		measured('one-by-one', [1], { items: 5000 }),
	]);
	expect(verdict).toMatchObject({ ratio: 8, isReached: true });
});

test.each([
	[650, 0.65, true],
	[700, 0.7, false],
])('a heap of %d MB beside one of 1,000 is the share %d of it', (megabytes, ratio, isReached) => {
	const heaps = [
		{ candidate: 'auto' as const, items: 10_000, megabytes, peakMegabytes: 900 },
		{ candidate: 'http' as const, items: 10_000, megabytes: 1000, peakMegabytes: 1200 },
	];
	expect(judgeHeaps(heaps)).toMatchObject({ ratio, isReached });
});

test('heaps that were not measured are not judged', () => {
	expect(judgeHeaps([])).toMatchObject({ ratio: undefined, isReached: undefined });
});
