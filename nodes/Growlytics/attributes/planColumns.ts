import type { Column, Columns } from '../columns/columns';
import { createColumns } from '../columns/columns';
import type { StandardColumns } from '../columns/standardColumns';
import { findStandardColumns } from '../columns/standardColumns';
import type { AttributeType } from '../values/attributeTypes';
import type { DraftItem } from './draftItem';
import { isNothing } from './draftItem';
import type { MappingSettings } from './mappingItem';
import type { StandardAttribute } from '../values/standardAttributes';
import { STANDARD_ATTRIBUTE_NAMES, isStandardAttribute } from '../values/standardAttributes';

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
export function planColumns(read: readonly DraftItem[], settings: MappingSettings): Plan {
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
	declareRows(read, declared, false);
	// Nothing is known of an attribute without a value but its type, which is needed to empty it.
	declareRows(read, declared, true);
	// Growlytics keeps them as text, whatever was chosen.
	if (settings.hasStandardAttributes)
		STANDARD_ATTRIBUTE_NAMES.forEach((name) => declared.delete(name));
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
	const isMatched = settings.hasStandardAttributes && settings.matchStandardAttributes;
	const standard = isMatched ? findStandardColumns(matchable(decided)) : NO_STANDARD;
	const fills = new Map<string, StandardAttribute>();
	for (const name of STANDARD_ATTRIBUTE_NAMES) {
		if (!isStandardAttribute(name)) continue;
		for (const source of standard.sources[name]) fills.set(source, name);
	}
	return { columns: decided, standard, fills };
}

/** The first type that the user gave an attribute is its type in the run. */
function declareRows(
	read: readonly DraftItem[],
	types: Map<string, AttributeType>,
	isWithoutValue: boolean,
): void {
	for (const { leaves, problems } of read) {
		if (problems.length > 0) continue;
		for (const [name, { declared, value }] of leaves) {
			if (declared === undefined || types.has(name)) continue;
			if (isNothing(value) === isWithoutValue) types.set(name, declared);
		}
	}
}

/** A standard attribute is text: a field that was declared to be something else is meant to stay itself. */
function matchable(columns: ReadonlyMap<string, Column>): ReadonlyMap<string, Column> {
	return new Map(
		[...columns].filter(([, { decidedBy, type }]) => decidedBy !== 'declared' || type === 'string'),
	);
}
