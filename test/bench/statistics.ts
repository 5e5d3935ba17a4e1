/** The middle of some numbers and how far they lie apart. */
export interface Spread {
	median: number;
	min: number;
	max: number;
	count: number;
}

/**
 * @returns of an even count the mean of the two in the middle; NaN of none
 */
export function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((one, other) => one - other);
	const half = sorted.length / 2;
	const low = sorted[Math.ceil(half) - 1] ?? NaN;
	const high = sorted[Math.floor(half)] ?? NaN;
	return (low + high) / 2;
}

export function spread(numbers: readonly number[]): Spread {
	return {
		median: median(numbers),
		min: Math.min(...numbers),
		max: Math.max(...numbers),
		count: numbers.length,
	};
}

/** How many times as much one is as another. */
export interface Ratio {
	/** Of the medians. */
	ratio: number;
	/** The lowest and the highest that the measurements allow. */
	range: [number, number];
}

export function ratioOf(one: Spread, other: Spread): Ratio {
	return {
		ratio: one.median / other.median,
		range: [one.min / other.max, one.max / other.min],
	};
}
