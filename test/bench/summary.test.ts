import type { Result } from './run';
import { summarizeAll } from './summary';

const RESULT: Result = {
	candidate: 'auto',
	items: 1000,
	latencyMs: 0,
	nodeStartedAt: 0,
	nodeMs: 700,
	executionMs: 900,
	beforeMegabytes: 400,
	peakMegabytes: 500,
	inFlight: 1,
	ownN8n: false,
};

test('executions of the same kind make one summary, an item at a time', () => {
	const summaries = summarizeAll([
		RESULT,
		{ ...RESULT, candidate: 'http', nodeMs: 6000 },
		{ ...RESULT, nodeMs: 800, executionMs: 1000, inFlight: 3 },
		{ ...RESULT, nodeMs: 600, executionMs: 950 },
	]);
	expect(summaries.map(({ candidate }) => candidate)).toEqual(['auto', 'http']);
	expect(summaries[0]).toEqual({
		candidate: 'auto',
		items: 1000,
		latencyMs: 0,
		msAnItem: { median: 0.7, min: 0.6, max: 0.8, count: 3 },
		executionMsAnItem: { median: 0.95, min: 0.9, max: 1, count: 3 },
		peakMegabytes: undefined,
		beforeMegabytes: undefined,
		inFlight: 3,
	});
});

test('another number of items and another latency are other kinds', () => {
	const summaries = summarizeAll([
		RESULT,
		{ ...RESULT, items: 10_000 },
		{ ...RESULT, latencyMs: 50 },
	]);
	expect(summaries.map(({ items, latencyMs }) => [items, latencyMs])).toEqual([
		[1000, 0],
		[10_000, 0],
		[1000, 50],
	]);
});

test('memory counts only where n8n had done nothing else', () => {
	const [summary] = summarizeAll([
		{ ...RESULT, peakMegabytes: 900 },
		{ ...RESULT, peakMegabytes: 700, ownN8n: true },
		{ ...RESULT, peakMegabytes: 600, ownN8n: true },
	]);
	expect(summary?.peakMegabytes).toEqual({ median: 650, min: 600, max: 700, count: 2 });
	expect(summary?.beforeMegabytes).toEqual({ median: 400, min: 400, max: 400, count: 2 });
});
