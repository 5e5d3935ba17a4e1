import { DateTime } from 'luxon';

/** @returns whether a value is a date by itself: JavaScript's Date, or Luxon's DateTime of any copy of Luxon */
export function isDateObject(value: unknown): value is Date | DateTime {
	return value instanceof Date || isLuxonDate(value);
}

/** Luxon's own check trusts a field, which an item's JSON can hold too; JSON holds no methods. */
export function isLuxonDate(value: unknown): value is DateTime {
	return DateTime.isDateTime(value) && typeof value.setZone === 'function';
}

/** @returns whether a value holds others: an object or a list, no date */
export function isNested(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !isDateObject(value);
}
