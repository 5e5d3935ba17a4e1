/** A column's title; numbers stand on the right. */
export interface MarkdownColumn {
	title: string;
	align?: 'right';
}

function escapeCell(text: string): string {
	return text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ');
}

/**
 * Draws a Markdown table that can be read as it is, too: each column as wide as its widest cell.
 *
 * @param rows a cell for each column
 */
export function markdownTable(
	columns: readonly MarkdownColumn[],
	rows: ReadonlyArray<readonly string[]>,
): string {
	const cells = rows.map((row) => row.map(escapeCell));
	const widths = columns.map(({ title }, index) =>
		Math.max(3, title.length, ...cells.map((row) => row[index]?.length ?? 0)),
	);
	const draw = (row: readonly string[]) => {
		const padded = columns.map(({ align }, index) => {
			const [text, width] = [row[index] ?? '', widths[index] ?? 0];
			return align === 'right' ? text.padStart(width) : text.padEnd(width);
		});
		return `| ${padded.join(' | ')} |`;
	};
	const rule = columns.map(({ align }, index) => {
		const width = widths[index] ?? 0;
		return align === 'right' ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width);
	});
	return [draw(columns.map(({ title }) => title)), draw(rule), ...cells.map(draw)].join('\n');
}
