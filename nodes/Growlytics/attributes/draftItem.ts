import type { Change } from '../fields/change';
import { isLoss, isUsual, sayChange } from '../fields/change';
import type { FieldReader } from '../fields/fieldReader';
import type { Leaf } from '../fields/fieldReading';
import { shorten } from '../shorten';
import { cleanText } from '../values/characters';
import { nothing } from '../values/nothing';
import type { Problem, Remark } from '../result/remark';
import type { AttributeType } from '../values/attributeTypes';
import { LEAVE_OUT, show } from '../values/show';
import { isStandardAttribute } from '../values/standardAttributes';
import type { Attribute } from './attribute';
import { MAX_NAME_CHARACTERS, duplicate, isName } from './checks';
import type { CountedRemarks, RemarkWeight } from './countedRemarks';
import type { ItemSettings, MappingItem, MappingSettings } from './mappingItem';
import type { Rows } from './rows';
import type { SentNames } from './sentNames';

/** A value of an item; `declared` is the type that the user gave it in this item. */
export interface DraftLeaf extends Leaf {
	declared?: AttributeType;
}

/** What is known of one item on its way. */
export interface DraftItem {
	settings: ItemSettings;
	/** By the name that is sent unless a standard attribute takes it, each once. */
	leaves: Map<string, DraftLeaf>;
	/** What keeps it from being sent: it is not asked again. */
	problems: Problem[];
	/** What was left out of it before types were known. */
	leftOut: Remark[];
	attributes: Attribute[];
	warnings: Remark[];
}

function startOf({ problems, settings }: MappingItem): DraftItem {
	return {
		settings,
		leaves: new Map(),
		problems: [...problems],
		leftOut: [],
		attributes: [],
		warnings: [],
	};
}

/** What the user gave by name is sent as told, or the item is refused; of one name twice the first is meant. */
export function draftRows(
	item: MappingItem,
	{ rows, problems }: Rows,
	settings: MappingSettings,
	run: CountedRemarks,
): DraftItem {
	const result = startOf(item);
	for (const problem of problems) refuse(result, problem);
	for (const { name: written, type, value } of rows) {
		const name = cleanText(written);
		const leaf: DraftLeaf = { name, path: name, value, isSelected: true, declared: type };
		const known = result.leaves.get(name);
		if (isNothing(value)) {
			if (known === undefined && name !== '') result.leaves.set(name, leaf);
			continue;
		}
		const fault = nameFault(name, leaf);
		if (fault !== undefined) {
			refuse(result, { attribute: fault.name, message: fault.message, fix: fault.fix });
		} else if (known !== undefined && !isNothing(known.value)) {
			refuse(result, duplicate(shorten(name)));
		} else {
			result.leaves.set(name, leaf);
			tellNearStandard(name, settings, run);
		}
	}
	return result;
}

/** A row called Email looks as if campaigns used it. */
function tellNearStandard(
	name: string,
	{ hasStandardAttributes, matchStandardAttributes }: MappingSettings,
	run: CountedRemarks,
): void {
	const standard = name.toLowerCase();
	if (!hasStandardAttributes || matchStandardAttributes) return;
	if (standard === name || !isStandardAttribute(standard)) return;
	run.add(
		name,
		`Sent as a custom attribute of its own. Campaigns use the standard attribute "${standard}": fill it under Standard Attributes.`,
		'loss',
	);
}

/** What reads the fields of the items that share their settings. */
interface FieldsOfRun {
	reader: FieldReader;
	names: SentNames;
	run: CountedRemarks;
}

/** An item's fields under the names that they are sent under, as far as they can be told without the other items. */
export function draftFields(
	item: MappingItem,
	fields: Record<string, unknown>,
	{ reader, names, run }: FieldsOfRun,
): DraftItem {
	const { leaves, changes } = reader.read(fields);
	const result = startOf(item);
	for (const change of changes) tellChange(result, change, run);
	for (const leaf of leaves) takeLeaf(result, names.of(leaf), cleaned(leaf, run));
	for (const [name, leaf] of result.leaves) checkName(result, name, leaf, run);
	return result;
}

/** What the user selected by name, or wants refused, keeps the item back; what was merely met is told. */
function tellChange(item: DraftItem, change: Change, run: CountedRemarks): void {
	const name = shorten(change.name);
	const message = sayChange(change);
	const isWanted = change.kind === 'refused' || (change.isSelected === true && isLoss(change));
	// To leave out what is nested, and to send the first of several, are choices too.
	if (!isWanted || change.kind === 'firstOfSeveral' || change.kind === 'skipped') {
		run.add(name, message, weightOf(change));
		return;
	}
	refuse(item, {
		attribute: name,
		message: message.replace(/^Left out: /, '').replace(/\.$/, ''),
		fix: `Choose under Options > Nested Values what to do with it, or ${LEAVE_OUT}.`,
	});
}

function weightOf(change: Change): RemarkWeight {
	if (isUsual(change)) return 'usual';
	return isLoss(change) ? 'loss' : 'note';
}

/** Where a single attribute can be left out, the item is sent without it. */
export function refuse(item: DraftItem, problem: Problem): void {
	if (item.settings.invalidAttributes === 'failItem') item.problems.push(problem);
	else
		item.leftOut.push({ attribute: problem.attribute, message: `Left out: ${problem.message}.` });
}

/**
 * What nobody sees in a text is not sent: a no-break space is a space, marks without width go at the ends, and the
 * apostrophe that keeps a spreadsheet from making a number of digits goes. `'90s` is written with one.
 */
function cleaned(leaf: Leaf, run: CountedRemarks): Leaf {
	const { value } = leaf;
	if (typeof value !== 'string') return leaf;
	const clean = cleanText(value);
	const isWord = /^['’]/.test(value.trimStart()) && /[^\dA-Z\s().,/:+-]/.test(clean);
	if (clean === value || isWord) return leaf;
	if (clean !== '')
		run.add(shorten(leaf.name), 'Sent without characters that nobody sees.', 'note');
	return { ...leaf, value: clean };
}

/** Of two fields with one name, the one with a value is meant; of two values, nobody knows. */
function takeLeaf(item: DraftItem, name: string, leaf: Leaf): void {
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

/** @returns whether a value holds nothing wherever it stands */
export function isNothing(value: unknown): boolean {
	const none = nothing(value);
	return none === 'blank' || none === 'word';
}

/** What holds no value cannot be wrong: its name, its twin and its length are asked only of a value. */
function checkName(item: DraftItem, name: string, leaf: Leaf, run: CountedRemarks): void {
	const wrong = isNothing(leaf.value) ? undefined : nameFault(name, leaf);
	if (wrong === undefined) return;
	item.leaves.delete(name);
	if (leaf.isSelected) {
		refuse(item, { attribute: wrong.name, message: wrong.message, fix: wrong.fix });
	} else if (leaf.value === TWO_VALUES) {
		item.leftOut.push({ attribute: wrong.name, message: `Left out: ${wrong.message}.` });
	} else {
		run.add(wrong.name, `Left out: ${wrong.message}. ${wrong.fix}`, 'loss');
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
	if (isName(name)) return undefined;
	return {
		name: shorten(name, MAX_SHOWN_NAME_CHARACTERS),
		message: `this name has ${[...name].length} characters, and Growlytics takes at most ${MAX_NAME_CHARACTERS}`,
		fix: 'Give it a shorter name under Options > Rename Attributes.',
	};
}
