import type { Column } from '../columns/columns';
import type { ReadValue } from '../columns/readValue';
import { readValue } from '../columns/readValue';
import type { StandardColumns } from '../columns/standardColumns';
import { readStandardValue } from '../columns/standardValue';
import type { Leaf } from '../fields/reading';
import { shorten } from '../shorten';
import { nothing } from '../values/nothing';
import type { AttributeType } from './attributeTypes';
import { attributeTypes } from './attributeTypes';
import type { AutomaticSettings } from './automatic';
import { MAX_CUSTOM_ATTRIBUTES, tooMany } from './checks';
import type { Attribute } from './customerSchema';
import type { DraftItem } from './draftItem';
import { refuse } from './draftItem';
import type { Plan } from './planColumns';
import type { Problem } from './problem';
import { LEAVE_OUT, show } from './problem';
import type { StandardAttribute } from './standardAttributes';
import { STANDARD_ATTRIBUTE_NAMES, isStandardAttribute, standardNames } from './standardAttributes';

const NOTHING_LEFT = 'No attribute is left to send, only the Customer ID.';

/** Makes the attributes of one item, or adds what is wrong with it. An item with problems stays as it is. */
export function convertItem(item: DraftItem, plan: Plan, settings: AutomaticSettings): void {
	if (item.problems.length > 0) return;
	const found: DraftItem = { ...item, attributes: [], problems: [], leftOut: [], warnings: [] };
	const standard = standardOf(found, plan, settings);
	const custom: Attribute[] = [];
	for (const [name, leaf] of found.leaves) {
		const column = plan.columns.get(name);
		// The ID's field can be one that was selected by name: that one is sent.
		const isIdAlone = plan.ofId.has(name) && leaf.isSelected !== true;
		if (column === undefined || plan.fills.has(name) || isIdAlone) continue;
		const attribute = toAttribute(found, name, leaf, column, settings);
		if (attribute === undefined) continue;
		if (!isStandardAttribute(name)) custom.push(attribute);
		else if (!standard.has(name)) standard.set(name, attribute);
	}
	for (const problem of tooMany(custom.map(({ name }) => name))) refuse(found, problem);
	item.problems = found.problems;
	item.attributes = [
		...STANDARD_ATTRIBUTE_NAMES.flatMap((name) => standard.get(name) ?? []),
		...custom.slice(0, MAX_CUSTOM_ATTRIBUTES),
	];
	item.warnings = [...found.warnings, ...found.leftOut];
	if (item.attributes.length === 0) tell(item, '', NOTHING_LEFT);
}

/** Name, email and mobile of one item: of several columns the first with a value that looks it. */
function standardOf(
	item: DraftItem,
	{ standard }: Plan,
	{ declaredTypes }: AutomaticSettings,
): Map<string, Attribute> {
	const attributes = new Map<string, Attribute>();
	for (const name of standardNames()) {
		const declared = declaredTypes.get(name);
		if (declared !== undefined && declared !== 'string') refuse(item, alwaysText(name, declared));
		const value = fillStandard(item, name, standard.sources[name]);
		if (value !== undefined) attributes.set(name, { name, type: 'string', value });
	}
	const made = attributes.has('name') ? undefined : nameOfParts(item, standard);
	if (made !== undefined) attributes.set('name', { name: 'name', type: 'string', value: made });
	return attributes;
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

function alwaysText(name: StandardAttribute, declared: AttributeType): Problem {
	return {
		attribute: name,
		message: `this standard attribute is always text, not ${attributeTypes[declared].noun}`,
		fix: 'Take it out of Attribute Types.',
	};
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
	const isText = type === 'string' && decidedBy !== 'nothing';
	return isText && isCleared(item, leaf) ? { name, type, value: '' } : undefined;
}

/** Empty text clears an attribute that holds text; a word for nothing such as #N/A clears none. */
function isCleared({ settings }: DraftItem, { value }: Leaf): boolean {
	return settings.emptyValues === 'sendEmptyString' && nothing(value) === 'blank';
}
