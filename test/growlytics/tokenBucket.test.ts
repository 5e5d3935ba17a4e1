import { TokenBucket } from './tokenBucket';

function passed(perSecond: number, timesMs: number[]): number[] {
	let now = 0;
	const bucket = new TokenBucket(perSecond, () => now);
	return timesMs.filter((time) => {
		now = time;
		return bucket.take();
	});
}

it.each<[string, number, number[], number[]]>([
	['no limit', 0, [0, 0, 0], [0, 0, 0]],
	['a burst of one second', 2, [0, 1, 2, 3], [0, 1]],
	['a token earned', 2, [0, 1, 2, 510, 511], [0, 1, 510]],
	['no saving beyond a second', 2, [10_000, 10_000, 10_000], [10_000, 10_000]],
	['less than one a second', 0.5, [0, 1000, 2000, 2001], [0, 2000]],
])('%s', (_case, perSecond, times, expected) => {
	expect(passed(perSecond, times)).toEqual(expected);
});
