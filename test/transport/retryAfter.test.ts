import { Settings } from 'luxon';
import { readRetryAfterMs } from '../../nodes/Growlytics/transport/retryAfter';

const NOW = Date.UTC(2026, 0, 31, 12, 0, 0);

it.each<[unknown, number | undefined]>([
	['0', 0],
	['1', 1000],
	['120', 120_000],
	['007', 7000],
	[' 5 ', 5000],
	['999999999', 999_999_999_000],
	['9999999999', undefined],
	['-1', undefined],
	['+1', undefined],
	['1.5', undefined],
	['1e3', undefined],
	['5 seconds', undefined],
	['Sat, 31 Jan 2026 12:00:30 GMT', 30_000],
	['Saturday, 31-Jan-26 12:00:30 GMT', 30_000],
	['Sat Jan 31 12:01:00 2026', 60_000],
	['Sun Feb  1 12:00:00 2026', 86_400_000],
	['Sun, 06 Nov 1994 08:49:37 GMT', 0],
	['Sunday, 06-Nov-94 08:49:37 GMT', 0],
	['Sun Nov  6 08:49:37 1994', 0],
	['Sat, 31 Jan 2026 12:00:30', undefined],
	['Sat, 31 Jan 2026 12:00:30 EST', undefined],
	['Sat, 31 Jan 2026 12:00:30 +0530', undefined],
	['Sat, 31 Feb 2026 12:00:30 GMT', undefined],
	['Sat Jan 31 12:01:00 2026 GMT', undefined],
	['soon 7', undefined],
	['May 7', undefined],
	['in 7', undefined],
	['Sat, 31 Jan 2026 11:00:00 GMT', 0],
	['Fri, 01 Jan 9999 00:00:00 GMT', 1_000_000_000_000],
	['Sat, 01 Jan 9999 00:00:00 GMT', undefined],
	['soon', undefined],
	['2026-01-31T12:00:30Z', undefined],
	['', undefined],
	[undefined, undefined],
	[null, undefined],
	[5, undefined],
	[['5', '6'], undefined],
])('%j', (header, milliseconds) => {
	expect(readRetryAfterMs(header, NOW)).toBe(milliseconds);
});

it.each([
	'Sat, 31 Jan 2026 12:00:30 GMT',
	'Saturday, 31-Jan-26 12:00:30 GMT',
	'Sat Jan 31 12:00:30 2026',
])("reads a date in UTC, whatever n8n's own time zone is: %s", (date) => {
	const before = Settings.defaultZone;
	Settings.defaultZone = 'America/New_York';
	expect(readRetryAfterMs(date, NOW)).toBe(30_000);
	Settings.defaultZone = before;
});
