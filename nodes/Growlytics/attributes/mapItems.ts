import type { CustomerSettings, MappedCustomer } from './customer';
import { toCustomer } from './customer';
import type { Found } from './found';
import { slips } from './missingNames';
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
	const ofEach = slips(all);
	const customers = items.map(({ id, found, settings }) => {
		const mapped = toCustomer(id, found, types, settings);
		if ('problems' in mapped || ofEach.length === 0) return mapped;
		return { ...mapped, warnings: [...mapped.warnings, ...ofEach] };
	});
	return { customers, types };
}
