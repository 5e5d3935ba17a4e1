import type { Column } from '../columns/columns';
import type { ReadValue } from '../columns/readValue';
import { readValue } from '../columns/readValue';
import type { StandardColumns } from '../columns/standardColumns';
import { readStandardValue } from '../columns/standardValue';
import type { Leaf } from '../fields/fieldReading';
import { shorten } from '../shorten';
import { nothing } from '../values/nothing';
import type { AttributeType } from '../values/attributeTypes';
import type { StandardAttribute } from '../values/standardAttributes';
import {
	STANDARD_ATTRIBUTE_NAMES,
	isStandardAttribute,
	standardNames,
} from '../values/standardAttributes';
import { LEAVE_OUT, show } from '../values/show';
import type { Attribute } from './attribute';
import { alwaysText, isName, tooMany, typeProblem } from './checks';
import type { DraftItem, DraftLeaf } from './draftItem';
import { isNothing, refuse } from './draftItem';
import type { MappingSettings } from './mappingItem';
import type { Plan } from './planColumns';

/** Makes the attributes of one item, or adds what is wrong with it. An item with problems stays as it is. */
export function convertItem(item: DraftItem, plan: Plan, settings: MappingSettings): void {
	if (item.problems.length > 0) return;
	const found: DraftItem = { ...item, attributes: [], problems: [], leftOut: [], warnings: [] };
	const standard = standardOf(found, plan, settings);
	const custom: Attribute[] = [];
	for (const [name, leaf] of found.leaves) {
		const column = plan.columns.get(name);
		// The ID's field can be one that was selected by name: that one is sent.
		const isIdAlone = plan.ofId.has(name) && leaf.isSelected !== true;
		if (column === undefined || plan.fills.has(name) || isIdAlone) continue;
		const contradiction = isNothing(leaf.value)
			? undefined
			: typeProblem(name, leaf, column.type, isStandard(name, settings));
		if (contradiction !== undefined) {
			refuse(found, contradiction);
			continue;
		}
		const attribute = toAttribute(found, name, leaf, column, settings);
		if (attribute === undefined) continue;
		if (!isStandard(name, settings)) custom.push(attribute);
		else if (!standard.has(name)) standard.set(name, attribute);
	}
	for (const name of absentTexts(found, plan, settings)) {
		const emptied: Attribute = { name, type: 'string', value: '' };
		if (!isStandard(name, settings)) custom.push(emptied);
		else if (!standard.has(name)) standard.set(name, emptied);
	}
	const excess = tooMany(
		custom.map(({ name }) => name),
		settings.most,
	);
	if (excess !== undefined) refuse(found, excess);
	item.problems = found.problems;
	item.attributes = [
		...STANDARD_ATTRIBUTE_NAMES.flatMap((name) => standard.get(name) ?? []),
		...custom.slice(0, settings.most.count),
	];
	item.warnings = [...found.warnings, ...found.leftOut];
}

function isStandard(
	name: string,
	{ hasStandardAttributes }: MappingSettings,
): name is StandardAttribute {
	return hasStandardAttributes && isStandardAttribute(name);
}

/** A spreadsheet's empty cell can leave no key behind: a text that the user declared and that is absent is emptied too. */
function absentTexts(
	{ settings: { emptyValues }, leaves }: DraftItem,
	{ columns, typed }: Plan,
	{ declaredTypes }: MappingSettings,
): string[] {
	if (emptyValues !== 'sendEmptyString') return [];
	return [...declaredTypes].flatMap(([name, type]) => {
		// A field's path that the user dragged in is not the name that its attribute has.
		const isPath = typed.has(name) && !columns.has(name);
		return type === 'string' && !isPath && !leaves.has(name) && isName(name) ? [name] : [];
	});
}

/** Name, email and mobile of one item: of several columns the first with a value that looks it. */
function standardOf(
	item: DraftItem,
	{ standard }: Plan,
	{ declaredTypes, hasStandardAttributes }: MappingSettings,
): Map<string, Attribute> {
	const attributes = new Map<string, Attribute>();
	if (!hasStandardAttributes) return attributes;
	for (const name of standardNames()) {
		const sources = standard.sources[name];
		const declared = otherType(item, name, sources, declaredTypes);
		if (declared !== undefined) refuse(item, alwaysText(name, declared));
		const value = fillStandard(item, name, sources);
		if (value !== undefined) attributes.set(name, { name, type: 'string', value });
	}
	const made = attributes.has('name') ? undefined : nameOfParts(item, standard);
	if (made !== undefined) attributes.set('name', { name: 'name', type: 'string', value: made });
	return attributes;
}

/** The type that the user gave a standard attribute of this item, if it is another than text. */
function otherType(
	{ leaves }: DraftItem,
	name: StandardAttribute,
	sources: readonly string[],
	declaredTypes: MappingSettings['declaredTypes'],
): AttributeType | undefined {
	const holding = (source: string) => {
		const leaf = leaves.get(source);
		return leaf === undefined || isNothing(leaf.value) ? [] : [leaf];
	};
	if ([...sources, name].flatMap(holding).length === 0) return undefined;
	const types = [declaredTypes.get(name), ...sources.flatMap(holding).map((leaf) => leaf.declared)];
	return types.find((type) => type !== undefined && type !== 'string');
}

function fillStandard(
	item: DraftItem,
	name: StandardAttribute,
	sources: readonly string[],
): string | undefined {
	let filled: string | undefined;
	let isBlank = false;
	for (const source of sources) {
		const leaf = item.leaves.get(source);
		if (leaf === undefined) continue;
		const read = readStandardValue(name, leaf.value);
		if ('leftOut' in read) warn(item, source, read.leftOut, leaf);
		if ('isEmpty' in read) isBlank ||= isCleared(item, leaf);
		if (!('value' in read)) continue;
		if (filled === undefined) {
			filled = read.value;
			if (read.isFirstOf) tell(item, source, 'The first of several values is sent.');
		} else if (filled !== read.value) {
			warn(item, source, `${name} has ${show(filled)} already`, leaf);
		}
	}
	return filled ?? (isBlank ? '' : undefined);
}

function tell(item: DraftItem, name: string, message: string): void {
	item.warnings.push({ attribute: shorten(name), message });
}

function nameOfParts({ leaves }: DraftItem, { nameParts }: StandardColumns): string | undefined {
	if (nameParts === undefined) return undefined;
	const parts = [nameParts.first, nameParts.last].map((source) => {
		const read = readStandardValue('name', source === undefined ? '' : leaves.get(source)?.value);
		return 'value' in read ? read.value : '';
	});
	return parts.filter((part) => part !== '').join(' ') || undefined;
}

function toAttribute(
	item: DraftItem,
	name: string,
	leaf: DraftLeaf,
	column: Column,
	settings: MappingSettings,
): Attribute | undefined {
	const { type, decidedBy } = column;
	const { timezone } = settings;
	const { dateNumbers } = item.settings;
	// What the user gave by name is sent as told; what was merely met has to look it.
	const isMet = leaf.declared === undefined;
	const read: ReadValue =
		isMet && isStandard(name, settings)
			? readStandardValue(name, leaf.value)
			: readValue(leaf.value, column, { timezone, dateNumbers });
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
function warn(item: DraftItem, name: string, message: string, { isSelected }: Leaf): void {
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

function emptied(
	item: DraftItem,
	name: string,
	leaf: Leaf,
	{ type, decidedBy }: Column,
): Attribute | undefined {
	const isText = type === 'string' && decidedBy !== 'nothing' && isName(name);
	return isText && isCleared(item, leaf) ? { name, type, value: '' } : undefined;
}

/** Empty text clears an attribute that holds text; a word for nothing such as #N/A clears none. */
function isCleared({ settings }: DraftItem, { value }: Leaf): boolean {
	return settings.emptyValues === 'sendEmptyString' && nothing(value) === 'blank';
}
