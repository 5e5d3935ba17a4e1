import { loopback, networks } from './places';
import { type Circumstances, page, picture } from './report';
import type { CandidateProfile } from './profile';
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
		place: loopback(),
		msAnItem: spread(msAnItem),
		executionMsAnItem: spread(msAnItem),
		peakMegabytes: spread([700]),
		beforeMegabytes: spread([400]),
		inFlight: 1,
		waiting: spread([0]),
		tooManyShare: spread([0]),
		acceptedShare: spread([1]),
	};
}

const SUMMARIES: Summary[] = [
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
function written(profiles: readonly CandidateProfile[], summaries = SUMMARIES): string {
	const measured = { summaries, heaps: HEAPS, profiles };
	return page(CIRCUMSTANCES, measured, 'images/page.svg').replace(/ +/g, ' ');
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

const OVER_NETWORKS: Summary[] = [
	{ ...summary('auto', 4, 5, 6), items: 1000, place: networks.near, inFlight: 60 },
	{ ...summary('http', 10, 12), items: 1000, place: networks.near, inFlight: 15 },
	{ ...summary('auto', 90), items: 1, place: networks.near },
	{ ...summary('http', 100), items: 1, place: networks.near },
	{ ...summary('auto', 10), items: 1000, place: networks.far },
	{
		...summary('auto', 6.25),
		items: 2000,
		place: networks.limited,
		inFlight: 50,
		waiting: spread([20, 30]),
	},
	{
		...summary('auto', 25),
		items: 2000,
		place: networks.throttled,
		tooManyShare: spread([0.02]),
	},
];

test('the page leads with what was measured over a network: picture, table, goals', () => {
	const text = written([], [...OVER_NETWORKS, ...SUMMARIES]);
	expect(text).toContain(
		'![Times the rate of HTTP Request. 1 item, 20 ms, TLS: 1.1; 1,000 items, 20 ms, TLS: 2.2; 10,000 items, loopback, no TLS: 6.0](images/page.svg)',
	);
	expect(text).toContain(
		'| 1 | 20 ms, TLS | 90 ms | 100 ms | 1.11 (1.11–1.11) | 1 | 1 | 1 and 1 |',
	);
	expect(text).toContain(
		'| 1,000 | 20 ms, TLS | 5.0 s | 11.0 s | 2.20 (1.67–3.00) | 60 | 15 | 3 and 2 |',
	);
	expect(text).toContain(
		'| 1,000 items, TLS, 20 ms round trip: times the rate of HTTP Request | at least 2 | 2.20 (1.67–3.00) | reached |',
	);
	const order = ['over a network', '](images/page.svg)', 'on loopback', '### 10,000 items'];
	const places = order.map((part) => text.indexOf(part));
	expect([...places].sort((one, other) => one - other)).toEqual(places);
});

test('a server with limits: how much of what it can do, how many wait, how often it says no', () => {
	const text = written([], OVER_NETWORKS);
	expect(text).toContain(
		'| works on 20 at once, 100 ms each | Growlytics, Map Automatically | 2,000 | 160 | 80 % | 25 (20–30) | 0.0 % | 1 |',
	);
	expect(text).toContain(
		'| allows 50 a second | Growlytics, Map Automatically | 2,000 | 40 | 80 % | 0 | 2.0 % | 1 |',
	);
});

test('networks have tables of their own, behind those of loopback', () => {
	const text = written([], [...OVER_NETWORKS, ...SUMMARIES]);
	expect(text.indexOf('### 1 item, TLS, 20 ms round trip')).toBeGreaterThan(
		text.indexOf('### 10,000 items, no latency'),
	);
});

test('the picture shows each round trip at each number of items', () => {
	const drawn = picture([...OVER_NETWORKS, ...SUMMARIES]);
	for (const label of ['1 item', '1,000 items', '10,000 items', '2.2', '1.1', '6.0']) {
		expect(drawn).toContain(`>${label}</text>`);
	}
	expect(drawn).not.toContain('>2,000 items</text>');
});
