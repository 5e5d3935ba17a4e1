import type { Problem } from '../result/remark';
import { LEAVE_OUT, show } from './problem';
import { isStandardAttribute } from './standardAttributes';

/** The name that a field is sent under, and what the user should know about it. */
export interface SentName {
	name: string;
	note: string;
}

/**
 * Which fields mean a standard attribute although they are written otherwise (`Email`, `MOBILE `). The
 * exact lower-case field wins; of two others, neither can be preferred: they share one Problem.
 * @param fieldNames the names of an item's top-level fields
 * @returns by field name; a field that simply keeps its name is absent
 */
export function matchStandardNames(
	fieldNames: readonly string[],
): ReadonlyMap<string, SentName | Problem> {
	const variantsOf = new Map<string, string[]>();
	for (const name of fieldNames) {
		const standard = name.trim().toLowerCase();
		if (standard === name || !isStandardAttribute(standard)) continue;
		variantsOf.set(standard, [...(variantsOf.get(standard) ?? []), name]);
	}
	const sent = new Map<string, SentName | Problem>();
	for (const [standard, variants] of variantsOf) {
		const isTaken = fieldNames.includes(standard);
		const problem = isTaken || variants.length === 1 ? undefined : ambiguous(standard, variants);
		for (const variant of variants) {
			sent.set(
				variant,
				problem ?? (isTaken ? custom(variant, standard) : renamed(variant, standard)),
			);
		}
	}
	return sent;
}

function renamed(variant: string, standard: string): SentName {
	return { name: standard, note: `Taken from the field ${show(variant)}.` };
}

function custom(variant: string, standard: string): SentName {
	return {
		name: variant,
		note: `Sent as a custom attribute of its own, because the item has a field "${standard}" too.`,
	};
}

function ambiguous(standard: string, variants: readonly string[]): Problem {
	return {
		attribute: standard,
		message: `the fields ${variants.map(show).join(' and ')} could both be meant`,
		fix: `Rename one of them to "${standard}", exclude the other, or switch off Options > Match Standard Attributes. If you ${LEAVE_OUT}, none of them is sent.`,
	};
}
