/**
 * The attributes that Growlytics' campaigns use for mail and SMS. They are lower case, always text, and
 * not custom attributes (docs.growlytics.in, tracking users).
 */
export const standardAttributes = {
	name: { label: 'Name', placeholder: 'e.g. Asha Rao' },
	email: { label: 'Email', placeholder: 'e.g. asha@example.com' },
	mobile: { label: 'Mobile', placeholder: 'e.g. 9919211112' },
} as const;

export type StandardAttribute = keyof typeof standardAttributes;

export const STANDARD_ATTRIBUTE_NAMES = Object.keys(standardAttributes);

/** @returns whether a name is a standard attribute; `Email` is not, it would be a custom one */
export function isStandardAttribute(name: string): name is StandardAttribute {
	return Object.hasOwn(standardAttributes, name);
}

/** The names of the standard attributes, in the order in which they are sent. */
export function standardNames(): StandardAttribute[] {
	return STANDARD_ATTRIBUTE_NAMES.filter(isStandardAttribute);
}
