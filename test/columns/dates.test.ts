/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- test code, never shipped: a time zone holds for a whole process, so each needs one of its own */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readValue } from '../../nodes/Growlytics/columns/readValue';
import type { NumbersAsDates } from '../../nodes/Growlytics/values/growlyticsDate';
import { show } from '../../nodes/Growlytics/values/show';
import { columnOf } from './run';
import { dateCases, dateResults } from './dateCases';

function readDate(value: unknown, dateNumbers: NumbersAsDates) {
	const column = columnOf('field', [value], {}, 'date');
	return readValue(value, column, { timezone: '', dateNumbers });
}

const rows = dateCases.map(({ value, timezone, dateNumbers, expected }, index) => ({
	value: show(value),
	settings: [timezone, dateNumbers].filter((one) => one !== '' && one !== 'refuse').join(' '),
	expected,
	result: dateResults()[index],
}));

describe('a date', () => {
	it.each(rows)('$value $settings: $expected', ({ result, expected }) => {
		expect(result).toBe(expected);
	});

	it.each([
		{ zone: 'UTC', offsetMinutes: 0 },
		{ zone: 'Asia/Kolkata', offsetMinutes: -330 },
		{ zone: 'America/New_York', offsetMinutes: 240 },
	])('gives the same on a machine in $zone', ({ zone, offsetMinutes }) => {
		const script = join(__dirname, 'printDates.ts');
		const output = execFileSync(process.execPath, ['--import', 'tsx', script], {
			env: { ...process.env, TZ: zone },
			encoding: 'utf8',
		});
		expect(JSON.parse(output)).toEqual({
			offsetMinutes,
			results: dateCases.map(({ expected }) => expected),
		});
	});

	it('says of a number how it was counted and how to count otherwise', () => {
		expect(readDate(1769886855000, 'unixSeconds')).toEqual({
			problem: {
				message: '1769886855000 is no date in the way that numbers are counted here',
				fix: 'Check under Options > Numbers as Dates whether it counts days, seconds or milliseconds, or choose Leave Out and Warn under Options > Invalid Attributes.',
			},
		});
		expect(readDate('46053', 'refuse')).toEqual({
			problem: {
				message: '"46053" is a number, not a date',
				fix: 'If it counts days or seconds, choose which under Options > Numbers as Dates. If not, write the date year first, e.g. 2026-01-31, or choose Leave Out and Warn under Options > Invalid Attributes.',
			},
		});
	});
});
