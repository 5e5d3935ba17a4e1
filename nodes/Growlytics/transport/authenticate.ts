import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { parseBaseUrl } from './baseUrl';

/** Growlytics' name for the header that carries the key (docs.growlytics.in, tracking users). */
export const KEY_HEADER = 'x-growlytics-key';

/** n8n's older nodes, HTTP Request among them, name the address `uri`, and redirects differently. */
interface OlderRequestOptions {
	uri?: string;
	followRedirect?: boolean;
	followAllRedirects?: boolean;
}

/**
 * Adds the API key to a request. A function rather than n8n's declarative form, which costs an expression
 * an item. The HTTP Request node lets a user type any address: the key goes to the Base URL's host alone,
 * and no redirect carries it further.
 * @throws Error if the request is for another host, or the Base URL cannot be used
 */
export async function authenticate(
	credentials: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions & OlderRequestOptions,
): Promise<IHttpRequestOptions & OlderRequestOptions> {
	const baseUrl = parseBaseUrl(String(credentials.baseUrl));
	if ('problem' in baseUrl) throw new Error(`The API key was not sent: ${baseUrl.problem}.`);
	const target = new URL(requestOptions.url ?? requestOptions.uri ?? '', requestOptions.baseURL);
	if (target.origin !== new URL(baseUrl.url).origin) {
		throw new Error(
			`This Growlytics API credential is for ${baseUrl.url} only, so its key was not sent to ${target.host}.`,
		);
	}
	return {
		...requestOptions,
		headers: { ...requestOptions.headers, [KEY_HEADER]: String(credentials.apiKey).trim() },
		disableFollowRedirect: true,
		followRedirect: false,
		followAllRedirects: false,
	};
}
