import type { INodeParameters } from 'n8n-workflow';
import { API_KEY, type Together, startTogether } from '../../engine/together';
import { type Setup, SHIRT, errorsOf, sendProducts } from './products';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => await together.close());
beforeEach(() => {
	together.growlytics.configure({ faults: [] });
	together.growlytics.reset();
});

const run = async (setup?: Setup) => await sendProducts(together, setup);
const bodies = () => together.growlytics.requests().map(({ body }) => body);

describe('the bytes of the documented request', () => {
	it('with every field, in the order of its page', async () => {
		const execution = await run({
			parameters: {
				status: 'outOfStock',
				productFields: {
					vendor: 'Asha Textiles',
					originalHigherPrice: 599,
					description: 'Soft\ncotton',
				},
			},
		});
		expect(together.growlytics.requests()).toMatchObject([
			{
				method: 'POST',
				path: '/product',
				headers: {
					'x-growlytics-key': API_KEY,
					'content-type': 'application/json',
					accept: 'application/json',
				},
				body: '{"id":"7","name":"Shirt","image":"https://shop.example/7.png","url":"https://shop.example/7","price":499.5,"status":"outOfStock","description":"Soft\\ncotton","originalHigherPrice":599,"vendor":"Asha Textiles"}',
				status: 200,
				stored: true,
			},
		]);
		expect(execution.output('Growlytics')).toEqual([
			{ json: { success: true, productId: '7' }, pairedItem: { item: 0 } },
		]);
	});

	it('with the required fields alone', async () => {
		await run({ parameters: { productFields: { description: '', vendor: ' ' } } });
		expect(bodies()).toEqual([
			'{"id":"7","name":"Shirt","image":"https://shop.example/7.png","url":"https://shop.example/7","price":499.5,"status":"inStock"}',
		]);
	});
});

describe('what is taken', () => {
	it.each<[string, object, object]>([
		['an id of 50 characters', { id: 'i'.repeat(50) }, { id: 'i'.repeat(50) }],
		['a whole number as id', { id: 70000000001 }, { id: '70000000001' }],
		['space around an id', { id: ' 7\n' }, { id: '7' }],
		['a name of 2000 characters', { name: 'n'.repeat(2000) }, { name: 'n'.repeat(2000) }],
		['a number as name', { name: 1984 }, { name: '1984' }],
		['a price as text', { price: ' 1234.50 ' }, { price: 1234.5 }],
		['a price of zero', { price: 0 }, { price: 0 }],
		[
			'an http address',
			{ url: 'http://shop.example/?a=b#c' },
			{ url: 'http://shop.example/?a=b#c' },
		],
		[
			'an address of 1000 characters',
			{ url: `https://shop.example/${'p'.repeat(979)}` },
			{ url: `https://shop.example/${'p'.repeat(979)}` },
		],
	])('%s', async (_case, changes, stored) => {
		const execution = await run({ items: [{ ...SHIRT, ...changes }] });
		expect(errorsOf(execution)).toEqual([]);
		expect(together.growlytics.products()).toEqual([{ ...SHIRT, status: 'inStock', ...stored }]);
	});
});

describe('a price as text', () => {
	const priced = (...prices: unknown[]) =>
		prices.map((price, index) => ({ ...SHIRT, id: `${index}`, price: String(price) }));
	const prices = () =>
		together.growlytics
			.products()
			.sort((one, other) => one.id.localeCompare(other.id))
			.map(({ price }) => price);

	it('is read as the attributes of customers are', async () => {
		await run({ items: priced('₹1,23,456.50', '1,234.50', 'Rs. 500/-', '$ 1,240', '0.99') });
		expect(prices()).toEqual([123456.5, 1234.5, 500, 1240, 0.99]);
	});

	it('can mean two things: another price of the run may show which', async () => {
		const execution = await run({ items: priced('1,240', '12') });
		expect(errorsOf(execution)).toEqual([
			'Product "0" was not sent: one value does not fit. "Price": "1,240" can mean 1240 or 1.24.',
		]);
		expect(errorsOf(execution, 'description')).toEqual([
			'Choose which under Options > Number Format.',
		]);
		together.growlytics.reset();
		await run({ items: priced('1,240', '1,234.50') });
		expect(prices()).toEqual([1240, 1234.5]);
		together.growlytics.reset();
		await run({ items: priced('1,240', '1.234,50') });
		expect(prices()).toEqual([1.24, 1234.5]);
	});

	it.each([
		['point', 1240],
		['comma', 1.24],
	])('means what Number Format says: %s', async (numberFormat, price) => {
		await run({ items: priced('1,240'), parameters: { options: { numberFormat } } });
		expect(prices()).toEqual([price]);
	});
});

describe('what is refused before sending, by its message', () => {
	const given = (name: string) => `={{ $json.${name} }}`;
	it.each<[string, object, string, INodeParameters?]>([
		['no id', { id: '' }, 'This item was not sent: Product ID is empty.'],
		['null as id', { id: null }, 'This item was not sent: Product ID is empty.'],
		[
			'an object as id',
			{ id: { sku: '7' } },
			"This item was not sent: Product ID is an object, which is no product's ID.",
		],
		[
			'an id that lost its digits',
			{ id: '8.90123E+12' },
			'This item was not sent: Product ID is "8.90123E+12", which is no product\'s ID.',
		],
		[
			'an id of 51 characters',
			{ id: 'i'.repeat(51) },
			'This item was not sent: Product ID has 51 characters, and Growlytics takes at most 50.',
		],
		['no name', { name: ' ' }, '"Product Name": it is empty.'],
		[
			'a name of 2001 characters',
			{ name: 'n'.repeat(2001) },
			'"Product Name": it has 2001 characters, and Growlytics takes at most 2000.',
		],
		['a list as name', { name: ['a'] }, '"Product Name": it is a list of 1, not text.'],
		['no image', { image: undefined }, '"Image URL": it is empty.'],
		['an image that is no URL', { image: '7.png' }, '"Image URL": "7.png" is not a web address.'],
		[
			'an image of 1001 characters',
			{ image: `https://shop.example/${'p'.repeat(980)}` },
			'"Image URL": it has 1001 characters, and Growlytics takes at most 1000.',
		],
		['no url', { url: '' }, '"Product URL": it is empty.'],
		[
			'a url that is no URL',
			{ url: 'shop.example/7' },
			'"Product URL": "shop.example/7" is not a web address.',
		],
		[
			'a script as url',
			{ url: 'javascript:alert(1)' },
			'"Product URL": "javascript:alert(1)" is not a web address.',
		],
		[
			'a url of 1001 characters',
			{ url: `https://shop.example/${'p'.repeat(980)}` },
			'"Product URL": it has 1001 characters, and Growlytics takes at most 1000.',
		],
		['no price', { price: '' }, '"Price": it is empty.'],
		['a price in words', { price: 'free' }, '"Price": "free" is not a number.'],
		['yes as price', { price: true }, '"Price": true is not a number.'],
		[
			'another status',
			{ stock: 'sold' },
			'"Status": "sold" is none of inStock, outOfStock.',
			{ status: given('stock') },
		],
		[
			'a description of 2001 characters',
			{ text: 'd'.repeat(2001) },
			'"Description": it has 2001 characters, and Growlytics takes at most 2000.',
			{ productFields: { description: given('text') } },
		],
		[
			'a vendor of 1001 characters',
			{ text: 'v'.repeat(1001) },
			'"Vendor": it has 1001 characters, and Growlytics takes at most 1000.',
			{ productFields: { vendor: given('text') } },
		],
		[
			'a higher price in words',
			{ text: 'more' },
			'"Original Higher Price": "more" is not a number.',
			{ productFields: { originalHigherPrice: given('text') } },
		],
	])('%s', async (_case, changes, said, parameters = {}) => {
		const execution = await run({ items: [{ ...SHIRT, ...changes }], parameters });
		expect(errorsOf(execution)).toEqual([
			said.startsWith('This') ? said : `Product "7" was not sent: one value does not fit. ${said}`,
		]);
		expect(errorsOf(execution, 'reason')).toEqual(['invalid']);
		expect(together.growlytics.requests()).toEqual([]);
	});

	it.each([
		['description', 2000],
		['vendor', 1000],
	])('%s of %d characters is the longest that is sent', async (name, length) => {
		const text = 't'.repeat(length);
		await run({
			items: [{ ...SHIRT, text }],
			parameters: { productFields: { [name]: given('text') } },
		});
		expect(together.growlytics.products()).toMatchObject([{ [name]: text }]);
	});

	it('says all that is wrong at once, by field', async () => {
		const execution = await run({
			items: [{ id: '7', name: '', image: 'a', url: 'b', price: 'c' }],
		});
		expect(errorsOf(execution)).toEqual([
			'Product "7" was not sent: 4 values do not fit. "Product Name": it is empty. "Image URL": "a" is not a web address. "Product URL": "b" is not a web address. "Price": "c" is not a number.',
		]);
		expect(errorsOf(execution, 'productId')).toEqual(['7']);
		expect(errorsOf(execution, 'details')).toEqual([
			['Product Name', 'Image URL', 'Product URL', 'Price'].map((attribute) => ({
				attribute,
				message: expect.any(String),
			})),
		]);
	});

	it('sends nothing at all in Stop mode', async () => {
		const execution = await run({
			items: [SHIRT, { ...SHIRT, id: '8', price: 'free' }],
			onError: 'stopWorkflow',
		});
		expect(execution.error).toMatchObject({
			name: 'NodeOperationError',
			itemIndex: 1,
			message: 'Product "8" was not sent: one value does not fit. "Price": "free" is not a number.',
		});
		expect(together.growlytics.requests()).toEqual([]);
	});

	it('an expression that fails is the problem of its item', async () => {
		const execution = await run({
			items: [SHIRT, { ...SHIRT, id: '8', name: 5 }],
			parameters: { productName: '={{ $json.name.toUpperCase() }}' },
		});
		expect(errorsOf(execution)).toHaveLength(1);
		expect(together.growlytics.products()).toMatchObject([{ id: '7', name: 'SHIRT' }]);
	});
});

it('sends updates of one product in their order, one after another', async () => {
	together.growlytics.configure({
		faults: [
			{ kind: 'latency', minMs: 0, maxMs: 10 },
			{ kind: 'status', status: 500, share: 0.2, attempts: 2 },
		],
	});
	const items = Array.from({ length: 30 }, (_, price) => ({ ...SHIRT, price }));
	await run({ items, parameters: { options: { maxRetries: 5 } } });
	const prices = together.growlytics
		.requests()
		.filter(({ stored }) => stored)
		.map(({ body }) => JSON.parse(body).price);
	expect(prices).toEqual(items.map(({ price }) => price));
	expect(together.growlytics.peakInFlight()).toBe(1);
});

it('names what Growlytics refuses', async () => {
	const details = [
		{
			message: 'status must be one of [inStock, outOfStock]',
			path: ['status'],
			type: 'any.allowOnly',
		},
	];
	together.growlytics.configure({
		faults: [
			{ kind: 'status', status: 422, body: JSON.stringify({ type: 'ValidationError', details }) },
		],
	});
	expect(errorsOf(await run())).toEqual([
		'Product "7" was not stored: Growlytics refused it (HTTP 422). "status" must be one of [inStock, outOfStock] (sent: "inStock").',
	]);
});

it('goes to the Catalog URL, and its errors name that address', async () => {
	const execution = await run({ credential: { catalogUrl: 'http://127.0.0.1:1' } });
	expect(errorsOf(execution)).toEqual([
		'Product "7" was not stored: the server 127.0.0.1:1 refused the connection (ECONNREFUSED).',
	]);
	expect(errorsOf(execution, 'description')).toEqual([
		'Open the Growlytics API credential and check the Catalog URL, its port included, and whether the service is up.',
	]);
	expect(together.growlytics.requests()).toEqual([]);
});
