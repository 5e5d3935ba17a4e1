import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import type { Addresses } from './address';
import { addressesOf } from './address';

/** Growlytics' name for the header that carries the key (docs.growlytics.in, tracking users). */
export const KEY_HEADER = 'x-growlytics-key';

/**
 * Stands for the key at the end of a path (docs.growlytics.in, connector webhooks), until the request is handed to the
 * network: whatever names, keeps or logs an address before that holds no key.
 */
export const KEY_PLACEHOLDER = ':api-key';

/** n8n's older nodes, HTTP Request among them, name the address `uri`, and redirects differently. */
interface OlderRequestOptions {
	uri?: string;
	followRedirect?: boolean;
	followAllRedirects?: boolean;
}

/**
 * Adds the API key to a request. A function rather than n8n's declarative form, which costs an expression
 * an item. The HTTP Request node lets a user type any address: the key goes to the hosts of the credential's
 * addresses alone, and no redirect carries it further.
 * @throws Error if the request is for another host, or an address of the credential cannot be used
 */
export async function authenticate(
	credentials: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions & OlderRequestOptions,
): Promise<IHttpRequestOptions & OlderRequestOptions> {
	const addresses = addressesOf(credentials);
	if ('problem' in addresses) throw new Error(`The API key was not sent: ${addresses.problem}.`);
	const own = [...new Set(Object.values(addresses))];
	const target = new URL(requestOptions.url ?? requestOptions.uri ?? '', requestOptions.baseURL);
	if (!own.some((url) => new URL(url).origin === target.origin)) {
		throw new Error(
			`This Growlytics API credential is for ${own.join(', ')} only, so its key was not sent to ${target.host}.`,
		);
	}
	const key = String(credentials.apiKey).trim();
	return {
		...requestOptions,
		...(withKeyInPath(requestOptions, addresses, key) ?? {
			headers: { ...requestOptions.headers, [KEY_HEADER]: key },
		}),
		disableFollowRedirect: true,
		followRedirect: false,
		followAllRedirects: false,
	};
}

/**
 * Only for this package's own requests, which are made with `url`: what others do with an address that failed is not known.
 * @returns undefined if the key does not belong into the path
 */
function withKeyInPath(
	{ url }: { url?: string },
	{ connector }: Addresses,
	key: string,
): { url: string } | undefined {
	if (url === undefined || !url.startsWith(`${connector}/`)) return undefined;
	const placeholder = `/${KEY_PLACEHOLDER}`;
	if (!url.endsWith(placeholder)) return undefined;
	return { url: `${url.slice(0, -placeholder.length)}/${encodeURIComponent(key)}` };
}
