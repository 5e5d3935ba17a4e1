import { DateTime, Duration } from 'luxon';

import type { Kind } from '../../nodes/Growlytics/fields/kinds';
import {
	holdsNothing,
	kindOf,
	nameOfInstance,
	valueOfInstance,
	wrappedValue,
} from '../../nodes/Growlytics/fields/kinds';
import { valueOfParts } from '../../nodes/Growlytics/fields/parts';

class Customer {}

function revoked(): object {
	const { proxy, revoke } = Proxy.revocable({}, {});
	revoke();
	return proxy;
}

it.each<[string, unknown, Kind]>([
	['text', 'a', 'value'],
	['nothing', null, 'value'],
	['undefined', undefined, 'value'],
	['a bigint', 5n, 'value'],
	['a Date', new Date(0), 'value'],
	['a DateTime', DateTime.utc(2026), 'value'],
	['a DateTime in JSON', { isLuxonDateTime: true }, 'record'],
	['a list', [], 'list'],
	['an object', {}, 'record'],
	['an object without prototype', Object.create(null), 'record'],
	['an object of another realm', Object.create(Object.create(null)), 'record'],
	['a Map', new Map(), 'instance'],
	['an object of a class', new Customer(), 'instance'],
	['a function', () => 1, 'instance'],
	['a symbol', Symbol('s'), 'instance'],
	['a proxy that was revoked', revoked(), 'instance'],
])('%s is a %s', (_, value, kind) => {
	expect(kindOf(value)).toBe(kind);
});

it.each<[unknown, boolean]>([
	[undefined, true],
	[null, true],
	['', true],
	[[], true],
	[[null, '', undefined], true],
	[{}, true],
	[' ', false],
	[0, false],
	[false, false],
	[[0], false],
	[[[]], false],
	[{ a: null }, false],
	[new Map(), false],
	[new Date(NaN), false],
	[() => 1, false],
])('%p holds nothing: %s', (value, isEmpty) => {
	expect(holdsNothing(value)).toBe(isEmpty);
});

it.each<[Record<string, unknown>, { value: unknown } | undefined]>([
	[{ $oid: '64b7' }, { value: '64b7' }],
	[{ $date: 5 }, { value: 5 }],
	[{ $oid: '64b7', name: 'Asha' }, undefined],
	[{ $other: 1 }, undefined],
	[{ specialValue: 'NaN' }, { value: null }],
	[{ error: '#ERROR!' }, { value: null }],
	[{ error: { code: 1 } }, undefined],
	[{ error: '#ERROR!', name: 'Asha' }, undefined],
	[{ fault: '#ERROR!' }, undefined],
	[{ value: 'Asha', versions: [] }, { value: 'Asha' }],
	[{ source: 'CRM', value: null }, { value: null }],
	[{ value: 'Asha' }, undefined],
	[{ value: 'Asha', name: 'first' }, undefined],
	[{ versions: [], source: 'CRM' }, undefined],
	[{}, undefined],
])('%j wraps %j', (record, wrapped) => {
	expect(wrappedValue(record)).toEqual(wrapped);
});

it.each<[string, unknown, unknown]>([
	['a URL', new URL('https://example.com/a'), { value: 'https://example.com/a' }],
	['wrapped text', Object('a'), { value: 'a' }],
	['a wrapped number', Object(5), { value: 5 }],
	['a wrapped no', Object(false), { value: false }],
	['a Map', new Map(), undefined],
	['text', 'a', undefined],
	['nothing', null, undefined],
	['a function', () => 1, undefined],
	['a proxy that was revoked', revoked(), undefined],
])('%s stands for a value, or for none', (_, value, simple) => {
	expect(valueOfInstance(value)).toEqual(simple);
});

function ofClass(constructor: unknown): object {
	return Object.create({ constructor });
}

it.each<[unknown, string]>([
	[() => 1, 'function'],
	[Symbol('s'), 'symbol'],
	[new Map(), 'Map'],
	[Duration.fromMillis(1), 'Duration'],
	[new Customer(), 'Customer'],
	[ofClass({ name: 'a'.repeat(40) }), 'a'.repeat(40)],
	[ofClass({ name: 'a'.repeat(41) }), 'object of a class'],
	[ofClass({ name: '<b>' }), 'object of a class'],
	[ofClass({ name: 'a <b>' }), 'object of a class'],
	[ofClass({ name: 5 }), 'object of a class'],
	[ofClass(undefined), 'object of a class'],
	[revoked(), 'object of a class'],
])('an instance is called %#: %s', (value, name) => {
	expect(nameOfInstance(value)).toBe(name);
});

it.each<[Record<string, unknown>, string | undefined]>([
	[{ first: 'Asha', last: 'Rao' }, 'Asha Rao'],
	[
		{ last: 'Rao', suffix: 'PhD', middle: ' K ', prefix: 'Dr', first: ' Asha ' },
		'Dr Asha K Rao PhD',
	],
	[{ first: 'Asha', middle: '', last: null }, 'Asha'],
	[{ first: 'Asha' }, undefined],
	[{ last: 'Rao' }, undefined],
	[{ prefix: 'Dr', suffix: 'PhD' }, undefined],
	[{ first: 'Asha', last: 'Rao', nick: 'A' }, undefined],
	[{ first: 'Asha', last: true }, undefined],
	[{ first: 'A', last: 'B', middle: 'C', prefix: 'D', suffix: 'E', other: 'F' }, undefined],
	[{ full: '(91) 90000' }, '(91) 90000'],
	[{ full: 90000 }, '90000'],
	[{ full: null }, ''],
	[{ full: 'Asha', first: 'Asha' }, undefined],
	[{ day: '5', month: '1', year: '2026' }, '2026-01-05'],
	[{ year: 2026, month: 12, day: 31 }, '2026-12-31'],
	[{ year: '26', month: '12', day: '31' }, undefined],
	[{ year: '20266', month: '12', day: '31' }, undefined],
	[{ year: 'A2026', month: '12', day: '31' }, undefined],
	[{ year: '2026', month: 'Dec', day: '31' }, undefined],
	[{ year: '2026', month: '1x', day: '31' }, undefined],
	[{ year: '2026', month: 'x1', day: '31' }, undefined],
	[{ year: '2026', month: '12', day: '31st' }, undefined],
	[{ year: '2026', month: '12', day: 'x3' }, undefined],
	[{ year: '2026', month: '12', day: null }, undefined],
	[{ year: '2026', month: '12', day: '31', hour: '10' }, undefined],
	[{ year: '2026', month: '12' }, undefined],
	[{ a: '1', b: '2', c: '3' }, undefined],
])('%j is one value: %j', (record, whole) => {
	expect(valueOfParts(record)).toBe(whole);
});
