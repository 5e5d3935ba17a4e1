import { isRecord } from '../../attributes/record';
import { itemParameter } from '../../reading/itemParameter';
import { mapEach } from '../../run/mapEach';
import type { MappedItem, MappedRun, MappingInput } from '../../run/operation';
import { productRequest } from './request';
import { toProduct } from './products';

/** Reads the parameters of all items and makes a product of each, or says what is wrong with it. */
export function readProducts({ context, itemCount }: MappingInput): MappedRun {
	const readers = {
		id: itemParameter(context, 'productId', ''),
		name: itemParameter(context, 'productName', ''),
		image: itemParameter(context, 'imageUrl', ''),
		url: itemParameter(context, 'productUrl', ''),
		price: itemParameter(context, 'price', ''),
		status: itemParameter(context, 'status', 'inStock'),
	};
	const readOthers = itemParameter(context, 'productFields', {});
	return {
		items: mapEach(itemCount, (itemIndex) => {
			const others = readOthers(itemIndex);
			const entered: Record<string, unknown> = isRecord(others) ? { ...others } : {};
			for (const [name, read] of Object.entries(readers)) entered[name] = read(itemIndex);
			return toMappedItem(toProduct(entered));
		}),
	};
}

function toMappedItem(mapped: ReturnType<typeof toProduct>): MappedItem {
	if ('problems' in mapped) return mapped;
	const { id, product } = mapped;
	return { id, key: id, request: productRequest(product), output: {}, warnings: [] };
}
