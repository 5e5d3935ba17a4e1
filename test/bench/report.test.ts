import { judgeAll } from './goals';
import { type Circumstances, page } from './report';
import { spread } from './statistics';
import type { SmallestHeap } from './smallestHeap';
import type { Summary } from './summary';

const CIRCUMSTANCES: Circumstances = {
	date: '2026-01-31',
	version: '1.0.0',
	n8n: '2.41.1',
	node: '24.1.0',
	cores: 2,
	processor: 'A processor',
	gigabytes: 8,
	system: 'Linux x64',
	minutes: 31,
};

function summary(candidate: Summary['candidate'], ...msAnItem: number[]): Summary {
	return {
		candidate,
		items: 10_000,
		latencyMs: 0,
		msAnItem: spread(msAnItem),
		executionMsAnItem: spread(msAnItem),
		peakMegabytes: spread([700]),
		beforeMegabytes: spread([400]),
		inFlight: 1,
	};
}

const SUMMARIES = [
	summary('auto', 0.7, 0.8, 1),
	summary('http', 4.8),
	{
		...summary('one-by-one', 1.25),
		items: 500,
		peakMegabytes: undefined,
		beforeMegabytes: undefined,
	},
];

const HEAPS: SmallestHeap[] = [
	{ candidate: 'auto', items: 10_000, megabytes: 300, peakMegabytes: 650.4 },
	{ candidate: 'http', items: 10_000, megabytes: 1050, peakMegabytes: 1400 },
];

/** Cells and lines of a page, whatever its columns' widths. */
function written(profiles: Parameters<typeof page>[4]): string {
	return page(CIRCUMSTANCES, judgeAll(SUMMARIES), SUMMARIES, HEAPS, profiles).replace(/ +/g, ' ');
}

test('the page says what was measured where, and what was reached', () => {
	const text = written([]);
	expect(text).toContain('on 2026-01-31, in 31 minutes');
	expect(text).toContain('Linux x64, 2 cores (A processor), 8 GB of memory');
	expect(text).toContain(
		'| Map Automatically: times the rate of HTTP Request | at least 5 | 6.00 (4.80–6.86) | reached |',
	);
	expect(text).toContain('| at most 0.65 | 1.00 (1.00–1.00) | **not reached** |');
	expect(text).toContain('| at most 1.15 | not measured | |');
});

test('each kind of execution has a table, one after the other among them with its own number of items', () => {
	const text = written([]);
	expect(text).toContain('### 10,000 items, no latency');
	expect(text).toContain(
		'| Growlytics, Map Automatically | 0.80 (0.70–1.00) | 1,250 | 6.0 | 0.80 | 400 | 700 | 1 | 3 |',
	);
	expect(text).toContain(
		'| HTTP Request, no batching | 4.80 | 208 | 1.0 | 4.80 | 400 | 700 | 1 | 1 |',
	);
	expect(text).toContain(
		"| n8n's request helper alone, one after the other (500 items) | 1.25 | 800 | 3.8 | 1.25 | | | 1 | 1 |",
	);
	expect(text).not.toContain('### 500 items');
	expect(text).not.toContain('Where the time goes');
});

test('profiles are shown in milliseconds an item', () => {
	const text = written([
		{
			candidate: 'auto',
			items: 10_000,
			file: '',
			busyMs: 8000,
			groups: [
				{ group: 'axios and agents', self: 0.25, withCalled: 0.5 },
				{ group: 'this node', self: 0.1, withCalled: 0.125 },
			],
			functions: [],
		},
	]);
	expect(text).toContain('## Where the time goes');
	expect(text).toContain('| axios and agents | 0.400 |');
	expect(text).toContain('| this node | 0.100 |');
});

test('the page says how much memory is needed', () => {
	const text = written([]);
	expect(text).toContain('gets through 10,000 items');
	expect(text).toContain('| Growlytics, Map Automatically | 300 | 650 |');
	expect(text).toContain('| HTTP Request, no batching | 1,050 | 1400 |');
});
