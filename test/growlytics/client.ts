import type { LocalGrowlytics } from './server';

/** What a test needs to know of an answer. */
export interface Answer {
	status: number;
	headers: Headers;
	text: string;
}

/** Sends text as it is to POST /rest-api/customer; rejects when there is no complete answer. */
export async function postText(
	growlytics: LocalGrowlytics,
	body: string,
	headers: Record<string, string> = {},
): Promise<Answer> {
	return await send(growlytics, 'POST', '/rest-api/customer', body, headers);
}

/** Sends text as it is; rejects when there is no complete answer. */
async function send(
	{ url, settings }: LocalGrowlytics,
	method: string,
	path: string,
	body: string | undefined,
	headers: Record<string, string> = {},
): Promise<Answer> {
	const response = await fetch(`${url}${path}`, {
		method,
		redirect: 'manual',
		headers: {
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
			'x-growlytics-key': settings.apiKey,
			...headers,
		},
		...(body === undefined ? {} : { body }),
	});
	return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Sends a value as JSON to POST /rest-api/customer. */
export async function postCustomer(growlytics: LocalGrowlytics, customer: unknown) {
	return await postText(growlytics, JSON.stringify(customer));
}

/** Sends a value as JSON to POST /rest-api/event. */
export async function postEvent(growlytics: LocalGrowlytics, event: unknown) {
	return await send(growlytics, 'POST', '/rest-api/event', JSON.stringify(event));
}

/** Sends a value as JSON to POST /product. */
export async function postProduct(growlytics: LocalGrowlytics, product: unknown) {
	return await send(growlytics, 'POST', '/product', JSON.stringify(product));
}

/** Sends a value as JSON to POST /custom-connector/production/:key, without a key in a header. */
export async function postReport(
	growlytics: LocalGrowlytics,
	report: unknown,
	key = growlytics.settings.apiKey,
) {
	const path = `/custom-connector/production/${encodeURIComponent(key)}`;
	return await send(growlytics, 'POST', path, JSON.stringify(report), { 'x-growlytics-key': '' });
}

/** DELETE /product/:id, the id encoded. */
export async function deleteProduct(growlytics: LocalGrowlytics, id: string) {
	return await send(growlytics, 'DELETE', `/product/${encodeURIComponent(id)}`, undefined);
}

/** A customer with one string attribute. */
export function customer(id: string) {
	return { id, attributes: [{ name: 'City', type: 'string', value: 'Mumbai' }] };
}

/** A customer with numbered number attributes, `from` being the first number. */
export function customerWith(id: string, count: number, from = 0) {
	const attributes = Array.from({ length: count }, (_, index) => ({
		name: `n${from + index}`,
		type: 'number',
		value: index,
	}));
	return { id, attributes };
}
