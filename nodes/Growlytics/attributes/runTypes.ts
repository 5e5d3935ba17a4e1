import type { AttributeType } from './attributeTypes';
import { attributeTypes } from './attributeTypes';
import { isDateObject, isMachineDate } from './dates';
import { isEmpty } from './empty';
import type { Found } from './found';
import { show } from './problem';
import { isStandardAttribute } from './standardAttributes';

/** The one type that an attribute has in a run. */
export interface RunType {
	type: AttributeType;
	/** Why the values' own types did not decide, for the user; undefined where there is nothing to say. */
	warning: string | undefined;
}

/** By attribute name. An attribute that is empty in every item and declared by none is absent. */
export type RunTypes = ReadonlyMap<string, RunType>;

/** What a run says about the type of an attribute. */
interface Evidence {
	/** The first type that the user declared. */
	declared: AttributeType | undefined;
	/** The types of the values, in the order they were met, each with its first value. */
	examples: Map<AttributeType, unknown>;
}

/**
 * Decides one type for each attribute over all items of a run, because Growlytics fixes a type at first
 * sight and then silently ignores values of another. The first declared type is the authority; without
 * one, the type that all values share; if they differ, text.
 * @param detectDates whether text that only a machine writes (`2026-01-31T19:14:15Z`) counts as a date
 */
export function decideTypes(found: Iterable<Found>, detectDates: boolean): RunTypes {
	const evidence = new Map<string, Evidence>();
	for (const { attributes } of found) {
		for (const { name, value, type } of attributes) {
			const declared = isStandardAttribute(name) ? 'string' : type;
			if (declared === undefined && isEmpty(value)) continue;
			const known = evidence.get(name) ?? { declared: undefined, examples: new Map() };
			evidence.set(name, known);
			known.declared ??= declared;
			if (known.declared === undefined) addExample(known, value, typeOf(value, detectDates));
		}
	}
	return new Map([...evidence].map(([name, known]) => [name, decide(known)]));
}

function addExample({ examples }: Evidence, value: unknown, type: AttributeType): void {
	if (!examples.has(type)) examples.set(type, value);
}

function decide({ declared, examples }: Evidence): RunType {
	const [first, second] = [...examples];
	if (declared !== undefined) return { type: declared, warning: undefined };
	if (first === undefined) return { type: 'string', warning: undefined };
	if (second === undefined) return { type: first[0], warning: undefined };
	const kinds = [first, second].map(
		([type, example]) => `${attributeTypes[type].noun} (${show(example)})`,
	);
	return {
		type: 'string',
		warning: `Sent as text in every item, because some items hold ${kinds[0]} and others ${kinds[1]}. Growlytics keeps the first type that it sees, and ignores values of another. Choose it under Options > Attribute Types; Options > Dry Run shows it before anything is sent.`,
	};
}

/** @returns the type that a value has by itself; what has none (a list, a function) counts as text and is refused there */
function typeOf(value: unknown, detectDates: boolean): AttributeType {
	if (typeof value === 'number') return 'number';
	if (typeof value === 'boolean') return 'boolean';
	if (isDateObject(value)) return 'date';
	if (detectDates && typeof value === 'string' && isMachineDate(value)) return 'date';
	return 'string';
}
