import { FLOOR_CONCURRENCY, ONE_BY_ONE, candidates } from './candidates';
import { type Verdict, judgeHeaps, judgeLoopback, judgeNetwork, reference } from './goals';
import { type MarkdownColumn, markdownTable } from './markdownTable';
import { type Comparison, compare, mainPlaces } from './comparison';
import { type Place, mostPerSecond, networks } from './places';
import { drawPlot, short } from './plot';
import type { CandidateProfile } from './profile';
import { HEAPS, HEAP_STEP, type SmallestHeap } from './smallestHeap';
import type { Spread } from './statistics';
import type { Summary } from './summary';

/** What the figures depend on. */
export interface Circumstances {
	date: string;
	version: string;
	n8n: string;
	node: string;
	cores: number;
	processor: string;
	gigabytes: number;
	system: string;
	minutes: number;
}

const NOT_MEASURED = 'not measured';

function grouped(number: number): string {
	return number.toLocaleString('en-US');
}

function counted(items: number): string {
	return `${grouped(items)} ${items === 1 ? 'item' : 'items'}`;
}

function percent({ median }: Spread): string {
	return `${(100 * median).toFixed(1)} %`;
}

function withRange({ median, min, max, count }: Spread, digits: number): string {
	const middle = median.toFixed(digits);
	return count === 1 ? middle : `${middle} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

/** What was to be reached and what was. */
export function verdictTable(verdicts: readonly Verdict[]): string {
	return markdownTable(
		[{ title: 'Goal' }, { title: 'Wanted' }, { title: 'Measured', align: 'right' }, { title: '' }],
		verdicts.map(({ text, wanted, ratio, range, isReached }) => [
			text,
			wanted,
			ratio === undefined
				? NOT_MEASURED
				: `${ratio.toFixed(2)} (${range?.map((end) => end.toFixed(2)).join('–')})`,
			isReached === undefined ? '' : isReached ? 'reached' : '**not reached**',
		]),
	);
}

/** All executions of one number of items in one place, and of one after the other in the same place. */
function timeTable(summaries: readonly Summary[], items: number, place: Place): string {
	const shown = summaries.filter(
		(summary) =>
			summary.place.name === place.name &&
			(summary.items === items || ONE_BY_ONE.includes(summary.candidate)),
	);
	const http = shown.find(({ candidate }) => candidate === 'http')?.msAnItem.median;
	const columns: Array<{ title: string; cell: (summary: Summary) => string }> = [
		{ title: 'ms an item', cell: ({ msAnItem }) => withRange(msAnItem, 2) },
		{
			title: 'items a second',
			cell: ({ msAnItem }) => grouped(Math.round(1000 / msAnItem.median)),
		},
		{
			title: 'HTTP Request = 1',
			cell: ({ msAnItem }) => (http === undefined ? '' : (http / msAnItem.median).toFixed(1)),
		},
		{
			title: 'whole execution',
			cell: ({ executionMsAnItem }) => executionMsAnItem.median.toFixed(2),
		},
		{ title: 'MB before', cell: ({ beforeMegabytes: before }) => before?.median.toFixed(0) ?? '' },
		{ title: 'peak MB', cell: ({ peakMegabytes: peak }) => (peak ? withRange(peak, 0) : '') },
		{ title: 'at once', cell: ({ inFlight }) => grouped(inFlight) },
		{
			title: 'waiting there',
			cell: ({ waiting }) => (waiting.max > 0 ? withRange(waiting, 0) : ''),
		},
		{ title: '429', cell: ({ tooManyShare: share }) => (share.max > 0 ? percent(share) : '') },
		{ title: 'runs', cell: ({ msAnItem }) => String(msAnItem.count) },
	];
	const filled = columns.filter(({ cell }) => shown.some((summary) => cell(summary) !== ''));
	return markdownTable(
		[{ title: '' }, ...filled.map(({ title }) => ({ title, align: 'right' as const }))],
		shown.map((summary) => {
			const { title } = candidates[summary.candidate];
			const name = summary.items === items ? title : `${title} (${summary.items} items)`;
			return [name, ...filled.map(({ cell }) => cell(summary))];
		}),
	);
}

/** A table for each number of items and place, with a heading of its own. */
export function timeTables(summaries: readonly Summary[]): string {
	const many = summaries.filter(({ candidate }) => !ONE_BY_ONE.includes(candidate));
	const kinds = new Map(
		many.map(({ items, place }) => [`${items} ${place.name}`, { items, place }]),
	);
	return [...kinds.values()]
		.sort((one, other) => one.items - other.items || one.place.workMs - other.place.workMs)
		.map(({ items, place }) =>
			[`### ${counted(items)}, ${place.title}`, timeTable(summaries, items, place)].join('\n\n'),
		)
		.join('\n\n');
}

/** Milliseconds an item of each group of files, with what its functions call in Node and in other packages. */
function profileTable(profiles: readonly CandidateProfile[]): string {
	const msOf = ({ groups, busyMs, items }: CandidateProfile, name: string) => {
		const share = groups.find(({ group }) => group === name)?.withCalled ?? 0;
		return (share * busyMs) / items;
	};
	const names = [...new Set(profiles.flatMap(({ groups }) => groups.map(({ group }) => group)))];
	return markdownTable(
		[
			{ title: 'files' },
			...profiles.map(({ candidate }): MarkdownColumn => {
				return { title: candidates[candidate].title, align: 'right' };
			}),
		],
		names.map((name) => [name, ...profiles.map((profile) => msOf(profile, name).toFixed(3))]),
	);
}

function heapSection(heaps: readonly SmallestHeap[]): string {
	const [one] = heaps;
	if (!one) return '';
	const right = { align: 'right' } as const;
	const table = markdownTable(
		[
			{ title: '' },
			{ title: 'smallest heap, MB', ...right },
			{ title: 'peak MB with it', ...right },
		],
		heaps.map(({ candidate, megabytes, peakMegabytes }) => [
			candidates[candidate].title,
			grouped(megabytes),
			peakMegabytes.toFixed(0),
		]),
	);
	return `
## How much memory is needed

As long as there is room, V8 leaves garbage where it is, n8n's own for each request above all: *peak MB* in the tables
above is mostly that. This is the smallest heap (\`--max-old-space-size\`, in steps of ${HEAP_STEP} MB from ${HEAPS[0]} MB on) with
which n8n gets through ${grouped(one.items)} items without latency, instead of ending for want of memory.

${table}
`;
}

function profileSection(profiles: readonly CandidateProfile[]): string {
	const [one] = profiles;
	if (!one) return '';
	return `
## Where the time goes

Milliseconds an item at ${grouped(one.items)} items without latency, by the files that ran or called what ran, as V8's
profiler sees it, which costs time itself. \`npm run bench -- --profile auto\` shows the functions. *This node* is, for the request
helper alone, the node that calls it.

${profileTable(profiles)}
`;
}

function roundTrip({ roundTripMs }: Place): string {
	return roundTripMs === undefined ? 'loopback, no TLS' : `${roundTripMs} ms, TLS`;
}

/** Of all items of an execution. */
function duration({ msAnItem: { median }, items }: Summary): string {
	const ms = median * items;
	return ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

function comparisonTable(comparisons: readonly Comparison[]): string {
	const right = { align: 'right' } as const;
	return markdownTable(
		[
			{ title: 'items', ...right },
			{ title: 'round trip' },
			{ title: 'Growlytics', ...right },
			{ title: 'HTTP Request', ...right },
			{ title: 'times its rate', ...right },
			{ title: 'at once', ...right },
			{ title: 'HTTP Request at once', ...right },
			{ title: 'runs', ...right },
		],
		comparisons.map(({ place, items, ours, http, rate: { ratio, range } }) => [
			grouped(items),
			roundTrip(place),
			duration(ours),
			duration(http),
			`${ratio.toFixed(2)} (${range.map((end) => end.toFixed(2)).join('–')})`,
			grouped(ours.inFlight),
			grouped(http.inFlight),
			`${ours.msAnItem.count} and ${http.msAnItem.count}`,
		]),
	);
}

/** How close an execution came to what the server could do. */
function limitTable(summaries: readonly Summary[]): string {
	const right = { align: 'right' } as const;
	const rows = summaries.flatMap((summary) => {
		const { candidate, items, place, msAnItem, waiting, tooManyShare } = summary;
		const most = mostPerSecond(place);
		if (most === undefined) return [];
		const perSecond = 1000 / msAnItem.median;
		return [
			[
				place.capacity === undefined
					? `allows ${most} a second`
					: `works on ${place.capacity} at once, ${place.workMs} ms each`,
				candidates[candidate].title,
				grouped(items),
				perSecond.toFixed(0),
				`${((100 * perSecond) / most).toFixed(0)} %`,
				withRange(waiting, 0),
				percent(tooManyShare),
				String(msAnItem.count),
			],
		];
	});
	if (rows.length === 0) return '';
	return markdownTable(
		[
			{ title: 'server' },
			{ title: '' },
			{ title: 'items', ...right },
			{ title: 'items a second', ...right },
			{ title: 'of what it can do', ...right },
			{ title: 'waiting there at most', ...right },
			{ title: '429', ...right },
			{ title: 'runs', ...right },
		],
		rows,
	);
}

function seriesName(place: Place): string {
	return place.roundTripMs === undefined ? 'loopback, no TLS' : place.title;
}

/** How many times the rate of HTTP Request this node has, over items and round trip: an SVG picture. */
export function picture(summaries: readonly Summary[]): string {
	const comparisons = compare(summaries);
	const counts = [...new Set(comparisons.map(({ items }) => items))];
	return drawPlot({
		title: "Map Automatically with nothing set: times HTTP Request's rate",
		above: 'faster',
		below: 'slower',
		series: mainPlaces.map(seriesName),
		groups: counts.map((items) => ({
			label: counted(items),
			ratios: mainPlaces.map(
				({ name }) =>
					comparisons.find((one) => one.items === items && one.place.name === name)?.rate,
			),
		})),
	});
}

/** What the picture shows, in words. */
function pictureText(comparisons: readonly Comparison[]): string {
	const ends = comparisons.map(
		({ place, items, rate }) => `${counted(items)}, ${roundTrip(place)}: ${short(rate.ratio)}`,
	);
	return `Times the rate of HTTP Request. ${ends.join('; ')}`;
}

function networkSection(summaries: readonly Summary[], pictureFile: string): string {
	const comparisons = compare(summaries);
	const limits = limitTable(summaries);
	return `## What you get: nothing set, over a network

This node with Map Automatically and HTTP Request with the Growlytics credential and one expression for its JSON
body, both as they are when they are added: this node's Concurrency is automatic, HTTP Request starts all its requests
without waiting for an answer.

![${pictureText(comparisons)}](${pictureFile})

${comparisonTable(comparisons)}

- *Round trip*: requests go over TLS to a server that takes ${networks.near.workMs} ms, through a relay that keeps every chunk for half a round
  trip, and the first of a connection for one more: TCP's handshake. n8n opens a new connection for every request: that
  is three round trips and some milliseconds of processor, for any node.
- *Loopback, no TLS* is the same without a network and a server that answers at once: what the nodes themselves cost.
- *At once* is the most requests that the server ever had.
- n8n, the relay and the server share the cores. With servers elsewhere, n8n has more for itself.
${limits === '' ? '' : `\n### Servers with limits\n\n${limits}\n\nAll at ${networks.limited.roundTripMs} ms round trip. With 429, the server says after how many seconds to come again (Retry-After). HTTP Request has no\nanswer to that: its first 429 ends the execution.\n`}
### What was to be reached over a network

${verdictTable(judgeNetwork(summaries))}
`;
}

function loopbackSection(summaries: readonly Summary[], heaps: readonly SmallestHeap[]): string {
	return `## What the node itself costs: on loopback, without TLS

- Every execution gets its items from the same node, made inside n8n: an e-mail address and four more fields. All
  candidates but *n8n's request helper alone* send the address as the customer's ID and all five fields as attributes.
  An event has no standard attributes: the address is its customer, the four others are its attributes.
  Executions are saved, as n8n does it by default.
- *ms an item* is what n8n stores as the time of the node alone, divided by the items. *whole execution* is the
  same from the start of the workflow to its end, making the items included.
- *Growlytics* is this node, with nothing set but how it maps. *Dragged fields* are expressions such as \`{{ $json.city }}\`;
  *five expressions* do something with each field, such as \`{{ $json.city.toUpperCase() }}\`, and n8n has to evaluate them.
- *HTTP Request* starts all requests without waiting for an answer; in batches it sleeps for a millisecond after each
  50. n8n adds every sleep to the time, so that longer ones are only slower.
- *n8n's request helper alone* is a node that sends the same body again and again, ${FLOOR_CONCURRENCY} at once, reading nothing of its
  items, with a credential that only adds a header: what n8n itself takes for a request.
- *At once* is the most requests that the server ever had. Without latency it answers before the next one comes.
- *peak MB* is the most memory that n8n's process had resident in an execution, in an n8n that was started for it and
  had sent 1,000 items before; *MB before* is what it had then. Where they are missing, n8n had done other things as well.

### What was to be reached on loopback

With ${counted(reference(summaries))} and without latency, where nothing else is said.

${verdictTable([...judgeLoopback(summaries), judgeHeaps(heaps)])}

${timeTables(summaries.filter(({ place }) => place.roundTripMs === undefined))}
`;
}

function allFigures(summaries: readonly Summary[]): string {
	const tables = timeTables(summaries.filter(({ place }) => place.roundTripMs !== undefined));
	return tables === '' ? '' : `\n## All figures over a network\n\n${tables}\n`;
}

/** All that a page shows. */
export interface Measured {
	summaries: readonly Summary[];
	heaps: readonly SmallestHeap[];
	profiles: readonly CandidateProfile[];
}

/**
 * docs/performance.md.
 *
 * @param pictureFile where the picture is, seen from the page
 */
export function page(
	{ date, version, n8n, node, cores, processor, gigabytes, system, minutes }: Circumstances,
	{ summaries, heaps, profiles }: Measured,
	pictureFile: string,
): string {
	return `# Performance

Written by \`npm run bench\` on ${date}, in ${minutes} minutes; not to be edited.

n8n-nodes-growlytics ${version} in n8n ${n8n} (the whole product: its server, its database, its stored
credentials) on Node ${node}. ${system}, ${cores} cores (${processor}), ${gigabytes} GB of memory; n8n, the local Growlytics
and what measures share them.

Ratios count: all of a table was measured in one run, by turns, on one machine. Times are that machine's. Where there
is more than one run, a figure is the median, and the lowest and the highest follow it; the range of a ratio is the
widest that they allow.

${networkSection(summaries, pictureFile)}
${loopbackSection(summaries, heaps)}${heapSection(heaps)}${profileSection(profiles)}${allFigures(summaries)}`;
}
