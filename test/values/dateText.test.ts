import fc from 'fast-check';
import { DateTime } from 'luxon';
import { readDate } from '../../nodes/Growlytics/values/dateText';
import { writeDate } from '../../nodes/Growlytics/values/growlyticsDate';

/** What text means, day first and month first, in Growlytics' format. */
function meanings(text: string, timezone = ''): Array<string | undefined> {
	const reading = readDate(text);
	return [reading?.dayFirst, reading?.monthFirst].map((one) => one && writeDate(one, timezone));
}

const only = (text: string, date: string): [string, string] => [text, date];

describe('a date that means one day', () => {
	it.each([
		only('2026-01-31', '2026-01-31 00:00:00'),
		only('2026-1-5', '2026-01-05 00:00:00'),
		only('2026/01/31', '2026-01-31 00:00:00'),
		only('2026.01.31', '2026-01-31 00:00:00'),
		only('2026-Jan-31', '2026-01-31 00:00:00'),
		only(' 2026-01-31\u200b', '2026-01-31 00:00:00'),
		only('1812-02-07', '1812-02-07 00:00:00'),
		only('2024-02-29', '2024-02-29 00:00:00'),
		only('2026-01-31 19:14', '2026-01-31 19:14:00'),
		only('2026-01-31 9:05', '2026-01-31 09:05:00'),
		only('2026-01-31T19:14:15', '2026-01-31 19:14:15'),
		only('2026-01-31T19:14:15.123456', '2026-01-31 19:14:15'),
		only('2026-01-31 19:14:15,5', '2026-01-31 19:14:15'),
		only('2026-01-31, 7:14 PM', '2026-01-31 19:14:00'),
		only('2026-01-31 12:00 AM', '2026-01-31 00:00:00'),
		only('2026-01-31 12:00 p.m.', '2026-01-31 12:00:00'),
		only('2026-01-31T24:00:00', '2026-02-01 00:00:00'),
		only('20260131T191415Z', '2026-01-31 19:14:15'),
		only('31 Jan 2026', '2026-01-31 00:00:00'),
		only('31st January, 2026', '2026-01-31 00:00:00'),
		only('31-Jan-2026', '2026-01-31 00:00:00'),
		only('31-JAN-2026 10:00', '2026-01-31 10:00:00'),
		only('31/Jan/2026', '2026-01-31 00:00:00'),
		only('31. Jan 2026', '2026-01-31 00:00:00'),
		only('Jan 31, 2026', '2026-01-31 00:00:00'),
		only('January 31st, 2026 at 7:14 PM', '2026-01-31 19:14:00'),
		only('Sept. 5, 2026', '2026-09-05 00:00:00'),
		only('May 1, 2026', '2026-05-01 00:00:00'),
		only('Sat, 31 Jan 2026 19:14:15 +0530', '2026-01-31 19:14:15'),
		only('Saturday, January 31, 2026', '2026-01-31 00:00:00'),
		only('Sat Jan 31 2026 19:14:15 GMT+0530 (India Standard Time)', '2026-01-31 19:14:15'),
		only('Fri, 30 Jan 2026 10:00:00 GMT', '2026-01-30 10:00:00'),
		only('31/01/2026', '2026-01-31 00:00:00'),
		only('1/31/2026, 7:14:15 PM', '2026-01-31 19:14:15'),
		only('14-11-2026 18:30', '2026-11-14 18:30:00'),
		only('31.01.2026', '2026-01-31 00:00:00'),
		only('09/09/1988', '1988-09-09 00:00:00'),
	])('%p is %s', (text, date) => {
		const known = meanings(text).filter((one) => one !== undefined);
		expect(known.length).toBeGreaterThan(0);
		expect(new Set(known)).toEqual(new Set([date]));
	});
});

describe('an offset', () => {
	it.each([
		['2026-01-31T13:44:15Z', '2026-01-31 19:14:15'],
		['2026-01-31T13:44:15z', '2026-01-31 19:14:15'],
		['2026-01-31 13:44:15 UTC', '2026-01-31 19:14:15'],
		['2026-01-31 13:44:15 GMT', '2026-01-31 19:14:15'],
		['2026-01-31 13:44:15 +0000 UTC', '2026-01-31 19:14:15'],
		['2026-01-31T19:14:15+05:30', '2026-01-31 19:14:15'],
		['2026-01-31T19:14:15+0530', '2026-01-31 19:14:15'],
		['2026-01-31 19:14:15 +0530', '2026-01-31 19:14:15'],
		['2026-01-31T18:44:15+05', '2026-01-31 19:14:15'],
		['2026-01-31T08:14:15-05:30', '2026-01-31 19:14:15'],
		['2026-01-31T13:44:15+00:00[UTC]', '2026-01-31 19:14:15'],
		// Without an offset nothing is moved.
		['2026-01-31T13:44:15', '2026-01-31 13:44:15'],
		['2026-01-31', '2026-01-31 00:00:00'],
		// Years that leave four digits are not sent.
		['9999-12-31T23:59:59Z', undefined],
		['0001-01-01T00:00:00+14:00', undefined],
		['9999-12-31T23:59:59', '9999-12-31 23:59:59'],
	])('%p is %p in India', (text, date) => {
		expect(meanings(text, 'Asia/Kolkata')[0]).toBe(date);
	});

	it.each([
		'2026-03-08T06:59:59Z',
		'2026-03-08T07:00:00Z',
		'2026-11-01T05:30:00Z',
		'0099-05-05T00:00:00Z',
	])('%p is converted as Luxon does', (text) => {
		const expected = DateTime.fromISO(text, { zone: 'America/New_York' });
		expect(meanings(text, 'America/New_York')[0]).toBe(expected.toFormat('yyyy-MM-dd HH:mm:ss'));
	});

	it('is not converted to a zone that does not exist', () => {
		expect(meanings('2026-01-31T13:44:15Z', 'Nowhere/At All')[0]).toBeUndefined();
		expect(meanings('2026-01-31T13:44:15', 'Nowhere/At All')[0]).toBe('2026-01-31 13:44:15');
	});
});

it.each([
	['03/04/2026', '2026-04-03 00:00:00', '2026-03-04 00:00:00'],
	['3-4-2026 10:00', '2026-04-03 10:00:00', '2026-03-04 10:00:00'],
	['03.04.2026', '2026-04-03 00:00:00', '2026-03-04 00:00:00'],
])('%p can mean two days', (text, dayFirst, monthFirst) => {
	expect(readDate(text)?.hasOrder).toBe(true);
	expect(meanings(text)).toEqual([dayFirst, monthFirst]);
});

it.each([
	['--03-07', 'noYear'],
	['Mar 7', 'noYear'],
	['31/01/26', 'noCentury'],
	['31-Jan-26', 'noCentury'],
	['Jan 2026', 'noDay'],
	['2026-01', 'noDay'],
	['2026-02-30', 'noSuchDay'],
	['31/02/2026', 'noSuchDay'],
	['2023-02-29', 'noSuchDay'],
])('%p says not which day it is: %s', (text, partial) => {
	expect(readDate(text)).toEqual({ partial, hasOrder: false });
});

it.each([
	...[
		'',
		'2026',
		'12',
		'1769886855',
		'46053',
		'12:30',
		'10:00 AM',
		'May',
		'March',
		'Monday',
		'today',
	],
	...['01-02', '6-25', '1.10', '1.2.3', '12345-6789', '192.168.100.200', '2026-W05', '2026-W05-6'],
	...['2026-01-31T10:00:00+15:00', '2026-01-31 25:00', '2026-01-31 10:60', '2026-01-31 13:00 PM'],
	...[
		'2026-01-31 10:00 IST',
		'2026-01-31 to 2026-02-28',
		'2026-01-31x',
		'2026-01-312',
		'12026-01-31',
	],
	...[
		'Sun, 31 Jan 2026',
		'31 Foo 2026',
		'Version 2026-01-31',
		'२०२६-०१-३१',
		'2026-01-31T',
		'99/99/26',
	],
	...['x'.repeat(100), ' '.repeat(100) + '2026-01-31'],
])('%p is no date', (text) => {
	const reading = readDate(text);
	expect(reading === undefined || reading.partial === 'noSuchDay').toBe(true);
	expect(reading?.dayFirst).toBeUndefined();
});

it('takes eight digits only where a date is meant', () => {
	expect(readDate('20260131')).toMatchObject({ isCompact: true });
	expect(readDate('20261331')?.dayFirst).toBeUndefined();
});

it('means what was printed, in every layout, and exists only if Luxon knows the day', () => {
	const day = fc.record({
		year: fc.integer({ min: 2, max: 9999 }),
		month: fc.integer({ min: 1, max: 12 }),
		day: fc.integer({ min: 1, max: 31 }),
	});
	const layout = fc.constantFrom(
		...[
			'yyyy-MM-dd',
			'yyyy/M/d',
			'yyyy.MM.dd',
			"yyyy-MM-dd'T'HH:mm:ss",
			'd MMM yyyy',
			'MMMM d, yyyy',
		],
		...['EEE, dd MMM yyyy', 'dd-MMM-yyyy h:mm a', 'dd/MM/yyyy', 'd-M-yyyy HH:mm', 'dd.MM.yyyy'],
	);
	fc.assert(
		fc.property(day, layout, (written, format) => {
			const date = DateTime.fromObject({ ...written, hour: 13, minute: 5 }, { zone: 'utc' });
			const pad = (number: number, length: number) => String(number).padStart(length, '0');
			const { year, month, day: dayOfMonth } = written;
			if (!date.isValid) {
				const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
				expect(readDate(text)?.dayFirst).toBeUndefined();
				return;
			}
			const text = date.setLocale('en-US').toFormat(format);
			const hasTime = format.includes(':');
			const expected = date.toFormat(hasTime ? 'yyyy-MM-dd HH:mm:00' : 'yyyy-MM-dd 00:00:00');
			expect(meanings(text)[0]).toBe(expected);
		}),
		{ numRuns: 1000 },
	);
});
