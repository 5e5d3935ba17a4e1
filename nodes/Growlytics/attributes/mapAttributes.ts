import type { Column } from '../columns/columns';
import type { StandardColumns, StandardRemark } from '../columns/standardColumns';
import { FieldReader } from '../fields/fieldReader';
import type { MissedField } from '../fields/selection';
import type { AttributeType } from '../values/attributeTypes';
import { convertItem } from './convertItem';
import type { CountedRemark } from './countedRemarks';
import { CountedRemarks } from './countedRemarks';
import type { DraftItem } from './draftItem';
import { draftFields, draftRows } from './draftItem';
import type { ItemSettings, MappedAttributes, MappingItem, MappingSettings } from './mappingItem';
import type { Plan } from './planColumns';
import { planColumns } from './planColumns';
import { SentNames, alikeName } from './sentNames';

/** How a column is sent. */
export interface SentColumn extends Column {
	/** A standard attribute, or its own name; undefined if it is the Customer ID and nothing else. */
	sentAs: string | undefined;
}

export interface MappedColumns {
	/** One for each item, in their order. */
	items: MappedAttributes[];
	/** In the order in which their names were met; standard attributes keep the place of their field. */
	columns: SentColumn[];
	/** What was unwrapped, left out or sent otherwise than it stood there, each once. */
	remarks: CountedRemark[];
	/** What the user should know about name, email and mobile. */
	standard: readonly StandardRemark[];
	/** The columns that make a name together, if no column holds it. */
	nameParts: StandardColumns['nameParts'];
	/** Fields to include or exclude that no item has; with the name that differs by capitals or spaces alone. */
	missedFields: MissedField[];
	/** The same of the names under Attribute Types. */
	missedTypes: MissedField[];
	/** The same of the fields under Rename Attributes. */
	missedRenames: MissedField[];
}

/**
 * Maps the items of a run: fields, or the names and types that the user gave, become attributes, each with one type in
 * the run, decided over the items that will be sent. Pure: the same items give the same attributes anywhere, and
 * nothing is kept between calls.
 */
export function mapAttributes(
	items: readonly MappingItem[],
	settings: MappingSettings,
): MappedColumns {
	const readers = new Map<ItemSettings, FieldReader>();
	const run = new CountedRemarks();
	const names = new SentNames(settings.renames);
	const read = items.map((item) =>
		'rows' in item.source
			? draftRows(item, item.source, settings, run)
			: draftFields(item, item.source.fields, {
					reader: readerOf(readers, item.settings),
					names,
					run,
				}),
	);
	const early = read.filter(({ problems }) => problems.length > 0);
	// What is refused for its values is known only when types are decided, and must have no say in them.
	const first = planColumns(read, settings);
	let plan = first;
	for (let round = 0; round < MAX_ROUNDS; round += 1) {
		const before = countRefused(read);
		for (const item of read) convertItem(item, plan, settings);
		if (countRefused(read) === before) break;
		plan = planColumns(read, settings);
	}
	for (const item of early) addValueProblems(item, plan, settings);
	return {
		...report(read, plan, settings, first),
		remarks: run.all(),
		missedFields: missedOf([...readers.values()]),
		missedRenames: names.missed(),
	};
}

/** A refused item can take away the proof that kept another; a third such step has never been seen. */
const MAX_ROUNDS = 4;

function countRefused(read: readonly DraftItem[]): number {
	return read.filter(({ problems }) => problems.length > 0).length;
}

/** Whoever mends an item mends it once: one that is refused for its ID or a name is told of its values as well. */
function addValueProblems(item: DraftItem, plan: Plan, settings: MappingSettings): void {
	if (item.leaves.size === 0) return;
	const open: DraftItem = { ...item, problems: [] };
	const own = planColumns([open], settings);
	convertItem(open, { ...own, columns: new Map([...own.columns, ...plan.columns]) }, settings);
	item.problems.push(...open.problems);
}

function readerOf(readers: Map<ItemSettings, FieldReader>, settings: ItemSettings): FieldReader {
	const known = readers.get(settings);
	if (known !== undefined) return known;
	const reader = new FieldReader(settings);
	readers.set(settings, reader);
	return reader;
}

function report(
	read: readonly DraftItem[],
	{ columns, standard, fills, ofId, typed }: Plan,
	{ declaredTypes }: MappingSettings,
	first: Plan,
): Pick<MappedColumns, 'columns' | 'items' | 'missedTypes' | 'nameParts' | 'standard'> {
	const items = read.map(({ problems, attributes, leftOut, warnings }): MappedAttributes => {
		if (problems.length > 0) return { problems };
		return { attributes, warnings: [...leftOut, ...warnings] };
	});
	const sent = [...columns.values()].map((column) => ({
		...column,
		sentAs: fills.get(column.name) ?? (ofId.has(column.name) ? undefined : column.name),
		// What does not fit a type of the user's has its item refused, so that it is no longer in the column.
		...(column.decidedBy === 'declared' && {
			doesNotFit: first.columns.get(column.name)?.doesNotFit ?? column.doesNotFit,
		}),
	}));
	return {
		items,
		columns: sent,
		standard: standard.remarks,
		nameParts: standard.nameParts,
		missedTypes: missedTypes(declaredTypes, columns, typed),
	};
}

/** Found by the fields of one item is found. */
function missedOf(readers: readonly FieldReader[]): MissedField[] {
	const [first, ...others] = readers.map((reader) => reader.missed());
	if (first === undefined) return [];
	const missedInOthers = others.map((missed) => new Set(missed.map(({ written }) => written)));
	return first.filter(({ written }) => missedInOthers.every((missed) => missed.has(written)));
}

function missedTypes(
	declared: ReadonlyMap<string, AttributeType>,
	columns: ReadonlyMap<string, Column>,
	typed: ReadonlySet<string>,
): MissedField[] {
	const missed = [...declared.keys()].filter((name) => !typed.has(name));
	if (missed.length === 0) return [];
	const there = new Map([...columns.keys()].map((name) => [alikeName(name), name]));
	return missed.map((written) => ({ written, near: there.get(alikeName(written)) }));
}
