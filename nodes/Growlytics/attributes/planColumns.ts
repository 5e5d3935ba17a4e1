import type { Column, Columns } from '../columns/columns';
import { createColumns } from '../columns/columns';
import type { StandardColumns } from '../columns/standardColumns';
import { findStandardColumns } from '../columns/standardColumns';
import type { AutomaticSettings } from './automatic';
import type { DraftItem } from './draftItem';
import type { StandardAttribute } from './standardAttributes';
import { STANDARD_ATTRIBUTE_NAMES, isStandardAttribute } from './standardAttributes';

/** The run's columns, and which of them fill name, email and mobile. */
export interface Plan {
	columns: ReadonlyMap<string, Column>;
	standard: StandardColumns;
	/** By column: the standard attribute that it fills. */
	fills: ReadonlyMap<string, StandardAttribute>;
}

const NO_STANDARD: StandardColumns = {
	sources: { name: [], email: [], mobile: [] },
	nameParts: undefined,
	remarks: [],
};

/** Decides the run's columns over the items that nothing is known against yet. */
export function planColumns(read: readonly DraftItem[], settings: AutomaticSettings): Plan {
	const columns: Columns = createColumns(settings);
	const lists = new Set<string>();
	for (const { leaves, problems } of read) {
		if (problems.length > 0) continue;
		for (const [name, { value, isText }] of leaves) {
			columns.add(name, value);
			if (isText) lists.add(name);
		}
	}
	const declared = new Map(settings.declaredTypes);
	for (const name of lists) if (!declared.has(name)) declared.set(name, 'string');
	const decided = new Map(columns.decide(declared));
	for (const name of lists) {
		const column = decided.get(name);
		if (column === undefined || settings.declaredTypes.has(name)) continue;
		decided.set(name, {
			...column,
			decidedBy: 'values',
			why: 'it comes as a list',
			offer: undefined,
		});
	}
	const standard = settings.matchStandardAttributes ? findStandardColumns(decided) : NO_STANDARD;
	const fills = new Map<string, StandardAttribute>();
	for (const name of STANDARD_ATTRIBUTE_NAMES) {
		if (!isStandardAttribute(name)) continue;
		for (const source of standard.sources[name]) fills.set(source, name);
	}
	return { columns: decided, standard, fills };
}
