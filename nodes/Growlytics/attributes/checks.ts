import { withArticle } from '../article';
import { shorten } from '../shorten';
import type { AttributeType } from '../values/attributeTypes';
import { attributeTypes } from '../values/attributeTypes';
import type { Problem } from '../result/remark';
import { LEAVE_OUT } from '../values/show';

/** "Custom attribute names must be less than 50 characters" (docs.growlytics.in, tracking users). */
export const MAX_NAME_CHARACTERS = 49;
/** @returns whether Growlytics takes a name: counted in characters, not in UTF-16 units */
export function isName(name: string): boolean {
	if (name === '') return false;
	return name.length <= MAX_NAME_CHARACTERS || [...name].length <= MAX_NAME_CHARACTERS;
}

/** Of attributes that are too many, so many are named. */
const MOST_NAMED = 10;

/** How many custom attributes Growlytics takes, and what holds them, e.g. 100 and `customer`. */
export interface Most {
	count: number;
	holder: string;
}

/** @returns what is wrong with an attribute whose name another attribute of the item has already */
export function duplicate(name: string): Problem {
	return {
		attribute: name,
		message: 'this name is used twice (space around a name does not count)',
		fix: `Remove one of the two attributes, or give it a name of its own. If you ${LEAVE_OUT}, the first one is sent.`,
	};
}

/** @returns what is wrong if the user gave an attribute another type in this item than it has in the run */
export function typeProblem(
	name: string,
	{ declared }: { declared?: AttributeType },
	runType: AttributeType,
	isStandard: boolean,
): Problem | undefined {
	if (declared === undefined || declared === runType) return undefined;
	const nouns = { declared: attributeTypes[declared].noun, run: attributeTypes[runType].noun };
	if (isStandard) return alwaysText(name, declared);
	return {
		attribute: shorten(name),
		message: `its type here is ${nouns.declared}, but an earlier item has it as ${nouns.run}`,
		fix: `Growlytics keeps one type for an attribute: give it the same type in every item, or ${LEAVE_OUT}.`,
	};
}

/** @returns what is wrong if the user gave a standard attribute another type than text */
export function alwaysText(name: string, declared: AttributeType): Problem {
	return {
		attribute: name,
		message: `this standard attribute is always text, not ${attributeTypes[declared].noun}`,
		fix: 'Set its type to Text (in JSON, "string"), or take it out of Attribute Types.',
	};
}

/** @returns what is wrong if there are more custom attributes than Growlytics takes */
export function tooMany(
	customNames: readonly string[],
	{ count, holder }: Most,
): Problem | undefined {
	const beyond = customNames.slice(count);
	if (beyond.length === 0) return undefined;
	const named = beyond.slice(0, MOST_NAMED).map((name) => `"${shorten(name)}"`);
	const unnamed = beyond.length - named.length;
	const names = [...named, ...(unnamed > 0 ? [`${unnamed} more`] : [])].join(', ');
	return {
		attribute: '',
		message: `${withArticle(holder)} can hold ${count} custom attributes, and this item has ${customNames.length}. Too many: ${names}`,
		fix: `Send fewer attributes (Map Automatically has Include for that), or ${LEAVE_OUT}: then the first ${count} are sent.`,
	};
}
