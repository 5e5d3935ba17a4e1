import type { CustomerSettings, MappedCustomer } from './customer';
import { toCustomer } from './customer';
import type { Found } from './found';
import type { Warning } from './problem';
import type { RunTypes } from './runTypes';
import { decideTypes } from './runTypes';

/** What a mapping mode made of one item. */
export interface ReadItem {
	/** The value of Customer ID. */
	id: unknown;
	found: Found;
	settings: CustomerSettings;
}

export interface MappedRun {
	/** One for each item, in their order. */
	customers: MappedCustomer[];
	types: RunTypes;
}

/**
 * Maps all items of a run: pure, so the same items give the same customers anywhere.
 * @param detectDates see decideTypes
 */
export function mapItems(items: readonly ReadItem[], detectDates: boolean): MappedRun {
	const types = decideTypes(
		items.map(({ found }) => found),
		detectDates,
	);
	const unknownFields = fieldsOfNoItem(items);
	const customers = items.map(({ id, found, settings }) => {
		const mapped = toCustomer(id, found, types, settings);
		if ('problems' in mapped || unknownFields.size === 0) return mapped;
		return { ...mapped, warnings: [...mapped.warnings, ...unknownAmong(found, unknownFields)] };
	});
	return { customers, types };
}

/** A field that some items lack is common; one that none has is a typing slip. */
function fieldsOfNoItem(items: readonly ReadItem[]): ReadonlySet<string> {
	const known = new Set<string>();
	const listed = new Set<string>();
	for (const { found } of items) {
		for (const [name, isThere] of found.listed) (isThere ? known : listed).add(name);
	}
	return new Set([...listed].filter((name) => !known.has(name)));
}

function unknownAmong({ listed }: Found, unknownFields: ReadonlySet<string>): Warning[] {
	return [...listed.keys()]
		.filter((name) => unknownFields.has(name))
		.map((attribute) => ({ attribute, message: 'No item has a field of this name.' }));
}
