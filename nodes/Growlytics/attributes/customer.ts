import type { AttributeType, AttributeValue } from './attributeTypes';
import { attributeTypes } from './attributeTypes';
import type { DateSettings } from './dates';
import { toCustomerId } from './customerId';
import type { Problem, Warning } from './problem';
import { shorten } from './problem';
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

/** A name and value as a mapping mode found them in an item. */
export interface FoundAttribute {
	name: string;
	value: unknown;
	type: AttributeType;
}

/** What a mapping mode found in an item: the raw material of one customer. */
export interface FoundCustomer {
	id: unknown;
	attributes: FoundAttribute[];
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
 */
export function toCustomer(found: FoundCustomer, settings: CustomerSettings): MappedCustomer {
	const problems: Problem[] = [];
	const warnings: Warning[] = [];
	const standard = new Map<string, Attribute>();
	const custom: Attribute[] = [];
	const seen = new Set<string>();

	for (const { name: writtenName, value, type } of found.attributes) {
		const name = writtenName.trim();
		const problem = seen.has(name)
			? duplicate(name)
			: (nameProblem(name) ?? typeProblem(name, type));
		seen.add(name);
		if (problem) {
			problems.push(problem);
			continue;
		}
		if (isEmpty(value) && (settings.emptyValues === 'skip' || type !== 'string')) continue;
		const conversion = attributeTypes[type].convert(isEmpty(value) ? '' : value, settings);
		if ('message' in conversion) {
			problems.push({ attribute: name, ...conversion });
			continue;
		}
		if (name !== writtenName) {
			warnings.push({ attribute: name, message: `Sent without the space around its name.` });
		}
		const attribute = { name, type, value: conversion.value };
		if (isStandardAttribute(name)) standard.set(name, attribute);
		else custom.push(attribute);
	}
	problems.push(...tooMany(custom));

	const id = toCustomerId(found.id);
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

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

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
		fix: 'Give the attribute a shorter name.',
	};
}

function typeProblem(name: string, type: AttributeType): Problem | undefined {
	if (type === 'string' || !isStandardAttribute(name)) return undefined;
	return {
		attribute: name,
		message: `this standard attribute is always text, not ${attributeTypes[type].noun}`,
		fix: 'Set it under Standard Attributes, or set its type to Text.',
	};
}

function tooMany(custom: Attribute[]): Problem[] {
	return custom.slice(MAX_CUSTOM_ATTRIBUTES).map(({ name }) => ({
		attribute: name,
		message: `a customer holds at most ${MAX_CUSTOM_ATTRIBUTES} custom attributes, and this item has ${custom.length}`,
		fix: 'Send fewer attributes.',
	}));
}
