import { z } from 'zod';
import { customer, postCustomer } from './client';
import type { LocalGrowlytics } from './server';
import { describeRequest } from './serve';
import { startGrowlytics } from './server';

let growlytics: LocalGrowlytics;
beforeEach(async () => {
	growlytics = await startGrowlytics({ apiKey: 'secret' });
});
afterEach(async () => await growlytics.close());

async function inspect(path: string, body?: string) {
	const init = body === undefined ? {} : { method: 'POST', body };
	const response = await fetch(`${growlytics.url}/inspect/${path}`, init);
	return { status: response.status, json: await response.json() };
}

it('shows customers, requests, ignored attributes and health, but not the key', async () => {
	await postCustomer(growlytics, customer('jane'));
	const ignored = { name: 'City', type: 'number', value: 1 };
	await postCustomer(growlytics, { id: 'jane', attributes: [ignored] });

	expect(await inspect('customers')).toEqual({
		status: 200,
		json: [{ ...customer('jane'), updates: 2 }],
	});
	expect((await inspect('ignored')).json).toEqual([
		{ customerId: 'jane', name: 'City', type: 'number', expected: 'string' },
	]);
	const { json: requests } = await inspect('requests');
	expect(requests).toMatchObject([
		{ sequence: 1, inFlight: 1, status: 200, headers: { 'x-growlytics-key': '[redacted]' } },
		{ sequence: 2, inFlight: 1, status: 200 },
	]);
	expect(JSON.stringify(requests)).not.toContain('secret');
	expect((await inspect('health')).json).toEqual({
		status: 'ok',
		customers: 1,
		events: 0,
		products: 0,
		reports: 0,
		requests: 2,
		peakInFlight: 1,
	});
});

it('shows the type that came first of each attribute, and what was ignored because of it', async () => {
	const before = new Date().toISOString();
	const sent = (type: string, value: unknown) => ({ name: 'Total', type, value });
	for (const [id, type, value] of [
		['asha', 'string', '3'],
		['asha', 'number', 4],
		['ravi', 'number', 5],
	] as const) {
		await postCustomer(growlytics, { id, attributes: [sent(type, value)] });
	}
	const response = await fetch(`${growlytics.url}/inspect/attributes`);
	const attributes = z
		.array(z.object({ name: z.string() }).passthrough())
		.parse(await response.json());
	const [total] = attributes.filter(({ name }) => name === 'Total');
	expect(total).toEqual({
		name: 'Total',
		type: 'string',
		since: expect.any(String),
		ignored: { count: 2, types: ['number'], customers: ['asha', 'ravi'] },
	});
	expect(String(total?.since) >= before).toBe(true);
	expect(growlytics.requests().map(describeRequest)).toEqual([
		expect.not.stringContaining('ignored'),
		expect.stringMatching(/ignored: Total: number, but Text since \d\d:\d\d$/),
		expect.stringMatching(/ignored: Total: number, but Text since \d\d:\d\d$/),
	]);
	const [email] = attributes.filter(({ name }) => name === 'email');
	expect(email).toEqual({
		name: 'email',
		type: 'string',
		ignored: { count: 0, types: [], customers: [] },
	});
});

it('resets', async () => {
	await postCustomer(growlytics, customer('jane'));
	expect(await inspect('reset', '')).toEqual({ status: 200, json: { reset: true } });
	expect(growlytics.customers()).toEqual([]);
	expect(growlytics.requests()).toEqual([]);
});

it('changes settings, faults included', async () => {
	const changes = { update: 'replace', faults: [{ kind: 'status', status: 503 }] };
	const { status, json } = await inspect('configure', JSON.stringify(changes));
	expect(status).toBe(200);
	expect(json).toMatchObject({ update: 'replace', apiKey: '[redacted]' });
	expect(await postCustomer(growlytics, customer('jane'))).toMatchObject({ status: 503 });
});

it.each([
	['{"update":"append"}', 'update: '],
	['{"port":1}', 'port cannot change'],
	['[]', 'must be an object'],
	['{', 'JSON'],
])('refuses to configure %s', async (body, message) => {
	const { status, json } = await inspect('configure', body);
	expect(status).toBe(400);
	expect(json).toMatchObject({ message: expect.stringContaining(message) });
});
