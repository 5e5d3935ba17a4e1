import type { Column, Columns } from '../columns/columns';
import { createColumns } from '../columns/columns';
import type { ReadingOptions } from '../columns/options';
import type { ReadValue, ValueSettings } from '../columns/readValue';
import { readValue } from '../columns/readValue';
import type { StandardColumns, StandardRemark } from '../columns/standardColumns';
import { findStandardColumns } from '../columns/standardColumns';
import { readStandardValue } from '../columns/standardValue';
import type { Change } from '../fields/change';
import { isLoss, sayChange } from '../fields/change';
import type { FieldName } from '../fields/fieldNames';
import type { FieldSettings, Leaf } from '../fields/read';
import { FieldReader } from '../fields/read';
import type { MissedField } from '../fields/selection';
import { shorten } from '../shorten';
import { cleanText } from '../values/characters';
import { nothing } from '../values/nothing';
import type { AttributeType } from './attributeTypes';
import { MAX_CUSTOM_ATTRIBUTES, MAX_NAME_CHARACTERS, tooMany } from './checks';
import type { Attribute } from './customerSchema';
import { toIdText } from './idText';
import type { Problem, Warning } from './problem';
import { LEAVE_OUT, show } from './problem';
import type { StandardAttribute } from './standardAttributes';
import {
	STANDARD_ATTRIBUTE_NAMES,
	isStandardAttribute,
	standardAttributes,
} from './standardAttributes';

/** What can differ from item to item. Items that share the very same object are read with one preparation. */
export interface ItemSettings extends FieldSettings {
	/** The field that was dragged into Customer ID: it is not sent again, unless it fills a standard attribute. */
	idField: FieldName | undefined;
	emptyValues: 'skip' | 'sendEmptyString';
	invalidAttributes: 'failItem' | 'skip';
}

/** What holds for the whole run. */
export interface AutomaticSettings extends ReadingOptions, ValueSettings {
	matchStandardAttributes: boolean;
	/** Other names for fields: the user's, so they hold for what was merely met too. */
	renames: readonly Rename[];
	/** By the name that is sent. */
	declaredTypes: ReadonlyMap<string, AttributeType>;
}

export interface Rename {
	from: FieldName;
	to: string;
}

export interface AutomaticItem {
	/** The value of Customer ID. */
	id: unknown;
	/** The item's fields: its json, or the object that JSON mode holds. It is not changed. */
	fields: Record<string, unknown>;
	settings: ItemSettings;
}

export type AutomaticResult =
	/** `warnings`: what of this item alone is not sent as it came. What holds for a column is in the run's report. */
	| { id: string; attributes: Attribute[]; warnings: Warning[] }
	| { id: string | undefined; problems: Problem[] };

/** Something that happened to a field, with how many items it happened in. */
export interface CountedRemark {
	/** The field's name, or the attribute's. */
	name: string;
	message: string;
	/** Whether something is not sent because of it. */
	isLoss: boolean;
	items: number;
}

/** How a column is sent. */
export interface SentColumn extends Column {
	/** The name that it is sent under, if it is: a standard attribute, or its own. */
	sentAs: string;
}

export interface AutomaticRun {
	/** One for each item, in their order. */
	items: AutomaticResult[];
	/** In the order in which their names were met; standard attributes keep the place of their field. */
	columns: SentColumn[];
	/** What was unwrapped, left out or sent otherwise than it stood there, each once. */
	remarks: CountedRemark[];
	/** What the user should know about name, email and mobile. */
	standard: readonly StandardRemark[];
	/** Fields to include or exclude that no item has; with the name that differs by capitals or spaces alone. */
	missedFields: MissedField[];
	/** The same of the names under Attribute Types. */
	missedTypes: MissedField[];
	/** The same of the fields under Rename Attributes. */
	missedRenames: MissedField[];
}

/**
 * Maps the items of a run as Map Automatically does, and JSON with an object: fields become attributes, each with one
 * type in the run, decided over the items that will be sent. Pure: the same items give the same customers anywhere,
 * and nothing is kept between calls.
 */
export function mapAutomatically(
	items: readonly AutomaticItem[],
	settings: AutomaticSettings,
): AutomaticRun {
	const readers = new Map<ItemSettings, FieldReader>();
	const run = new Remarks();
	const names = new SentNames(settings.renames);
	const read = items.map((item) => readItem(item, readerOf(readers, item.settings), names, run));
	// What is refused for its values is known only when types are decided, and must have no say in them.
	let plan = decideColumns(read, settings);
	for (let round = 0; round < MAX_ROUNDS; round += 1) {
		const before = countRefused(read);
		for (const item of read) convert(item, plan, settings);
		if (countRefused(read) === before) break;
		plan = decideColumns(read, settings);
	}
	return {
		...report(read, plan, settings),
		remarks: run.all(),
		missedFields: missedOf([...readers.values()]),
		missedRenames: names.missed(),
	};
}

/** A refused item can take away the proof that kept another; a third such step has never been seen. */
const MAX_ROUNDS = 4;

function countRefused(read: readonly ReadItem[]): number {
	return read.filter(({ problems }) => problems.length > 0).length;
}

/** What is known of one item on its way. */
interface ReadItem {
	id: string | undefined;
	settings: ItemSettings;
	/** By the name that is sent unless a standard attribute takes it, each once. */
	leaves: Map<string, Leaf>;
	/** What keeps it from being sent: it is not asked again. */
	problems: Problem[];
	/** What was left out of it before types were known. */
	leftOut: Warning[];
	attributes: Attribute[];
	warnings: Warning[];
}

function readerOf(readers: Map<ItemSettings, FieldReader>, settings: ItemSettings): FieldReader {
	const known = readers.get(settings);
	if (known !== undefined) return known;
	const reader = new FieldReader(settings);
	readers.set(settings, reader);
	return reader;
}

function readItem(
	item: AutomaticItem,
	reader: FieldReader,
	names: SentNames,
	run: Remarks,
): ReadItem {
	const id = toIdText(item.id);
	const { leaves, changes } = reader.read(item.fields);
	const result: ReadItem = {
		id: typeof id === 'string' ? id : undefined,
		settings: item.settings,
		leaves: new Map(),
		problems: typeof id === 'string' ? [] : [id],
		leftOut: [],
		attributes: [],
		warnings: [],
	};
	for (const change of changes) tellChange(result, change, run);
	for (const leaf of leaves) takeLeaf(result, names.of(leaf), cleaned(leaf, run));
	for (const [name, leaf] of result.leaves) checkName(result, name, leaf, run);
	return result;
}

/** What the user selected by name, or wants refused, keeps the item back; what was merely met is told. */
function tellChange(item: ReadItem, change: Change, run: Remarks): void {
	const name = shorten(change.name);
	const message = sayChange(change);
	const isWanted = change.kind === 'refused' || (change.isSelected === true && isLoss(change));
	if (!isWanted || change.kind === 'firstOfSeveral') {
		run.add(name, message, isLoss(change));
		return;
	}
	refuse(item, {
		attribute: name,
		message: message.replace(/^Left out: /, '').replace(/\.$/, ''),
		fix: `Choose under Options > Nested Values what to do with it, or ${LEAVE_OUT}.`,
	});
}

/** Where a single attribute can be left out, the item is sent without it. */
function refuse(item: ReadItem, problem: Problem): void {
	if (item.settings.invalidAttributes === 'failItem') item.problems.push(problem);
	else
		item.leftOut.push({ attribute: problem.attribute, message: `Left out: ${problem.message}.` });
}

/**
 * What nobody sees in a text is not sent: a no-break space is a space, marks without width go at the ends, and the
 * apostrophe that keeps a spreadsheet from making a number of digits goes. `'90s` is written with one.
 */
function cleaned(leaf: Leaf, run: Remarks): Leaf {
	const { value } = leaf;
	if (typeof value !== 'string') return leaf;
	const clean = cleanText(value);
	const isWord = /^['’]/.test(value.trimStart()) && /[^\dA-Z\s().,/:+-]/.test(clean);
	if (clean === value || isWord) return leaf;
	if (clean !== '') run.add(shorten(leaf.name), 'Sent without characters that nobody sees.', false);
	return { ...leaf, value: clean };
}

/** Of two fields with one name, the one with a value is meant; of two values, nobody knows. */
function takeLeaf(item: ReadItem, name: string, leaf: Leaf): void {
	const known = item.leaves.get(name);
	if (known === undefined || isNothing(known.value)) {
		if (known === undefined || !isNothing(leaf.value)) item.leaves.set(name, leaf);
		return;
	}
	if (isNothing(leaf.value) || known.value === leaf.value) return;
	item.leaves.set(name, {
		...known,
		value: TWO_VALUES,
		...(leaf.isSelected ? { isSelected: true } : {}),
	});
}

/** Stands where two fields of one name hold different values. */
const TWO_VALUES = Symbol('two values');

function isNothing(value: unknown): boolean {
	const none = nothing(value);
	return none === 'blank' || none === 'word';
}

/** What holds no value cannot be wrong: its name, its twin and its length are asked only of a value. */
function checkName(item: ReadItem, name: string, leaf: Leaf, run: Remarks): void {
	const wrong = isNothing(leaf.value) ? undefined : nameFault(name, leaf);
	if (wrong === undefined) return;
	item.leaves.delete(name);
	if (leaf.isSelected) {
		refuse(item, { attribute: wrong.name, message: wrong.message, fix: wrong.fix });
	} else if (leaf.value === TWO_VALUES) {
		item.leftOut.push({ attribute: wrong.name, message: `Left out: ${wrong.message}.` });
	} else {
		run.add(wrong.name, `Left out: ${wrong.message}.`, true);
	}
}

/** Enough to tell names with one beginning apart: it is their length that is talked about. */
const MAX_SHOWN_NAME_CHARACTERS = 120;

interface NameFault {
	name: string;
	message: string;
	fix: string;
}

function nameFault(name: string, { value }: Leaf): NameFault | undefined {
	if (value === TWO_VALUES) {
		return {
			name: shorten(name),
			message: 'two fields have this name and different values',
			fix: 'Rename one of them, or exclude it.',
		};
	}
	if (name === '') {
		return {
			name,
			message: `the field with the value ${show(value)} has no name`,
			fix: 'Give it a name where it comes from.',
		};
	}
	const characters = name.length <= MAX_NAME_CHARACTERS ? 0 : [...name].length;
	if (characters <= MAX_NAME_CHARACTERS) return undefined;
	return {
		name: shorten(name, MAX_SHOWN_NAME_CHARACTERS),
		message: `this name has ${characters} characters, and Growlytics takes at most ${MAX_NAME_CHARACTERS}`,
		fix: 'Give it a shorter name under Options > Rename Attributes.',
	};
}

/** The run's columns, and which of them fill name, email and mobile. */
interface Plan {
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

function decideColumns(read: readonly ReadItem[], settings: AutomaticSettings): Plan {
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

/** Makes the attributes of one item, or adds what is wrong with it. An item with problems stays as it is. */
function convert(item: ReadItem, plan: Plan, settings: AutomaticSettings): void {
	if (item.problems.length > 0) return;
	const found: ReadItem = { ...item, attributes: [], problems: [], leftOut: [], warnings: [] };
	const standard = standardOf(found, plan);
	const custom: Attribute[] = [];
	for (const [name, leaf] of found.leaves) {
		const column = plan.columns.get(name);
		if (column === undefined || plan.fills.has(name) || isIdField(leaf, item.settings)) continue;
		const attribute = toAttribute(found, name, leaf, column, settings);
		if (attribute === undefined) continue;
		if (isStandardAttribute(name)) standard.set(name, attribute);
		else custom.push(attribute);
	}
	for (const problem of tooMany(custom.map(({ name }) => name))) refuse(found, problem);
	item.problems = found.problems;
	item.attributes = [
		...STANDARD_ATTRIBUTE_NAMES.flatMap((name) => standard.get(name) ?? []),
		...custom.slice(0, MAX_CUSTOM_ATTRIBUTES),
	];
	item.warnings = [...found.warnings, ...found.leftOut];
}

function isIdField({ path, isSelected }: Leaf, { idField }: ItemSettings): boolean {
	if (idField === undefined || isSelected) return false;
	return path === idField.name || path === idField.written;
}

/** Name, email and mobile of one item: of several columns the first with a value that looks it. */
function standardOf(item: ReadItem, { standard }: Plan): Map<string, Attribute> {
	const attributes = new Map<string, Attribute>();
	for (const name of Object.keys(standardAttributes)) {
		if (!isStandardAttribute(name)) continue;
		for (const source of standard.sources[name]) {
			const leaf = item.leaves.get(source);
			if (leaf === undefined) continue;
			const read = readStandardValue(name, leaf.value);
			if ('value' in read) {
				attributes.set(name, { name, type: 'string', value: read.value });
				break;
			}
			if ('leftOut' in read) warn(item, source, read.leftOut, leaf);
		}
	}
	const made = attributes.has('name') ? undefined : nameOfParts(item, standard);
	if (made !== undefined) attributes.set('name', { name: 'name', type: 'string', value: made });
	return attributes;
}

function nameOfParts({ leaves }: ReadItem, { nameParts }: StandardColumns): string | undefined {
	if (nameParts === undefined) return undefined;
	const parts = [nameParts.first, nameParts.last].map((source) => {
		const read = readStandardValue('name', source === undefined ? '' : leaves.get(source)?.value);
		return 'value' in read ? read.value : '';
	});
	return parts.filter((part) => part !== '').join(' ') || undefined;
}

function toAttribute(
	item: ReadItem,
	name: string,
	leaf: Leaf,
	column: Column,
	settings: AutomaticSettings,
): Attribute | undefined {
	const { type, decidedBy } = column;
	const read: ReadValue = isStandardAttribute(name)
		? readStandardValue(name, leaf.value)
		: readValue(leaf.value, column, settings);
	if ('isEmpty' in read) return emptied(item, name, leaf, column);
	if ('leftOut' in read) {
		warn(item, name, read.leftOut, leaf);
		return undefined;
	}
	if ('problem' in read) {
		const problem = { attribute: shorten(name), ...read.problem };
		if (decidedBy === 'declared' || leaf.isSelected) refuse(item, problem);
		else warn(item, name, problem.message, leaf);
		return undefined;
	}
	if ('warning' in read && read.warning !== undefined) {
		item.warnings.push({ attribute: name, message: read.warning });
	}
	return { name, type, value: read.value };
}

/** What a user selected is sent as told, or its item is refused; the rest is left out with a word. */
function warn(item: ReadItem, name: string, message: string, { isSelected }: Leaf): void {
	if (isSelected) {
		refuse(item, {
			attribute: shorten(name),
			message,
			fix: `Correct the value where it comes from, or ${LEAVE_OUT}.`,
		});
	} else {
		item.leftOut.push({ attribute: shorten(name), message: `Left out: ${message}.` });
	}
}

/** Empty text clears an attribute that holds text; a word for nothing such as #N/A clears none. */
function emptied(
	{ settings }: ReadItem,
	name: string,
	{ value }: Leaf,
	{ type, decidedBy }: Column,
): Attribute | undefined {
	const isCleared = settings.emptyValues === 'sendEmptyString' && nothing(value) === 'blank';
	if (!isCleared || type !== 'string' || decidedBy === 'nothing') return undefined;
	return { name, type, value: '' };
}

function report(
	read: readonly ReadItem[],
	{ columns, standard, fills }: Plan,
	{ declaredTypes }: AutomaticSettings,
): Pick<AutomaticRun, 'columns' | 'items' | 'missedTypes' | 'standard'> {
	const items = read.map(({ id, problems, attributes, leftOut, warnings }): AutomaticResult => {
		if (id === undefined || problems.length > 0) return { id, problems };
		return { id, attributes, warnings: [...leftOut, ...warnings] };
	});
	const sent = [...columns.values()].map((column) => ({
		...column,
		sentAs: fills.get(column.name) ?? column.name,
	}));
	return {
		items,
		columns: sent,
		standard: standard.remarks,
		missedTypes: missedTypes(declaredTypes, columns),
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
): MissedField[] {
	const missed = [...declared.keys()].filter((name) => {
		const column = columns.get(name);
		return column === undefined || column.filled + column.empty === 0;
	});
	if (missed.length === 0) return [];
	const there = new Map(
		[...columns.keys()].filter((name) => !missed.includes(name)).map((name) => [alike(name), name]),
	);
	return missed.map((written) => ({ written, near: there.get(alike(written)) }));
}

function alike(name: string): string {
	return cleanText(name).toLowerCase().replace(/\s+/g, '');
}

/** The names that fields are sent under, unless a standard attribute takes them. Each is worked out once. */
class SentNames {
	private readonly known = new Map<string, string>();
	private readonly byField = new Map<string, Rename>();
	private readonly used = new Set<Rename>();
	private readonly near = new Map<string, string>();

	constructor(private readonly renames: readonly Rename[]) {
		for (const rename of renames) {
			this.byField.set(rename.from.name, rename);
			this.byField.set(rename.from.written, rename);
		}
	}

	of({ name, path }: Leaf): string {
		if (this.renames.length > 0) {
			const rename = this.byField.get(name) ?? this.byField.get(path);
			if (rename !== undefined) {
				this.used.add(rename);
				return cleanText(rename.to);
			}
		}
		const known = this.known.get(name);
		if (known !== undefined) return known;
		const clean = cleanText(name);
		// A form can have other names in every item; they are not kept for ever.
		if (this.known.size < MAX_KNOWN_NAMES) {
			this.known.set(name, clean);
			if (this.renames.length > 0) this.near.set(alike(name), name);
		}
		return clean;
	}

	missed(): MissedField[] {
		return this.renames
			.filter((rename) => !this.used.has(rename))
			.map(({ from }) => ({ written: from.written.trim(), near: this.near.get(alike(from.name)) }));
	}
}

const MAX_KNOWN_NAMES = 10_000;

/** What was said of the run's fields, each once, with how often. */
class Remarks {
	private readonly known = new Map<string, CountedRemark>();

	add(name: string, message: string, isLossOf: boolean): void {
		const key = `${name}\n${message}`;
		const remark = this.known.get(key);
		if (remark === undefined) this.known.set(key, { name, message, isLoss: isLossOf, items: 1 });
		else remark.items += 1;
	}

	all(): CountedRemark[] {
		return [...this.known.values()];
	}
}
