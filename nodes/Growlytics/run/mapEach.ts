import { unreadable } from '../reading/unreadable';
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
			return { id: undefined, problems: [unreadable('an expression', error)] };
		}
	});
}
