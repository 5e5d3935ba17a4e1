import type { Remedy } from './inCredential';
import { inCredential } from './inCredential';

/** How a request can go without an answer. */
export type ConnectionFault =
	| 'timeout'
	| 'refused'
	| 'unknownHost'
	| 'unreachable'
	| 'insecure'
	| 'broken'
	| 'certificate'
	| 'blocked'
	| 'cancelled';

/** All that is to be known of a fault. */
interface FaultFacts {
	/** Node's, OpenSSL's and axios' names for it, and n8n's error classes. */
	codes: readonly string[];
	/** What the server did, for a sentence that begins with it. */
	did: string;
	/** Beside what is said of every request that can have arrived; `url` as the credential's form calls the address. */
	remedy: (url: string) => Remedy;
	/** Whether the request can have reached Growlytics. */
	mayHaveArrived: boolean;
	/** Whether trying again may help, or no item at all gets around it. */
	verdict: 'retry' | 'final' | 'endRun';
}

const testAgain = (url: string) => `Check the ${url}, and try again in a few minutes.`;

export const CONNECTION_FAULTS: Readonly<Record<ConnectionFault, FaultFacts>> = {
	timeout: {
		codes: ['ECONNABORTED', 'ETIMEDOUT'],
		did: 'did not answer in time',
		remedy: (url) => ({
			fix: 'If this happens often, raise Timeout under Options.',
			fixInForm: testAgain(url),
		}),
		mayHaveArrived: true,
		verdict: 'retry',
	},
	refused: {
		codes: ['ECONNREFUSED'],
		did: 'refused the connection',
		remedy: (url) =>
			inCredential(`check the ${url}, its port included, and whether the service is up.`),
		mayHaveArrived: false,
		verdict: 'retry',
	},
	unknownHost: {
		codes: ['ENOTFOUND', 'EAI_AGAIN'],
		did: 'could not be found',
		remedy: (url) =>
			inCredential(`check the ${url} for typos, and whether this n8n can reach the internet.`),
		mayHaveArrived: false,
		verdict: 'retry',
	},
	unreachable: {
		codes: ['EHOSTUNREACH', 'ENETUNREACH'],
		did: 'could not be reached',
		remedy: (url) => inCredential(`check the ${url}, and whether this n8n can reach the internet.`),
		mayHaveArrived: false,
		verdict: 'retry',
	},
	insecure: {
		codes: ['EPROTO'],
		did: 'could not agree on a secure connection',
		remedy: (url) =>
			inCredential(`check the ${url}, its port included, and whether it belongs to https://.`),
		mayHaveArrived: false,
		verdict: 'retry',
	},
	broken: {
		// Whatever has no other name.
		codes: [],
		did: 'broke off the connection',
		remedy: (url) => ({ fix: '', fixInForm: testAgain(url) }),
		mayHaveArrived: true,
		verdict: 'retry',
	},
	certificate: {
		codes: [
			'CERT_HAS_EXPIRED',
			'CERT_NOT_YET_VALID',
			'CERT_REVOKED',
			'CERT_UNTRUSTED',
			'DEPTH_ZERO_SELF_SIGNED_CERT',
			'SELF_SIGNED_CERT_IN_CHAIN',
			'UNABLE_TO_GET_ISSUER_CERT',
			'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
			'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
			'ERR_TLS_CERT_ALTNAME_INVALID',
		],
		did: 'could not prove its identity (TLS certificate)',
		remedy: (url) =>
			inCredential(
				`check the ${url}. If a company proxy is in between, ask its administrator about its certificate.`,
			),
		mayHaveArrived: false,
		verdict: 'endRun',
	},
	blocked: {
		codes: ['SsrfBlockedIpError', 'SsrfBlockedHostnameError'],
		did: 'is blocked by the security settings of this n8n',
		remedy: () => ({
			fix: 'Ask the administrator of this n8n to allow the address.',
			fixInForm: 'Ask the administrator of this n8n to allow the address.',
		}),
		mayHaveArrived: false,
		verdict: 'endRun',
	},
	cancelled: {
		codes: ['ERR_CANCELED'],
		did: 'was not waited for, because the execution was stopped',
		remedy: (url) => ({ fix: '', fixInForm: testAgain(url) }),
		mayHaveArrived: true,
		verdict: 'final',
	},
};

export function isConnectionFault(name: string): name is ConnectionFault {
	return Object.hasOwn(CONNECTION_FAULTS, name);
}
