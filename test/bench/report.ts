import { CONCURRENCY, ONE_BY_ONE, candidates } from './candidates';
import { type Verdict, reference } from './goals';
import { type MarkdownColumn, markdownTable } from './markdownTable';
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

function withRange({ median, min, max, count }: Spread, digits: number): string {
	const middle = median.toFixed(digits);
	return count === 1 ? middle : `${middle} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

/** What was to be reached and what was. */
export function verdictTable(verdicts: readonly Verdict[]): string {
	return markdownTable(
		[{ title: 'Ratio' }, { title: 'Wanted' }, { title: 'Measured', align: 'right' }, { title: '' }],
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

/** All executions of one number of items and one latency, and of one after the other at the same latency. */
function timeTable(summaries: readonly Summary[], items: number, latencyMs: number): string {
	const shown = summaries.filter(
		(summary) =>
			summary.latencyMs === latencyMs &&
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

/** A table for each number of items and latency, with a heading of its own. */
export function timeTables(summaries: readonly Summary[]): string {
	const many = summaries.filter(({ candidate }) => !ONE_BY_ONE.includes(candidate));
	const kinds = new Map(
		many.map(({ items, latencyMs }) => [`${items} ${latencyMs}`, { items, latencyMs }]),
	);
	return [...kinds.values()]
		.sort((one, other) => one.items - other.items || one.latencyMs - other.latencyMs)
		.map(({ items, latencyMs }) =>
			[
				`### ${grouped(items)} items, ${latencyMs === 0 ? 'no latency' : `${latencyMs} ms latency`}`,
				timeTable(summaries, items, latencyMs),
			].join('\n\n'),
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

/** docs/performance.md. */
export function page(
	{ date, version, n8n, node, cores, processor, gigabytes, system, minutes }: Circumstances,
	verdicts: readonly Verdict[],
	summaries: readonly Summary[],
	heaps: readonly SmallestHeap[],
	profiles: readonly CandidateProfile[],
): string {
	return `# Performance

Written by \`npm run bench\` on ${date}, in ${minutes} minutes; not to be edited.

n8n-nodes-growlytics ${version} in n8n ${n8n} (the whole product: its server, its database, its stored
credentials) on Node ${node}. ${system}, ${cores} cores (${processor}), ${gigabytes} GB of memory; n8n, the local Growlytics
and what measures share them.

## How to read it

Ratios count: all of a table was measured in one run, by turns, on one machine. Times are that machine's. Where there
is more than one run, a figure is the median, and the lowest and the highest follow it; the range of a ratio is the
widest that they allow.

- Every execution gets its items from the same node, made inside n8n: an e-mail address and four more fields. All
  candidates but the last two send the address as the customer's ID and all five fields as attributes. Executions are
  saved, as n8n does it by default.
- *ms an item* is what n8n stores as the time of the node alone, divided by the items. *whole execution* is the
  same from the start of the workflow to its end, making the items included.
- *Growlytics* is this node, with Options > Concurrency ${CONCURRENCY}. *Dragged fields* are expressions such as \`{{ $json.city }}\`;
  *five expressions* do something with each field, such as \`{{ $json.city.toUpperCase() }}\`, and n8n has to evaluate them.
- *HTTP Request* is n8n's own node with the Growlytics credential and one expression for the JSON body. It starts all
  requests without waiting for an answer; in batches it sleeps for a millisecond after each 50. n8n adds every sleep to
  the time, so that longer ones are only slower.
- *n8n's request helper alone* is a node that sends the same body again and again, ${CONCURRENCY} at once, reading nothing of its
  items, with a credential that only adds a header: what n8n itself takes for a request.
- *At once* is the most requests that the server ever had. Without latency it answers before the next one comes.
- *peak MB* is the most memory that n8n's process had resident in an execution, in an n8n that was started for it and
  had sent 1,000 items before; *MB before* is what it had then. Where they are missing, n8n had done other things as well.

## What was to be reached

With ${grouped(reference(summaries))} items and without latency, where nothing else is said.

${verdictTable(verdicts)}

## What was measured

${timeTables(summaries)}
${heapSection(heaps)}${profileSection(profiles)}`;
}
