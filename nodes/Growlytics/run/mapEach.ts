import { shorten } from '../shorten';
import type { MappedItem } from './operation';

/**
 * Maps items one by one.
 * @param map makes a request of an item; what it throws, such as n8n's error for an expression that cannot be
 * evaluated for this item, is this item's problem alone
 * @returns one for each item, in their order
 */
export function mapEach(itemCount: number, map: (itemIndex: number) => MappedItem): MappedItem[] {
	return Array.from({ length: itemCount }, (_, itemIndex) => {
		try {
			return map(itemIndex);
		} catch (error) {
			return unreadable(error);
		}
	});
}

function unreadable(error: unknown): MappedItem {
	const said = error instanceof Error ? shorten(error.message) : 'unknown cause';
	return {
		id: undefined,
		problems: [
			{
				attribute: '',
				message: `an expression could not be evaluated (${said})`,
				fix: 'Open the node, look for the parameter that is marked red, and correct its expression.',
			},
		],
	};
}
