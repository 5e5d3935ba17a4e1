import type { Reason } from './failure';
import { factsOf } from './failure';
import type { ItemOutcome } from './itemOutcome';
import { isChecked, isFailed } from './itemOutcome';
import type { Subject } from './subject';

/** What a sum calls those that did not get through; listed in this order. */
const LABELS: Readonly<Record<Reason, string>> = {
	invalid: 'not valid',
	refused: 'refused',
	unauthorized: 'not authorized',
	rateLimited: 'rate limited',
	unreachable: 'unreachable',
	notSent: 'not sent',
};

/**
 * A run in one sentence, e.g. `1,000 items: 997 updated, 2 refused, 1 unreachable; 41 retried.`
 * @param retried how many requests were sent again
 */
export function summarize(
	outcomes: readonly ItemOutcome[],
	retried: number,
	{ counted, stored }: Subject,
): string {
	const counts = new Map<string, number>();
	let unknown = 0;
	for (const outcome of outcomes) {
		const key = isFailed(outcome)
			? factsOf(outcome.failure).reason
			: isChecked(outcome)
				? 'checked'
				: 'counted';
		counts.set(key, (counts.get(key) ?? 0) + 1);
		if (isFailed(outcome) && outcome.mayBeStored) unknown += 1;
	}
	const labels = { counted, checked: 'checked, not sent', ...LABELS };
	const parts = Object.entries(labels).flatMap(([key, label]) => {
		const count = counts.get(key);
		return count === undefined ? [] : [`${format(count)} ${label}`];
	});
	const total = `${format(outcomes.length)} ${outcomes.length === 1 ? 'item' : 'items'}`;
	const again = retried === 0 ? '' : `; ${format(retried)} retried`;
	const doubt = unknown === 0 ? '' : ` ${format(unknown)} may have been ${stored} all the same.`;
	return `${total}: ${parts.join(', ')}${again}.${doubt}`;
}

function format(count: number): string {
	return count.toLocaleString('en-US');
}
