import { DateTime, Settings } from 'luxon';

import type { WrittenDate } from '../../nodes/Growlytics/values/dateText';
import type { NumbersAsDates } from '../../nodes/Growlytics/values/growlyticsDate';
import {
	writeDate,
	writeDateNumber,
	writeDateObject,
} from '../../nodes/Growlytics/values/growlyticsDate';
import { show } from '../../nodes/Growlytics/values/show';

function written(
	[year, month, day]: [number, number, number],
	[hour, minute, second]: [number, number, number],
	offset?: number,
): WrittenDate {
	return { year, month, day, hour, minute, second, offset };
}

it.each<[WrittenDate, string, string | undefined]>([
	[written([2026, 1, 31], [9, 5, 7]), '', '2026-01-31 09:05:07'],
	[written([2026, 10, 9], [10, 59, 10]), '', '2026-10-09 10:59:10'],
	[written([794, 1, 2], [0, 0, 0]), '', '0794-01-02 00:00:00'],
	// Without an offset nothing moves, not even where the zone's clock leaves an hour out.
	[written([2026, 3, 29], [2, 30, 0]), 'Europe/Berlin', '2026-03-29 02:30:00'],
	[written([2026, 1, 31], [9, 5, 7], 0), '', '2026-01-31 09:05:07'],
	[written([2026, 1, 31], [9, 5, 7], 330), '', '2026-01-31 09:05:07'],
	[written([2026, 1, 31], [9, 5, 7], 0), 'Asia/Kolkata', '2026-01-31 14:35:07'],
	[written([2026, 1, 31], [9, 5, 7], 330), 'UTC', '2026-01-31 03:35:07'],
	[written([2026, 1, 31], [9, 5, 7], -300), 'UTC', '2026-01-31 14:05:07'],
	[written([2026, 7, 1], [12, 0, 0], 0), 'Europe/Berlin', '2026-07-01 14:00:00'],
	[written([2026, 12, 1], [12, 0, 0], 0), 'Europe/Berlin', '2026-12-01 13:00:00'],
	[written([2026, 1, 31], [9, 5, 7], 0), 'Mars/Olympus', undefined],
	[written([2026, 1, 31], [9, 5, 7]), 'Mars/Olympus', '2026-01-31 09:05:07'],
	// The end of a day is the beginning of the next one.
	[written([2026, 12, 31], [24, 0, 0]), '', '2027-01-01 00:00:00'],
	[written([2026, 12, 31], [24, 0, 0]), 'Asia/Kolkata', '2027-01-01 00:00:00'],
	[written([2026, 12, 31], [24, 0, 0], 0), 'Asia/Kolkata', '2027-01-01 05:30:00'],
	// Years that leave the four digits.
	[written([9999, 12, 31], [24, 0, 0]), '', undefined],
	[written([9999, 12, 31], [23, 0, 0], 0), 'Asia/Kolkata', undefined],
	[written([9999, 12, 31], [23, 59, 59], 0), 'UTC', '9999-12-31 23:59:59'],
	[written([1, 1, 1], [0, 0, 0], 60), 'UTC', undefined],
	[written([1, 1, 1], [0, 0, 0], 0), 'UTC', '0001-01-01 00:00:00'],
])('%j is sent to an account in "%s" as %p', (date, timezone, sent) => {
	expect(writeDate(date, timezone)).toBe(sent);
});

it('heeds the zone of each call', () => {
	const noon = written([2026, 1, 31], [12, 0, 0], 0);
	expect(
		['Asia/Kolkata', 'UTC', 'UTC', 'Asia/Kolkata'].map((zone) => writeDate(noon, zone)),
	).toEqual([
		'2026-01-31 17:30:00',
		'2026-01-31 12:00:00',
		'2026-01-31 12:00:00',
		'2026-01-31 17:30:00',
	]);
});

const MOMENT = '2026-01-31T09:05:07.999Z';

it.each<[string, Date | DateTime, string, string | undefined]>([
	['a Date', new Date(MOMENT), '', '2026-01-31 09:05:07'],
	['a Date', new Date(MOMENT), 'Asia/Kolkata', '2026-01-31 14:35:07'],
	['a Date of no day', new Date(NaN), '', undefined],
	['a Date of year 0', new Date('0000-12-31T00:00:00Z'), '', undefined],
	['a Date of year 1', new Date('0001-01-01T00:00:00Z'), '', '0001-01-01 00:00:00'],
	['a Date of year 9999', new Date('9999-12-31T23:59:59Z'), '', '9999-12-31 23:59:59'],
	['a Date of year 10000', new Date('+010000-01-01T00:00:00Z'), '', undefined],
	['a DateTime', DateTime.fromISO(MOMENT, { zone: 'Asia/Tokyo' }), '', '2026-01-31 18:05:07'],
	['a DateTime', DateTime.fromISO(MOMENT, { zone: 'Asia/Tokyo' }), 'UTC', '2026-01-31 09:05:07'],
	['a DateTime', DateTime.fromISO(MOMENT), 'Mars/Olympus', undefined],
])('%s (%s) is sent to an account in "%s" as %p', (_, date, timezone, sent) => {
	expect(writeDateObject(date, timezone)).toBe(sent);
});

it.each<[number, NumbersAsDates, string, string | undefined]>([
	[1769850307, 'refuse', '', undefined],
	[1769850307, 'unixSeconds', '', '2026-01-31 09:05:07'],
	[1769850307, 'unixSeconds', 'Asia/Kolkata', '2026-01-31 14:35:07'],
	[1769850307000, 'unixMilliseconds', '', '2026-01-31 09:05:07'],
	[1769850307000, 'unixMilliseconds', 'Asia/Kolkata', '2026-01-31 14:35:07'],
	[0, 'unixSeconds', '', '1970-01-01 00:00:00'],
	// Day 60 never was, and day 0 is none.
	[0, 'spreadsheetSerial', '', undefined],
	[0.5, 'spreadsheetSerial', '', undefined],
	[1, 'spreadsheetSerial', '', '1900-01-01 00:00:00'],
	[59, 'spreadsheetSerial', '', '1900-02-28 00:00:00'],
	[60, 'spreadsheetSerial', '', undefined],
	[60.5, 'spreadsheetSerial', '', undefined],
	[61, 'spreadsheetSerial', '', '1900-03-01 00:00:00'],
	[46053.25, 'spreadsheetSerial', '', '2026-01-31 06:00:00'],
	[46053.25, 'spreadsheetSerial', 'Asia/Kolkata', '2026-01-31 06:00:00'],
	[Infinity, 'spreadsheetSerial', '', undefined],
	[NaN, 'spreadsheetSerial', '', undefined],
])('%p, where numbers are %s, is sent to an account in "%s" as %p', (number, as, zone, sent) => {
	expect(writeDateNumber(number, as, zone)).toBe(sent);
});

/** n8n makes the workflow's zone Luxon's own for all that runs. */
it.each(['America/New_York', 'Asia/Kolkata'])('is the same where the workflow is in %s', (zone) => {
	const { defaultZone } = Settings;
	Settings.defaultZone = zone;
	try {
		expect(writeDateObject(new Date(MOMENT), '')).toBe('2026-01-31 09:05:07');
		expect(writeDateNumber(1769850307, 'unixSeconds', '')).toBe('2026-01-31 09:05:07');
		expect(writeDateNumber(1769850307000, 'unixMilliseconds', '')).toBe('2026-01-31 09:05:07');
		expect(writeDateNumber(46053.25, 'spreadsheetSerial', '')).toBe('2026-01-31 06:00:00');
		expect(writeDate(written([2026, 1, 31], [9, 5, 7], 0), '')).toBe('2026-01-31 09:05:07');
	} finally {
		Settings.defaultZone = defaultZone;
	}
});

it.each<[unknown, string]>([
	[new Date(MOMENT), '2026-01-31 09:05:07'],
	[new Date(NaN), 'an invalid date'],
	[Symbol('s'), 'Symbol(s)'],
	[12n, '12'],
])('in a message %p is %s', (value, shown) => {
	expect(show(value)).toBe(shown);
});
