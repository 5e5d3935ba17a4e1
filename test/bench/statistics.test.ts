import { median, spread } from './statistics';

test.each([
	[[3], 3],
	[[5, 1, 3], 3],
	[[4, 1, 3, 2], 2.5],
	[[10, 9, 100], 10],
	[[2, 2, 2, 8], 2],
])('the median of %p is %p', (numbers, expected) => {
	expect(median(numbers)).toBe(expected);
});

test('the median of nothing is no number', () => {
	expect(median([])).toBeNaN();
});

test('a spread has the median between the ends, and leaves its numbers as they were', () => {
	const numbers = [9, 1, 4];
	expect(spread(numbers)).toEqual({ median: 4, min: 1, max: 9, count: 3 });
	expect(numbers).toEqual([9, 1, 4]);
});
