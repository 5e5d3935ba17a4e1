import type { Problem, Remark } from '../result/remark';
import type { Attribute } from './attribute';
import type { AttributeValue } from './attributeTypes';
import { attributeTypes } from './attributeTypes';
import type { Most } from './checks';
import { duplicate, nameProblem, tooMany, typeProblem } from './checks';
import type { Conversion } from './conversions';
import type { DateSettings } from './dates';
import { isEmpty } from './empty';
import type { Found } from './found';
import type { RunType, RunTypes } from './runTypes';
import { STANDARD_ATTRIBUTE_NAMES, isStandardAttribute } from './standardAttributes';

export interface AttributeSettings extends DateSettings {
	emptyValues: 'skip' | 'sendEmptyString';
	invalidAttributes: 'failItem' | 'skip';
}

/** The attributes of one item, and what was noticed about them. */
export interface ConvertedAttributes {
	attributes: Attribute[];
	problems: Problem[];
	warnings: Remark[];
}

/**
 * Turns what was found in an item into attributes that Growlytics accepts, with everything that is wrong with the
 * others. Pure: the input is not changed, and nothing is kept between calls.
 * @param types the types of the run: each attribute has one
 * @param most how many custom attributes are taken
 */
export function convertAttributes(
	found: Found,
	types: RunTypes,
	settings: AttributeSettings,
	most: Most,
): ConvertedAttributes {
	const problems = [...found.problems];
	const warnings: Remark[] = [];
	const attributes: Attribute[] = [];
	const seen = new Set<string>();
	for (const one of found.attributes) {
		const { name, value, note } = one;
		const runType = types.get(name);
		if (name === '' && isEmpty(value)) continue;
		const problem =
			nameProblem(one) ??
			(seen.has(name) ? duplicate(name) : undefined) ??
			typeProblem(one, runType?.type);
		seen.add(name);
		if (problem) {
			problems.push(problem);
			continue;
		}
		if (isEmpty(value) && !isSentEmpty(runType, settings)) continue;
		const type = runType?.type ?? 'string';
		const conversion: Conversion<AttributeValue> = attributeTypes[type].convert(
			isEmpty(value) ? '' : value,
			settings,
		);
		if ('message' in conversion) {
			problems.push({ attribute: name, ...conversion });
			continue;
		}
		attributes.push({ name, type, value: conversion.value });
		if (note !== undefined) warnings.push({ attribute: name, message: note, isNote: true });
		for (const message of [runType?.warning, conversion.warning]) {
			if (message !== undefined) warnings.push({ attribute: name, message });
		}
	}
	const custom = attributes.filter(({ name }) => !isStandardAttribute(name));
	return {
		attributes: [...standardOf(attributes), ...custom.slice(0, most.count)],
		problems: [
			...problems,
			...tooMany(
				custom.map(({ name }) => name),
				most,
			),
		],
		warnings,
	};
}

/** An attribute that is empty in every item has no type: it stays away even if empty text is wanted. */
function isSentEmpty(runType: RunType | undefined, { emptyValues }: AttributeSettings): boolean {
	return emptyValues === 'sendEmptyString' && runType?.type === 'string';
}

/** In one order, so that the same values give the same body whatever mapping mode they came through. */
function standardOf(attributes: readonly Attribute[]): Attribute[] {
	return STANDARD_ATTRIBUTE_NAMES.flatMap(
		(standard) => attributes.find(({ name }) => name === standard) ?? [],
	);
}
