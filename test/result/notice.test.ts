import { isAnyWarning, toNotice, warningLines } from '../../nodes/Growlytics/result/notice';

const warning = (attribute: string, message = 'Left out.') => ({ attribute, message });

it('counts what items were warned about, each attribute once, the most common first', () => {
	expect(
		warningLines([
			[warning('City'), warning('', 'Nothing was sent.')],
			[],
			[warning('Age'), warning('City')],
			[warning('Age'), warning('City', 'Odd.')],
			[warning('Age')],
		]),
	).toEqual([
		'"City" (3 items), for example: Left out.',
		'"Age" (3 items): Left out.',
		'1 item: Nothing was sent.',
	]);
});

it('says nothing of what the run has said already', () => {
	const warnings = [[warning('City'), warning('Age')], [warning('City')]];
	expect(warningLines(warnings, new Set(['City']))).toEqual(['"Age" (1 item): Left out.']);
});

it('puts notes after warnings, however common they are', () => {
	const note = { ...warning('email', 'Taken from the field "Email".'), isNote: true };
	expect(warningLines([[note], [note, warning('City')], [note]])).toEqual([
		'"City" (1 item): Left out.',
		'"email" (3 items): Taken from the field "Email".',
	]);
});

it.each([
	[[], false],
	[[[{ ...warning('email'), isNote: true }], []], false],
	[[[{ ...warning('email'), isNote: true }], [warning('City')]], true],
])('warns of more than notes: %j', (warningsByItem, expected) => {
	expect(isAnyWarning(warningsByItem)).toBe(expected);
});

it('has no lines without warnings', () => {
	expect(warningLines([[], [], []])).toEqual([]);
});

it('is one notice, as HTML', () => {
	expect(toNotice(['"<b>": odd & more', 'odd'], 'warning')).toEqual({
		message: '• "&lt;b&gt;": odd &amp; more<br>• odd',
		type: 'warning',
		location: 'outputPane',
	});
});

it('needs no bullet for a single line', () => {
	expect(toNotice(['odd'], 'info').message).toBe('odd');
});

it.each([
	[10, '• line 9'],
	[11, '• And 1 more: see the warnings in the items.'],
	[25, '• And 15 more: see the warnings in the items.'],
])('shows ten of %d lines', (count, last) => {
	const lines = Array.from({ length: count }, (_, index) => `line ${index}`);
	const shown = toNotice(lines, 'info').message.split('<br>');
	expect(shown).toHaveLength(Math.min(count, 11));
	expect(shown.at(-1)).toBe(last);
});
