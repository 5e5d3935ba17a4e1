import type { Problem } from './problem';
import { show } from './problem';
import { STANDARD_ATTRIBUTE_NAMES } from './standardAttributes';

/** The name that a field is sent under, and what the user should know about it. */
export interface SentName {
	name: string;
	note: string;
}

/**
 * Which fields mean a standard attribute although they are written otherwise (`Email`, `MOBILE `). The
 * exact lower-case field wins; of two others, neither can be preferred.
 * @param fieldNames the names of an item's top-level fields
 * @returns by field name; a field that simply keeps its name is absent
 */
export function matchStandardNames(
	fieldNames: readonly string[],
): ReadonlyMap<string, SentName | Problem> {
	const found = new Map<string, SentName | Problem>();
	for (const standard of STANDARD_ATTRIBUTE_NAMES) {
		const variants = fieldNames.filter(
			(name) => name !== standard && name.trim().toLowerCase() === standard,
		);
		for (const variant of variants) {
			found.set(variant, sentName(variant, variants, standard, fieldNames.includes(standard)));
		}
	}
	return found;
}

function sentName(
	variant: string,
	variants: readonly string[],
	standard: string,
	hasExact: boolean,
): SentName | Problem {
	if (hasExact) {
		return {
			name: variant.trim(),
			note: `Sent as a custom attribute of its own, because the item has a field "${standard}" too.`,
		};
	}
	if (variants.length === 1)
		return { name: standard, note: `Taken from the field ${show(variant)}.` };
	return {
		attribute: standard,
		message: `the fields ${variants.map(show).join(' and ')} could both be meant`,
		fix: `Rename one of them to "${standard}", exclude the other, or switch off Options > Match Standard Attributes.`,
	};
}
