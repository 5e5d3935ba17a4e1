import type { Found, Place } from './found';
import type { Remark } from '../result/remark';

const FIELD_HELP = 'Capital letters count; a name with a comma needs quotes.';

/** What is said of a name that no item has, by where the user entered it. */
const SAID: Readonly<Record<Place, string>> = {
	include: `No item has this field, which Fields to Include names. ${FIELD_HELP}`,
	exclude: `No item has this field, which Fields to Exclude names. ${FIELD_HELP}`,
	attributeTypes:
		'No item has this attribute, which Options > Attribute Types names. Capital letters count.',
};

/**
 * A name that some items lack is common; one that every item lacks is a typing slip.
 * @returns the warnings that each item of the run deserves
 */
export function slips(all: readonly Found[]): Remark[] {
	const usable = all.filter(({ unusable }) => unusable === undefined);
	return [
		...slipsIn(usable, 'include'),
		...slipsIn(usable, 'exclude'),
		// A single item often lacks an attribute whose type is pinned.
		...(all.length > 1 ? slipsIn(usable, 'attributeTypes') : []),
	];
}

function slipsIn(all: readonly Found[], place: Place): Remark[] {
	const missingIn = ({ missing }: Found) => missing.find((one) => one.place === place)?.names ?? [];
	let names = all[0] === undefined ? [] : missingIn(all[0]);
	for (const found of all) {
		if (names.length === 0) break;
		const missing = missingIn(found);
		names = names.filter((name) => missing.includes(name));
	}
	return names.map((attribute) => ({ attribute, message: SAID[place] }));
}
