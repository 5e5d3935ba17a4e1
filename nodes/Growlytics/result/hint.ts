import type { NodeExecutionHint } from 'n8n-workflow';

import type { Detail } from './failure';
import { escapeHtml } from './html';

const MAX_LINES = 10;

/**
 * One line for each thing that items were warned about, the most common first.
 * @param warningsByItem the warnings of each item
 */
export function warningLines(warningsByItem: ReadonlyArray<readonly Detail[]>): string[] {
	const counts = new Map<string, number>();
	for (const warnings of warningsByItem) {
		for (const { attribute, message } of warnings) {
			const line = attribute === '' ? message : `"${attribute}": ${message}`;
			counts.set(line, (counts.get(line) ?? 0) + 1);
		}
	}
	return [...counts]
		.sort(([, one], [, other]) => other - one)
		.map(([line, count]) => (count === 1 ? `${line} (1 item)` : `${line} (${count} items)`));
}

/**
 * The one notice that n8n shows above the node's output. n8n shows it as HTML.
 * @param lines plain text, at least one
 */
export function toHint(lines: readonly string[], type: 'info' | 'warning'): NodeExecutionHint {
	const shown = lines.slice(0, MAX_LINES).map(escapeHtml);
	const hidden = lines.length - shown.length;
	if (hidden > 0) shown.push(`And ${hidden} more: see the warnings in the items.`);
	return { message: shown.join('<br>'), type, location: 'outputPane' };
}
