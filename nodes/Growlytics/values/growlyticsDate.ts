import type { Zone } from 'luxon';
import { DateTime } from 'luxon';

import type { WrittenDate } from './dateText';

/** What a bare number can mean where a date is expected; each gives the moment it stands for, if any. */
const momentsOfNumbers = {
	refuse: () => undefined,
	unixSeconds: (number: number) => DateTime.fromMillis(number * 1000, { zone: 'utc' }),
	unixMilliseconds: (number: number) => DateTime.fromMillis(number, { zone: 'utc' }),
	spreadsheetSerial: momentOfSerial,
};
export type NumbersAsDates = keyof typeof momentsOfNumbers;

/** Day 1 is 1900-01-01; day 60 is 29 February 1900, which never was (a Lotus 1-2-3 leap-year slip kept by Excel). */
const SERIAL_OF_THE_DAY_THAT_NEVER_WAS = 60;

/**
 * Growlytics' date text, `YYYY-MM-DD HH:mm:ss` without `T` or offset (the one format that
 * docs.growlytics.in gives, on its page about tracking events), for a date as it is written. One with an
 * offset is converted to the account's zone if one is set; without one it is never moved, daylight-saving
 * gaps and overlaps included.
 * @param timezone IANA name of the Growlytics account's zone, or '' to send every time as it is written
 * @returns undefined if the year leaves four digits, or the zone does not exist
 */
export function writeDate(written: WrittenDate, timezone: string): string | undefined {
	const isMoved = written.offset !== undefined && timezone !== '';
	if (!isMoved && written.hour < 24) return inGrowlyticsFormat(written);
	const utc = momentOf(written);
	if (!isMoved) return formatUtc(utc);
	const zone = zoneOf(timezone);
	const moment = utc - MS_OF_MINUTE * (written.offset ?? 0);
	return zone.isValid ? formatUtc(moment + MS_OF_MINUTE * zone.offset(moment)) : undefined;
}

const MS_OF_MINUTE = 60_000;

/** Milliseconds since 1970 of a clock's time, as if it were UTC. Date.UTC takes years below 100 for 19xx. */
function momentOf({ year, month, day, hour, minute, second }: WrittenDate): number {
	const date = new Date(0);
	date.setUTCFullYear(year, month - 1, day);
	return date.setUTCHours(hour, minute, second);
}

function formatUtc(moment: number): string | undefined {
	const date = new Date(moment);
	const year = date.getUTCFullYear();
	if (!(year >= 1 && year <= 9999)) return undefined;
	return date.toISOString().slice(0, 19).replace('T', ' ');
}

let lastZone: { name: string; zone: Zone } | undefined;

/** A run has one zone; Luxon looks it up by name each time. */
function zoneOf(name: string): Zone {
	if (lastZone?.name !== name)
		lastZone = { name, zone: DateTime.fromMillis(0, { zone: name }).zone };
	return lastZone.zone;
}

function inGrowlyticsFormat({ year, month, day, hour, minute, second }: WrittenDate): string {
	const date = `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
	return `${date} ${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}`;
}

function twoDigits(number: number): string {
	return number < 10 ? `0${number}` : String(number);
}

/** Growlytics' date text for a Date (in UTC) or a Luxon DateTime, in the account's zone if one is set. */
export function writeDateObject(value: Date | DateTime, timezone: string): string | undefined {
	const moment = value instanceof Date ? DateTime.fromJSDate(value, { zone: 'utc' }) : value;
	return format(inZone(moment, timezone));
}

/** Growlytics' date text for a number that counts seconds, milliseconds or days. A spreadsheet's day is of no zone. */
export function writeDateNumber(
	number: number,
	numbersAsDates: NumbersAsDates,
	timezone: string,
): string | undefined {
	const moment = momentsOfNumbers[numbersAsDates](number);
	if (moment === undefined) return undefined;
	return format(numbersAsDates === 'spreadsheetSerial' ? moment : inZone(moment, timezone));
}

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
	return moment.toISO()?.slice(0, 19).replace('T', ' ');
}
