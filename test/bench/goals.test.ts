import type { CandidateName } from './candidates';
import { judgeHeaps, judgeLoopback, judgeNetwork } from './goals';
import { type Place, loopback, networks } from './places';
import { spread } from './statistics';
import type { Summary } from './summary';

interface Where {
	items?: number;
	place?: Place;
	megabytes?: number;
	waiting?: number;
	tooManyShare?: number;
	acceptedShare?: number;
}

function measured(
	candidate: CandidateName,
	msAnItem: readonly number[],
	{
		items = 10_000,
		place = loopback(),
		megabytes = 700,
		waiting = 0,
		tooManyShare = 0,
		acceptedShare = 1,
	}: Where = {},
): Summary {
	return {
		candidate,
		items,
		place,
		msAnItem: spread(msAnItem),
		executionMsAnItem: spread(msAnItem),
		peakMegabytes: spread([megabytes]),
		beforeMegabytes: spread([400]),
		inFlight: 1,
		waiting: spread([waiting]),
		tooManyShare: spread([tooManyShare]),
		acceptedShare: spread([acceptedShare]),
	};
}

function judged(summaries: readonly Summary[]) {
	return judgeNetwork(summaries).map(({ wanted, ratio, isReached }) => [wanted, ratio, isReached]);
}

const { near, far, limited, throttled } = networks;

const OVER_NETWORKS = [
	measured('auto', [5], { items: 1000, place: near }),
	measured('http', [10], { items: 1000, place: near }),
	measured('auto', [8], { items: 1000, place: far }),
	measured('http', [12], { items: 1000, place: far }),
	measured('auto', [4], { place: near }),
	measured('http', [12], { place: near }),
	measured('auto', [8], { place: far }),
	measured('http', [10], { place: far }),
	measured('auto', [10], { items: 100, place: near }),
	measured('http', [10], { items: 100, place: near }),
	measured('auto', [15], { items: 100, place: far }),
	measured('http', [10], { items: 100, place: far }),
	measured('auto', [100], { items: 1, place: near }),
	measured('http', [95], { items: 1, place: near }),
	measured('auto', [500], { items: 1, place: far }),
	measured('http', [400], { items: 1, place: far }),
	measured('auto', [6.25], { items: 2000, place: limited, waiting: 40 }),
	measured('auto', [25], { items: 2000, place: throttled, tooManyShare: 0.05 }),
];

test('every goal over a network has its figure, and is reached at its limit', () => {
	expect(judged(OVER_NETWORKS)).toEqual([
		['at least 2', 2, true],
		['at least 1.5', 1.5, true],
		['at least 1.5', 3, true],
		['at least 1.5', 1.25, false],
		['at least 1', 1, true],
		['at most 1.5', 1.5, true],
		['at least 0.95', 0.95, true],
		['at least 0.95', 0.8, false],
		['at least 0.9', 0.8, false],
		['at most 40', 40, true],
		['at least 0.8', 0.8, true],
		['at most 0.05', 0.05, true],
		['at least 1', 1, true],
	]);
});

test('beyond its limit a goal over a network is not reached', () => {
	const verdicts = judged([
		measured('auto', [10], { items: 2000, place: limited, waiting: 41 }),
		measured('auto', [26], {
			items: 2000,
			place: throttled,
			tooManyShare: 0.06,
			acceptedShare: 0.9995,
		}),
	]);
	expect(verdicts.slice(-5)).toEqual([
		['at least 0.9', 0.5, false],
		['at most 40', 41, false],
		['at least 0.8', expect.closeTo(0.769, 3), false],
		['at most 0.05', 0.06, false],
		['at least 1', 0.9995, false],
	]);
});

const ALL_REACHED = [
	measured('auto', [0.5], { megabytes: 650 }),
	measured('http', [2.5], { megabytes: 1000 }),
	measured('http-batched', [3]),
	measured('floor', [0.5]),
	measured('dragged', [0.625]),
	measured('expressions', [0.5]),
	measured('json', [0.625]),
	measured('event', [0.55]),
	measured('auto', [2.5], { place: loopback(50) }),
	measured('one-by-one', [50], { items: 100, place: loopback(50) }),
	measured('auto-one-by-one', [55], { items: 100, place: loopback(50) }),
	measured('auto', [0.65], { items: 100_000 }),
];

test('every goal on loopback has its ratio, and is reached at its limit', () => {
	const verdicts = judgeLoopback(ALL_REACHED);
	expect(verdicts.map(({ wanted, ratio, isReached }) => [wanted, ratio, isReached])).toEqual([
		['at least 5', 5, true],
		['at least 5', 6, true],
		['at most 0.65', 0.65, true],
		['at most 1.15', 1, true],
		['at least 4', 4, true],
		['at least 3', 5, true],
		['at least 3', 4, true],
		['at most 1.1', expect.closeTo(1.1), true],
		['at least 20', 20, true],
		['at least 20', 22, true],
		['at most 1.3', 1.3, true],
	]);
});

test('a ratio is that of the medians, its range the widest, and below the limit is not reached', () => {
	const [verdict] = judgeLoopback([measured('auto', [0.4, 0.5, 1]), measured('http', [2, 2.4, 3])]);
	expect(verdict).toEqual({
		text: 'Map Automatically: times the rate of HTTP Request',
		wanted: 'at least 5',
		ratio: 4.8,
		range: [2, 7.5],
		isReached: false,
	});
});

test('above an upper limit is not reached', () => {
	const verdicts = judgeLoopback([measured('auto', [0.6]), measured('floor', [0.5])]);
	expect(verdicts[3]).toMatchObject({ wanted: 'at most 1.15', ratio: 1.2, isReached: false });
});

test('what was not measured, or only with other items, is neither reached nor missed', () => {
	const verdicts = judgeLoopback([measured('auto', [0.5], { items: 1000 }), measured('http', [5])]);
	for (const verdict of verdicts) {
		expect(verdict).toMatchObject({ ratio: undefined, range: undefined, isReached: undefined });
	}
});

test('without 10,000 items the goals are about the most that were measured', () => {
	const [verdict] = judgeLoopback([
		measured('auto', [0.5], { items: 1000 }),
		measured('auto', [0.6], { items: 100_000 }),
		measured('http', [4], { items: 1000 }),
		measured('one-by-one', [1], { items: 5000 }),
		measured('auto', [9], { place: near }),
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
