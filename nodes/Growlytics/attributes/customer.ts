import type { AttributeType, AttributeValue } from './attributeTypes';
import { attributeTypes } from './attributeTypes';
import type { DateSettings } from './dates';
import { toCustomerId } from './customerId';
import { isEmpty } from './empty';
import type { Found } from './found';
import type { Problem, Warning } from './problem';
import { shorten } from './problem';
import type { RunTypes } from './runTypes';
import { STANDARD_ATTRIBUTE_NAMES, isStandardAttribute } from './standardAttributes';

/** "Custom attribute names must be less than 50 characters" (docs.growlytics.in, tracking users). */
export const MAX_NAME_CHARACTERS = 49;
/** "You can set a maximum number of 100 custom attributes" (the same page). */
export const MAX_CUSTOM_ATTRIBUTES = 100;

export interface Attribute {
	name: string;
	type: AttributeType;
	value: AttributeValue;
}

/** One customer, in the shape and key order of Growlytics' request body. */
export interface Customer {
	id: string;
	attributes: Attribute[];
}

export interface CustomerSettings extends DateSettings {
	emptyValues: 'skip' | 'sendEmptyString';
	invalidAttributes: 'failItem' | 'skip';
}

export type MappedCustomer =
	| { customer: Customer; warnings: Warning[] }
	| { id: string | undefined; problems: Problem[] };

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
	if (found.unusable) {
		return { id: typeof id === 'string' ? id : undefined, problems: [found.unusable] };
	}
	const problems: Problem[] = [...found.problems];
	const warnings: Warning[] = [];
	const standard = new Map<string, Attribute>();
	const custom: Attribute[] = [];
	const seen = new Set<string>();

	for (const { name, value, type: declared, note } of found.attributes) {
		const runType = types.get(name);
		const problem = seen.has(name)
			? duplicate(name)
			: (nameProblem(name) ?? typeProblem(name, declared, runType?.type));
		seen.add(name);
		if (problem) {
			problems.push(problem);
			continue;
		}
		const type = runType?.type ?? 'string';
		if (
			isEmpty(value) &&
			(runType === undefined || type !== 'string' || settings.emptyValues === 'skip')
		)
			continue;
		const conversion = attributeTypes[type].convert(isEmpty(value) ? '' : value, settings);
		if ('message' in conversion) {
			problems.push({ attribute: name, ...conversion });
			continue;
		}
		for (const message of [note, runType?.warning]) {
			if (message !== undefined) warnings.push({ attribute: name, message });
		}
		const attribute = { name, type, value: conversion.value };
		if (isStandardAttribute(name)) standard.set(name, attribute);
		else custom.push(attribute);
	}
	problems.push(...tooMany(custom));

	if (typeof id !== 'string') return { id: undefined, problems: [id, ...problems] };
	if (problems.length > 0 && settings.invalidAttributes === 'failItem') return { id, problems };
	const leftOut = problems.map(({ attribute, message }) => ({
		attribute,
		message: `Left out: ${message}.`,
	}));
	const attributes = [...inStandardOrder(standard), ...custom.slice(0, MAX_CUSTOM_ATTRIBUTES)];
	if (attributes.length === 0) leftOut.push(NOTHING_TO_SEND);
	return { customer: { id, attributes }, warnings: [...warnings, ...leftOut] };
}

const NOTHING_TO_SEND: Warning = {
	attribute: '',
	message: 'No attribute had a value, so only the customer ID was sent.',
};

/** The same customer gives the same body whatever mapping mode it came through. */
function inStandardOrder(standard: Map<string, Attribute>): Attribute[] {
	return STANDARD_ATTRIBUTE_NAMES.flatMap((name) => standard.get(name) ?? []);
}

function duplicate(name: string): Problem {
	return {
		attribute: name,
		message: 'this name is used twice',
		fix: 'Keep one of the attributes, or give the other a name of its own.',
	};
}

function nameProblem(name: string): Problem | undefined {
	if (name === '') {
		return {
			attribute: '',
			message: 'an attribute has no name',
			fix: 'Name the attribute, or remove its row.',
		};
	}
	const characters = name.length <= MAX_NAME_CHARACTERS ? 0 : [...name].length;
	if (characters <= MAX_NAME_CHARACTERS) return undefined;
	return {
		attribute: shorten(name),
		message: `this name has ${characters} characters, and Growlytics takes at most ${MAX_NAME_CHARACTERS}`,
		fix: 'Give the attribute a shorter name, or choose Leave Out and Warn under Options > Invalid Attributes.',
	};
}

function typeProblem(
	name: string,
	declared: AttributeType | undefined,
	runType: AttributeType | undefined,
): Problem | undefined {
	if (declared === undefined || runType === undefined || declared === runType) return undefined;
	const nouns = { declared: attributeTypes[declared].noun, run: attributeTypes[runType].noun };
	if (isStandardAttribute(name)) {
		return {
			attribute: name,
			message: `this standard attribute is always text, not ${nouns.declared}`,
			fix: 'Set its type to Text.',
		};
	}
	return {
		attribute: name,
		message: `its type here is ${nouns.declared}, but an earlier item has it as ${nouns.run}`,
		fix: 'Growlytics keeps one type for an attribute: give it the same type in every item.',
	};
}

function tooMany(custom: Attribute[]): Problem[] {
	return custom.slice(MAX_CUSTOM_ATTRIBUTES).map(({ name }) => ({
		attribute: name,
		message: `a customer holds at most ${MAX_CUSTOM_ATTRIBUTES} custom attributes, and this item has ${custom.length}`,
		fix: 'Send fewer attributes, or choose Leave Out and Warn under Options > Invalid Attributes.',
	}));
}
