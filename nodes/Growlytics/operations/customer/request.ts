import type { RequestAttribute } from '../../attributes/refusedAttributes';
import { refusedAttributes } from '../../attributes/refusedAttributes';
import type { ApiRequest } from '../../transport/send';

/** The body of /rest-api/customer, in its key order. */
interface CustomerBody {
	id: string;
	attributes: readonly RequestAttribute[];
}

/** See docs.growlytics.in, tracking users. */
const PATH = '/rest-api/customer';

/** The request that creates or updates a customer. */
export function customerRequest({ id, attributes }: CustomerBody): ApiRequest {
	const body = { id, attributes };
	return { service: 'base', method: 'POST', path: PATH, body, ...refusedAttributes(attributes) };
}

/** An empty customer, which is refused if the key is good: nothing is created. */
export const EMPTY_CUSTOMER_REQUEST: ApiRequest = {
	service: 'base',
	method: 'POST',
	path: PATH,
	body: {},
	attributeNames: [],
};
