import type { Attribute } from '../../attributes/attribute';
import type { MappedColumns } from '../../attributes/mapAttributes';
import { mapAttributes } from '../../attributes/mapAttributes';
import type { MappedAttributes, MappingItem, MappingSettings } from '../../attributes/mappingItem';
import type { Problem, Remark } from '../../result/remark';
import { toCustomerId } from './customerId';

/** One customer: the request body of /rest-api/customer, in its key order (docs.growlytics.in, tracking users). */
export interface Customer {
	id: string;
	attributes: Attribute[];
}

/** What the parameters say of one item. */
export interface ReadCustomer {
	/** The value of Customer ID. */
	id: unknown;
	mapping: MappingItem;
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
 * @returns one customer for each item, in their order, and what the run's columns are
 */
export function mapCustomers(
	items: readonly ReadCustomer[],
	settings: MappingSettings,
): { customers: MappedCustomer[]; mapped: MappedColumns } {
	const ids = items.map(({ id }) => toCustomerId(id));
	const mapped = mapAttributes(
		items.map(({ mapping }, index) => withIdProblem(mapping, ids[index])),
		settings,
	);
	const customers = mapped.items.map((attributes, index) => toCustomer(ids[index], attributes));
	return { customers, mapped };
}

/** An item without an ID has no say in the types of the run. One whose expression failed has its problem already. */
function withIdProblem(mapping: MappingItem, id: string | Problem | undefined): MappingItem {
	if (typeof id === 'string' || id === undefined) return mapping;
	if (mapping.problems.some(({ isAboutId }) => isAboutId)) return mapping;
	return { ...mapping, problems: [id, ...mapping.problems] };
}

function toCustomer(value: string | Problem | undefined, mapped: MappedAttributes): MappedCustomer {
	const id = typeof value === 'string' ? value : undefined;
	if ('problems' in mapped) return { id, problems: mapped.problems };
	if (id === undefined) throw new RangeError('An item without an ID has no problem');
	const { attributes, warnings } = mapped;
	const nothing = attributes.length === 0 ? [NOTHING_TO_SEND] : [];
	return { customer: { id, attributes }, warnings: [...warnings, ...nothing] };
}
