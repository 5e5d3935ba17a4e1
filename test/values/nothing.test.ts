import { DateTime } from 'luxon';
import type { Nothing } from '../../nodes/Growlytics/values/nothing';
import { nothing } from '../../nodes/Growlytics/values/nothing';

const all = (kind: Nothing | undefined, ...values: unknown[]): Array<[unknown, string]> =>
	values.map((value) => [value, kind ?? 'a value']);

it.each([
	...all('blank', undefined, null, '', ' ', '\u00a0', '\u200b', ' \t\n', ' '.repeat(100_000)),
	...all('word', '#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!', '#ERROR!'),
	...all('word', 'NULL', 'null', 'undefined', 'NaN', 'Invalid DateTime', 'Invalid Date', ' NULL '),
	...all('word', NaN, '0000-00-00', '0000-00-00 00:00:00', '0001-01-01T00:00:00Z', '0001-01-01'),
	...all('word', '01/01/0001', '1/1/0001 12:00:00 AM', '0001-01-01T00:00:00.000+05:53'),
	...all('word', new Date('0001-01-01T00:00:00Z'), DateTime.utc(1, 1, 1)),
	...all('perhaps', '-', '--', '—', 'N/A', 'n/a', 'NA', 'none', 'None', 'nil', 'unknown', ' - '),
	...all(undefined, 0, -0, false, 0n, [], {}, () => 1, Symbol('s'), Infinity, new Date(NaN)),
	// A surname, a first name, an answer, a name that holds the word.
	...all(undefined, 'Null', 'Nan', 'Nil Armstrong', 'no', 'NULL Island', 'undefined behaviour'),
	...all(undefined, '0', '0000', '0001', '000-000', '1000-01-01', '2001-01-01', 'a'.repeat(1000)),
])('%p: %s', (value, kind) => {
	expect(nothing(value) ?? 'a value').toBe(kind);
});
