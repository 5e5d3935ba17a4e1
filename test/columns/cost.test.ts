import { createColumns } from '../../nodes/Growlytics/columns/columns';
import { readValue } from '../../nodes/Growlytics/columns/readValue';
import { findStandardColumns } from '../../nodes/Growlytics/columns/standardColumns';
import { columnOf, DEFAULTS, SETTINGS } from './run';

/** How many characters a structure holds, lists and texts and all: what grows with the run grows here. */
function sizeOf(value: unknown): number {
	return JSON.stringify(value, (_key, one: unknown) => (one instanceof Set ? [...one] : one))
		.length;
}

const values = [
	(row: number) => `Customer ${row}`,
	(row: number) => String(row),
	(row: number) => row / 7,
	(row: number) => `${1 + (row % 28)}/0${1 + (row % 9)}/2026`,
	(row: number) => (row % 2 === 0 ? 'Yes' : 'No'),
	(row: number) => `a${row}@example.com`,
	(row: number) => (row % 3 === 0 ? '' : row % 3 === 1 ? '#N/A' : '-'),
	(row: number) => ({ row }),
];

describe('what a column costs', () => {
	it.each(values)('takes the same memory however many rows there are: column %#', (valueOf) => {
		const rows = (count: number) => Array.from({ length: count }, (_, row) => valueOf(row));
		const [few, many] = [columnOf('Anything', rows(50)), columnOf('Anything', rows(20_000))];
		expect(sizeOf(many)).toBeLessThan(sizeOf(few) + 400);
	});

	it('keeps the beginning of a cell of 10 MB, and sends the whole', () => {
		const cell = 'long '.repeat(2_000_000);
		const column = columnOf('Anything', [cell, cell]);
		expect(sizeOf(column)).toBeLessThan(20_000);
		expect(readValue(cell, column, SETTINGS)).toEqual({ value: cell });
	});

	it.each([
		...[
			'9'.repeat(10_000_000),
			' '.repeat(10_000_000),
			`1${',000'.repeat(2_500_000)}`,
			'@'.repeat(1e7),
		],
		...[`${' '.repeat(5_000_000)}x${' '.repeat(5_000_000)}`, `2026-01-31${'0'.repeat(1e7)}`],
		...["'".repeat(1e7), '\u200b'.repeat(1e7), `${'a.'.repeat(5e6)}@`],
	])('takes a cell of 10 MB of any characters under every declared type: %#', (cell) => {
		for (const type of ['string', 'number', 'boolean', 'date'] as const) {
			const column = columnOf('Phone', [cell], {}, type);
			expect(column.type).toBe(type);
			expect(() => readValue(cell, column, SETTINGS)).not.toThrow();
		}
	});

	it('grows with the cells of a wide run and no faster: 1,000 columns of 1,000 rows', () => {
		const columns = createColumns(DEFAULTS);
		for (let row = 0; row < 1000; row += 1) {
			for (let at = 0; at < 1000; at += 1) columns.add(`Column ${at}`, `${row},${at % 10}`);
		}
		const decided = columns.decide(new Map());
		expect(decided.size).toBe(1000);
		expect(sizeOf([...decided.values()])).toBeLessThan(1000 * 5000);
		expect(findStandardColumns(decided).remarks).toEqual([]);
	});
});
