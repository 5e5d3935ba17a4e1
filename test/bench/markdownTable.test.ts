import { markdownTable } from './markdownTable';

test('a table has columns as wide as their widest cell, numbers on the right', () => {
	const table = markdownTable(
		[{ title: 'Node' }, { title: 'ms', align: 'right' }],
		[
			['Growlytics', '0.71'],
			['HTTP', '12.5'],
		],
	);
	expect(table).toBe(
		[
			'| Node       |   ms |',
			'| ---------- | ---: |',
			'| Growlytics | 0.71 |',
			'| HTTP       | 12.5 |',
		].join('\n'),
	);
});

test('a cell cannot end its column or its row', () => {
	expect(markdownTable([{ title: 'a' }], [['one | two\nthree']])).toBe(
		['| a                |', '| ---------------- |', '| one \\| two three |'].join('\n'),
	);
});

test('a table without rows keeps its titles', () => {
	expect(markdownTable([{ title: '' }], [])).toBe('|     |\n| --- |');
});
