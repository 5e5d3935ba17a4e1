import { customer, postCustomer } from './client';
import type { Fault } from './faultSchema';
import type { LocalGrowlytics } from './server';
import { startGrowlytics } from './server';

let growlytics: LocalGrowlytics;
beforeEach(async () => {
	growlytics = await startGrowlytics();
});
afterEach(async () => await growlytics.close());

async function outcome(id = 'jane'): Promise<number | 'cut'> {
	return await postCustomer(growlytics, customer(id)).then(
		({ status }) => status,
		() => 'cut' as const,
	);
}

it.each<[string, Fault, number | 'cut', boolean]>([
	['status', { kind: 'status', status: 503 }, 503, false],
	['status after storing', { kind: 'status', status: 502, store: true }, 502, true],
	['resetBefore', { kind: 'resetBefore' }, 'cut', false],
	['resetAfter', { kind: 'resetAfter' }, 'cut', true],
	['halfBody', { kind: 'halfBody' }, 'cut', false],
	['redirect', { kind: 'redirect', location: 'http://localhost/x' }, 302, false],
	['latency', { kind: 'latency', minMs: 1, maxMs: 2 }, 200, true],
])('%s', async (_case, fault, expected, stored) => {
	growlytics.configure({ faults: [fault] });
	expect(await outcome()).toBe(expected);
	expect(growlytics.customers()).toHaveLength(stored ? 1 : 0);
	const status = expected === 'cut' ? undefined : expected;
	expect(growlytics.requests()).toMatchObject([{ status, stored, fault: fault.kind }]);
	expect(growlytics.requests()[0]?.finishedAt).toBeDefined();
});

it('sends status faults as written', async () => {
	growlytics.configure({
		faults: [
			{
				kind: 'status',
				status: 429,
				body: '<h1>Slow down</h1>',
				contentType: 'text/html',
				retryAfter: 0,
				headers: { 'x-trace': 'abc' },
			},
		],
	});
	const { status, headers, text } = await postCustomer(growlytics, customer('jane'));
	expect({ status, text }).toEqual({ status: 429, text: '<h1>Slow down</h1>' });
	expect(headers.get('content-type')).toContain('text/html');
	expect(headers.get('retry-after')).toBe('0');
	expect(headers.get('x-trace')).toBe('abc');
});

it('gives status faults a JSON body of their own', async () => {
	growlytics.configure({ faults: [{ kind: 'status', status: 500, retryAfter: 'soon' }] });
	const { headers, text } = await postCustomer(growlytics, customer('jane'));
	expect(JSON.parse(text)).toEqual({ message: 'Injected status 500' });
	expect(headers.get('retry-after')).toBe('soon');
});

it('says where a redirect leads', async () => {
	growlytics.configure({ faults: [{ kind: 'redirect', status: 307, location: '/elsewhere' }] });
	const { status, headers } = await postCustomer(growlytics, customer('jane'));
	expect([status, headers.get('location')]).toEqual([307, '/elsewhere']);
});

it('never stores what the rules refuse, whatever the fault', async () => {
	growlytics.configure({ faults: [{ kind: 'resetAfter' }] });
	await expect(postCustomer(growlytics, { id: 'jane' })).rejects.toThrow();
	expect(growlytics.requests()).toMatchObject([{ stored: false }]);
});

it('hits the first attempts of each body only', async () => {
	growlytics.configure({ faults: [{ kind: 'status', status: 500, attempts: 2 }] });
	const ids = ['jane', 'joe', 'jane', 'joe', 'jane', 'joe'];
	const statuses = [];
	for (const id of ids) statuses.push(await outcome(id));
	expect(statuses).toEqual([500, 500, 500, 500, 200, 200]);
});

it('adds latency to another fault', async () => {
	growlytics.configure({
		faults: [
			{ kind: 'latency', minMs: 60, maxMs: 60 },
			{ kind: 'status', status: 500 },
		],
	});
	expect(await outcome()).toBe(500);
	const [request] = growlytics.requests();
	expect((request?.finishedAt ?? 0) - (request?.startedAt ?? 0)).toBeGreaterThan(55);
});

it('counts requests in flight', async () => {
	growlytics.configure({ faults: [{ kind: 'latency', minMs: 150, maxMs: 150 }] });
	await Promise.all(['a', 'b', 'c', 'd'].map(async (id) => await outcome(id)));
	await outcome('e');
	expect(growlytics.requests().map(({ inFlight }) => inFlight)).toEqual([1, 2, 3, 4, 1]);
	expect(growlytics.peakInFlight()).toBe(4);
});

it.each<Fault>([{ kind: 'hang' }, { kind: 'latency', minMs: 600_000, maxMs: 600_000 }])(
	'closes although a request is held up by $kind, which is then cut and not stored',
	async (fault) => {
		const server = await startGrowlytics({ faults: [fault] });
		const held = postCustomer(server, customer('jane')).then(
			() => 'answered',
			() => 'cut',
		);
		while (server.requests()[0]?.fault === undefined) await fetch(`${server.url}/inspect/health`);
		await server.close();
		expect(await held).toBe('cut');
		expect(server.customers()).toEqual([]);
		const finishedAt = expect.any(Number);
		expect(server.requests()).toMatchObject([{ status: undefined, stored: false, finishedAt }]);
		await expect(fetch(`${server.url}/inspect/health`)).rejects.toThrow();
	},
);

it('gives the same requests the same fate in any order of arrival', async () => {
	const ids = Array.from({ length: 40 }, (_, index) => `c${index}`);
	const run = async (order: string[]) => {
		growlytics.reset();
		await Promise.all(order.map(async (id) => await outcome(id)));
		const fates = growlytics.requests().map(({ customerId, status }) => `${customerId} ${status}`);
		return fates.sort();
	};
	growlytics.configure({
		faults: [
			{ kind: 'status', status: 500, share: 0.3 },
			{ kind: 'resetBefore', share: 0.2 },
		],
	});
	const first = await run(ids);
	expect(await run([...ids].reverse())).toEqual(first);
	expect(new Set(first.map((fate) => fate.split(' ')[1]))).toEqual(
		new Set(['200', '500', 'undefined']),
	);
});
