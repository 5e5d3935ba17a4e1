import type { CustomerSettings, MappedCustomer } from './customer';
import { toCustomer } from './customer';
import type { EnteredName, Found } from './found';
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
	const all = items.map(({ found }) => found);
	const types = decideTypes(all, detectDates);
	const known = namesOfAnyItem(all);
	const customers = items.map(({ id, found, settings }) => {
		const mapped = toCustomer(id, found, types, settings);
		if ('problems' in mapped) return mapped;
		const missing = slips(found, known, items.length);
		return { ...mapped, warnings: [...mapped.warnings, ...missing] };
	});
	return { customers, types };
}

/** A name that some items lack is common; one that none has is a typing slip. */
function namesOfAnyItem(all: readonly Found[]): ReadonlySet<string> {
	const there = all.flatMap(({ entered }) => entered.filter(({ isThere }) => isThere));
	return new Set(there.map(keyOf));
}

function slips({ entered }: Found, known: ReadonlySet<string>, itemCount: number): Warning[] {
	return entered
		.filter((name) => !known.has(keyOf(name)) && (name.place === 'field' || itemCount > 1))
		.map(({ warning }) => warning);
}

/** A field and an attribute can have the same name. */
function keyOf({ place, warning: { attribute } }: EnteredName): string {
	return `${place} ${attribute}`;
}
