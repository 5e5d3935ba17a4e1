import { intervalMs, slotOf } from '../../nodes/Growlytics/delivery/pacing';

it.each([
	[[5], 200],
	[[5, 10], 200],
	[[Infinity, 4], 250],
	[[Infinity, Infinity], 0],
])('%j requests a second leave an interval of %d ms', (rates, interval) => {
	expect(intervalMs(...rates)).toBe(interval);
});

it.each([
	['the first start opens the grid', undefined, 1234, 1234],
	['a start on time keeps the grid', 1000, 1200, 1200],
	['a late start may be made up for', 1000, 1215, 1200],
	['but only for a little', 1000, 1500, 1480],
])('%s', (_, previous, now, slot) => {
	expect(slotOf(previous, 200, now)).toBe(slot);
});
