import type { FieldCase, Sent, SentAttribute } from './case';

/** How what was sent for a case compares to what a careful person would send. */
export interface Score {
	/** A point for each right ID, and for each attribute with the right name, type and value. */
	right: number;
	wanted: number;
	/** A text by nature sent as another type: Growlytics never forgets a type. */
	frozenWrong: number;
	/** Attributes that nobody asked for. */
	useless: number;
	/**
	 * A name made of the item's first and last name: the node does so where no field holds the whole, and what was
	 * written down as ideal before that was decided does not have it.
	 */
	namesMade: number;
	refusedWrongly: number;
	/** Items sent although their ID names nobody. */
	strangers: number;
	/** Every difference, in words. */
	differences: string[];
}

/** Compares item by item. */
export function scoreCase(
	{ ideal, indifferent = [] }: Pick<FieldCase, 'ideal' | 'indifferent'>,
	sent: readonly Sent[],
): Score {
	const score: Score = {
		right: 0,
		wanted: 0,
		frozenWrong: 0,
		useless: 0,
		namesMade: 0,
		refusedWrongly: 0,
		strangers: 0,
		differences: [],
	};
	ideal.forEach((wanted, index) =>
		scoreItem(score, wanted, sent[index] ?? null, index, indifferent),
	);
	return score;
}

function scoreItem(
	score: Score,
	wanted: Sent,
	sent: Sent,
	index: number,
	indifferent: readonly string[],
): void {
	const tell = (text: string) => score.differences.push(`item ${index + 1}: ${text}`);
	if (wanted === null) {
		if (sent === null) return;
		score.strangers += 1;
		tell(`taken, although its ID names nobody: ${JSON.stringify(sent.id)}`);
		return;
	}
	score.wanted += 1 + wanted.attributes.length;
	if (sent === null) {
		score.refusedWrongly += 1;
		tell(`refused (${wanted.attributes.length + 1} points)`);
		return;
	}
	if (sent.id === wanted.id) score.right += 1;
	else tell(`ID ${JSON.stringify(sent.id)} instead of ${JSON.stringify(wanted.id)}`);

	const sentByName = new Map(sent.attributes.map((one) => [one.name, one]));
	for (const one of wanted.attributes) {
		const got = sentByName.get(one.name);
		sentByName.delete(one.name);
		if (got?.type === one.type && got.value === one.value) {
			score.right += 1;
			continue;
		}
		if (got && one.type === 'string' && got.type !== 'string') score.frozenWrong += 1;
		tell(`${show(got)} instead of ${show(one)}`);
	}
	for (const extra of sentByName.values()) {
		if (indifferent.some((pattern) => isLike(extra.name, pattern))) continue;
		if (isMadeName(extra, wanted.attributes)) {
			score.namesMade += 1;
			continue;
		}
		score.useless += 1;
		tell(`useless: ${show(extra)}`);
	}
}

function isMadeName({ name, value }: SentAttribute, wanted: readonly SentAttribute[]): boolean {
	if (name !== 'name') return false;
	const part = (which: RegExp) => wanted.find((one) => which.test(one.name))?.value ?? '';
	const parts = [part(/^first[ _]?name$/i), part(/^last[ _]?name$/i)];
	return value === parts.filter((one) => one !== '').join(' ');
}

function isLike(name: string, pattern: string): boolean {
	const [start = '', end] = pattern.split('*');
	return end === undefined ? name === pattern : name.startsWith(start) && name.endsWith(end);
}

function show(one: SentAttribute | undefined): string {
	return one === undefined ? 'nothing' : `${one.name} = ${JSON.stringify(one.value)} (${one.type})`;
}
