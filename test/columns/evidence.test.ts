import type { Evidence } from '../../nodes/Growlytics/columns/evidence';
import { noEvidence, weigh } from '../../nodes/Growlytics/columns/evidence';
import { readHeader } from '../../nodes/Growlytics/columns/header';

function evidenceOf(name: string, value: unknown): Evidence {
	const evidence = noEvidence(name, readHeader(name));
	weigh(evidence, value);
	return evidence;
}

function isTally(value: unknown): value is { count: number } {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, 'count');
}

/** What one value is counted as, beside being filled; a set by what it holds: `yes=on`. */
function countedAs(value: unknown, name = 'Anything'): string {
	const evidence = evidenceOf(name, value);
	const counted = Object.entries({ ...evidence, ...evidence.dateNumbers, looks: evidence.looks });
	const looks = Object.entries(evidence.looks).map(([key, count]) => [`looks=${key}`, count]);
	return [...counted, ...looks]
		.flatMap(([key, one]) => {
			if (key === 'filled') return [];
			if (one instanceof Set) return [...one].map((pair) => `${String(key)}=${String(pair)}`);
			const count = isTally(one) ? one.count : one;
			return typeof count === 'number' && count > 0 ? [key] : [];
		})
		.join(' ');
}

const A_NUMBER = 'numbers readableNumbers noYesNo noDates';
const NO_NUMBER = 'numbers noNumbers noYesNo noDates';
const NUMBER = 'texts readableNumbers noYesNo noDates';
const DATE = 'texts readableDates noNumbers noYesNo';
const WORD = 'texts readableYesNo noNumbers noDates';
const TEXT = 'texts noNumbers noYesNo noDates';

it.each<[unknown, string]>([
	['', 'blank'],
	['NULL', 'words'],
	['-', 'perhaps'],
	[true, 'booleans readableYesNo noNumbers noDates yes=true'],
	[false, 'booleans readableYesNo noNumbers noDates no=true'],
	[new Date(0), 'dates readableDates noNumbers noYesNo'],
	[[1], 'others noNumbers noYesNo noDates'],
	[() => 1, 'others noNumbers noYesNo noDates'],
	// Numbers.
	[5, A_NUMBER],
	[-5, A_NUMBER],
	[1.5, A_NUMBER],
	[0, 'words0or1 numbers readableNumbers readableYesNo noDates no=1'],
	[1, 'words0or1 numbers readableNumbers readableYesNo noDates yes=1'],
	[900_001_000, A_NUMBER],
	[9_000_010_001, `${A_NUMBER} codes`],
	[2 ** 53, `${A_NUMBER} codes tooLong`],
	[Infinity, NO_NUMBER],
	[5n, A_NUMBER],
	[2n ** 53n - 1n, A_NUMBER],
	[1n - 2n ** 53n, A_NUMBER],
	[2n ** 53n, `${NO_NUMBER} tooLong`],
	[-(2n ** 53n), `${NO_NUMBER} tooLong`],
	// Numbers that count the time: seconds, milliseconds, days.
	[946_684_799, A_NUMBER],
	[946_684_800, `${A_NUMBER} unixSeconds`],
	[2_145_916_799, `${A_NUMBER} codes unixSeconds`],
	[2_145_916_800, `${A_NUMBER} codes`],
	[946_684_799_999, `${A_NUMBER} codes`],
	[946_684_800_000, `${A_NUMBER} codes unixMilliseconds`],
	[2_145_916_799_000, `${A_NUMBER} codes unixMilliseconds`],
	[2_145_916_799_001, `${A_NUMBER} codes`],
	[10_958, A_NUMBER],
	[10_959, `${A_NUMBER} spreadsheetSerial`],
	[54_788, `${A_NUMBER} spreadsheetSerial`],
	[54_789, A_NUMBER],
	['46053', `${NUMBER} spreadsheetSerial`],
	['+46053', `${NUMBER} doubts`],
	// Text that is a number.
	['5', NUMBER],
	['0', 'words0or1 texts readableNumbers readableYesNo noDates no=1'],
	[' 1 ', 'words0or1 texts readableNumbers readableYesNo noDates yes=1'],
	['12.5', `${NUMBER} point`],
	['12,345.5', `${NUMBER} point`],
	['12,5', `${NUMBER} comma`],
	['1,240', `${NUMBER} openNumbers`],
	['1,2', `${NUMBER} comma doubts listsInDoubt`],
	['1 234', `${NUMBER} doubts spacedInDoubt`],
	['₹1 234', `${NUMBER} spaced`],
	['(5)', `${NUMBER} doubts`],
	[`12${' '.repeat(62)}`, NUMBER],
	[`12${' '.repeat(63)}`, TEXT],
	// Codes.
	['99999999', `${NUMBER} partialDates`],
	['123456789', `${NUMBER} codes`],
	[' 123456789 ', `${NUMBER} codes`],
	['₹123456789', NUMBER],
	['123456789 INR', NUMBER],
	['9007199254740993', `${TEXT} tooLong`],
	['007', `${TEXT} codes`],
	["'007", `${TEXT} codes`],
	['+91 90000 10001', `${TEXT} codes`],
	// Dates.
	['2026-01-31', DATE],
	['2026-01-31T00:00:00Z', `${DATE} midnights`],
	['2026-01-31T00:00:01Z', DATE],
	['2026-01-31T00:01:01Z', DATE],
	['2026-01-31T01:01:00Z', DATE],
	['2026-01-31T00:00:00+05:30', DATE],
	['31/01/2026', `${DATE} dayFirst`],
	['31/01/2026 00:00:00Z', `${DATE} midnights dayFirst`],
	['1/31/2026', `${DATE} monthFirst`],
	['1/31/2026 00:00:00Z', `${DATE} midnights monthFirst`],
	['3/4/2026', `${DATE} openDates`],
	['31/01/26', `${TEXT} partialDates`],
	['20260131', `${NUMBER} compactDates`],
	// Words.
	['yes', `${WORD} yes=yes`],
	['No', `${WORD} no=yes`],
	[' y ', `${WORD} yes=y`],
	['word', TEXT],
	['a@example.com', `${TEXT} looks=email`],
	['a@example1.com', `${TEXT} looks=email`],
])('%p is counted as %s', (value, counted) => {
	expect(countedAs(value).split(' ').sort()).toEqual(counted.split(' ').sort());
});

it.each<[string, unknown, string]>([
	['Mobile', '9000010001', 'looks=mobile'],
	['Name', 'Asha Rao', 'looks=name'],
	['Email', 'a@example.com', 'looks=email'],
])('under %s, %j could be the standard attribute', (name, value, looks) => {
	expect(countedAs(value, name).split(' ')).toContain(looks);
	expect(Object.values(evidenceOf(name, value).looks).reduce((sum, one) => sum + one)).toBe(1);
});

it('keeps the first of each, and no more of a long text than is shown', () => {
	const evidence = noEvidence('Anything', readHeader('Anything'));
	for (const value of ['a'.repeat(200), 'b'.repeat(201), 'c', 'd']) weigh(evidence, value);
	expect(evidence.examples).toEqual(['a'.repeat(200), 'b'.repeat(200), 'c']);
	expect(evidence.texts).toEqual({ count: 4, first: 'a'.repeat(200) });
	expect(evidenceOf('Anything', 'b'.repeat(201)).texts.first).toBe('b'.repeat(200));
});
