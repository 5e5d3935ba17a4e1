import type { Failure, Reason } from './failure';
import { factsOf } from './failure';
import type { ItemOutcome } from './itemOutcome';
import { isChecked, isFailed } from './itemOutcome';
import type { Subject } from './subject';

/** What a sum calls those that did not get through; listed in this order. */
const LABELS: Readonly<Record<Reason | 'noAnswer', string>> = {
	invalid: 'not valid',
	refused: 'refused',
	unauthorized: 'not authorized',
	rateLimited: 'rate limited',
	noAnswer: 'got no answer',
	unreachable: 'got no good answer',
	notSent: 'not sent',
};

/**
 * A run in one sentence, e.g. `1,000 items: 997 updated, 2 refused, 1 got no answer (may be stored); 41 retried.`
 * @param retried how many requests were sent again
 */
export function summarize(
	outcomes: readonly ItemOutcome[],
	retried: number,
	{ counted, stored }: Subject,
): string {
	const counts = new Map<string, number>();
	const inDoubt = new Map<string, number>();
	for (const outcome of outcomes) {
		const key = keyOf(outcome);
		addOne(counts, key);
		if (isFailed(outcome) && outcome.mayBeStored) addOne(inDoubt, key);
	}
	const labels = { counted, checked: 'checked, not sent', ...LABELS };
	const parts = Object.entries(labels).flatMap(([key, label]) => {
		const count = counts.get(key);
		if (count === undefined) return [];
		const doubt = inDoubt.get(key) ?? 0;
		const some = doubt < count ? `${format(doubt)} of them ` : '';
		return [`${format(count)} ${label}${doubt === 0 ? '' : ` (${some}may be ${stored})`}`];
	});
	const total = `${format(outcomes.length)} ${outcomes.length === 1 ? 'item' : 'items'}`;
	const again = retried === 0 ? '' : `; ${format(retried)} retried`;
	return `${total}: ${parts.join(', ')}${again}.`;
}

function keyOf(outcome: ItemOutcome): string {
	if (isFailed(outcome)) return labelOf(outcome.failure);
	return isChecked(outcome) ? 'checked' : 'counted';
}

function labelOf(failure: Failure): keyof typeof LABELS {
	return failure.kind === 'noAnswer' ? 'noAnswer' : factsOf(failure).reason;
}

function addOne(counts: Map<string, number>, key: string): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}

function format(count: number): string {
	return count.toLocaleString('en-US');
}
