import type { NodeExecutionHint } from 'n8n-workflow';

import { escapeHtml } from './html';
import type { Remark } from './remark';

const MAX_LINES = 10;

/** @returns the first lines, and one that counts the others, if there are many */
export function firstLines(
	lines: readonly string[],
	ofMore: string,
	maxLines = MAX_LINES,
): string[] {
	const shown = lines.slice(0, maxLines);
	const hidden = lines.length - shown.length;
	return hidden > 0 ? [...shown, `And ${hidden} more${ofMore}.`] : shown;
}

/**
 * One line for each thing that items were warned about, the most common first, notes last.
 * @param warningsByItem the warnings of each item
 */
export function warningLines(warningsByItem: ReadonlyArray<readonly Remark[]>): string[] {
	const counts = new Map<string, Remark & { isNote: boolean; count: number }>();
	for (const warnings of warningsByItem) {
		for (const { attribute, message, isNote = false } of warnings) {
			const key = `${attribute}: ${message}`;
			const count = (counts.get(key)?.count ?? 0) + 1;
			counts.set(key, { attribute, message, isNote, count });
		}
	}
	return [...counts.values()]
		.sort((one, other) => Number(one.isNote) - Number(other.isNote) || other.count - one.count)
		.map(({ attribute, message, count }) => {
			const items = count === 1 ? '1 item' : `${count} items`;
			return `${attribute === '' ? items : `"${attribute}" (${items})`}: ${message}`;
		});
}

/** @returns whether items were warned of anything but what is merely good to know */
export function isAnyWarning(warningsByItem: ReadonlyArray<readonly Remark[]>): boolean {
	return warningsByItem.some((warnings) => warnings.some(({ isNote }) => isNote !== true));
}

/**
 * The one notice that n8n shows above the node's output. n8n shows it as HTML.
 * @param lines plain text, at least one
 */
export function toNotice(lines: readonly string[], type: 'info' | 'warning'): NodeExecutionHint {
	const shown = firstLines(lines, ': see the warnings in the items').map(escapeHtml);
	const [only = ''] = shown;
	const message = shown.length === 1 ? only : shown.map((line) => `• ${line}`).join('<br>');
	return { message, type, location: 'outputPane' };
}
