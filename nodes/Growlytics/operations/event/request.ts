import type { Attribute } from '../../attributes/attribute';
import { refusedAttributes } from '../../attributes/refusedAttributes';
import type { ApiRequest } from '../../transport/send';

/** One event: the request body of /rest-api/event, in its key order (docs.growlytics.in, tracking events). */
export interface TrackedEvent {
	customerId: string;
	name: string;
	attributes: readonly Attribute[];
}

/** The request that tracks an event. Its attributes have their keys in another order than those of a customer. */
export function eventRequest({ customerId, name, attributes }: TrackedEvent): ApiRequest {
	return {
		service: 'base',
		method: 'POST',
		path: '/rest-api/event',
		body: {
			customerId,
			name,
			attributes: attributes.map((one) => ({ name: one.name, value: one.value, type: one.type })),
		},
		...refusedAttributes(attributes),
		isAnswerUndocumented: true,
		ifNotFound: 'refused',
	};
}
