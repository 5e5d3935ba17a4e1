import { createHash, timingSafeEqual } from 'crypto';

import type { Refusal } from './received';

/** The query parameter of the address that holds the secret. */
export const SECRET_PARAMETER = 'secret';

/** Shorter ones can be guessed. */
const FEWEST_CHARACTERS = 16;

/** What an address carries as it is. */
const ADDRESS_TEXT = /^[\w.~-]*$/;

/**
 * Compares the secret of a call with that of the credential, in a time that says nothing about either.
 * @param given the query parameter as n8n has read it: a list if it occurs twice
 * @param wanted the credential's field; a trigger that asks for a secret and has none lets nobody in
 */
export function refusedForSecret(given: unknown, wanted: unknown): Refusal | undefined {
	const secret = typeof wanted === 'string' ? wanted.trim() : '';
	if (secret === '') {
		return {
			status: 403,
			message: 'This workflow asks for a secret, and its credential has none.',
		};
	}
	if (given === undefined || given === '') {
		return {
			status: 401,
			message: `The secret is missing: the address has to end with ?${SECRET_PARAMETER}= and the secret.`,
		};
	}
	if (typeof given === 'string' && timingSafeEqual(digest(given), digest(secret))) return undefined;
	return { status: 403, message: 'The secret in the address is not the one of this workflow.' };
}

function digest(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}

/** @returns what is wrong with a secret, for the credential's form; undefined if it will do */
export function weaknessOf(wanted: unknown): string | undefined {
	const secret = typeof wanted === 'string' ? wanted.trim() : '';
	if (secret === '') return 'Enter a secret. Without one every call is refused.';
	if (!ADDRESS_TEXT.test(secret)) {
		return 'Use letters, digits and - . _ ~ only: other characters do not survive in an address.';
	}
	if (secret.length < FEWEST_CHARACTERS) {
		return `Use at least ${FEWEST_CHARACTERS} characters, so that nobody can guess it.`;
	}
	return undefined;
}
