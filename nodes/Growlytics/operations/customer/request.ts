import type { ApiRequest } from '../../transport/send';

/** The body of /rest-api/customer, in its key order, as far as a request needs to know it. */
interface CustomerBody {
	id: string;
	attributes: ReadonlyArray<{ name: string }>;
}

/** See docs.growlytics.in, tracking users. */
const PATH = '/rest-api/customer';

/** The request that creates or updates a customer. */
export function customerRequest({ id, attributes }: CustomerBody): ApiRequest {
	const attributeNames = attributes.map(({ name }) => name);
	return { service: 'base', method: 'POST', path: PATH, body: { id, attributes }, attributeNames };
}

/** An empty customer, which is refused if the key is good: nothing is created. */
export const EMPTY_CUSTOMER_REQUEST: ApiRequest = {
	service: 'base',
	method: 'POST',
	path: PATH,
	body: {},
	attributeNames: [],
};
