import type { NodeExecutionHint } from 'n8n-workflow';

import type { Detail } from './failure';
import { escapeHtml } from './html';

const MAX_LINES = 10;

/**
 * One line for each thing that items were warned about, the most common first.
 * @param warningsByItem the warnings of each item
 */
export function warningLines(warningsByItem: ReadonlyArray<readonly Detail[]>): string[] {
	const counts = new Map<string, Detail & { count: number }>();
	for (const warnings of warningsByItem) {
		for (const { attribute, message } of warnings) {
			const key = `${attribute}: ${message}`;
			const count = (counts.get(key)?.count ?? 0) + 1;
			counts.set(key, { attribute, message, count });
		}
	}
	return [...counts.values()]
		.sort((one, other) => other.count - one.count)
		.map(({ attribute, message, count }) => {
			const items = count === 1 ? '1 item' : `${count} items`;
			return `${attribute === '' ? items : `"${attribute}" (${items})`}: ${message}`;
		});
}

/**
 * The one notice that n8n shows above the node's output. n8n shows it as HTML.
 * @param lines plain text, at least one
 */
export function toHint(lines: readonly string[], type: 'info' | 'warning'): NodeExecutionHint {
	const shown = lines.slice(0, MAX_LINES).map(escapeHtml);
	const hidden = lines.length - shown.length;
	if (hidden > 0) shown.push(`And ${hidden} more: see the warnings in the items.`);
	const [only = ''] = shown;
	const message = shown.length === 1 ? only : shown.map((line) => `• ${line}`).join('<br>');
	return { message, type, location: 'outputPane' };
}
