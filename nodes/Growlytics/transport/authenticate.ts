import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { SERVICES } from '../service';
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
	const { addresses, origins } = destinationsOf(credentials);
	const target = new URL(requestOptions.url ?? requestOptions.uri ?? '', requestOptions.baseURL);
	if (!origins.has(target.origin)) {
		const own = [...new Set(Object.values(addresses))];
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

/** Where a key may go. */
interface Destinations {
	addresses: Addresses;
	origins: ReadonlySet<string>;
}

/** All requests of a run have one credential: its addresses are parsed once. */
let last: { written: string; destinations: Destinations } | undefined;

/** @throws Error if an address of the credential cannot be used */
function destinationsOf(credentials: ICredentialDataDecryptedObject): Destinations {
	const written = JSON.stringify(Object.values(SERVICES).map(({ field }) => credentials[field]));
	if (last?.written === written) return last.destinations;
	const addresses = addressesOf(credentials);
	if ('problem' in addresses) throw new Error(`The API key was not sent: ${addresses.problem}.`);
	const origins = new Set(Object.values(addresses).map((url) => new URL(url).origin));
	const destinations = { addresses, origins };
	last = { written, destinations };
	return destinations;
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
