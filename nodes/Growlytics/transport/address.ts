import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Service } from '../service';
import { SERVICES } from '../service';

/** What an address in the credential stands for, or why it cannot be used. */
export type Address = { url: string } | { problem: string };

/** Where each service is, without a trailing slash. */
export type Addresses = Readonly<Record<Service, string>>;

export interface UnusableAddress {
	service: Service;
	problem: string;
}

const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** What is pasted along with an address: the paths that Growlytics' pages print behind it. */
const ENDPOINTS: Readonly<Record<Service, RegExp>> = {
	base: /\/rest-api(?:\/.*)?$/,
	catalog: /\/product(?:\/.*)?$/,
	connector: /\/custom-connector(?:\/.*)?$/,
};

/**
 * Reads an address as people paste it: surrounding space, trailing slashes, and the pasted path of an endpoint are
 * dropped; the path prefix of a proxy is kept. Only https is allowed, so that the API key is never readable on the way;
 * plain http passes for this computer's own addresses.
 * @param text what the credential holds for it
 * @returns the address that a path such as `/rest-api/event` is put behind, without a trailing slash
 */
export function parseAddress(text: string, service: Service): Address {
	const name = `the ${SERVICES[service].label}`;
	const written = text.trim();
	if (written === '') return { problem: `${name} is empty` };
	if (!/^https?:\/\//i.test(written)) return { problem: `${name} has to start with https://` };
	if (!URL.canParse(written)) return { problem: `${name} is not a valid address` };

	const { protocol, username, password, hostname, host, pathname } = new URL(written);
	if (username !== '' || password !== '') {
		return { problem: `${name} must not hold a user name or password` };
	}
	if (protocol === 'http:' && !LOOPBACK.test(hostname)) {
		return {
			problem: `${name} has to start with https://, or the API key could be read on its way`,
		};
	}
	const path = pathname.replace(ENDPOINTS[service], '').replace(/\/+$/, '');
	return { url: `${protocol}//${host}${path}` };
}

/**
 * The addresses of a credential. n8n leaves out fields that its form does not show: those are the usual ones.
 * @param data the decrypted fields of the credential
 */
export function addressesOf(data: ICredentialDataDecryptedObject): Addresses | UnusableAddress {
	const addresses = { base: '', catalog: '', connector: '' };
	for (const service of ['base', 'catalog', 'connector'] as const) {
		const { field, usual } = SERVICES[service];
		const address = parseAddress(String(data[field] ?? usual), service);
		if ('problem' in address) return { service, problem: address.problem };
		addresses[service] = address.url;
	}
	return addresses;
}
