import type { ConnectionFault } from '../../nodes/Growlytics/result/connectionFault';
import { readNoAnswer } from '../../nodes/Growlytics/transport/noAnswer';

const URL = 'https://growlytics.in:8443/rest-api/customer';

function coded(code: string, message = 'odd') {
	return Object.assign(new Error(message), { code });
}

function named(name: string) {
	return Object.assign(new Error('odd'), { name });
}

function facts(thrown: unknown) {
	const { fault, code } = readNoAnswer(thrown, URL, 200);
	return { fault, code };
}

it.each<[string, ConnectionFault]>([
	['ECONNREFUSED', 'refused'],
	['ENOTFOUND', 'unknownHost'],
	['EAI_AGAIN', 'unknownHost'],
	['ECONNABORTED', 'timeout'],
	['ETIMEDOUT', 'timeout'],
	['ERR_CANCELED', 'cancelled'],
	['EHOSTUNREACH', 'unreachable'],
	['ENETUNREACH', 'unreachable'],
	['EPROTO', 'insecure'],
	['CERT_HAS_EXPIRED', 'certificate'],
	['CERT_NOT_YET_VALID', 'certificate'],
	['CERT_REVOKED', 'certificate'],
	['CERT_UNTRUSTED', 'certificate'],
	['UNABLE_TO_GET_ISSUER_CERT', 'certificate'],
	['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
	['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
	['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate'],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
	['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
	['ECONNRESET', 'broken'],
	['EPIPE', 'broken'],
	['ERR_BAD_RESPONSE', 'broken'],
])('%s is %s', (code, fault) => {
	expect(facts(coded(code))).toEqual({ fault, code });
	expect(facts(new Error('outer', { cause: coded(code) }))).toEqual({ fault, code });
	expect(facts(new AggregateError([coded(code), coded('EPIPE')]))).toEqual({ fault, code });
	// As n8n 2.0 and 1.123 throw it: without a cause.
	expect(facts(Object.assign(new Error('outer'), { httpCode: code }))).toEqual({ fault, code });
});

it.each(['SsrfBlockedIpError', 'SsrfBlockedHostnameError'])('%s is blocked', (name) => {
	expect(facts(named(name))).toEqual({ fault: 'blocked', code: name });
	expect(facts(new Error('outer', { cause: named(name) }))).toEqual({
		fault: 'blocked',
		code: name,
	});
});

it.each<[string, unknown]>([
	['an error without a code', new Error('odd')],
	['a code of another kind', Object.assign(new Error('odd'), { code: 7 })],
	['a code that is a sentence', coded('Something is odd')],
	['a code named like a method', coded('constructor')],
	['text', 'odd'],
	['null', null],
	['nothing', undefined],
])('does not guess: %s', (_case, thrown) => {
	expect(facts(thrown)).toEqual({ fault: 'broken', code: 'unknown' });
});

it.each<[string, unknown, ConnectionFault, string]>([
	[
		'the deepest of two known',
		Object.assign(new Error('outer', { cause: coded('ENOTFOUND') }), { code: 'ECONNREFUSED' }),
		'unknownHost',
		'ENOTFOUND',
	],
	[
		'a known one above an unknown one',
		Object.assign(new Error('outer', { cause: coded('ERR_ODD') }), { code: 'ETIMEDOUT' }),
		'timeout',
		'ETIMEDOUT',
	],
	[
		'five levels down',
		[1, 2, 3, 4, 5].reduce<Error>((cause) => new Error('outer', { cause }), coded('ECONNREFUSED')),
		'refused',
		'ECONNREFUSED',
	],
])('finds %s', (_case, thrown, fault, code) => {
	expect(facts(thrown)).toEqual({ fault, code });
});

it('comes to an end where causes go in a circle', () => {
	const thrown = coded('ECONNREFUSED');
	thrown.cause = thrown;
	expect(facts(thrown)).toEqual({ fault: 'refused', code: 'ECONNREFUSED' });
});

it('takes host and timeout, and nothing of what was thrown', () => {
	const failure = readNoAnswer(
		Object.assign(coded('ECONNRESET', 'a-very-secret-key'), {
			config: { headers: { 'x-growlytics-key': 'a-very-secret-key' } },
		}),
		URL,
		200,
	);
	expect(failure).toStrictEqual({
		kind: 'noAnswer',
		fault: 'broken',
		code: 'ECONNRESET',
		host: 'growlytics.in:8443',
		timeoutMs: 200,
	});
});
