import type { AttributeType, AttributeValue } from '../values/attributeTypes';

/** An attribute as Growlytics takes it, in its key order (docs.growlytics.in, tracking users). */
export interface Attribute {
	name: string;
	type: AttributeType;
	value: AttributeValue;
}
