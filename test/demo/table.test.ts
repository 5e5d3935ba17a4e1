import { drawTable, wrap } from './table';

describe('wrap', () => {
	it.each([
		['', 5, ['']],
		['one two', 7, ['one two']],
		['one two', 6, ['one', 'two']],
		['abcdefgh ij', 5, ['abcde', 'fgh', 'ij']],
		['first\nsecond', 10, ['first', 'second']],
	])('breaks %j at %i', (text, width, lines) => {
		expect(wrap(text, width)).toEqual(lines);
	});
});

describe('drawTable', () => {
	it('aligns titles and cells, and paints cells only', () => {
		const columns = [
			{ title: 'row', width: 3, align: 'right' } as const,
			{ title: 'why', width: 8, paint: (cell: string) => `<${cell}>` },
		];
		expect(
			drawTable(columns, [
				['2', 'too long for one line'],
				['10', ''],
			]),
		).toEqual([
			'row  why',
			'---  --------',
			'  2  <too long>',
			'     <for one >',
			'     <line    >',
			' 10  <        >',
		]);
	});
});
