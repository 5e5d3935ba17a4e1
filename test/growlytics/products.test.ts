import { deleteProduct, postProduct } from './client';
import type { LocalGrowlytics } from './server';
import { startGrowlytics } from './server';

let growlytics: LocalGrowlytics;
beforeEach(async () => {
	growlytics = await startGrowlytics();
});
afterEach(async () => await growlytics.close());

const product = (changes: object = {}) => ({
	id: '7',
	name: 'Shirt',
	image: 'https://shop.example/7.png',
	url: 'https://shop.example/7',
	price: 499.5,
	status: 'inStock',
	...changes,
});

describe('a product that is stored', () => {
	it.each([
		['the required fields', {}],
		['every field', { description: 'Soft', originalHigherPrice: 599, vendor: 'Asha' }],
		['an id of 50 characters', { id: 'i'.repeat(50) }],
		['a name of 2000 characters', { name: 'n'.repeat(2000) }],
		['an empty description', { description: '' }],
		['no description', { description: null }],
	])('%s', async (_case, changes) => {
		expect(await postProduct(growlytics, product(changes))).toMatchObject({
			status: 200,
			text: '{"success":true}',
		});
		expect(growlytics.products()).toEqual([product(changes)]);
	});

	it('twice is one product, and the last is what it is', async () => {
		await postProduct(growlytics, product({ vendor: 'Asha' }));
		await postProduct(growlytics, product({ price: 5 }));
		expect(growlytics.products()).toEqual([product({ price: 5 })]);
		expect(growlytics.requests()).toMatchObject([{ productId: '7', stored: true }, {}]);
		growlytics.reset();
		expect(growlytics.products()).toEqual([]);
	});
});

describe('a product that is refused with 422', () => {
	it.each<[string, object, string, string]>([
		['no id', { id: undefined }, 'any.required', 'id'],
		['a number as id', { id: 7 }, 'string.base', 'id'],
		['an id of 51 characters', { id: 'i'.repeat(51) }, 'string.max', 'id'],
		['no name', { name: undefined }, 'any.required', 'name'],
		['a name of 2001 characters', { name: 'n'.repeat(2001) }, 'string.max', 'name'],
		['no image', { image: undefined }, 'any.required', 'image'],
		['an image that is no URL', { image: '7.png' }, 'string.uri', 'image'],
		['no url', { url: undefined }, 'any.required', 'url'],
		['a price as text', { price: '499' }, 'number.base', 'price'],
		['another status', { status: '1outOfStock' }, 'any.only', 'status'],
		[
			'a description of 2001 characters',
			{ description: 'd'.repeat(2001) },
			'string.max',
			'description',
		],
		['an empty vendor', { vendor: '' }, 'string.empty', 'vendor'],
		['a currency', { currency: 'INR' }, 'object.unknown', 'currency'],
	])('%s', async (_case, changes, type, key) => {
		const { status, text } = await postProduct(growlytics, product(changes));
		expect(status).toBe(422);
		expect(JSON.parse(text)).toMatchObject({
			type: 'ValidationError',
			details: [{ type, path: [key] }],
		});
		expect(growlytics.products()).toEqual([]);
	});
});

describe('deleting', () => {
	it('takes the id from the path, decoded', async () => {
		await postProduct(growlytics, product({ id: 'a/b c?' }));
		expect(await deleteProduct(growlytics, 'a/b c?')).toMatchObject({ status: 200 });
		expect(growlytics.products()).toEqual([]);
		expect(growlytics.requests()[1]).toMatchObject({
			method: 'DELETE',
			path: '/product/a%2Fb%20c%3F',
			productId: 'a/b c?',
			body: '',
			stored: true,
		});
	});

	it.each([
		['notFound', 404],
		['success', 200],
	] as const)('what is not there under %s gives %d', async (unknownProduct, status) => {
		growlytics.configure({ unknownProduct });
		expect(await deleteProduct(growlytics, '7')).toMatchObject({ status });
	});

	it('an id of 51 characters is refused', async () => {
		expect(await deleteProduct(growlytics, 'i'.repeat(51))).toMatchObject({ status: 422 });
	});

	it('has faults for one product, and counts its attempts', async () => {
		growlytics.configure({
			faults: [{ kind: 'status', status: 500, products: ['7'], attempts: 1 }],
		});
		expect(await deleteProduct(growlytics, '8')).toMatchObject({ status: 404 });
		expect(await deleteProduct(growlytics, '7')).toMatchObject({ status: 500 });
		expect(await deleteProduct(growlytics, '7')).toMatchObject({ status: 404 });
	});
});
