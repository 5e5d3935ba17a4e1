import { attributeTypes, isAttributeType } from './attributeTypes';
import type { AutoMapSettings } from './autoMap';
import { fromItem } from './autoMap';
import type { Found, FoundAttribute } from './found';
import { foundAttribute, foundUnusable } from './found';
import { locateJsonFault } from './jsonFault';
import type { Problem } from './problem';
import { show, shorten } from './problem';
import { isRecord } from './record';

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
	if (Array.isArray(parsed.value)) return fromEntries(parsed.value);
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
	} catch {
		return malformed(text);
	}
}

function malformed(text: string): Problem {
	const { line, column, near } = locateJsonFault(text);
	const place = near === '' ? 'it ends too early' : `near ${show(near)}`;
	return {
		attribute: '',
		message: `Attributes (JSON) is not valid JSON: line ${line}, column ${column}, ${place}`,
		fix: 'Names and texts need double quotes, and no comma may stand before a closing bracket. Put values of an item in with {{ JSON.stringify($json.field) }}, which adds the quotes.',
	};
}

function fromEntries(entries: readonly unknown[]): Found {
	const read = entries.map((entry, index) => fromEntry(entry, index + 1));
	return {
		attributes: read.filter((one) => 'value' in one),
		problems: read.filter((one) => 'message' in one),
		listed: new Map(),
	};
}

function fromEntry(entry: unknown, position: number): FoundAttribute | Problem {
	if (!isRecord(entry) || typeof entry.name !== 'string' || !Object.hasOwn(entry, 'value')) {
		return {
			attribute: isRecord(entry) && typeof entry.name === 'string' ? shorten(entry.name) : '',
			message: `entry ${position} of the list has no name or no value`,
			fix: `Write each entry as in ${SHAPES}.`,
		};
	}
	const { name, type, value } = entry;
	if (!isAttributeType(type)) {
		return {
			attribute: shorten(name),
			message: `its type is ${show(type)}, which Growlytics does not have`,
			fix: `Use one of the types ${Object.keys(attributeTypes).join(', ')}.`,
		};
	}
	return foundAttribute(name, value, type);
}
