/** Words in pairs, yes first. Other languages' words stay text: "ha" and "no" mean other things elsewhere. */
export const yesNoPairs = [
	['true', 'false'],
	['yes', 'no'],
	['on', 'off'],
	['y', 'n'],
	['t', 'f'],
	['1', '0'],
] as const;

export type YesNoPair = (typeof yesNoPairs)[number][0];

export interface YesNoReading {
	value: boolean;
	/** Which pair the word belongs to, by its word for yes. */
	pair: YesNoPair;
}

const LONGEST_WORD = 5;

const readings = new Map<string, YesNoReading>();
for (const [yes, no] of yesNoPairs) {
	readings.set(yes, { value: true, pair: yes });
	readings.set(no, { value: false, pair: yes });
}

/** @returns what a word of a pair means, in any case; undefined for any other text */
export function readYesNo(text: string): YesNoReading | undefined {
	return text.length > LONGEST_WORD ? undefined : readings.get(text.toLowerCase());
}
