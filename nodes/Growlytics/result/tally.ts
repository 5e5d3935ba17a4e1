import type { Reason } from './failure';
import type { Outcome } from './items';
import { isFailed } from './items';

/** What an item's outcome is called in a sum; listed in this order. */
const LABELS: Readonly<Record<'updated' | 'dryRun' | Reason, string>> = {
	updated: 'updated',
	dryRun: 'checked, not sent (dry run)',
	invalid: 'not valid',
	refused: 'refused',
	unauthorized: 'not authorized',
	rateLimited: 'rate limited',
	unreachable: 'unreachable',
	notSent: 'not sent',
};

/**
 * A run in one sentence, e.g. `1,000 customers: 997 updated, 2 refused, 1 unreachable; 41 retried.`
 * @param retried how many requests were sent again
 */
export function summarize(outcomes: readonly Outcome[], retried: number): string {
	const counts = new Map<string, number>();
	let unknown = 0;
	for (const outcome of outcomes) {
		const key = isFailed(outcome)
			? outcome.failure.reason
			: 'dryRun' in outcome
				? 'dryRun'
				: 'updated';
		counts.set(key, (counts.get(key) ?? 0) + 1);
		if (isFailed(outcome) && outcome.mayBeStored) unknown += 1;
	}
	const parts = Object.entries(LABELS).flatMap(([key, label]) => {
		const count = counts.get(key);
		return count === undefined ? [] : [`${format(count)} ${label}`];
	});
	const total = `${format(outcomes.length)} ${outcomes.length === 1 ? 'customer' : 'customers'}`;
	const again = retried === 0 ? '' : `; ${format(retried)} retried`;
	const doubt = unknown === 0 ? '' : ` ${format(unknown)} may have been stored all the same.`;
	return `${total}: ${parts.join(', ')}${again}.${doubt}`;
}

function format(count: number): string {
	return count.toLocaleString('en-US');
}
