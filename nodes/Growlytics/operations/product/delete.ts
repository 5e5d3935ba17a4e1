import { deliveryOptionsOf } from '../../panel/deliveryOptions';
import { optionsOf } from '../../panel/option';
import type { Operation } from '../../run/operation';
import { deletionOptions } from './deletionOptions';
import { PRODUCT_RESOURCE, productId } from './productId';
import { deletedProductSubject } from './productSubject';

export const deleteProduct: Operation = {
	resource: PRODUCT_RESOURCE,
	choice: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a product',
		description: 'Delete a product from the catalog permanently',
	},
	subject: deletedProductSubject,
	isRepeatable: true,
	parameters: [
		productId,
		optionsOf({ ...deliveryOptionsOf(deletedProductSubject), ...deletionOptions }),
	],
	mapItems: async (input) => (await import('./readDeletions')).readDeletions(input),
};
