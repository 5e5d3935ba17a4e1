import type { PartialDate, WrittenDate } from '../../nodes/Growlytics/values/dateText';
import { readDate } from '../../nodes/Growlytics/values/dateText';

function at(day: string, time = '00:00:00', offset?: number): WrittenDate {
	const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
	const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
	return { year, month, day: dayOfMonth, hour, minute, second, offset };
}

it.each<[string, WrittenDate]>([
	['2026-01-31', at('2026-01-31')],
	['2026-01-31\u00a019:14', at('2026-01-31', '19:14:00')],
	['2026-01-31\u202f7:14\u202fPM', at('2026-01-31', '19:14:00')],
	['20260131T191415Z', at('2026-01-31', '19:14:15', 0)],
	['2026-01-31T19:14:15+14:00', at('2026-01-31', '19:14:15', 840)],
	['2026-01-31T19:14:15-09:59', at('2026-01-31', '19:14:15', -599)],
	['2026-01-31T23:59:59Z', at('2026-01-31', '23:59:59', 0)],
	['2026-01-31 12:59 AM', at('2026-01-31', '00:59:00')],
	['2000-02-29', at('2000-02-29')],
	['0001-01-01', at('0001-01-01')],
	['03/03/2026', at('2026-03-03')],
	[`2026-01-31${' '.repeat(70)}`, at('2026-01-31')],
])('%j is one day, whichever the order', (text, date) => {
	expect(readDate(text)).toStrictEqual({ dayFirst: date, monthFirst: date, hasOrder: false });
});

it.each<[string, 'dayFirst' | 'monthFirst', WrittenDate]>([
	['31/01/2026', 'dayFirst', at('2026-01-31')],
	['01/31/2026', 'monthFirst', at('2026-01-31')],
	['Sat, 31/01/2026', 'dayFirst', at('2026-01-31')],
	['Saturday 01/31/2026', 'monthFirst', at('2026-01-31')],
	// The 3rd of April 2026 is a Friday, the 4th of March a Wednesday.
	['Fri, 03/04/2026', 'dayFirst', at('2026-04-03')],
	['Wed 03/04/2026', 'monthFirst', at('2026-03-04')],
])('%j proves the order: %s', (text, order, date) => {
	expect(readDate(text)).toStrictEqual({ [order]: date, hasOrder: true });
});

it.each<[string, PartialDate]>([
	['12/31/26', 'noCentury'],
	['31.12.26', 'noCentury'],
	['31 Dec', 'noYear'],
	['Dec-2026', 'noDay'],
	['2026-12', 'noDay'],
	['2026-13', 'noSuchDay'],
	['2026-00', 'noSuchDay'],
	['1900-02-29', 'noSuchDay'],
	['2026-01-00', 'noSuchDay'],
	['0000-01-31', 'noSuchDay'],
])('%j is a date that says not which day: %s', (text, partial) => {
	expect(readDate(text)).toStrictEqual({ partial, hasOrder: false });
});

it.each([
	...['Version 2026-01-31', '2026-W05', '1.2.3', '2026-01-31x', `2026-01-31${' '.repeat(71)}`],
	// Days and months that no year has.
	...['99/99/26', '13/13/26', '32/01/26', '01/32/26', '00/01/26', '1/0/26', '32-Jan-26'],
	...['Mar 32', '32 Mar', '--00-07', '--13-07', '--01-32', '--01-00'],
	// Times that no clock shows.
	...['2026-01-31 25:00', '2026-01-31 24:01', '2026-01-31 24:00:01', '2026-01-31 10:00:60'],
	...['2026-01-31 0:30 PM', '2026-01-31 13:00 AM', '2026-01-31T10:00:00+05:60'],
	// Another day of the week, or one of a day that does not exist.
	...['Sun, 31 Jan 2026', 'Sun, 31 Feb 2026', 'Sat, Mar 7', 'Thu, 03/04/2026'],
])('%j is no date', (text) => {
	expect(readDate(text)).toBeUndefined();
});
