import type { AttributeType } from './attributeTypes';
import type { FieldChoice } from './chosenFields';
import { chosenFields, locate } from './chosenFields';
import type { Found, FoundAttribute, MissingNames } from './found';
import { foundAttribute, foundUnusable } from './found';
import type { Leaf, NestedValues } from './nestedValues';
import { toLeaves } from './nestedValues';
import type { Problem } from '../result/remark';
import { isRecord } from './record';
import type { SentName } from './standardNames';
import { matchStandardNames } from './standardNames';

/** Types that the user declared, by the attribute's final name. */
export type DeclaredTypes = ReadonlyMap<string, AttributeType>;

export interface AutoMapSettings extends FieldChoice {
	nestedValues: NestedValues;
	matchStandardAttributes: boolean;
	declaredTypes: DeclaredTypes;
}

/** Every chosen field of an item as an attribute. The item is not changed. */
export function fromItem(item: Record<string, unknown>, settings: AutoMapSettings): Found {
	const fields = new Map(chosenFields(item, settings));
	if (isWebhookCall(fields)) return foundUnusable(webhookCall());
	const sentNames = settings.matchStandardAttributes
		? matchStandardNames([...fields.keys()])
		: new Map<string, never>();

	const attributes: FoundAttribute[] = [];
	const problems = new Set<Problem>();
	for (const [fieldName, fieldValue] of fields) {
		const sent = sentNames.get(fieldName);
		if (sent && 'message' in sent) {
			problems.add(sent);
			continue;
		}
		for (const leaf of toLeaves(fieldName, fieldValue, settings.nestedValues)) {
			if ('message' in leaf) problems.add(leaf);
			// What was taken out of a field is not that field: a Name with parts is no name.
			else attributes.push(toAttribute(leaf, leaf.name === fieldName ? sent : undefined, settings));
		}
	}
	return {
		attributes,
		problems: [...problems],
		missing: [
			...missingFields(item, settings),
			...missingTypes(attributes, settings.declaredTypes),
		],
	};
}

function toAttribute(
	leaf: Leaf,
	sent: SentName | undefined,
	{ declaredTypes }: AutoMapSettings,
): FoundAttribute {
	const name = sent?.name ?? leaf.name;
	const attribute = foundAttribute(name, leaf.value, declaredTypes.get(name.trim()));
	return sent === undefined ? attribute : { ...attribute, note: sent.note };
}

function missingFields(
	item: Record<string, unknown>,
	{ include, fields }: FieldChoice,
): MissingNames[] {
	if (include === 'all') return [];
	const place = include === 'selected' ? 'include' : 'exclude';
	const missing = fields.filter((field) => locate(item, field) === undefined);
	return missing.length === 0 ? [] : [{ place, names: missing.map(({ name }) => name) }];
}

/** The names under Attribute Types that no attribute of an item has. */
export function missingTypes(
	attributes: readonly FoundAttribute[],
	declaredTypes: DeclaredTypes,
): MissingNames[] {
	if (declaredTypes.size === 0) return [];
	const there = new Set(attributes.map(({ name }) => name));
	const names = [...declaredTypes.keys()].filter((name) => !there.has(name));
	return names.length === 0 ? [] : [{ place: 'attributeTypes', names }];
}

/** The item that n8n's Webhook node gives: its headers hold cookies, which must not become attributes. */
function isWebhookCall(fields: ReadonlyMap<string, unknown>): boolean {
	return (
		fields.has('body') && ['headers', 'params', 'query'].every((name) => isRecord(fields.get(name)))
	);
}

function webhookCall(): Problem {
	return {
		attribute: '',
		message: 'Webhook data came whole, and the cookies in its headers must not become attributes',
		fix: 'Set Mapping Mode to JSON and enter the expression {{ $json.body }}: it sends the fields of the body alone. The Customer ID is in the body too, e.g. {{ $json.body.email }}.',
	};
}
