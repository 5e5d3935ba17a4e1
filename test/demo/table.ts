export interface Column {
	title: string;
	width: number;
	align?: 'right';
	/** Adds colour to a cell that has its width already. */
	paint?: (cell: string) => string;
}

const GAP = '  ';

/**
 * Draws a table of fixed width: a title line, a rule, and one row or more lines for each row.
 * @param rows a cell for each column; a line break in a cell starts a new line of the row
 * @returns the lines, none longer than the columns and the gaps between them
 */
export function drawTable(columns: readonly Column[], rows: readonly string[][]): string[] {
	const titles = columns.map(({ title }) => title);
	const plain = columns.map(({ width, align }) => ({ width, ...(align && { align }) }));
	return [
		...drawRow(plain, titles),
		columns.map(({ width }) => '-'.repeat(width)).join(GAP),
		...rows.flatMap((row) => drawRow(columns, row)),
	];
}

/**
 * Breaks text into lines at spaces, and a word that is longer than a line wherever it has to.
 * @returns at least one line, which may be empty
 */
export function wrap(text: string, width: number): string[] {
	return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(text: string, width: number): string[] {
	const pieces = text.split(/ +/).flatMap((word) => cut(word, width));
	const lines = [''];
	for (const piece of pieces) {
		const line = lines.at(-1) ?? '';
		if (line === '') lines[lines.length - 1] = piece;
		else if (line.length + 1 + piece.length <= width) lines[lines.length - 1] = `${line} ${piece}`;
		else lines.push(piece);
	}
	return lines;
}

function cut(word: string, width: number): string[] {
	if (word.length <= width) return [word];
	return [word.slice(0, width), ...cut(word.slice(width), width)];
}

function drawRow(columns: ReadonlyArray<Omit<Column, 'title'>>, row: readonly string[]): string[] {
	const cells = columns.map(({ width }, index) => wrap(row[index] ?? '', width));
	const height = Math.max(...cells.map((lines) => lines.length));
	return Array.from({ length: height }, (_, line) =>
		columns
			.map(({ width, align, paint = (cell) => cell }, index) => {
				const text = cells[index]?.[line] ?? '';
				return paint(align === 'right' ? text.padStart(width) : text.padEnd(width));
			})
			.join(GAP)
			.trimEnd(),
	);
}
