import type { INodeProperties } from 'n8n-workflow';

import { deliveryOptionsOf } from '../../panel/deliveryOptions';
import { optionsOf } from '../../panel/option';
import type { Operation } from '../../run/operation';
import { MOST_CHARACTERS } from './limits';
import { PRODUCT_RESOURCE, productId } from './productId';
import { productOptions } from './productOptions';
import { productSubject } from './productSubject';

const requiredFields: INodeProperties[] = [
	{
		displayName: 'Product Name',
		name: 'productName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Blue Cotton Shirt',
		description: `What the product is called, at most ${MOST_CHARACTERS.name} characters`,
	},
	{
		displayName: 'Image URL',
		name: 'imageUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://shop.example/images/shirt.png',
		description: `The whole address of a picture of the product, at most ${MOST_CHARACTERS.image} characters`,
	},
	{
		displayName: 'Product URL',
		name: 'productUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://shop.example/shirt',
		description: `The whole address of the product's page, at most ${MOST_CHARACTERS.url} characters`,
	},
	{
		displayName: 'Price',
		name: 'price',
		type: 'number',
		required: true,
		default: '',
		placeholder: 'e.g. 499.5',
		description:
			'What the product costs now, as a number. Growlytics has no field for the currency.',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		default: 'inStock',
		description: 'Whether the product can be bought',
		options: [
			{ name: 'In Stock', value: 'inStock' },
			{ name: 'Out of Stock', value: 'outOfStock' },
		],
	},
];

const productFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'productFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'What Growlytics can know of a product beside the rest. An empty field is not sent.',
	options: [
		{
			displayName: 'Description',
			name: 'description',
			type: 'string',
			default: '',
			description: `What is said about the product, at most ${MOST_CHARACTERS.description} characters`,
		},
		{
			displayName: 'Original Higher Price',
			name: 'originalHigherPrice',
			type: 'number',
			default: '',
			placeholder: 'e.g. 599',
			description: 'What the product cost before, to be crossed out beside the price',
		},
		{
			displayName: 'Vendor',
			name: 'vendor',
			type: 'string',
			default: '',
			placeholder: 'e.g. Asha Textiles',
			description: `Who makes or sells the product, at most ${MOST_CHARACTERS.vendor} characters`,
		},
	],
};

export const upsertProduct: Operation = {
	resource: PRODUCT_RESOURCE,
	choice: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update a product',
		description:
			'Create a new product in the catalog, or update the current one if it already exists (upsert)',
	},
	subject: productSubject,
	isRepeatable: true,
	parameters: [
		productId,
		...requiredFields,
		productFields,
		optionsOf({ ...deliveryOptionsOf(productSubject), ...productOptions }),
	],
	mapItems: async (input) => (await import('./readProducts')).readProducts(input),
};
