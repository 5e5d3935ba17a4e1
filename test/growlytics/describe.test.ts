import { DateTime } from 'luxon';
import { ignoredWords, timeOfDay } from './describe';
import type { DroppedValue } from './profiles';

const today = DateTime.now().set({ hour: 19, minute: 21 }).toISO();

function dropped(name: string, changes: Partial<DroppedValue> = {}): DroppedValue {
	return { name, type: 'number', expected: 'string', since: today, ...changes };
}

it.each<[string, DroppedValue[], string]>([
	['one', [dropped('order count')], 'order count: number, but Text since 19:21'],
	[
		'two',
		[dropped('a', { type: 'boolean' }), dropped('b', { type: 'string', expected: 'date' })],
		'a: yes or no, but Text since 19:21; b: text, but Date and Time since 19:21',
	],
	[
		'many',
		['a', 'b', 'c', 'd', 'e'].map((name) => dropped(name)),
		'a: number, but Text since 19:21; b: number, but Text since 19:21; c: number, but Text since 19:21; and 2 more',
	],
	[
		'one too many for the customer',
		[dropped('a', { expected: undefined })],
		'a: the customer has 100 custom attributes already',
	],
	['a time that is not known', [dropped('a', { since: undefined })], 'a: number, but Text'],
	[
		'a name with line breaks and colours',
		[dropped('a\n\u001b[31mb')],
		'a\\n\\u001b[31mb: number, but Text since 19:21',
	],
])('says what was ignored: %s', (_what, values, words) => {
	expect(ignoredWords(values)).toBe(words);
});

it('names the day where it is not today', () => {
	const earlier = DateTime.local(2026, 1, 31, 9, 5).toISO() ?? '';
	expect(timeOfDay(earlier)).toBe('2026-01-31 09:05');
});
