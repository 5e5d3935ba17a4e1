import { show } from '../../values/show';
import type { ApiRequest } from '../../transport/send';

/** See docs.growlytics.in, syncing products. */
const PATH = '/product';

/** The request that creates or updates a product. */
export function productRequest(product: object): ApiRequest {
	const values = Object.values(product);
	return {
		service: 'catalog',
		method: 'POST',
		path: PATH,
		body: product,
		attributeNames: Object.keys(product),
		showSent: (place) => show(values[place]),
	};
}

/** An empty product, which is refused if the key is good: nothing is created. */
export const EMPTY_PRODUCT_REQUEST: ApiRequest = productRequest({});

/** The request that deletes a product, whose ID is in the path. */
export function deletionRequest(id: string, ifNotFound: 'refused' | 'taken'): ApiRequest {
	return {
		service: 'catalog',
		method: 'DELETE',
		path: `${PATH}/${encodeURIComponent(id)}`,
		attributeNames: [],
		ifNotFound,
	};
}
