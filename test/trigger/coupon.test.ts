import { readCoupon } from '../../nodes/Growlytics/trigger/coupon';

const ARRIVED = Date.UTC(2026, 0, 31, 19, 14, 15);

const COUPON = {
	id: '5f2',
	code: 'DIWALI-7K2M',
	name: 'Diwali',
	customerId: 'asha@example.com',
	couponType: 'percentage',
	discountValue: 10,
	applicableOn: 'order',
	applicableFilters: null,
	minOrderAmount: 499,
	usageLimitType: 'once',
	expiryType: 'relative',
	expiryValue: 7,
	expiryUnit: 'day',
};

const read = (body: unknown, contentType = 'application/json') =>
	readCoupon({
		headers: { 'content-type': contentType, cookie: 'a=b' },
		body,
		query: { a: 'b' },
		arrivedAt: ARRIVED,
	});

function itemOf(body: unknown) {
	const received = read(body);
	if ('refusal' in received) throw new Error(received.refusal.message);
	return received.json;
}

it('is passed on with all of its fields, and when it ends', () => {
	expect(itemOf(COUPON)).toEqual({
		...COUPON,
		expiresAtFromArrival: '2026-02-07T19:14:15.000Z',
	});
});

it.each<[string, object, object]>([
	['no customer', { customerId: null }, { customerId: null }],
	['filters', { applicableFilters: ['a', 'b'] }, { applicableFilters: ['a', 'b'] }],
	['Order', { applicableOn: 'Order' }, { applicableOn: 'order' }],
	['COLLECTION', { applicableOn: 'COLLECTION' }, { applicableOn: 'collection' }],
	['a type that is not documented', { couponType: 'gift' }, { couponType: 'gift' }],
	['free shipping with any value', { couponType: 'freeShipping', discountValue: null }, {}],
	['free shipping with text', { couponType: 'freeShipping', discountValue: '-' }, {}],
	['more fields', { currency: 'INR', extra: [{ a: 1 }] }, { currency: 'INR', extra: [{ a: 1 }] }],
	['spaces in its code', { code: ' A B ' }, { code: ' A B ' }],
])('may have %s', (_case, changes, expected) => {
	expect(itemOf({ ...COUPON, ...changes })).toMatchObject({ ...COUPON, ...changes, ...expected });
});

it('needs its code and nothing else', () => {
	expect(itemOf({ code: 'A' })).toEqual({ code: 'A', expiresAtFromArrival: null });
});

it.each<[object, string | null]>([
	[{ expiryValue: 1, expiryUnit: 'day' }, '2026-02-01T19:14:15.000Z'],
	[{ expiryValue: 30, expiryUnit: 'days' }, '2026-03-02T19:14:15.000Z'],
	[{ expiryValue: 0.5, expiryUnit: 'Day' }, '2026-02-01T07:14:15.000Z'],
	[{ expiryValue: 36, expiryUnit: 'hours' }, '2026-02-02T07:14:15.000Z'],
	[{ expiryValue: 1, expiryUnit: 'hour' }, '2026-01-31T20:14:15.000Z'],
	[{ expiryValue: 0, expiryUnit: 'day' }, '2026-01-31T19:14:15.000Z'],
	[{ expiryValue: 1, expiryUnit: 'fortnight' }, null],
	[{ expiryValue: 1, expiryUnit: 'constructor' }, null],
	[{ expiryValue: 1e300, expiryUnit: 'day' }, null],
	[{ expiryValue: undefined, expiryUnit: 'day' }, null],
	[{ expiryValue: 1, expiryUnit: undefined }, null],
	[{ expiryType: 'date', expiryValue: 1 }, null],
	[{ expiryType: undefined }, null],
	[{ expiryType: 'date', expiresAtFromArrival: '1999-01-01' }, null],
])('with %j ends at %s', (changes, end) => {
	expect(itemOf({ ...COUPON, ...changes }).expiresAtFromArrival).toBe(end);
});

it.each<[unknown, string]>([
	[undefined, 'the body is not a JSON object'],
	[null, 'the body is not a JSON object'],
	['{"code":"A"}', 'the body is not a JSON object'],
	[7, 'the body is not a JSON object'],
	[[COUPON], 'the body is not a JSON object'],
	[{}, 'code is missing'],
	[{ ...COUPON, code: undefined }, 'code is missing'],
	[{ ...COUPON, code: '' }, 'code is empty'],
	[{ ...COUPON, code: '  ' }, 'code is empty'],
	[{ ...COUPON, code: 7 }, 'code is not text'],
	[{ ...COUPON, code: null }, 'code is not text'],
	[{ ...COUPON, code: ['A'] }, 'code is not text'],
	[{ ...COUPON, id: 7 }, 'id is not text'],
	[{ ...COUPON, customerId: 7 }, 'customerId is not text'],
	[{ ...COUPON, name: null }, 'name is not text'],
	[{ ...COUPON, discountValue: '10' }, 'discountValue is not a number'],
	[{ ...COUPON, minOrderAmount: '499' }, 'minOrderAmount is not a number'],
	[{ ...COUPON, applicableOn: ['order'] }, 'applicableOn is not text'],
	[{ ...COUPON, applicableFilters: 'a' }, 'applicableFilters is not a list'],
	[{ ...COUPON, applicableFilters: ['a', 1, 2] }, 'applicableFilters is not text'],
	[{ ...COUPON, expiryValue: '7' }, 'expiryValue is not a number'],
	[{ ...COUPON, code: 7, expiryUnit: 7 }, 'code is not text; expiryUnit is not text'],
])('%j is none', (body, reason) => {
	expect(read(body)).toEqual({
		refusal: { status: 400, message: `This is no coupon: ${reason}.` },
	});
});

it.each([
	'application/x-www-form-urlencoded',
	'text/plain',
	'multipart/form-data',
	'',
	'text/json',
])('a body of %j is none, whatever it holds', (contentType) => {
	expect(read(COUPON, contentType)).toEqual({
		refusal: {
			status: 400,
			message: 'This is no coupon: the body is not JSON (application/json).',
		},
	});
});

it.each(['application/json; charset=utf-8', 'Application/JSON;charset=UTF-8', 'application/json '])(
	'a body of %j is read',
	(contentType) => {
		expect(read(COUPON, contentType)).toHaveProperty('json');
	},
);

it('leaves out what would become a prototype, at any depth', () => {
	const body: unknown = JSON.parse(
		'{"code":"A","__proto__":{"admin":true},"extra":{"__proto__":{"admin":true},"list":[{"__proto__":null,"a":1}]},"constructor":{"prototype":{"b":2}}}',
	);
	const item = itemOf(body);
	expect(JSON.stringify(item)).toBe(
		'{"code":"A","extra":{"list":[{"a":1}]},"constructor":{"prototype":{"b":2}},"expiresAtFromArrival":null}',
	);
	expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
	expect(item).not.toHaveProperty('admin');
	expect({}).not.toHaveProperty('admin');
	expect({}).not.toHaveProperty('b');
});

it('keeps nothing of the call but the coupon', () => {
	expect(JSON.stringify(itemOf(COUPON))).not.toMatch(/cookie|a=b|headers|query/);
});
