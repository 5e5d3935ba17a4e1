import Joi from 'joi';

/** The body of POST /product. */
export interface Product {
	id: string;
	name: string;
	image: string;
	url: string;
	price: number;
	status: 'inStock' | 'outOfStock';
	description?: string | null;
	originalHigherPrice?: number;
	vendor?: string;
}

export const MAX_PRODUCT_ID = 50;

const schema = Joi.object<Product>({
	id: Joi.string().max(MAX_PRODUCT_ID).required(),
	name: Joi.string().max(2000).required(),
	image: Joi.string().uri().max(1000).required(),
	url: Joi.string().max(1000).required(),
	price: Joi.number().unsafe().required(),
	status: Joi.valid('inStock', 'outOfStock').required(),
	description: Joi.string().max(2000).allow(null, ''),
	originalHigherPrice: Joi.number().unsafe(),
	vendor: Joi.string().max(1000),
})
	.required()
	.prefs({ abortEarly: false, convert: false, errors: { wrap: { label: false } } });

/**
 * Checks a body against the documented rules (docs.growlytics.in, "Syncing Products").
 *
 * @param body anything that came out of JSON.parse
 * @returns the product, or every problem as Joi words it
 */
export function checkProduct(
	body: unknown,
): { product: Product } | { details: Joi.ValidationErrorItem[] } {
	const { error, value } = schema.validate(body);
	return error ? { details: error.details } : { product: value };
}
