import { z } from 'zod';

import type { AttributeType, AttributeValue } from './attributeTypes';
import { attributeTypes, isAttributeType } from './attributeTypes';

const attributeSchema = z
	.object({
		name: z.string().min(1),
		type: z.custom<AttributeType>(isAttributeType),
		value: z.custom<AttributeValue>(),
	})
	.strict()
	.refine(({ type, value }) => attributeTypes[type].schema.safeParse(value).success, {
		message: 'The value is not of its type',
		path: ['value'],
	});
export type Attribute = z.infer<typeof attributeSchema>;

/** One customer: the request body of /rest-api/customer, in its key order (docs.growlytics.in, tracking users). */
export const customerSchema = z
	.object({ id: z.string().min(1), attributes: z.array(attributeSchema) })
	.strict();
export type Customer = z.infer<typeof customerSchema>;
