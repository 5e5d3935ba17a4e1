import { customer, postCustomer, postEvent } from './client';
import type { LocalGrowlytics } from './server';
import { startGrowlytics } from './server';
import type { GrowlyticsSettingsInput } from './settings';

let growlytics: LocalGrowlytics;
beforeEach(async () => {
	growlytics = await startGrowlytics();
});
afterEach(async () => await growlytics.close());

const attribute = (name: unknown, type: unknown, value: unknown) => ({ name, type, value });
const event = (changes: object = {}) => ({
	customerId: 'jane',
	name: 'Purchased',
	attributes: [],
	...changes,
});
const numbered = (count: number) =>
	Array.from({ length: count }, (_, index) => attribute(`n${index}`, 'number', index));

describe('an event that is counted', () => {
	it.each([
		['no attributes', {}],
		['50 attributes', { attributes: numbered(50) }],
		['a name of 49 characters', { name: 'n'.repeat(49) }],
		[
			'an attribute name of 50 characters',
			{ attributes: [attribute('n'.repeat(50), 'date', '2020-01-20 19:14:15')] },
		],
		[
			'an attribute called email that is a number',
			{ attributes: [attribute('email', 'number', 1)] },
		],
	])('%s', async (_case, changes) => {
		expect(await postEvent(growlytics, event(changes))).toMatchObject({
			status: 200,
			text: '{"success":true}',
		});
		expect(growlytics.events()).toEqual([event(changes)]);
	});

	it('twice is two events, in order of arrival', async () => {
		await postEvent(growlytics, event({ name: 'A' }));
		await postEvent(growlytics, event({ name: 'B' }));
		await postEvent(growlytics, event({ name: 'A' }));
		expect(growlytics.events().map(({ name }) => name)).toEqual(['A', 'B', 'A']);
		expect(growlytics.requests()).toMatchObject([
			{ customerId: 'jane', attributeCount: 0 },
			{},
			{},
		]);
		growlytics.reset();
		expect(growlytics.events()).toEqual([]);
	});
});

describe('an event that is refused with 422', () => {
	it.each<[string, unknown, string, Array<string | number>]>([
		['no customer', event({ customerId: undefined }), 'any.required', ['customerId']],
		['a number as customer', event({ customerId: 7 }), 'string.base', ['customerId']],
		['no name', event({ name: undefined }), 'any.required', ['name']],
		['a name of 50 characters', event({ name: 'n'.repeat(50) }), 'string.max', ['name']],
		['no attributes', event({ attributes: undefined }), 'any.required', ['attributes']],
		['51 attributes', event({ attributes: numbered(51) }), 'array.max', ['attributes']],
		['a time', event({ time: '2020-01-20 19:14:15' }), 'object.unknown', ['time']],
		[
			'a value of another type',
			event({ attributes: [attribute('a', 'number', '1')] }),
			'number.base',
			['attributes', 0, 'value'],
		],
	])('%s', async (_case, body, type, path) => {
		const { status, text } = await postEvent(growlytics, body);
		expect(status).toBe(422);
		expect(JSON.parse(text)).toMatchObject({ type: 'ValidationError', details: [{ type, path }] });
		expect(growlytics.events()).toEqual([]);
	});
});

it.each<[GrowlyticsSettingsInput, number, string]>([
	[{}, 200, '{"success":true}'],
	[{ eventAnswer: 'nothing' }, 200, ''],
	[{ eventAnswer: 'noContent' }, 204, ''],
	[{ eventAnswer: 'text' }, 200, 'OK'],
	[{ eventAnswer: 'record' }, 201, '{"eventId":"e-1"}'],
])('answers under %j with %d %s', async (settings, status, text) => {
	growlytics.configure(settings);
	expect(await postEvent(growlytics, event())).toMatchObject({ status, text });
	expect(growlytics.events()).toHaveLength(1);
});

it('knows customers where it is told to', async () => {
	growlytics.configure({ unknownCustomer: 'notFound' });
	expect(await postEvent(growlytics, event())).toMatchObject({ status: 404 });
	expect(growlytics.events()).toEqual([]);
	await postCustomer(growlytics, customer('jane'));
	expect(await postEvent(growlytics, event())).toMatchObject({ status: 200 });
});

it('ignores a value whose type is not the first seen in events of that name', async () => {
	await postEvent(growlytics, event({ attributes: [attribute('Size', 'number', 1)] }));
	const other = [attribute('Size', 'string', 'L')];
	await postEvent(growlytics, event({ attributes: other }));
	await postEvent(growlytics, event({ name: 'Viewed', attributes: other }));
	expect(growlytics.events().map(({ attributes }) => attributes.length)).toEqual([1, 0, 1]);
	expect(growlytics.ignoredOfEvents()).toEqual([
		{ customerId: 'jane', event: 'Purchased', name: 'Size', type: 'string', expected: 'number' },
	]);
});

it('has faults for one customer', async () => {
	growlytics.configure({ faults: [{ kind: 'resetAfter', customers: ['joe'] }] });
	expect(await postEvent(growlytics, event())).toMatchObject({ status: 200 });
	await expect(postEvent(growlytics, event({ customerId: 'joe' }))).rejects.toThrow();
	expect(growlytics.events()).toHaveLength(2);
});
