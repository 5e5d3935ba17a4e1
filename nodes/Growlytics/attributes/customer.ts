import type { AttributeValue } from './attributeTypes';
import { attributeTypes } from './attributeTypes';
import { MAX_CUSTOM_ATTRIBUTES, duplicate, nameProblem, tooMany, typeProblem } from './checks';
import type { Conversion } from './conversions';
import { toCustomerId } from './customerId';
import type { Attribute, Customer } from './customerSchema';
import type { DateSettings } from './dates';
import { isEmpty } from './empty';
import type { Found } from './found';
import type { Problem, Remark } from '../result/remark';
import type { RunType, RunTypes } from './runTypes';
import { STANDARD_ATTRIBUTE_NAMES, isStandardAttribute } from './standardAttributes';

export interface CustomerSettings extends DateSettings {
	emptyValues: 'skip' | 'sendEmptyString';
	invalidAttributes: 'failItem' | 'skip';
}

export type MappedCustomer =
	| { customer: Customer; warnings: Remark[] }
	| { id: string | undefined; problems: Problem[] };

const NOTHING_TO_SEND: Remark = {
	attribute: '',
	message: 'No attribute is left to send, only the Customer ID.',
};

/**
 * Turns what was found in an item into a customer that Growlytics accepts, or into everything that is
 * wrong with it. Pure: the input is not changed, and nothing is kept between calls.
 * @param types the types of the run: each attribute has one
 */
export function toCustomer(
	idValue: unknown,
	found: Found,
	types: RunTypes,
	settings: CustomerSettings,
): MappedCustomer {
	const id = toCustomerId(idValue);
	const { attributes, problems, warnings } = convertAll(found, types, settings);
	if (typeof id !== 'string') return { id: undefined, problems: unusableWith(id, found, problems) };
	if (found.unusable) return { id, problems: [found.unusable] };
	if (problems.length > 0 && settings.invalidAttributes === 'failItem') return { id, problems };

	const leftOut = problems.map(({ attribute, message }) => ({
		attribute,
		message: `Left out: ${message}.`,
	}));
	const nothing = attributes.length === 0 ? [NOTHING_TO_SEND] : [];
	return { customer: { id, attributes }, warnings: [...warnings, ...leftOut, ...nothing] };
}

/** An id whose expression failed has its problem already. */
function unusableWith(idProblem: Problem, { unusable }: Found, problems: Problem[]): Problem[] {
	if (unusable === undefined) return [idProblem, ...problems];
	return unusable.isAboutId === true ? [unusable] : [idProblem, unusable];
}

interface Converted {
	attributes: Attribute[];
	problems: Problem[];
	warnings: Remark[];
}

function convertAll(found: Found, types: RunTypes, settings: CustomerSettings): Converted {
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
		attributes: [...standardOf(attributes), ...custom.slice(0, MAX_CUSTOM_ATTRIBUTES)],
		problems: [...problems, ...tooMany(custom.map(({ name }) => name))],
		warnings,
	};
}

/** An attribute that is empty in every item has no type: it stays away even if empty text is wanted. */
function isSentEmpty(runType: RunType | undefined, { emptyValues }: CustomerSettings): boolean {
	return emptyValues === 'sendEmptyString' && runType?.type === 'string';
}

/** In one order, so that the same customer gives the same body whatever mapping mode it came through. */
function standardOf(attributes: readonly Attribute[]): Attribute[] {
	return STANDARD_ATTRIBUTE_NAMES.flatMap(
		(standard) => attributes.find(({ name }) => name === standard) ?? [],
	);
}
