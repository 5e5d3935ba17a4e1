import type { LocalGrowlytics } from './server';

/** What a test needs to know of an answer. */
export interface Answer {
	status: number;
	headers: Headers;
	text: string;
}

/** Sends text as it is to POST /rest-api/customer; rejects when there is no complete answer. */
export async function postText(
	{ url, settings }: LocalGrowlytics,
	body: string,
	headers: Record<string, string> = {},
): Promise<Answer> {
	const response = await fetch(`${url}/rest-api/customer`, {
		method: 'POST',
		redirect: 'manual',
		headers: {
			'content-type': 'application/json',
			'x-growlytics-key': settings.apiKey,
			...headers,
		},
		body,
	});
	return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Sends a value as JSON to POST /rest-api/customer. */
export async function postCustomer(growlytics: LocalGrowlytics, customer: unknown) {
	return await postText(growlytics, JSON.stringify(customer));
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
