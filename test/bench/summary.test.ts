import { loopback, networks } from './places';
import type { Result } from './run';
import { summarizeAll } from './summary';

const RESULT: Result = {
	candidate: 'auto',
	items: 1000,
	place: loopback(),
	nodeStartedAt: 0,
	nodeMs: 700,
	executionMs: 900,
	beforeMegabytes: 400,
	peakMegabytes: 500,
	server: { requests: 1000, accepted: 1000, tooMany: 0, inFlight: 1, waiting: 0 },
	ownN8n: false,
};

test('executions of the same kind make one summary, an item at a time', () => {
	const summaries = summarizeAll([
		RESULT,
		{ ...RESULT, candidate: 'http', nodeMs: 6000 },
		{ ...RESULT, nodeMs: 800, executionMs: 1000, server: { ...RESULT.server, inFlight: 3 } },
		{ ...RESULT, nodeMs: 600, executionMs: 950 },
	]);
	expect(summaries.map(({ candidate }) => candidate)).toEqual(['auto', 'http']);
	expect(summaries[0]).toEqual({
		candidate: 'auto',
		items: 1000,
		place: loopback(),
		msAnItem: { median: 0.7, min: 0.6, max: 0.8, count: 3 },
		executionMsAnItem: { median: 0.95, min: 0.9, max: 1, count: 3 },
		peakMegabytes: undefined,
		beforeMegabytes: undefined,
		inFlight: 3,
		waiting: { median: 0, min: 0, max: 0, count: 3 },
		tooManyShare: { median: 0, min: 0, max: 0, count: 3 },
		acceptedShare: { median: 1, min: 1, max: 1, count: 3 },
	});
});

test('another number of items and another place are other kinds', () => {
	const summaries = summarizeAll([
		RESULT,
		{ ...RESULT, items: 10_000 },
		{ ...RESULT, place: loopback(50) },
		{ ...RESULT, place: networks.near },
	]);
	expect(summaries.map(({ items, place }) => [items, place.name])).toEqual([
		[1000, 'loopback 0'],
		[10_000, 'loopback 0'],
		[1000, 'loopback 50'],
		[1000, 'near'],
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

test('what the server had is a share of its requests, and of the items', () => {
	const [summary] = summarizeAll([
		{
			...RESULT,
			server: { requests: 1250, accepted: 1000, tooMany: 250, inFlight: 40, waiting: 20 },
		},
	]);
	expect(summary).toMatchObject({
		inFlight: 40,
		waiting: { median: 20 },
		tooManyShare: { median: 0.2 },
		acceptedShare: { median: 1 },
	});
});
