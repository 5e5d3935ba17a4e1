import { DateTime } from 'luxon';
import { readValue } from '../../nodes/Growlytics/columns/readValue';
import type { NumbersAsDates } from '../../nodes/Growlytics/values/growlyticsDate';
import { columnOf, outcome } from './run';

/** What a value becomes, `refused`, or `nothing` where it holds none. */
export interface DateCase {
	value: unknown;
	timezone: string;
	dateNumbers: NumbersAsDates;
	expected: string;
}

const REFUSED = 'refused';
const NOTHING = 'nothing';

type Row = readonly [value: unknown, expected: string];

const table = (timezone: string, dateNumbers: NumbersAsDates, rows: readonly Row[]): DateCase[] =>
	rows.map(([value, expected]) => ({ value, timezone, dateNumbers, expected }));

const EVENING = new Date('2026-01-31T19:14:15.678Z');

/** Each gives the same on a machine in any time zone. */
export const dateCases: readonly DateCase[] = [
	...table('', 'refuse', [
		['2026-03-04', '2026-03-04 00:00:00'],
		['2026-03-04 10:00', '2026-03-04 10:00:00'],
		['2026-03-04T10:00:00', '2026-03-04 10:00:00'],
		['2026-03-04T10:00:00.5', '2026-03-04 10:00:00'],
		['2026-03-04T10:00Z', '2026-03-04 10:00:00'],
		['2026-03-04T23:30:00-08:00', '2026-03-04 23:30:00'],
		['2026-03-04 10:00:00+05:30', '2026-03-04 10:00:00'],
		['2026-03-08 02:30:00', '2026-03-08 02:30:00'],
		[EVENING, '2026-01-31 19:14:15'],
		[DateTime.fromJSDate(EVENING, { zone: 'Asia/Kolkata' }), '2026-02-01 00:44:15'],
		[DateTime.fromJSDate(EVENING, { zone: 'America/New_York' }), '2026-01-31 14:14:15'],
		[1769886855, REFUSED],
		['1769886855', REFUSED],
	]),
	...table('Asia/Kolkata', 'refuse', [
		['2026-03-04', '2026-03-04 00:00:00'],
		['2026-03-04 23:30:00', '2026-03-04 23:30:00'],
		['2026-03-04T23:30:00Z', '2026-03-05 05:00:00'],
		['2026-03-04T23:30:00z', '2026-03-05 05:00:00'],
		['2026-03-04 10:00:00+05:30', '2026-03-04 10:00:00'],
		['2026-03-04T10:00:00+00:00', '2026-03-04 15:30:00'],
		['2026-03-04T10:00:00-14:00', '2026-03-05 05:30:00'],
		['2026-03-04T10:00:00-05:30', '2026-03-04 21:00:00'],
		['2026-03-04T10:00:00-00:30', '2026-03-04 16:00:00'],
		['9999-12-31T23:59:59Z', REFUSED],
		['0001-01-01T00:00:00+14:00', NOTHING],
		['0001-01-01T00:00:00Z', NOTHING],
		['0002-01-01T00:00:00Z', '0002-01-01 05:53:28'],
		['9999-12-31T18:00:00Z', '9999-12-31 23:30:00'],
		['2026-03-04T10:00:00+0000', '2026-03-04 15:30:00'],
		['2026-03-04T10:00:00+0530', '2026-03-04 10:00:00'],
		['2026-03-04T10:00:00+00', '2026-03-04 15:30:00'],
		[EVENING, '2026-02-01 00:44:15'],
		[DateTime.fromJSDate(EVENING, { zone: 'America/New_York' }), '2026-02-01 00:44:15'],
		[new Date(NaN), REFUSED],
		[{ isLuxonDateTime: true }, REFUSED],
	]),
	// Clocks go forward on 8 March 2026 at 2:00 and back on 1 November at 2:00.
	...table('America/New_York', 'refuse', [
		['2026-03-08 02:30:00', '2026-03-08 02:30:00'],
		['2026-03-08T06:59:59Z', '2026-03-08 01:59:59'],
		['2026-03-08T07:00:00Z', '2026-03-08 03:00:00'],
		['2026-11-01 01:30:00', '2026-11-01 01:30:00'],
		['2026-11-01T05:30:00Z', '2026-11-01 01:30:00'],
		['2026-11-01T06:30:00Z', '2026-11-01 01:30:00'],
		['1990-05-01', '1990-05-01 00:00:00'],
		['1990-05-01T00:00:00Z', '1990-04-30 20:00:00'],
	]),
	...table('Nowhere/At All', 'refuse', [
		['2026-03-04 10:00', '2026-03-04 10:00:00'],
		['2026-03-04T10:00:00Z', REFUSED],
	]),
	...table('', 'unixSeconds', [
		[0, '1970-01-01 00:00:00'],
		[1769886855, '2026-01-31 19:14:15'],
		[1769886855.999, '2026-01-31 19:14:15'],
		['1769886855', '2026-01-31 19:14:15'],
		[-1, '1969-12-31 23:59:59'],
		[1769886855000, REFUSED],
		[NaN, NOTHING],
		[Infinity, REFUSED],
		['2026-03-04', '2026-03-04 00:00:00'],
		['1e3', REFUSED],
	]),
	...table('Asia/Kolkata', 'unixSeconds', [[1769886855, '2026-02-01 00:44:15']]),
	...table('', 'unixMilliseconds', [
		[1769886855000, '2026-01-31 19:14:15'],
		['1769886855999', '2026-01-31 19:14:15'],
		[0.5, '1970-01-01 00:00:00'],
		[-62135596800001, REFUSED],
		[8.64e15 + 1, REFUSED],
		[NaN, NOTHING],
	]),
	...table('America/New_York', 'unixMilliseconds', [[1769886855000, '2026-01-31 14:14:15']]),
	...table('', 'spreadsheetSerial', [
		[1, '1900-01-01 00:00:00'],
		[1.5, '1900-01-01 12:00:00'],
		[59, '1900-02-28 00:00:00'],
		[60, REFUSED],
		[60.5, REFUSED],
		[61, '1900-03-01 00:00:00'],
		[25569, '1970-01-01 00:00:00'],
		[46053, '2026-01-31 00:00:00'],
		[46053.8, '2026-01-31 19:12:00'],
		['46053.8', '2026-01-31 19:12:00'],
		[46053.999999, '2026-02-01 00:00:00'],
		[46053.80156249999, '2026-01-31 19:14:15'],
		[2958465, '9999-12-31 00:00:00'],
		[2958466, REFUSED],
		[0, REFUSED],
		[0.5, REFUSED],
		[-1, REFUSED],
		[1e300, REFUSED],
		[NaN, NOTHING],
		[-Infinity, REFUSED],
	]),
	// A spreadsheet's day is no moment: it is never moved to a zone.
	...table('Asia/Kolkata', 'spreadsheetSerial', [
		[46053, '2026-01-31 00:00:00'],
		[46053.8, '2026-01-31 19:12:00'],
	]),
];

/** What each case gives in this process. */
export function dateResults(): string[] {
	return dateCases.map(({ value, timezone, dateNumbers }) => {
		const column = columnOf('field', [value], {}, 'date');
		const read = readValue(value, column, { timezone, dateNumbers });
		return 'problem' in read ? REFUSED : String(outcome(read));
	});
}
