import { type Together, startTogether } from '../../engine/together';
import { postProduct } from '../../growlytics/client';
import type { Fault } from '../../growlytics/faultSchema';
import { SHIRT, deleteProducts, errorsOf, sendProducts } from './products';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => await together.close());
beforeEach(() => {
	together.growlytics.configure({ faults: [], unauthorizedStatus: 401 });
	together.growlytics.reset();
});

const IDS = ['1', '2', '3'];
const HTML = { body: '<!doctype html><title>Gateway</title>', contentType: 'text/html' };

const operations = {
	upsert: async (options: object) =>
		await sendProducts(together, {
			items: IDS.map((id) => ({ ...SHIRT, id })),
			parameters: { options: { maxRetries: 2, timeout: 10_000, ...options } },
		}),
	delete: async (options: object) => {
		for (const id of IDS)
			await postProduct(together.growlytics, { ...SHIRT, id, status: 'inStock' });
		return await deleteProducts(together, IDS, {
			parameters: { options: { maxRetries: 2, timeout: 10_000, ...options } },
		});
	},
};
const names = ['upsert', 'delete'] as const;

/** How often the second product was asked for, beside its being stored for a deletion. */
const attempts = (name: (typeof names)[number]) =>
	together.growlytics
		.requests()
		.filter(
			({ productId, method }) => productId === '2' && (name === 'upsert') === (method === 'POST'),
		).length;
const only2 = (fault: Fault) => ({ ...fault, products: ['2'] });
const optionsFor = (fault: Fault) => (fault.kind === 'hang' ? { timeout: 300 } : {});
/** A deletion is prepared by requests that must not fail. */
const afterPreparing = (name: string, fault: Fault): Fault =>
	name === 'delete' ? { ...fault, requests: { from: 4, to: 1000 } } : fault;

describe.each(names)('%s', (name) => {
	it.each<[string, Fault]>([
		['408', { kind: 'status', status: 408 }],
		['429', { kind: 'status', status: 429 }],
		['429 with Retry-After', { kind: 'status', status: 429, retryAfter: 1 }],
		['500', { kind: 'status', status: 500 }],
		['500 after it was stored', { kind: 'status', status: 500, store: true }],
		['502 with a page', { kind: 'status', status: 502, ...HTML }],
		['503', { kind: 'status', status: 503 }],
		['503 with Retry-After', { kind: 'status', status: 503, retryAfter: 1 }],
		['a reset before it was stored', { kind: 'resetBefore' }],
		['a reset after it was stored', { kind: 'resetAfter' }],
		['half an answer', { kind: 'halfBody' }],
		['no answer', { kind: 'hang' }],
	])('is sent again after %s', async (_case, fault) => {
		together.growlytics.configure({
			faults: [afterPreparing(name, only2({ ...fault, attempts: 1 }))],
		});
		const execution = await operations[name](optionsFor(fault));
		expect(errorsOf(execution)).toEqual([]);
		expect(execution.output('Growlytics').map(({ json }) => json)).toEqual(
			IDS.map((productId) => ({ success: true, productId })),
		);
		expect(attempts(name)).toBe(2);
		expect(together.growlytics.products()).toHaveLength(name === 'upsert' ? 3 : 0);
	});

	const done = name === 'upsert' ? 'stored' : 'deleted';

	it.each<[string, Fault, number, string, string | undefined, string]>([
		['413', { kind: 'status', status: 413 }, 1, 'refused', '413', `was not ${done}`],
		['422', { kind: 'status', status: 422 }, 1, 'refused', '422', `was not ${done}`],
		[
			'200 without success',
			{ kind: 'status', status: 200, body: '{"success":false}' },
			1,
			'refused',
			'200',
			`was not ${done}`,
		],
		[
			'200 with a page',
			{ kind: 'status', status: 200, ...HTML },
			1,
			'unreachable',
			'200',
			'may not',
		],
		[
			'200 with nothing',
			{ kind: 'status', status: 200, body: '' },
			1,
			'unreachable',
			'200',
			'may not',
		],
		['204', { kind: 'status', status: 204, body: '' }, 1, 'unreachable', '204', 'may not'],
		[
			'403 with a page',
			{ kind: 'status', status: 403, ...HTML },
			1,
			'unreachable',
			'403',
			`was not ${done}`,
		],
		[
			'302',
			{ kind: 'redirect', location: 'http://127.0.0.1:1/' },
			1,
			'unreachable',
			'302',
			'was not',
		],
		['500', { kind: 'status', status: 500 }, 3, 'unreachable', '500', `may not have been ${done}`],
		['a reset', { kind: 'resetBefore' }, 3, 'unreachable', undefined, `may not have been ${done}`],
		['no answer', { kind: 'hang' }, 3, 'unreachable', undefined, `may not have been ${done}`],
	])('fails its own item after %s', async (_case, fault, requests, reason, httpCode, said) => {
		together.growlytics.configure({ faults: [afterPreparing(name, only2(fault))] });
		const execution = await operations[name](optionsFor(fault));
		expect(execution.output('Growlytics').map(({ json }) => json.productId)).toEqual(['1', '3']);
		expect(errorsOf(execution)).toEqual([expect.stringContaining(`Product "2" ${said}`)]);
		expect(errorsOf(execution, 'reason')).toEqual([reason]);
		expect(errorsOf(execution, 'httpCode')).toEqual([httpCode]);
		expect(errorsOf(execution, 'productId')).toEqual(['2']);
		expect(attempts(name)).toBe(requests);
	});

	it.each([401, 403])('ends the run with %d', async (status) => {
		together.growlytics.configure({
			faults: [afterPreparing(name, { kind: 'status', status })],
		});
		const execution = await operations[name]({ concurrency: 1 });
		expect(errorsOf(execution, 'reason')).toEqual(['unauthorized', 'notSent', 'notSent']);
	});

	it('ends the run with a pause of an hour', async () => {
		together.growlytics.configure({
			faults: [afterPreparing(name, { kind: 'status', status: 429, retryAfter: 3600 })],
		});
		const execution = await operations[name]({ concurrency: 1 });
		expect(errorsOf(execution, 'reason')).toEqual(['rateLimited', 'notSent', 'notSent']);
		expect(errorsOf(execution, 'description')[1]).toContain('Running the workflow again is safe');
	});
});

it('a wrong address ends a run of Create or Update after five products', async () => {
	together.growlytics.configure({ faults: [{ kind: 'status', status: 404 }] });
	const items = Array.from({ length: 30 }, (_, index) => ({ ...SHIRT, id: `${index}` }));
	const execution = await sendProducts(together, {
		items,
		parameters: { options: { concurrency: 1 } },
	});
	expect(together.growlytics.requests()).toHaveLength(5);
	expect(errorsOf(execution)[0]).toContain(
		'Growlytics takes no products at this address (HTTP 404)',
	);
});
