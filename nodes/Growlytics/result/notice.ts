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

/** What items were warned about for one attribute. */
interface Warned {
	remark: Remark;
	items: number;
	/** The messages, but for a column of thousands only so many as tell them apart from one. */
	messages: Set<string>;
}

/**
 * One line for each attribute that items were warned about, the most common first, notes last.
 * @param warningsByItem the warnings of each item
 * @param told attributes of which the run has said it already
 */
export function warningLines(
	warningsByItem: ReadonlyArray<readonly Remark[]>,
	told: ReadonlySet<string> = new Set(),
): string[] {
	const warned = new Map<string, Warned>();
	for (const warnings of warningsByItem) {
		for (const remark of warnings) {
			if (told.has(remark.attribute)) continue;
			const key = remark.attribute === '' ? `: ${remark.message}` : remark.attribute;
			const known = warned.get(key) ?? { remark, items: 0, messages: new Set() };
			known.items += 1;
			if (known.messages.size < 2) known.messages.add(remark.message);
			warned.set(key, known);
		}
	}
	return [...warned.values()]
		.sort(
			(one, other) =>
				Number(one.remark.isNote ?? false) - Number(other.remark.isNote ?? false) ||
				other.items - one.items,
		)
		.map(({ remark: { attribute, message }, items, messages }) => {
			const count = items === 1 ? '1 item' : `${items} items`;
			const about = attribute === '' ? count : `"${attribute}" (${count})`;
			return `${about}${messages.size > 1 ? ', for example' : ''}: ${message}`;
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
