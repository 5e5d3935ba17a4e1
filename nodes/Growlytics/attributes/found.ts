import type { AttributeType } from './attributeTypes';
import type { Problem } from '../result/remark';

/** A name and value as a mapping mode found them in an item. */
export interface FoundAttribute {
	/** As it will be sent: without surrounding space. */
	name: string;
	value: unknown;
	/** The type that the user declared, or undefined where the values of the run decide. */
	type: AttributeType | undefined;
	/** What the user should know if the attribute is sent, e.g. that it was renamed. */
	note: string | undefined;
}

/** Where the user entered names of fields or attributes. */
export type Place = 'include' | 'exclude' | 'attributeTypes';

/** Names that the user entered in one place of the node, and that an item does not have. */
export interface MissingNames {
	place: Place;
	names: readonly string[];
}

/** What a mapping mode found in one item. */
export interface Found {
	attributes: FoundAttribute[];
	/** What is wrong with single attributes: they can be left out. */
	problems: Problem[];
	/** What makes the whole item useless, if anything does. */
	unusable?: Problem;
	/** By place, none twice. */
	missing: readonly MissingNames[];
}

/** Growlytics tells "City" from "City ", which no person does: names are sent without surrounding space. */
export function foundAttribute(
	writtenName: string,
	value: unknown,
	type: AttributeType | undefined,
): FoundAttribute {
	const name = writtenName.trim();
	return {
		name,
		value,
		type,
		note: name === writtenName ? undefined : 'Sent without the space around its name.',
	};
}

export function foundUnusable(problem: Problem): Found {
	return { attributes: [], problems: [], unusable: problem, missing: [] };
}
