import { unreadable } from '../reading/unreadable';
import type { InvalidItem } from './operation';

/**
 * Maps items one by one.
 * @param map reads an item, or makes a request of it; what it throws, such as n8n's error for an expression that cannot be
 * evaluated for this item, is this item's problem alone
 * @returns one for each item, in their order
 */
export function mapEach<Mapped>(
	itemCount: number,
	map: (itemIndex: number) => Mapped,
): Array<Mapped | InvalidItem> {
	return Array.from({ length: itemCount }, (_, itemIndex) => {
		try {
			return map(itemIndex);
		} catch (error) {
			return { id: undefined, problems: [unreadable('an expression', error)] };
		}
	});
}
