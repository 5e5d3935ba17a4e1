import { shorten, show } from '../../nodes/Growlytics/attributes/problem';

it.each<[unknown, string]>([
	['12px', '"12px"'],
	[12, '12'],
	[null, 'null'],
	[undefined, 'undefined'],
	[['a', 'b'], 'a list of 2'],
	[{ city: 'Pune' }, 'an object'],
	[() => 'secret', 'a function'],
])('%p is shown as %s', (value, shown) => {
	expect(show(value)).toBe(shown);
});

it('cuts a long text, and no character in half', () => {
	expect(shorten('x'.repeat(60))).toBe('x'.repeat(60));
	expect(shorten('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
	expect(shorten('🎉'.repeat(61))).toBe(`${'🎉'.repeat(59)}…`);
	expect(shorten('🎉'.repeat(60))).toBe('🎉'.repeat(60));
});
