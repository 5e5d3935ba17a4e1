import type { AttributeType } from './attributeTypes';
import type { FieldReference } from './fieldList';
import type { Found, FoundAttribute } from './found';
import { foundAttribute, foundUnusable } from './found';
import type { NestedValues } from './nestedValues';
import { toLeaves } from './nestedValues';
import type { Problem } from './problem';
import { isRecord } from './record';
import { matchStandardNames } from './standardNames';

export interface AutoMapSettings {
	include: 'all' | 'selected' | 'except';
	/** What is included or excluded. */
	fields: readonly FieldReference[];
	nestedValues: NestedValues;
	matchStandardAttributes: boolean;
	/** Types that the user declared, by the attribute's final name. */
	declaredTypes: ReadonlyMap<string, AttributeType>;
}

type Field = [name: string, value: unknown];

/** Every chosen field of an item as an attribute. The item is not changed. */
export function fromItem(item: Record<string, unknown>, settings: AutoMapSettings): Found {
	if (settings.include !== 'selected' && isWebhookCall(item)) return foundUnusable(webhookCall());
	const isExcluded = exclusion(settings);
	const fields = chosenFields(item, settings).filter(([name]) => !isExcluded(name));
	const sentNames = settings.matchStandardAttributes
		? matchStandardNames(fields.map(([name]) => name))
		: new Map<string, never>();

	const attributes: FoundAttribute[] = [];
	const problems = new Map<string, Problem>();
	for (const [fieldName, fieldValue] of fields) {
		const sent = sentNames.get(fieldName);
		if (sent && 'message' in sent) {
			problems.set(sent.attribute, sent);
			continue;
		}
		for (const leaf of toLeaves(sent?.name ?? fieldName, fieldValue, settings.nestedValues)) {
			if ('message' in leaf) problems.set(leaf.attribute, leaf);
			else if (leaf.name === fieldName || !isExcluded(leaf.name)) {
				attributes.push(toAttribute(leaf.name, leaf.value, sent?.note, settings.declaredTypes));
			}
		}
	}
	return { attributes, problems: [...problems.values()], listed: listedFields(item, settings) };
}

function toAttribute(
	writtenName: string,
	value: unknown,
	note: string | undefined,
	declaredTypes: AutoMapSettings['declaredTypes'],
): FoundAttribute {
	const attribute = foundAttribute(writtenName, value, declaredTypes.get(writtenName.trim()));
	return note === undefined ? attribute : { ...attribute, note };
}

function chosenFields(
	item: Record<string, unknown>,
	{ include, fields }: AutoMapSettings,
): Field[] {
	if (include !== 'selected') return Object.entries(item);
	const chosen = new Map<string, unknown>();
	for (const field of fields) {
		const place = locate(item, field);
		if (place) chosen.set(field.name, place.value);
	}
	return [...chosen];
}

/** With Include All Except: whether a field, or a value that was flattened out of one, is left out. */
function exclusion({ include, fields }: AutoMapSettings): (name: string) => boolean {
	const names = new Set(include === 'except' ? fields.map(({ name }) => name) : []);
	return (name) => names.has(name);
}

function listedFields(
	item: Record<string, unknown>,
	{ include, fields }: AutoMapSettings,
): ReadonlyMap<string, boolean> {
	if (include === 'all') return new Map();
	return new Map(fields.map((field) => [field.name, locate(item, field) !== undefined]));
}

/** The item's own field of that very name, or else what is at the path. */
function locate(
	item: Record<string, unknown>,
	{ name, path }: FieldReference,
): { value: unknown } | undefined {
	if (Object.hasOwn(item, name)) return { value: item[name] };
	let value: unknown = item;
	for (const key of path) {
		const isInside = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
		if (!isInside) return undefined;
		value = Reflect.get(Object(value), key);
	}
	return { value };
}

/** The item that n8n's Webhook node gives: its headers hold cookies, which must not become attributes. */
function isWebhookCall(item: Record<string, unknown>): boolean {
	return isRecord(item.headers) && isRecord(item.params) && isRecord(item.query) && 'body' in item;
}

function webhookCall(): Problem {
	return {
		attribute: '',
		message:
			'this is a whole webhook call with its headers, and its cookies must not become attributes',
		fix: 'Set Mapping Mode to JSON and enter the expression {{ $json.body }}: it sends the fields of the body alone.',
	};
}
