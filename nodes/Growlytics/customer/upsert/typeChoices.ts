import type { AttributeType } from '../../attributes/attributeTypes';
import { attributeTypes } from '../../attributes/attributeTypes';

/** Growlytics' types as choices of a Type parameter. */
export const typeChoices = Object.entries(attributeTypes).map(
	([value, { label, description }]) => ({
		name: label,
		value,
		description,
	}),
);

export const DEFAULT_TYPE: AttributeType = 'string';
