import { shorten } from '../shorten';
import { MAX_NAME_CHARACTERS } from './checks';
import type { Problem } from '../result/remark';
import { LEAVE_OUT, show } from './problem';
import { isNested, isRecord } from './record';

/** What to do with an object or a list where Growlytics takes one value only. */
export type NestedValues = 'error' | 'flatten' | 'json' | 'skip';

/** A field's value, or those inside it, each with the name it gets as an attribute. */
export interface Leaf {
	name: string;
	value: unknown;
}

/**
 * Takes apart what is nested: `flatten` gives `address.city` and lists as JSON text, `json` gives the whole
 * as JSON text, `skip` gives nothing. A value that is not nested is given as it is.
 */
export function toLeaves(
	name: string,
	value: unknown,
	nestedValues: NestedValues,
	ancestors: readonly unknown[] = [],
): Array<Leaf | Problem> {
	if (!isNested(value)) return [{ name, value }];
	if (nestedValues === 'skip') return [];
	if (nestedValues === 'error') return [nested(name, value)];
	if (nestedValues === 'json' || !isRecord(value)) return [toJsonText(name, value)];
	if (ancestors.includes(value)) return [unwritable(name)];
	if (ancestors.length === MAX_NAME_CHARACTERS) return [tooDeep(name)];
	return Object.entries(value).flatMap(([key, inner]) =>
		toLeaves(`${name}.${key}`, inner, nestedValues, [...ancestors, value]),
	);
}

function toJsonText(name: string, value: object): Leaf | Problem {
	try {
		return { name, value: JSON.stringify(value) };
	} catch {
		return unwritable(name);
	}
}

function nested(name: string, value: object): Problem {
	return {
		attribute: shorten(name),
		message: `${show(value)} is not a single value`,
		fix: 'Choose under Options > Nested Values what to do with it: flatten it, send it as JSON text, or leave it out.',
	};
}

function unwritable(name: string): Problem {
	return {
		attribute: shorten(name),
		message:
			'the value cannot be written as JSON, because it contains itself or a very large number',
		fix: `Choose one value inside it with an Edit Fields node, or ${LEAVE_OUT}.`,
	};
}

/** Every level adds a character to the name, so what is deeper could not be sent anyway. */
function tooDeep(name: string): Problem {
	return {
		attribute: shorten(name),
		message: `objects are nested more than ${MAX_NAME_CHARACTERS} levels deep, which gives a name that Growlytics does not take`,
		fix: `Choose Send as JSON Text under Options > Nested Values, or ${LEAVE_OUT}.`,
	};
}
