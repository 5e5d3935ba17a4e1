import { type Together, startTogether } from '../../engine/together';
import { postProduct } from '../../growlytics/client';
import type { Fault } from '../../growlytics/faultSchema';
import { SHIRT, deleteProducts, errorsOf } from './products';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => await together.close());
beforeEach(() => {
	together.growlytics.configure({ faults: [], unknownProduct: 'notFound' });
	together.growlytics.reset();
});

const store = async (id: string) =>
	await postProduct(together.growlytics, { ...SHIRT, id, status: 'inStock' });
const GONE = { options: { alreadyGone: 'success' } };

it('sends the documented request: no body, the id in the path', async () => {
	await store('7');
	const execution = await deleteProducts(together, ['7']);
	expect(together.growlytics.requests()[1]).toMatchObject({
		method: 'DELETE',
		path: '/product/7',
		body: '',
		status: 200,
		stored: true,
	});
	expect(execution.output('Growlytics')).toEqual([
		{ json: { success: true, productId: '7' }, pairedItem: { item: 0 } },
	]);
	expect(together.growlytics.products()).toEqual([]);
});

it.each([
	['a/b', '/product/a%2Fb'],
	['../x', '/product/..%2Fx'],
	['SKU 7?&#%', '/product/SKU%207%3F%26%23%25'],
	['hemd-größe-ü', '/product/hemd-gr%C3%B6%C3%9Fe-%C3%BC'],
	['i'.repeat(50), `/product/${'i'.repeat(50)}`],
])('encodes %s', async (id, path) => {
	await store(id);
	const execution = await deleteProducts(together, [id]);
	expect(errorsOf(execution)).toEqual([]);
	expect(together.growlytics.requests()[1]).toMatchObject({ path, stored: true });
	expect(together.growlytics.products()).toEqual([]);
});

it.each([
	['', 'This item was not sent: Product ID is empty.'],
	['.', 'This item was not sent: Product ID is ".", which is no product\'s ID.'],
	['..', 'This item was not sent: Product ID is "..", which is no product\'s ID.'],
	[
		'i'.repeat(51),
		'This item was not sent: Product ID has 51 characters, and Growlytics takes at most 50.',
	],
])('refuses %j before sending', async (id, message) => {
	expect(errorsOf(await deleteProducts(together, [id]))).toEqual([message]);
	expect(together.growlytics.requests()).toEqual([]);
});

describe('a product that is not there', () => {
	const said = 'Product "7" was not deleted: Growlytics has no product with this ID (HTTP 404).';

	it('fails its item', async () => {
		const execution = await deleteProducts(together, ['7']);
		expect(errorsOf(execution)).toEqual([`${said} Product not found.`]);
		expect(errorsOf(execution, 'reason')).toEqual(['refused']);
		expect(errorsOf(execution, 'httpCode')).toEqual(['404']);
		expect(errorsOf(execution, 'description')).toEqual([
			'Check the ID. If it does not matter, choose Count as Deleted under Options > Already Gone.',
		]);
	});

	it('counts as deleted where the option says so', async () => {
		const execution = await deleteProducts(together, ['7'], { parameters: GONE });
		expect(execution.output('Growlytics').map(({ json }) => json)).toEqual([
			{ success: true, productId: '7' },
		]);
		expect(execution.hints('Growlytics')).toEqual([]);
	});

	it('is a success under both where Growlytics answers so', async () => {
		together.growlytics.configure({ unknownProduct: 'success' });
		expect(errorsOf(await deleteProducts(together, ['7']))).toEqual([]);
	});

	it.each([{}, GONE])('does not end the run, however many there are: %j', async (parameters) => {
		await store('last');
		const ids = [...Array.from({ length: 20 }, (_, index) => `n${index}`), 'last'];
		const execution = await deleteProducts(together, ids, { parameters });
		expect(together.growlytics.products()).toEqual([]);
		expect(together.growlytics.requests()).toHaveLength(1 + ids.length);
		expect(errorsOf(execution, 'reason').every((reason) => reason === 'refused')).toBe(true);
	});

	it('is not what a web page of another server says', async () => {
		const page: Fault = {
			kind: 'status',
			status: 404,
			body: '<!DOCTYPE html><html><title>Not found</title></html>',
			contentType: 'text/html',
		};
		together.growlytics.configure({ faults: [page] });
		const execution = await deleteProducts(together, ['7'], { parameters: GONE });
		expect(errorsOf(execution)).toEqual([
			'Product "7" was not deleted: Growlytics takes no products at this address (HTTP 404). Not found.',
		]);
		expect(errorsOf(execution, 'description')).toEqual([
			'Open the Growlytics API credential and check the Catalog URL. It normally is https://dc.growlytics.in.',
		]);
	});

	it('is one that the attempt before has deleted, if that one got no answer', async () => {
		await store('7');
		together.growlytics.configure({ faults: [{ kind: 'resetAfter', attempts: 1 }] });
		const execution = await deleteProducts(together, ['7']);
		expect(together.growlytics.requests()).toHaveLength(3);
		expect(execution.output('Growlytics').map(({ json }) => json)).toEqual([
			{ success: true, productId: '7' },
		]);
	});
});
