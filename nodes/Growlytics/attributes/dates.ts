import { DateTime, FixedOffsetZone } from 'luxon';

import { parsePlainNumber } from './numbers';

/** What a bare number can mean where a date is expected; each gives the moment it stands for, if any. */
const momentsOfNumbers = {
	refuse: () => undefined,
	unixSeconds: (number: number) => DateTime.fromMillis(number * 1000, { zone: 'utc' }),
	unixMilliseconds: (number: number) => DateTime.fromMillis(number, { zone: 'utc' }),
	spreadsheetSerial: momentOfSerial,
};
export type DateNumbers = keyof typeof momentsOfNumbers;

export interface DateSettings {
	/** IANA name of the Growlytics account's zone, or '' to send every time as it is written. */
	timezone: string;
	dateNumbers: DateNumbers;
}

/** `YYYY-MM-DD`, then optionally a time, then optionally an offset. Luxon's own ISO parser takes `2026` too. */
const WRITTEN_DATE =
	/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})?)?$/i;

/** Text that can only be a machine's date and time: with `T`, seconds and an offset. */
const MACHINE_DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

/** Day 1 is 1900-01-01; day 60 is 29 February 1900, which never was (a Lotus 1-2-3 leap-year slip kept by Excel). */
const SERIAL_OF_THE_DAY_THAT_NEVER_WAS = 60;

/** @returns whether a value is a date by itself: JavaScript's Date, or Luxon's DateTime of any copy of Luxon */
export function isDateObject(value: unknown): value is Date | DateTime {
	return value instanceof Date || isLuxonDate(value);
}

/** Luxon's own check trusts a field, which an item's JSON can hold too; JSON holds no methods. */
function isLuxonDate(value: unknown): value is DateTime {
	return DateTime.isDateTime(value) && typeof value.setZone === 'function';
}

/** @returns whether text is a date and time that no person writes by accident */
export function isMachineDate(text: string): boolean {
	return MACHINE_DATE.test(text) && dateFromText(text, '') !== undefined;
}

/**
 * Growlytics' date text for a value, `YYYY-MM-DD HH:mm:ss` without `T` or offset (the one format that
 * docs.growlytics.in gives, on its page about tracking events), or undefined if the value is no unambiguous date.
 * A value with an offset (or an instant: Date, Unix time) is converted to the account's zone if one is
 * set. Without one a written time is kept as written, and an instant that carries no zone is given in UTC.
 * A written time without offset is never moved, daylight-saving gaps and overlaps included.
 */
export function toGrowlyticsDate(value: unknown, settings: DateSettings): string | undefined {
	if (value instanceof Date) {
		return format(inZone(DateTime.fromJSDate(value, { zone: 'utc' }), settings.timezone));
	}
	if (isLuxonDate(value)) return format(inZone(value, settings.timezone));
	if (typeof value === 'number') return dateFromNumber(value, settings);
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	const number = parsePlainNumber(text);
	return number === undefined
		? dateFromText(text, settings.timezone)
		: dateFromNumber(number, settings);
}

function dateFromText(text: string, timezone: string): string | undefined {
	const match = WRITTEN_DATE.exec(text);
	if (!match) return undefined;
	const [, day = '', time = '00:00', offset] = match;
	const zone = offset === undefined || offset.toUpperCase() === 'Z' ? 'utc' : offsetZone(offset);
	if (zone === undefined) return undefined;
	const written = DateTime.fromISO(`${day}T${time}`, { zone });
	return format(offset === undefined ? written : inZone(written, timezone));
}

function offsetZone(offset: string): FixedOffsetZone | undefined {
	const hours = Number(offset.slice(1, 3));
	const minutes = Number(offset.slice(4, 6));
	if (hours > 14 || minutes > 59) return undefined;
	return FixedOffsetZone.instance((offset.startsWith('-') ? -1 : 1) * (60 * hours + minutes));
}

function dateFromNumber(number: number, settings: DateSettings): string | undefined {
	const moment = momentsOfNumbers[settings.dateNumbers](number);
	if (moment === undefined) return undefined;
	const isInstant = settings.dateNumbers !== 'spreadsheetSerial';
	return format(isInstant ? inZone(moment, settings.timezone) : moment);
}

/** A spreadsheet's serial is a wall-clock time of no zone. */
function momentOfSerial(serial: number): DateTime | undefined {
	if (!Number.isFinite(serial)) return undefined;
	const day = Math.floor(serial);
	if (day < 1 || day === SERIAL_OF_THE_DAY_THAT_NEVER_WAS) return undefined;
	const daysAfterFirst = day < SERIAL_OF_THE_DAY_THAT_NEVER_WAS ? day - 1 : day - 2;
	const seconds = Math.round((serial - day) * 86_400);
	return DateTime.utc(1900, 1, 1).plus({ days: daysAfterFirst, seconds });
}

function inZone(moment: DateTime, timezone: string): DateTime {
	return timezone === '' ? moment : moment.setZone(timezone);
}

/** Four-digit years are all that the format can carry. ISO output, unlike toFormat, heeds no locale. */
function format(moment: DateTime): string | undefined {
	if (!moment.isValid || moment.year < 1 || moment.year > 9999) return undefined;
	return moment.toISO({ includeOffset: false })?.slice(0, 19).replace('T', ' ');
}
