import { shorten } from '../shorten';
import type { AttributeType } from './attributeTypes';
import { attributeTypes, isAttributeType } from './attributeTypes';
import type { AutoMapSettings, DeclaredTypes } from './autoMap';
import { fromItem, missingTypes } from './autoMap';
import type { Found, FoundAttribute } from './found';
import { foundAttribute, foundUnusable } from './found';
import type { Problem } from '../result/remark';
import { LEAVE_OUT, show } from './problem';
import { isRecord } from './record';

/** `Bad escaped character in JSON at position 8 (line 1 column 9)`, `Unexpected token 'P', "…" is not valid JSON`. */
const REASON =
	/^(?<reason>.*?)(?:(?: in JSON)? at position (?<position>\d+).*| is not valid JSON)$/s;
const MAX_REASON_CHARACTERS = 160;
const SHAPES = '{"City": "Mumbai"} or [{"name": "City", "type": "string", "value": "Mumbai"}]';

/**
 * The attributes that the parameter of the mode JSON holds. An object is mapped like the fields of an
 * item; a list declares each attribute's type.
 * @param value JSON text, or what an expression gave
 */
export function fromJson(
	value: unknown,
	settings: Pick<AutoMapSettings, 'nestedValues' | 'matchStandardAttributes' | 'declaredTypes'>,
): Found {
	const parsed = typeof value === 'string' ? parse(value) : { value };
	if ('message' in parsed) return foundUnusable(parsed);
	if (Array.isArray(parsed.value)) return fromEntries(parsed.value, settings.declaredTypes);
	if (isRecord(parsed.value)) {
		return fromItem(parsed.value, { ...settings, include: 'all', fields: [] });
	}
	return foundUnusable({
		attribute: '',
		message: `Attributes (JSON) is ${show(parsed.value)}, not an object or a list`,
		fix: `Enter ${SHAPES}.`,
	});
}

function parse(text: string): { value: unknown } | Problem {
	if (text.trim() === '') {
		return { attribute: '', message: 'Attributes (JSON) is empty', fix: `Enter ${SHAPES}.` };
	}
	try {
		return { value: JSON.parse(text) };
	} catch (error) {
		return malformed(text, error instanceof Error ? error.message : '');
	}
}

function malformed(text: string, said: string): Problem {
	return {
		attribute: '',
		message: `Attributes (JSON) is not valid JSON: ${reasonAndPlace(text, said)}`,
		fix: 'Names and texts need double quotes, and no comma may stand before a closing bracket. Put values of an item in with {{ JSON.stringify($json.field) }}, which adds the quotes.',
	};
}

/** JSON.parse's own message has the reason and, for most faults, the place: as a position, where people look for a line. */
function reasonAndPlace(text: string, said: string): string {
	const { reason = said, position } = REASON.exec(said)?.groups ?? {};
	const shown = shorten(reason, MAX_REASON_CHARACTERS);
	if (position === undefined) return shown;
	const lines = text.slice(0, Number(position)).split('\n');
	return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}: ${shown}`;
}

function fromEntries(entries: readonly unknown[], declaredTypes: DeclaredTypes): Found {
	const read = entries.map((entry, index) => fromEntry(entry, index + 1, declaredTypes));
	const attributes = read.filter((one) => 'value' in one);
	return {
		attributes,
		problems: read.filter((one) => 'message' in one),
		missing: missingTypes(attributes, declaredTypes),
	};
}

function fromEntry(
	entry: unknown,
	position: number,
	declaredTypes: DeclaredTypes,
): FoundAttribute | Problem {
	if (!isRecord(entry) || typeof entry.name !== 'string' || !Object.hasOwn(entry, 'value')) {
		return {
			attribute: isRecord(entry) && typeof entry.name === 'string' ? shorten(entry.name) : '',
			message: `Attributes (JSON) has no name or no value in entry ${position} of the list`,
			fix: `Write each entry as in ${SHAPES}.`,
		};
	}
	const { name, value } = entry;
	const declared = declaredTypes.get(name.trim());
	const type = entry.type ?? declared;
	if (!isAttributeType(type)) return unknownType(name, type);
	if (declared !== undefined && declared !== type) return contradiction(name, type, declared);
	return foundAttribute(name, value, type);
}

function unknownType(name: string, type: unknown): Problem {
	const types = Object.keys(attributeTypes).join(', ');
	return {
		attribute: shorten(name),
		message:
			type == null ? 'it has no type' : `its type is ${show(type)}, which Growlytics does not have`,
		fix: `Give it one of the types ${types}, or ${LEAVE_OUT}.`,
	};
}

function contradiction(name: string, type: AttributeType, declared: AttributeType): Problem {
	return {
		attribute: shorten(name),
		message: `its type in the list is "${type}" (${attributeTypes[type].label}), but Options > Attribute Types has ${attributeTypes[declared].label}`,
		fix: 'Give it the same type in both places, or remove it from Options > Attribute Types.',
	};
}
