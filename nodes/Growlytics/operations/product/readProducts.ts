import type { IExecuteFunctions } from 'n8n-workflow';

import { readRunOptions } from '../../panel/readOptions';
import { createReading } from '../../reading/createReading';
import type { InvalidSetup } from '../../result/failure';
import { mapEach } from '../../run/mapEach';
import type { MappedItem, MappedRun, MappingInput } from '../../run/operation';
import { isRecord } from '../../values/record';
import { productOptions } from './productOptions';
import type { Entered, MappedProduct } from './products';
import { provenDecimal, toProduct } from './products';
import { productRequest } from './request';

/** Reads the parameters of all items and makes a product of each, or says what is wrong with it. */
export function readProducts({ context, itemCount }: MappingInput): MappedRun | InvalidSetup {
	const options = readRunOptions(context, productOptions);
	if ('kind' in options) return options;
	const { numberFormat } = options.values;
	const read = productReader(context);
	const items = mapEach(itemCount, (itemIndex) => ({ entered: read(itemIndex) }));
	const decimal =
		numberFormat === 'evidence'
			? provenDecimal(items.flatMap((item) => ('entered' in item ? [item.entered] : [])))
			: numberFormat;
	return {
		items: items.map((item) =>
			'entered' in item ? toMappedItem(toProduct(item.entered, decimal)) : item,
		),
	};
}

function productReader(context: IExecuteFunctions): (itemIndex: number) => Entered {
	const reading = createReading(context);
	const readers = {
		id: reading.parameter('productId', ''),
		name: reading.parameter('productName', ''),
		image: reading.parameter('imageUrl', ''),
		url: reading.parameter('productUrl', ''),
		price: reading.parameter('price', ''),
		status: reading.parameter('status', 'inStock'),
	};
	const readOthers = reading.parameter('productFields', {});
	return (itemIndex) => {
		const others = readOthers(itemIndex);
		const entered: Record<string, unknown> = isRecord(others) ? { ...others } : {};
		for (const [name, read] of Object.entries(readers)) entered[name] = read(itemIndex);
		return entered;
	};
}

function toMappedItem(mapped: MappedProduct): MappedItem {
	if ('problems' in mapped) return mapped;
	const { id, product } = mapped;
	return { id, key: id, request: productRequest(product), output: {}, warnings: [] };
}
