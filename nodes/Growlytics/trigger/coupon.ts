import { z } from 'zod';

import { isRecord } from '../values/record';
import { plainFields } from './plainData';
import type { Received, ReceivedCall } from './received';
import { notWhatIsAwaited } from './received';

const text = z.string({ required_error: 'is missing', invalid_type_error: 'is not text' });
const number = z.number({ invalid_type_error: 'is not a number' });
const texts = z.array(text, { invalid_type_error: 'is not a list' });

/**
 * A coupon as Growlytics announces it (docs.growlytics.in, coupon webhook). Checked loosely: a coupon that is refused is
 * lost, so only its code has to be there, words that are not documented pass, and so do further fields.
 */
const couponSchema = z
	.object({
		id: text.optional(),
		code: text.refine((code) => code.trim() !== '', 'is empty'),
		name: text.optional(),
		customerId: text.nullish(),
		couponType: text.optional(),
		discountValue: number.optional(),
		applicableOn: text.toLowerCase().optional(),
		applicableFilters: texts.nullish(),
		minOrderAmount: number.optional(),
		usageLimitType: text.optional(),
		expiryType: text.optional(),
		expiryValue: number.optional(),
		expiryUnit: text.optional(),
	})
	.passthrough();

/** "To be ignored for freeShipping" (the same page): then it may be anything. */
const freeShippingSchema = couponSchema.extend({ discountValue: z.unknown() });

type Coupon = z.output<typeof freeShippingSchema>;

const JSON_TYPE = /^application\/json\s*(?:;|$)/i;

/** The field that the trigger adds. Growlytics sends no time of generation, so the arrival is all there is to count from. */
const EXPIRY_FIELD = 'expiresAtFromArrival';

const HOUR_MS = 3_600_000;

/** By the unit in lower case: the page writes `day`, and hours without saying how. */
const UNITS_MS: ReadonlyMap<string, number> = new Map([
	['hour', HOUR_MS],
	['hours', HOUR_MS],
	['day', 24 * HOUR_MS],
	['days', 24 * HOUR_MS],
]);

/** Makes the item of a coupon, or says why the call is none. Pure. */
export function readCoupon({ headers, body, arrivedAt }: ReceivedCall): Received {
	if (!JSON_TYPE.test(String(headers['content-type'] ?? ''))) {
		return notWhatIsAwaited('This is no coupon: the body is not JSON (application/json).');
	}
	if (!isRecord(body)) return notWhatIsAwaited('This is no coupon: the body is not a JSON object.');
	const schema = body.couponType === 'freeShipping' ? freeShippingSchema : couponSchema;
	const parsed = schema.safeParse(body);
	if (!parsed.success) {
		return notWhatIsAwaited(`This is no coupon: ${whatIsWrong(parsed.error)}.`);
	}
	const expiry = expiryOf(parsed.data, arrivedAt);
	return { json: { ...plainFields(parsed.data), [EXPIRY_FIELD]: expiry } };
}

/** Names documented fields alone, so nothing of the call is repeated. */
function whatIsWrong({ issues }: z.ZodError): string {
	const said = issues.map(({ path: [field], message }) => `${field} ${message}`);
	return [...new Set(said)].join('; ');
}

/** @returns when a coupon with a relative expiry ends, as ISO text in UTC; null if that cannot be said */
function expiryOf(
	{ expiryType, expiryValue, expiryUnit = '' }: Coupon,
	arrivedAt: number,
): string | null {
	const unitMs = UNITS_MS.get(expiryUnit.toLowerCase());
	if (expiryType !== 'relative' || expiryValue === undefined || unitMs === undefined) {
		return null;
	}
	const end = new Date(arrivedAt + expiryValue * unitMs);
	return Number.isNaN(end.getTime()) ? null : end.toISOString();
}
