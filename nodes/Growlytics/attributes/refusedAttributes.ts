import type { AttributeType } from '../values/attributeTypes';
import { attributeTypes } from '../values/attributeTypes';
import { show } from '../values/show';

/** An attribute as a request holds it. */
export interface RequestAttribute {
	name: string;
	type: AttributeType;
	value: unknown;
}

/** How the words of a refusal name attributes and show what was sent of them, in the order of the request. */
interface RefusedAttributes {
	attributeNames: readonly string[];
	/** E.g. `Text "12 pcs"`; '' if there is no attribute in that place. */
	showSent: (place: number) => string;
}

/** What a refusal of these attributes needs to say which is meant. */
export function refusedAttributes(attributes: readonly RequestAttribute[]): RefusedAttributes {
	return {
		attributeNames: attributes.map(({ name }) => name),
		showSent: (place) => {
			const sent = attributes[place];
			return sent === undefined ? '' : `${attributeTypes[sent.type].label} ${show(sent.value)}`;
		},
	};
}
