import type { INodeProperties } from 'n8n-workflow';

import { MOST_CHARACTERS } from './limits';

/** The parameter that every operation on products has. */
export const productId: INodeProperties = {
	displayName: 'Product ID',
	name: 'productId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.sku }}',
	description: `Your own ID or SKU of the product, at most ${MOST_CHARACTERS.id} characters: the one that your events name, too`,
};

export const PRODUCT_RESOURCE = { name: 'Product', value: 'product' };
