import type { Answer } from './endpoint';
import { SUCCESS, invalid, refusal } from './endpoint';
import type { Product } from './productSchema';
import { MAX_PRODUCT_ID, checkProduct } from './productSchema';
import type { GrowlyticsSettings } from './settings';

/** By id, in order of creation. */
export type Catalog = Map<string, Product>;

/** POST /product: a product that is there is replaced as a whole, since every field that matters is required. */
export function answerProduct(json: unknown, catalog: Catalog): Answer {
	const checked = checkProduct(json);
	if ('details' in checked) return invalid(checked.details);
	catalog.set(checked.product.id, checked.product);
	return SUCCESS;
}

/** DELETE /product/:id. What an unknown id gives is not documented. */
export function answerDeletion(
	id: string,
	{ unknownProduct }: Pick<GrowlyticsSettings, 'unknownProduct'>,
	catalog: Catalog,
): Answer {
	if (id.length > MAX_PRODUCT_ID) {
		return invalid([
			{
				message: `id length must be less than or equal to ${MAX_PRODUCT_ID} characters long`,
				path: ['id'],
				type: 'string.max',
				context: { limit: MAX_PRODUCT_ID, value: id, key: 'id', label: 'id' },
			},
		]);
	}
	if (catalog.delete(id) || unknownProduct === 'success') return SUCCESS;
	return refusal(404, 'Product not found');
}
