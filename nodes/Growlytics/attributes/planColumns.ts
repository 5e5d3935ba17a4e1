import type { Column, Columns } from '../columns/columns';
import { createColumns } from '../columns/columns';
import type { StandardColumns } from '../columns/standardColumns';
import { findStandardColumns } from '../columns/standardColumns';
import type { Leaf } from '../fields/fieldReading';
import type { AttributeType } from '../values/attributeTypes';
import type { StandardAttribute } from '../values/standardAttributes';
import { isStandardAttribute, standardNames } from '../values/standardAttributes';
import type { DraftItem } from './draftItem';
import { isNothing } from './draftItem';
import type { ItemSettings, MappingSettings } from './mappingItem';

/** The run's columns, and which of them fill name, email and mobile. */
export interface Plan {
	columns: ReadonlyMap<string, Column>;
	standard: StandardColumns;
	/** By column: the standard attribute that it fills. */
	fills: ReadonlyMap<string, StandardAttribute>;
	/** Columns of the field that was dragged into Customer ID: not sent again, unless they fill one of these. */
	ofId: ReadonlySet<string>;
	/** Of the names under Attribute Types, those that a field has, by its name or its path. */
	typed: ReadonlySet<string>;
}

const NO_STANDARD: StandardColumns = {
	sources: { name: [], email: [], mobile: [] },
	nameParts: undefined,
	remarks: [],
};

/** Decides the run's columns over the items that nothing is known against yet. */
export function planColumns(items: readonly DraftItem[], settings: MappingSettings): Plan {
	const columns = createColumns(settings);
	const declared = new Map<string, AttributeType>();
	const lists = new Set<string>();
	const ofId = new Set<string>();
	const typed = new Set<string>();
	for (const { leaves, problems, settings: own } of items) {
		if (problems.length > 0) continue;
		for (const [name, leaf] of leaves) {
			columns.add(name, leaf.value);
			if (leaf.isText) lists.add(name);
			if (isIdField(leaf, own)) ofId.add(name);
			for (const key of settings.declaredTypes.size === 0 ? [] : [name, leaf.path]) {
				const type = settings.declaredTypes.get(key);
				if (type === undefined) continue;
				typed.add(key);
				if (!declared.has(name)) declared.set(name, type);
			}
		}
	}
	declareRows(items, declared, false);
	// Nothing is known of an attribute without a value but its type, which is needed to empty it.
	declareRows(items, declared, true);
	for (const name of declared.keys()) {
		// Growlytics keeps them as text, whatever was chosen.
		if (settings.hasStandardAttributes && isStandardAttribute(name)) declared.delete(name);
	}
	const decided = decideLists(columns, lists, declared);
	const isMatched = settings.hasStandardAttributes && settings.matchStandardAttributes;
	const standard = isMatched ? findStandardColumns(matchable(decided)) : NO_STANDARD;
	const fills = new Map<string, StandardAttribute>();
	for (const name of standardNames()) {
		for (const source of standard.sources[name]) fills.set(source, name);
	}
	for (const name of fills.values()) if (settings.declaredTypes.has(name)) typed.add(name);
	return { columns: decided, standard, fills, ofId, typed };
}

function isIdField({ path, isSelected }: Leaf, { idField }: ItemSettings): boolean {
	if (idField === undefined || isSelected) return false;
	return path === idField.name || path === idField.written;
}

/** A list is text for good: with one entry it looks like a number today, with two tomorrow like none. */
function decideLists(
	columns: Columns,
	lists: ReadonlySet<string>,
	declared: ReadonlyMap<string, AttributeType>,
): Map<string, Column> {
	const ownTypes = [...lists].filter((name) => !declared.has(name));
	const asText = ownTypes.map((name) => [name, 'string'] as const);
	const decided = new Map(columns.decide(new Map([...declared, ...asText])));
	for (const name of ownTypes) {
		const column = decided.get(name);
		if (column === undefined) continue;
		const why = 'it comes as a list';
		decided.set(name, { ...column, decidedBy: 'values', why, offer: undefined });
	}
	return decided;
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
