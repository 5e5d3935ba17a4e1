import type { Ratio } from './statistics';

/** A cluster of bars, one for each series; undefined where nothing was measured. */
export interface PlotGroup {
	label: string;
	ratios: ReadonlyArray<Ratio | undefined>;
}

export interface Plot {
	title: string;
	/** What a bar that stands on 1, and one that hangs from it, means: a word each. */
	above: string;
	below: string;
	series: readonly string[];
	groups: readonly PlotGroup[];
}

const WIDTH = 760;
const HEIGHT = 400;
const LEFT = 56;
const RIGHT = 60;
const TOP = 84;
const BOTTOM = 52;
const BAR_SHARE = 0.8;
/** Room for a figure beside the end of a bar. */
const GAP = 5;
const FONT_PIXELS = 13;

/** Told apart without colours too: by how dark they are. */
const COLOURS = ['#6baed6', '#08519c', '#cccccc'];

function escapeText(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function text(x: number, y: number, content: string, more = ''): string {
	return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${escapeText(content)}</text>`;
}

function line(x1: number, y1: number, x2: number, y2: number, colour: string): string {
	const [a, b, c, d] = [x1, y1, x2, y2].map((number) => number.toFixed(1));
	return `<line x1="${a}" y1="${b}" x2="${c}" y2="${d}" stroke="${colour}"/>`;
}

/** Powers of two that hold all of it, and at least a half and two. */
function ticksFor(ratios: readonly Ratio[]): number[] {
	const least = Math.min(0.5, ...ratios.map(({ range }) => range[0]));
	const most = Math.max(2, ...ratios.map(({ range }) => range[1]));
	const [from, to] = [Math.floor(Math.log2(least)), Math.ceil(Math.log2(most))];
	return Array.from({ length: to - from + 1 }, (_, index) => 2 ** (from + index));
}

/** A figure as short as it can be read. */
export function short(ratio: number): string {
	if (ratio < 0.995) return ratio.toFixed(2);
	return ratio.toFixed(ratio < 9.95 ? 1 : 0);
}

/**
 * Draws ratios as bars that stand on 1, or hang from it, on a scale where twice and half are as long. A thin line shows
 * how far the measurements lie apart.
 *
 * @returns an SVG picture
 */
export function drawPlot({ title, above, below, series, groups }: Plot): string {
	const all = groups.flatMap(({ ratios }) => ratios.flatMap((ratio) => ratio ?? []));
	const ticks = ticksFor(all);
	const [lowest, highest] = [Math.min(...ticks), Math.max(...ticks)];
	const logarithms = Math.log2(highest) - Math.log2(lowest);
	const y = (ratio: number) =>
		TOP + ((Math.log2(highest) - Math.log2(ratio)) / logarithms) * (HEIGHT - TOP - BOTTOM);

	const grid = ticks.flatMap((tick) => [
		line(LEFT, y(tick), WIDTH - RIGHT, y(tick), tick === 1 ? '#333333' : '#e2e2e2'),
		text(LEFT - GAP, y(tick) + FONT_PIXELS / 3, `${tick}×`, 'text-anchor="end"'),
	]);
	const legend = series.flatMap((name, index) => {
		const x = LEFT + index * ((WIDTH - LEFT - RIGHT) / series.length);
		const box = `<rect x="${x.toFixed(1)}" y="36" width="12" height="12" fill="${COLOURS[index]}"/>`;
		return [box, text(x + 18, 46.5, name)];
	});

	const groupWidth = (WIDTH - LEFT - RIGHT) / groups.length;
	const width = (groupWidth * BAR_SHARE) / series.length;
	const bars = groups.flatMap(({ label, ratios }, group) => {
		const from = LEFT + group * groupWidth;
		const drawn = ratios.flatMap((ratio, index) => {
			if (ratio === undefined) return [];
			const x = from + (groupWidth * (1 - BAR_SHARE)) / 2 + index * width;
			return drawBar(ratio, x, width, y, COLOURS[index] ?? '');
		});
		return [
			...drawn,
			text(from + groupWidth / 2, HEIGHT - BOTTOM + 36, label, 'text-anchor="middle"'),
		];
	});

	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="system-ui, sans-serif" font-size="${FONT_PIXELS}" fill="#222222" role="img">
<title>${escapeText(title)}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
${[
	text(LEFT, 20, title, 'font-weight="600" font-size="15"'),
	...legend,
	...grid,
	...bars,
	text(WIDTH - RIGHT + GAP, y(1) - GAP, above),
	text(WIDTH - RIGHT + GAP, y(1) + GAP + FONT_PIXELS * 0.7, below),
].join('\n')}
</svg>
`;
}

function drawBar(
	{ ratio, range }: Ratio,
	x: number,
	width: number,
	y: (ratio: number) => number,
	colour: string,
): string[] {
	const [top, bottom] = [Math.min(y(ratio), y(1)), Math.max(y(ratio), y(1))];
	const [lowest, highest] = [y(range[0]), y(range[1])];
	const middle = x + width / 2;
	const figureY =
		ratio >= 1 ? Math.min(top, highest) - GAP : Math.max(bottom, lowest) + GAP + FONT_PIXELS * 0.7;
	return [
		`<rect x="${(x + 1).toFixed(1)}" y="${top.toFixed(1)}" width="${(width - 2).toFixed(1)}" height="${Math.max(1, bottom - top).toFixed(1)}" fill="${colour}"/>`,
		line(middle, lowest, middle, highest, '#777777'),
		text(middle, figureY, short(ratio), 'text-anchor="middle"'),
	];
}
