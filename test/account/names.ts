import { randomBytes } from 'node:crypto';

/** What a check sends goes under these IDs: each check has its own, so that none finds what another left. */
export interface Names {
	/** Tells this check from every other: `2026-11-30-7f3a9c`. */
	run: string;
	customer: string;
	/** The same ID in capital letters. */
	inCapitals: string;
	long: string;
	/** Gets an event, and is never sent. */
	unknown: string;
	/** Gets a hundred attributes, if that is asked for. */
	full: string;
}

/** More than the 254 characters that the longest e-mail address has. */
export const LONG_ID_CHARACTERS = 255;

/** @param now the day becomes part of the names */
export function drawNames(now: Date): Names {
	const run = `${now.toISOString().slice(0, 10)}-${randomBytes(3).toString('hex')}`;
	const customer = `n8n-check-${run}`;
	return {
		run,
		customer,
		inCapitals: customer.toUpperCase(),
		long: `${customer}-`.padEnd(LONG_ID_CHARACTERS, 'x'),
		unknown: `${customer}-unknown`,
		full: `${customer}-full`,
	};
}
