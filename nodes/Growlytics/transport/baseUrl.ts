/** What the credential's Base URL stands for, or why it cannot be used. */
export type BaseUrl = { url: string } | { problem: string };

const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Reads the Base URL as people paste it: surrounding space, trailing slashes, and a pasted
 * `/rest-api/...` are dropped; the path prefix of a proxy is kept. Only https is allowed, so that the
 * API key is never readable on the way; plain http passes for this computer's own addresses.
 * @param text the credential's `baseUrl`
 * @returns the address that a path such as `/rest-api/event` is put behind, without a trailing slash
 */
export function parseBaseUrl(text: string): BaseUrl {
	const written = text.trim();
	if (written === '') return { problem: 'the Base URL is empty' };
	if (!/^https?:\/\//i.test(written)) return { problem: 'the Base URL has to start with https://' };
	if (!URL.canParse(written)) return { problem: 'the Base URL is not a valid address' };

	const { protocol, username, password, hostname, host, pathname } = new URL(written);
	if (username !== '' || password !== '') {
		return { problem: 'the Base URL must not hold a user name or password' };
	}
	if (protocol === 'http:' && !LOOPBACK.test(hostname)) {
		return {
			problem: 'the Base URL has to start with https://, or the API key could be read on its way',
		};
	}
	const path = pathname.replace(/\/rest-api(?:\/.*)?$/, '').replace(/\/+$/, '');
	return { url: `${protocol}//${host}${path}` };
}
