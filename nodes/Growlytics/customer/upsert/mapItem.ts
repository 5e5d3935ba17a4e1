import type { IExecuteFunctions } from 'n8n-workflow';

import type { MappedCustomer } from '../../attributes/customer';
import { toCustomer } from '../../attributes/customer';
import { fromFields } from '../../attributes/defineBelow';
import { shorten } from '../../attributes/problem';
import { readMappingOptions } from './readOptions';

/**
 * Reads the node's parameters for one item and maps them to a customer.
 * @param timezone the Growlytics account's zone, or ''
 */
export function mapItem(
	context: IExecuteFunctions,
	itemIndex: number,
	timezone: string,
): MappedCustomer {
	try {
		const options = readMappingOptions(context, itemIndex);
		if ('message' in options) return { id: undefined, problems: [options] };
		return toCustomer(
			{
				id: context.getNodeParameter('customerId', itemIndex),
				attributes: fromFields(
					context.getNodeParameter('standardAttributes', itemIndex, {}),
					context.getNodeParameter('customAttributes.attribute', itemIndex, []),
				),
			},
			{ ...options, timezone },
		);
	} catch (error) {
		return { id: undefined, problems: [unreadable(error)] };
	}
}

/** An expression that cannot be evaluated for this item; another item may well be fine. */
function unreadable(error: unknown) {
	const said = error instanceof Error ? shorten(error.message) : 'unknown cause';
	return {
		attribute: '',
		message: `an expression could not be evaluated (${said})`,
		fix: 'Open the node, look for the parameter that is marked red, and correct its expression.',
	};
}
