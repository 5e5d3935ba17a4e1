import type { Column } from '../columns/columns';
import type { ReadValue } from '../columns/readValue';
import { readValue } from '../columns/readValue';
import type { StandardColumns } from '../columns/standardColumns';
import { readStandardValue } from '../columns/standardValue';
import type { Leaf } from '../fields/reading';
import { shorten } from '../shorten';
import { nothing } from '../values/nothing';
import type { AutomaticSettings, ItemSettings } from './automatic';
import { MAX_CUSTOM_ATTRIBUTES, tooMany } from './checks';
import type { Attribute } from './customerSchema';
import type { DraftItem } from './draftItem';
import { refuse } from './draftItem';
import type { Plan } from './planColumns';
import { LEAVE_OUT } from './problem';
import {
	STANDARD_ATTRIBUTE_NAMES,
	isStandardAttribute,
	standardAttributes,
} from './standardAttributes';

/** Makes the attributes of one item, or adds what is wrong with it. An item with problems stays as it is. */
export function convertItem(item: DraftItem, plan: Plan, settings: AutomaticSettings): void {
	if (item.problems.length > 0) return;
	const found: DraftItem = { ...item, attributes: [], problems: [], leftOut: [], warnings: [] };
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
function standardOf(item: DraftItem, { standard }: Plan): Map<string, Attribute> {
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

/** Empty text clears an attribute that holds text; a word for nothing such as #N/A clears none. */
function emptied(
	{ settings }: DraftItem,
	name: string,
	{ value }: Leaf,
	{ type, decidedBy }: Column,
): Attribute | undefined {
	const isCleared = settings.emptyValues === 'sendEmptyString' && nothing(value) === 'blank';
	if (!isCleared || type !== 'string' || decidedBy === 'nothing') return undefined;
	return { name, type, value: '' };
}
