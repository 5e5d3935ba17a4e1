import { customer, customerWith, postCustomer, postEvent, postText } from './client';
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

it.each<[GrowlyticsSettingsInput, string, number]>([
	[{}, '{}', 401],
	[{}, JSON.stringify(customer('jane')), 401],
	[{ keyCheck: 'last' }, '{}', 422],
	[{ keyCheck: 'last' }, 'no JSON', 400],
	[{ keyCheck: 'last' }, JSON.stringify(customer('jane')), 401],
])('a bad key under %j with %s gives %d, and nothing is stored', async (settings, body, status) => {
	growlytics.configure(settings);
	const answer = await postText(growlytics, body, { 'x-growlytics-key': 'other' });
	expect(answer).toMatchObject({ status });
	expect(growlytics.customers()).toEqual([]);
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

it.each<[GrowlyticsSettingsInput, number]>([
	[{}, 200],
	[{ standardAttributes: 'counted' }, 422],
])('name beside 100 custom attributes under %j gives %d', async (settings, status) => {
	growlytics.configure(settings);
	await postCustomer(growlytics, customerWith('jane', 100));
	const attributes = [{ name: 'name', type: 'string', value: 'Jane' }];
	expect(await postCustomer(growlytics, { id: 'jane', attributes })).toMatchObject({ status });
});

it.each<[GrowlyticsSettingsInput, number, string[]]>([
	[{}, 200, ['City']],
	[{ otherType: 'refuse' }, 422, []],
])('an attribute of another type under %j gives %d', async (settings, status, ignored) => {
	growlytics.configure(settings);
	await postCustomer(growlytics, customer('jane'));
	const attributes = [{ name: 'City', type: 'number', value: 1 }];
	const answer = await postCustomer(growlytics, { id: 'jane', attributes });
	expect(answer).toMatchObject({ status });
	expect(answer.text.includes('attributes[0].type must be string')).toBe(status === 422);
	expect(growlytics.ignored().map(({ name }) => name)).toEqual(ignored);
	expect(growlytics.customers()).toMatchObject([customer('jane')]);
});

it.each<[GrowlyticsSettingsInput, number, number]>([
	[{}, 422, 200],
	[{ nullValues: 'accept' }, 200, 200],
	[{ emptyText: 'refuse' }, 422, 422],
	[{ nullValues: 'accept', emptyText: 'refuse' }, 200, 422],
])('under %j null gives %d and empty text %d', async (settings, forNull, forEmpty) => {
	growlytics.configure(settings);
	const send = async (type: string, value: string | null) => {
		const attributes = [{ name: `of ${type}`, type, value }];
		return (await postCustomer(growlytics, { id: 'jane', attributes })).status;
	};
	for (const type of ['string', 'number', 'boolean', 'date']) {
		expect(await send(type, null)).toBe(forNull);
	}
	expect(await send('string', '')).toBe(forEmpty);
	expect(await send('number', '')).toBe(422);
});

it.each<[GrowlyticsSettingsInput, number]>([
	[{}, 422],
	[{ longNames: 'accept' }, 200],
])('a name of 50 characters under %j gives %d', async (settings, status) => {
	growlytics.configure(settings);
	const attributes = [{ name: 'n'.repeat(50), type: 'string', value: '' }];
	expect(await postCustomer(growlytics, { id: 'jane', attributes })).toMatchObject({ status });
});

it.each<[GrowlyticsSettingsInput, number, number]>([
	[{}, 200, 200],
	[{ maxIdCharacters: 40 }, 200, 422],
])('under %j an id of 40 characters gives %d, of 41 %d', async (settings, fits, longer) => {
	growlytics.configure(settings);
	expect(await postCustomer(growlytics, customer('i'.repeat(40)))).toMatchObject({ status: fits });
	expect(await postCustomer(growlytics, customer('i'.repeat(41)))).toMatchObject({
		status: longer,
	});
});

it.each<[GrowlyticsSettingsInput, string[], number]>([
	[{}, ['Jane', 'jane'], 404],
	[{ customerIdCase: 'ignored' }, ['Jane'], 200],
])('Jane and jane under %j are %j', async (settings, ids, status) => {
	growlytics.configure({ ...settings, unknownCustomer: 'notFound' });
	await postCustomer(growlytics, customer('Jane'));
	await postCustomer(growlytics, customer('jane'));
	expect(growlytics.customers().map(({ id }) => id)).toEqual(ids);
	const event = { customerId: 'JANE', name: 'Purchased', attributes: [] };
	expect(await postEvent(growlytics, event)).toMatchObject({ status });
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
