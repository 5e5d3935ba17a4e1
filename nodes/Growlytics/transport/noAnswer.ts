import type { ConnectionFault } from '../result/failure';
import { NoAnswer } from '../result/failure';

/** Node's, OpenSSL's and axios' names for what went wrong on the way. */
const FAULTS: Readonly<Record<string, ConnectionFault | undefined>> = {
	ECONNREFUSED: 'refused',
	ENOTFOUND: 'unknownHost',
	EAI_AGAIN: 'unknownHost',
	EHOSTUNREACH: 'unreachable',
	ENETUNREACH: 'unreachable',
	ECONNABORTED: 'timeout',
	ETIMEDOUT: 'timeout',
	ERR_CANCELED: 'cancelled',
	EPROTO: 'insecure',
	CERT_HAS_EXPIRED: 'certificate',
	CERT_NOT_YET_VALID: 'certificate',
	CERT_REVOKED: 'certificate',
	CERT_UNTRUSTED: 'certificate',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
	SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
	UNABLE_TO_GET_ISSUER_CERT: 'certificate',
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
	ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
	SsrfBlockedIpError: 'blocked',
	SsrfBlockedHostnameError: 'blocked',
};

const MAX_DEPTH = 6;

/**
 * Reads what kept a request from being answered. Takes nothing else from what n8n's helper throws: its
 * cause holds the request, and so the API key.
 */
export function readNoAnswer(thrown: unknown, url: string, timeoutMs: number): NoAnswer {
	const names = namesIn(thrown, MAX_DEPTH);
	const code = names.find((name) => Object.hasOwn(FAULTS, name)) ?? names.find(isCode) ?? 'unknown';
	return new NoAnswer(FAULTS[code] ?? 'broken', code, new URL(url).host, timeoutMs);
}

/** Codes and class names along the chain of causes, the deepest first: it is the one closest to the network. */
function namesIn(thrown: unknown, depth: number): string[] {
	if (depth === 0 || typeof thrown !== 'object' || thrown === null) return [];
	const inner = [
		'cause' in thrown ? thrown.cause : undefined,
		thrown instanceof AggregateError ? thrown.errors[0] : undefined,
	].flatMap((cause) => namesIn(cause, depth - 1));
	const own = [
		'code' in thrown ? thrown.code : undefined,
		'name' in thrown ? thrown.name : undefined,
	].filter((name) => typeof name === 'string');
	return [...inner, ...own];
}

function isCode(name: string): boolean {
	return /^[A-Z][A-Z_]+$/.test(name);
}
