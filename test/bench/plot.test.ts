import { type Plot, drawPlot, short } from './plot';
import type { Ratio } from './statistics';

function ratio(middle: number, low = middle, high = middle): Ratio {
	return { ratio: middle, range: [low, high] };
}

function plot(...ratios: ReadonlyArray<Ratio | undefined>): Plot {
	return {
		title: 'Rates & times',
		above: 'faster',
		below: 'slower',
		series: ratios.map((_, index) => `Series ${index}`),
		groups: [{ label: '10 items', ratios }],
	};
}

interface Bar {
	top: number;
	bottom: number;
}

/** All bars, the legend's boxes and the background left out. */
function bars(svg: string): Bar[] {
	const boxes = [...svg.matchAll(/<rect x="[^"]*" y="([^"]*)" width="[^"]*" height="([^"]*)"/g)];
	return boxes
		.map(([, y, height]) => ({ top: Number(y), bottom: Number(y) + Number(height) }))
		.filter(({ top }) => top !== 36);
}

function yOfTick(svg: string, tick: string): number {
	const [, y] = new RegExp(`<text x="[^"]*" y="([^"]*)"[^>]*>${tick}×</text>`).exec(svg) ?? [];
	return Number(y);
}

test('bars stand on 1 when faster and hang from it when slower, twice as long as half', () => {
	const [faster, slower] = bars(drawPlot(plot(ratio(2), ratio(0.5))));
	expect(faster?.bottom).toBeCloseTo(slower?.top ?? NaN, 0);
	const lengths = [faster, slower].map((bar) => (bar ? bar.bottom - bar.top : NaN));
	expect(lengths[0]).toBeGreaterThan(20);
	expect(lengths[0]).toBeCloseTo(lengths[1] ?? NaN, 0);
});

test('the scale holds the widest range, and never less than half to twice', () => {
	const narrow = drawPlot(plot(ratio(1)));
	expect(narrow).toContain('>0.5×</text>');
	expect(narrow).toContain('>2×</text>');
	expect(narrow).not.toContain('>4×</text>');
	const wide = drawPlot(plot(ratio(3, 0.2, 9)));
	expect(yOfTick(wide, '16')).toBeLessThan(yOfTick(wide, '1'));
	expect(wide).toContain('>0.125×</text>');
});

test('what was not measured has no bar, and keeps its place', () => {
	const two = drawPlot(plot(undefined, ratio(2)));
	expect(bars(two)).toHaveLength(1);
	const both = drawPlot(plot(ratio(2), ratio(2)));
	const xs = (svg: string) => [...svg.matchAll(/<rect x="([^"]*)"/g)].map(([, x]) => x);
	expect(xs(two).at(-1)).toBe(xs(both).at(-1));
});

test('the picture is XML: texts are escaped', () => {
	expect(drawPlot(plot(ratio(2)))).toContain('<title>Rates &amp; times</title>');
});

test.each([
	[0.154, '0.15'],
	[0.996, '1.0'],
	[1, '1.0'],
	[9.94, '9.9'],
	[9.96, '10'],
	[23.4, '23'],
])('%d is written %s', (number, text) => {
	expect(short(number)).toBe(text);
});
