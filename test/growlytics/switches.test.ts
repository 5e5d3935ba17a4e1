import { customer, customerWith, postCustomer, postText } from './client';
import type { LocalGrowlytics } from './server';
import { startGrowlytics } from './server';
import type { GrowlyticsSettingsInput } from './settings';

let growlytics: LocalGrowlytics;
beforeEach(async () => {
	growlytics = await startGrowlytics();
});
afterEach(async () => await growlytics.close());

const date = (value: string) => ({ id: 'jane', attributes: [{ name: 'd', type: 'date', value }] });

it.each<[GrowlyticsSettingsInput, number]>([
	[{}, 401],
	[{ unauthorizedStatus: 403 }, 403],
])('a bad key under %j gives %d', async (settings, status) => {
	growlytics.configure(settings);
	const answer = await postText(growlytics, '{}', { 'x-growlytics-key': 'other' });
	expect(answer).toMatchObject({ status, text: '{"message":"Invalid API key"}' });
});

it('accepts the key it is given', async () => {
	growlytics.configure({ apiKey: 'another' });
	expect(await postCustomer(growlytics, customer('jane'))).toMatchObject({ status: 200 });
	const old = { 'x-growlytics-key': 'growlytics-local-key' };
	expect(await postText(growlytics, '{}', old)).toMatchObject({ status: 401 });
});

it.each<[GrowlyticsSettingsInput, string[]]>([
	[{}, ['n0', 'n1', 'n2']],
	[{ update: 'replace' }, ['n1', 'n2']],
])('an update under %j leaves %j', async (settings, names) => {
	growlytics.configure(settings);
	await postCustomer(growlytics, customerWith('jane', 2, 0));
	await postCustomer(growlytics, customerWith('jane', 2, 1));
	const [jane] = growlytics.customers();
	expect(jane?.attributes.map(({ name }) => name)).toEqual(names);
	expect(jane?.updates).toBe(2);
});

it.each<[GrowlyticsSettingsInput, number, number, number]>([
	[{}, 422, 60, 0],
	[{ extraAttributes: 'ignore' }, 200, 100, 20],
	[{ update: 'replace' }, 200, 60, 0],
])('60 attributes on top of 60 under %j', async (settings, status, kept, ignored) => {
	growlytics.configure(settings);
	await postCustomer(growlytics, customerWith('jane', 60, 0));
	expect(await postCustomer(growlytics, customerWith('jane', 60, 60))).toMatchObject({ status });
	expect(growlytics.customers()[0]?.attributes).toHaveLength(kept);
	expect(growlytics.ignored()).toHaveLength(ignored);
});

it.each([
	['2020-01-20T19:14:15Z', 200],
	['2020-01-20T19:14:15.123+05:30', 200],
	['2020-01-20T19:14', 200],
	['2020-01-20', 200],
	['2020-01-20 19:14:15', 200],
	['2020-02-30T19:14:15Z', 422],
	['20/01/2020', 422],
])('ISO dates accepted: %s gives %d', async (value, status) => {
	growlytics.configure({ isoDates: 'accept' });
	expect(await postCustomer(growlytics, date(value))).toMatchObject({ status });
});

it('refuses larger bodies with 413, counted in bytes, after the key', async () => {
	const body = JSON.stringify(customer('😀'));
	growlytics.configure({ maxBodyBytes: body.length + 2 });
	expect(await postText(growlytics, body)).toMatchObject({ status: 200 });
	growlytics.configure({ maxBodyBytes: body.length + 1 });
	expect(await postText(growlytics, body)).toMatchObject({ status: 413 });
	const badKey = { 'x-growlytics-key': 'other' };
	expect(await postText(growlytics, body, badKey)).toMatchObject({ status: 401 });
});

it('takes 1 MiB by default', async () => {
	const fits = 'x'.repeat(1024 * 1024);
	expect(await postText(growlytics, fits)).toMatchObject({ status: 400 });
	expect(await postText(growlytics, `${fits}x`)).toMatchObject({ status: 413 });
});

it.each<[GrowlyticsSettingsInput['rateLimitRetryAfter'], string | null]>([
	[undefined, null],
	[0, '0'],
	[2, '2'],
	['Wed, 21 Oct 2065 07:28:00 GMT', 'Wed, 21 Oct 2065 07:28:00 GMT'],
])('limits the rate, with Retry-After %j', async (rateLimitRetryAfter, header) => {
	growlytics.configure({ rateLimit: 0.001, rateLimitRetryAfter });
	expect(await postCustomer(growlytics, customer('jane'))).toMatchObject({ status: 200 });
	const { status, headers } = await postCustomer(growlytics, customer('joe'));
	expect(status).toBe(429);
	expect(headers.get('retry-after')).toBe(header);
	growlytics.configure({ rateLimit: 0 });
	expect(await postCustomer(growlytics, customer('joe'))).toMatchObject({ status: 200 });
});

it('keeps no bodies and headers when told so', async () => {
	growlytics.configure({ recordBodies: false });
	await postCustomer(growlytics, customer('jane'));
	const [request] = growlytics.requests();
	expect(request).toMatchObject({ body: '', headers: {}, customerId: 'jane', status: 200 });
});

it.each<[string, GrowlyticsSettingsInput]>([
	['port', { port: 1 }],
	['rateLimit', { rateLimit: -1 }],
])('refuses to change %s to nonsense and stays as it was', (name, changes) => {
	const before = growlytics.settings;
	expect(() => growlytics.configure(changes)).toThrow(name);
	expect(growlytics.settings).toEqual(before);
});
