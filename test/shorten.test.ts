import { shorten } from '../nodes/Growlytics/shorten';

it('cuts a long text, and no character in half', () => {
	expect(shorten('x'.repeat(60))).toBe('x'.repeat(60));
	expect(shorten('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
	expect(shorten('🎉'.repeat(61))).toBe(`${'🎉'.repeat(59)}…`);
	expect(shorten('🎉'.repeat(60))).toBe('🎉'.repeat(60));
});
