import { DateTime } from 'luxon';

/** Longer than anybody waits, and short enough to be a date when it is over. */
const LONGEST_MS = 1e12;

/**
 * How long a Retry-After header asks to wait: whole seconds, or an HTTP date in one of its three formats, all of them
 * in UTC (RFC 9110, 10.2.3 and 5.6.7).
 * @param header the header's value, if there was one
 * @param now milliseconds since 1970
 * @returns milliseconds from now, never negative; undefined if there is no header or it makes no sense
 */
export function readRetryAfterMs(header: unknown, now: number): number | undefined {
	if (typeof header !== 'string') return undefined;
	const text = header.trim();
	if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
	const date = DateTime.fromHTTP(text, { zone: 'utc' });
	return date.isValid ? Math.min(LONGEST_MS, Math.max(0, date.toMillis() - now)) : undefined;
}
