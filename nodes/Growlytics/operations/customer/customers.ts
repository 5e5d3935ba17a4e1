import type { Attribute } from '../../attributes/attribute';
import type { MappedAttributes, ReadItem } from '../../attributes/mapAttributes';
import { mapAttributes } from '../../attributes/mapAttributes';
import type { RunTypes } from '../../attributes/runTypes';
import type { Problem, Remark } from '../../result/remark';
import { toCustomerId } from './customerId';
import { MOST_ATTRIBUTES } from './limits';

/** One customer: the request body of /rest-api/customer, in its key order (docs.growlytics.in, tracking users). */
export interface Customer {
	id: string;
	attributes: Attribute[];
}

/** What the parameters say of one item. */
export interface ReadCustomer extends ReadItem {
	/** The value of Customer ID. */
	id: unknown;
}

export type MappedCustomer =
	| { customer: Customer; warnings: Remark[] }
	| { id: string | undefined; problems: Problem[] };

const NOTHING_TO_SEND: Remark = {
	attribute: '',
	message: 'No attribute is left to send, only the Customer ID.',
};

/**
 * Turns all items of a run into customers that Growlytics accepts, or into everything that is wrong with them. Pure.
 * @param detectDates see decideTypes
 * @returns one customer for each item, in their order, and the types of the run
 */
export function mapCustomers(
	items: readonly ReadCustomer[],
	detectDates: boolean,
): { customers: MappedCustomer[]; types: RunTypes } {
	const { items: mapped, types } = mapAttributes(items, detectDates, MOST_ATTRIBUTES);
	const customers = mapped.map((attributes, index) => toCustomer(items[index]?.id, attributes));
	return { customers, types };
}

function toCustomer(value: unknown, mapped: MappedAttributes): MappedCustomer {
	const id = toCustomerId(value);
	if (typeof id !== 'string') return { id: undefined, problems: withIdProblem(id, mapped) };
	if ('problems' in mapped) return { id, problems: mapped.problems };
	const { attributes, warnings } = mapped;
	const nothing = attributes.length === 0 ? [NOTHING_TO_SEND] : [];
	return { customer: { id, attributes }, warnings: [...warnings, ...nothing] };
}

/** An ID whose expression failed has its problem already. */
function withIdProblem(idProblem: Problem, mapped: MappedAttributes): Problem[] {
	const problems = 'problems' in mapped ? mapped.problems : [];
	return problems.some(({ isAboutId }) => isAboutId) ? problems : [idProblem, ...problems];
}
