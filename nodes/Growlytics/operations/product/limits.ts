/**
 * How many characters Growlytics takes (docs.growlytics.in, syncing products). The page's own example of a refusal comes
 * from Joi, which counts UTF-16 code units.
 */
export const MOST_CHARACTERS = {
	id: 50,
	name: 2000,
	image: 1000,
	url: 1000,
	description: 2000,
	vendor: 1000,
} as const;

/** Whether a product can be bought. */
export const STATUSES = ['inStock', 'outOfStock'] as const;
