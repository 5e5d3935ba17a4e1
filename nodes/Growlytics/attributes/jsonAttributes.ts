import type { Problem } from '../result/remark';
import { isPlainRecord } from '../fields/kinds';
import { show } from '../values/show';
import { readJsonText } from './jsonText';
import { SHAPES } from './rows';

/** What the parameter of the mode JSON holds for one item. */
export type JsonAttributes =
	/** Mapped like the fields of an item. */
	| { fields: Record<string, unknown> }
	/** Each with its name and type. */
	| { entries: readonly unknown[] }
	| { problem: Problem };

/** @param value JSON text, or what an expression gave */
export function readJsonAttributes(value: unknown): JsonAttributes {
	const parsed = typeof value === 'string' ? parse(value) : { value };
	if ('problem' in parsed) return parsed;
	if (Array.isArray(parsed.value)) return { entries: parsed.value };
	if (isPlainRecord(parsed.value)) return { fields: parsed.value };
	return {
		problem: {
			attribute: '',
			message: `Attributes (JSON) is ${show(parsed.value)}, not an object or a list`,
			fix: `Enter ${SHAPES}.`,
		},
	};
}

function parse(text: string): { value: unknown } | { problem: Problem } {
	if (text.trim() === '') {
		return {
			problem: {
				attribute: '',
				message: 'Attributes (JSON) is empty',
				fix: `Enter ${SHAPES}.`,
			},
		};
	}
	const read = readJsonText(text);
	if ('value' in read) return read;
	return {
		problem: {
			attribute: '',
			message: `Attributes (JSON) is not valid JSON: ${read.fault}`,
			fix: 'Names and texts need double quotes, and no comma may stand before a closing bracket. Put values of an item in with {{ JSON.stringify($json.field ?? null) }}, which adds the quotes.',
		},
	};
}
