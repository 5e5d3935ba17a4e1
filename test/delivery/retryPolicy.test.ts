import type {
	Circumstances,
	Decision,
	History,
	Verdict,
} from '../../nodes/Growlytics/delivery/retryPolicy';
import { decide } from '../../nodes/Growlytics/delivery/retryPolicy';

const after = (retries: number, pauses = 0): History => ({ retries, pauses });
const retry: Verdict = { kind: 'retry' };
const pause = (retryAfterMs?: number): Verdict => ({ kind: 'pause', retryAfterMs });

interface Row {
	it: string;
	verdict: Verdict;
	history?: History;
	given?: Partial<Circumstances>;
	then: Decision;
}

const again = (afterMs: number, pauseMs: number | undefined, history: History): Decision => ({
	kind: 'again',
	afterMs,
	pauseMs,
	history,
});

const rows: Row[] = [
	{
		it: 'gives up what is final',
		verdict: { kind: 'final' },
		then: { kind: 'giveUp', pauseMs: undefined },
	},
	{ it: 'ends the run', verdict: { kind: 'endRun' }, then: { kind: 'endRun' } },
	{
		it: 'waits up to half a second before the first retry',
		verdict: retry,
		given: { draw: 1 },
		then: again(500, undefined, after(1)),
	},
	{
		it: 'waits anything from nothing at all',
		verdict: retry,
		given: { draw: 0 },
		then: again(0, undefined, after(1)),
	},
	{
		it: 'doubles the longest wait',
		verdict: retry,
		history: after(2),
		given: { draw: 1 },
		then: again(2000, undefined, after(3)),
	},
	{
		it: 'waits no longer than 30 seconds',
		verdict: retry,
		history: after(9),
		given: { draw: 1, maxRetries: 10 },
		then: again(30_000, undefined, after(10)),
	},
	{
		it: 'gives up after maxRetries',
		verdict: retry,
		history: after(3),
		then: { kind: 'giveUp', pauseMs: undefined },
	},
	{
		it: 'never retries with maxRetries 0',
		verdict: retry,
		given: { maxRetries: 0 },
		then: { kind: 'giveUp', pauseMs: undefined },
	},
	{
		it: 'does not charge pauses to maxRetries',
		verdict: retry,
		history: after(2, 15),
		given: { draw: 0 },
		then: again(0, undefined, after(3, 15)),
	},
	{
		it: 'pauses as long as the service asks',
		verdict: pause(7000),
		then: again(0, 7000, after(0, 1)),
	},
	{
		it: 'does not pause when asked for no time',
		verdict: pause(0),
		given: { pausesInARow: 5 },
		then: again(0, 0, after(0, 1)),
	},
	{
		it: 'pauses with maxRetries used up',
		verdict: pause(7000),
		history: after(3),
		then: again(0, 7000, after(3, 1)),
	},
	{
		it: 'pauses for half a second to a second if the service does not say how long',
		verdict: pause(),
		given: { draw: 0 },
		then: again(0, 500, after(0, 1)),
	},
	{
		it: 'doubles such pauses while nothing gets through',
		verdict: pause(),
		given: { draw: 1, pausesInARow: 3 },
		then: again(0, 8000, after(0, 1)),
	},
	{
		it: 'caps such pauses at 30 seconds',
		verdict: pause(),
		given: { draw: 1, pausesInARow: 50 },
		then: again(0, 30_000, after(0, 1)),
	},
	{
		it: 'sits out five minutes',
		verdict: pause(300_000),
		then: again(0, 300_000, after(0, 1)),
	},
	{
		it: 'does not sit out more than five minutes',
		verdict: pause(300_001),
		then: { kind: 'endForNow', retryAfterMs: 300_001 },
	},
	{
		it: 'lets a task that meets many pauses wait by itself too',
		verdict: pause(0),
		history: after(0, 6),
		given: { draw: 1 },
		then: again(2000, 0, after(0, 7)),
	},
	{
		it: 'gives up a task that meets nothing but pauses, and pauses for the others',
		verdict: pause(4000),
		history: after(0, 20),
		then: { kind: 'giveUp', pauseMs: 4000 },
	},
];

it.each(rows)('$it', ({ verdict, history, given, then }) => {
	const circumstances = { maxRetries: 3, pausesInARow: 0, draw: 0.5, ...given };
	expect(decide(verdict, history ?? after(0), circumstances)).toEqual(then);
});
