import type { Problem } from '../result/remark';
import { shorten } from '../shorten';

/**
 * An expression that cannot be evaluated for an item; another item may well be fine.
 * @param place what holds it, e.g. `an expression`
 * @param error what n8n threw
 */
export function unreadable(place: string, error: unknown): Problem {
	const said = error instanceof Error ? shorten(error.message) : 'unknown cause';
	return {
		attribute: '',
		message: `${place} could not be evaluated (${said})`,
		fix: 'Open the node, look for the parameter that is marked red, and correct its expression.',
	};
}
