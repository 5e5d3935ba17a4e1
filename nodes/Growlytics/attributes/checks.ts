import { shorten } from '../shorten';
import type { AttributeType } from './attributeTypes';
import { attributeTypes } from './attributeTypes';
import type { FoundAttribute } from './found';
import type { Problem } from '../result/remark';
import { LEAVE_OUT, show } from './problem';
import { isStandardAttribute } from './standardAttributes';

/** "Custom attribute names must be less than 50 characters" (docs.growlytics.in, tracking users). */
export const MAX_NAME_CHARACTERS = 49;
/** How many custom attributes Growlytics takes, and what holds them, e.g. 100 and `customer`. */
export interface Most {
	count: number;
	holder: string;
}

/** Enough to tell names with one beginning apart: it is their length that is talked about. */
const MAX_SHOWN_NAME_CHARACTERS = 120;

/** @returns what keeps Growlytics from taking the attribute's name, counted in characters, not in UTF-16 units */
export function nameProblem({ name, value }: FoundAttribute): Problem | undefined {
	if (name === '') {
		return {
			attribute: '',
			message: `Name is missing for the attribute with the value ${show(value)}`,
			fix: `Give it a name where it comes from, or ${LEAVE_OUT}.`,
		};
	}
	const characters = name.length <= MAX_NAME_CHARACTERS ? 0 : [...name].length;
	if (characters <= MAX_NAME_CHARACTERS) return undefined;
	return {
		attribute: shorten(name, MAX_SHOWN_NAME_CHARACTERS),
		message: `this name has ${characters} characters, and Growlytics takes at most ${MAX_NAME_CHARACTERS}`,
		fix: `Give the attribute a shorter name, or ${LEAVE_OUT}.`,
	};
}

/** @returns what is wrong with an attribute whose name another attribute of the item has already */
export function duplicate(name: string): Problem {
	return {
		attribute: name,
		message: 'this name is used twice (space around a name does not count)',
		fix: `Remove one of the two attributes, or give it a name of its own. If you ${LEAVE_OUT}, the first one is sent.`,
	};
}

/** @returns what is wrong if an attribute is declared with another type than it has in this run */
export function typeProblem(
	{ name, type: declared }: FoundAttribute,
	runType: AttributeType | undefined,
): Problem | undefined {
	if (declared === undefined || runType === undefined || declared === runType) return undefined;
	const nouns = { declared: attributeTypes[declared].noun, run: attributeTypes[runType].noun };
	if (isStandardAttribute(name)) {
		return {
			attribute: name,
			message: `this standard attribute is always text, not ${nouns.declared}`,
			fix: 'Set its type to Text (in JSON, "string").',
		};
	}
	return {
		attribute: name,
		message: `its type here is ${nouns.declared}, but an earlier item has it as ${nouns.run}`,
		fix: `Growlytics keeps one type for an attribute: give it the same type in every item, or ${LEAVE_OUT}.`,
	};
}

/** @returns a problem for each custom attribute beyond those that Growlytics takes */
export function tooMany(customNames: readonly string[], { count, holder }: Most): Problem[] {
	return customNames.slice(count).map((attribute) => ({
		attribute,
		message: `it is beyond the ${count} custom attributes that a ${holder} can hold (this item has ${customNames.length})`,
		fix: `Send fewer attributes (Map Automatically has Include for that), or ${LEAVE_OUT}: then the first ${count} are sent.`,
	}));
}
