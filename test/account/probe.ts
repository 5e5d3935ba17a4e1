import {
	customerRequest,
	EMPTY_CUSTOMER_REQUEST,
} from '../../nodes/Growlytics/operations/customer/request';
import { eventRequest } from '../../nodes/Growlytics/operations/event/request';
import type { ApiRequest } from '../../nodes/Growlytics/transport/send';

/** An attribute as it is sent: also in ways in which the node never sends one. */
export interface ProbeAttribute {
	name: string;
	type: 'string' | 'number' | 'boolean' | 'date';
	value: string | number | boolean | null;
}

/** What a request leaves in the account if it is taken. */
export interface Leavings {
	customers: readonly string[];
	attributes: readonly string[];
	events: readonly string[];
}

/** One request of a check, made as the node makes its own. */
export interface Probe {
	request: ApiRequest;
	/** `wrong`: with a key that was made up. */
	key: 'own' | 'wrong';
	leaves: Leavings;
}

export const NOTHING: Leavings = { customers: [], attributes: [], events: [] };

const EVENT_NAME = 'n8n check';

/** Creates or updates a customer. */
export function sendCustomer(id: string, attributes: readonly ProbeAttribute[]): Probe {
	return {
		request: customerRequest({ id, attributes }),
		key: 'own',
		leaves: { customers: [id], attributes: attributes.map(({ name }) => name), events: [] },
	};
}

/** What the test of the node's credential sends. */
export function sendEmptyCustomer(): Probe {
	return { request: EMPTY_CUSTOMER_REQUEST, key: 'own', leaves: NOTHING };
}

/** Tracks an event without attributes. */
export function sendEvent(customerId: string): Probe {
	return {
		request: eventRequest({ customerId, name: EVENT_NAME, attributes: [] }),
		key: 'own',
		leaves: { customers: [], attributes: [], events: [`"${EVENT_NAME}" of ${customerId}`] },
	};
}

/** The same with a key that was made up: what it would leave is there already. */
export function withWrongKey({ request }: Probe): Probe {
	return { request, key: 'wrong', leaves: NOTHING };
}

/** What all of these leave together, each thing once. */
export function leftBy(probes: readonly Probe[]): Leavings {
	const all = (kind: keyof Leavings) => [...new Set(probes.flatMap(({ leaves }) => leaves[kind]))];
	return { customers: all('customers'), attributes: all('attributes'), events: all('events') };
}
