import type { Problem, Remark } from '../result/remark';
import type { Attribute } from './attribute';
import type { Most } from './checks';
import type { AttributeSettings, ConvertedAttributes } from './convertAttributes';
import { convertAttributes } from './convertAttributes';
import type { Found } from './found';
import { slips } from './missingNames';
import type { RunTypes } from './runTypes';
import { decideTypes } from './runTypes';

/** What a mapping mode made of one item. */
export interface ReadItem {
	found: Found;
	settings: AttributeSettings;
}

/** The attributes of one item that can be sent, or everything that keeps the item from being sent. */
export type MappedAttributes =
	| { attributes: Attribute[]; warnings: Remark[] }
	| { problems: Problem[] };

export interface MappedAttributesOfRun {
	/** One for each item, in their order. */
	items: MappedAttributes[];
	types: RunTypes;
}

/**
 * Maps all items of a run: pure, so the same items give the same attributes anywhere.
 * @param detectDates see decideTypes
 */
export function mapAttributes(
	items: readonly ReadItem[],
	detectDates: boolean,
	most: Most,
): MappedAttributesOfRun {
	const all = items.map(({ found }) => found);
	const types = decideTypes(all, detectDates);
	const ofEach = slips(all);
	return {
		items: items.map(({ found, settings }) => {
			if (found.unusable) return { problems: [found.unusable] };
			const converted = convertAttributes(found, types, settings, most);
			return toMapped(converted, settings, ofEach);
		}),
		types,
	};
}

function toMapped(
	{ attributes, problems, warnings }: ConvertedAttributes,
	{ invalidAttributes }: AttributeSettings,
	ofEach: readonly Remark[],
): MappedAttributes {
	if (problems.length > 0 && invalidAttributes === 'failItem') return { problems };
	const leftOut = problems.map(({ attribute, message }) => ({
		attribute,
		message: `Left out: ${message}.`,
	}));
	return { attributes, warnings: [...warnings, ...leftOut, ...ofEach] };
}
