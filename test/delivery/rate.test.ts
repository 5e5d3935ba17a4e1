import type { Rate } from '../../nodes/Growlytics/delivery/rate';
import { afterRefused, afterServed, unlimited } from '../../nodes/Growlytics/delivery/rate';

/** The rate after answers at an even pace. */
function served(rate: Rate, perSecond: number, seconds: number, from: number): Rate {
	let next = rate;
	for (let count = 1; count <= perSecond * seconds; count++) {
		next = afterServed(next, from + (count * 1000) / perSecond, true);
	}
	return next;
}

const untried = unlimited(10, 0);

it('is not limited while nothing is refused', () => {
	expect(served(untried, 50, 10, 0).perSecond).toBe(Infinity);
});

it.each([1, 5, 50, 150])('falls to a little less than the %d a second that were served', (pace) => {
	const { perSecond } = afterRefused(served(untried, pace, 20, 0), 20_000, 1000, true);
	expect(perSecond / pace).toBeGreaterThan(0.75);
	expect(perSecond / pace).toBeLessThan(1.1);
});

it('extrapolates nothing from a burst at the start', () => {
	const burst = served(untried, 1000, 0.01, 0);
	expect(afterRefused(burst, 10, 1000, true).perSecond).toBeCloseTo(10, -1);
});

it('counts what was still under way when it fell', () => {
	const fallen = afterRefused(untried, 10, 1000, true);
	let rate = fallen;
	for (let count = 0; count < 5; count++) rate = afterServed(rate, 20, false);
	expect(fallen.perSecond).toBe(0.5);
	expect(rate.perSecond).toBeGreaterThan(4);
	expect(rate.perSecond).toBeLessThan(7);
});

it('falls once for requests that were refused together', () => {
	const first = afterRefused(served(untried, 50, 5, 0), 5000, 1000, true);
	expect(afterRefused(first, 5001, 1000, false).perSecond).toBe(first.perSecond);
});

it('falls gently when few requests are refused and none for long', () => {
	expect(afterRefused(served(untried, 50, 5, 0), 5000, 0, true).perSecond).toBe(180);
});

it('falls to what is served when many are refused, if for no time', () => {
	let rate = served(untried, 5, 5, 0);
	for (let count = 0; count < 10; count++) rate = afterRefused(rate, 5000, 0, false);
	expect(afterRefused(rate, 5000, 0, true).perSecond).toBeLessThan(5.5);
});

it('falls by half at most from one pause to the next, and never to nothing', () => {
	let rate = afterRefused(served(untried, 50, 5, 0), 5000, 60_000, true);
	const rates: number[] = [];
	for (let count = 1; count <= 20; count++) {
		const before = rate.perSecond;
		rate = afterRefused(rate, 5000 + count * 60_000, 60_000, true);
		rates.push(rate.perSecond);
		expect(rate.perSecond).toBeGreaterThanOrEqual(before / 2 - 1e-9);
	}
	expect(rates.at(-1)).toBe(0.5);
});

it('comes near a limit that it has met more slowly each time, but not to what is proven', () => {
	const growth: number[] = [];
	let rate = untried;
	for (let pause = 1; pause <= 5; pause++) {
		const at = pause * 10_000;
		rate = afterRefused(served({ ...rate, perSecond: 50 }, 50, 5, at - 5000), at, 1000, true);
		growth.push(afterServed(rate, at, true).perSecond - rate.perSecond);
	}
	expect(growth[0]).toBeCloseTo(2, 0);
	expect(growth[4]).toBeCloseTo(0.05);
	// Hardly anything was served before this pause, so it says little of the limit.
	const mistaken = afterRefused(rate, 70_000, 1000, true);
	expect(mistaken.perSecond).toBeLessThan(rate.proven * 0.6);
	expect(afterServed(mistaken, 70_000, true).perSecond - mistaken.perSecond).toBeGreaterThan(0.9);
});

it('grows again until it limits nothing', () => {
	const fallen = afterRefused(served(untried, 5, 20, 0), 20_000, 1000, true);
	const after = [5, 20, 400].map((count) => served(fallen, 5, count / 5, 21_000).perSecond);
	expect(after[0]).toBeGreaterThan(fallen.perSecond * 1.1);
	expect(after[1]).toBeLessThan(fallen.perSecond * 4);
	expect(after[2]).toBe(Infinity);
});
