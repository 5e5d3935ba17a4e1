import { DateTime } from 'luxon';

import { isAttributeType } from '../../nodes/Growlytics/values/attributeTypes';
import { isDateObject, isNested } from '../../nodes/Growlytics/values/dateObjects';
import { nothing } from '../../nodes/Growlytics/values/nothing';
import { isRecord } from '../../nodes/Growlytics/values/record';
import {
	isStandardAttribute,
	standardNames,
} from '../../nodes/Growlytics/values/standardAttributes';

class Customer {
	name = 'Asha';
}

it.each<[string, unknown, 'date' | 'nested' | 'record' | 'neither']>([
	['a Date', new Date(0), 'date'],
	['a Date of no day', new Date(NaN), 'date'],
	['a DateTime', DateTime.utc(2026), 'date'],
	// What JSON can hold is no DateTime, whatever it says of itself.
	['a DateTime in JSON', { isLuxonDateTime: true, isValid: true, year: 1 }, 'record'],
	['an object', { city: 'Pune' }, 'record'],
	['an object without prototype', Object.create(null), 'record'],
	['an object of a class', new Customer(), 'record'],
	['a list', ['a'], 'nested'],
	['a map', new Map(), 'nested'],
	['null', null, 'neither'],
	['undefined', undefined, 'neither'],
	['text', '[object Object]', 'neither'],
	['a number', 1, 'neither'],
	['a function', () => 1, 'neither'],
])('%s is a date, nested, or a record', (_, value, kind) => {
	expect(isDateObject(value)).toBe(kind === 'date');
	expect(isNested(value)).toBe(kind === 'nested' || kind === 'record');
	expect(isRecord(value)).toBe(kind === 'record');
});

it.each<[unknown, boolean]>([
	['number', true],
	['string', true],
	['boolean', true],
	['date', true],
	['Number', false],
	['toString', false],
	['', false],
	[['number'], false],
	[undefined, false],
])('%j is an attribute type: %s', (text, isOne) => {
	expect(isAttributeType(text)).toBe(isOne);
});

it('knows the standard attributes', () => {
	expect(standardNames().length).toBeGreaterThan(0);
	expect(standardNames().every(isStandardAttribute)).toBe(true);
	expect(['toString', 'E-mail', ''].some(isStandardAttribute)).toBe(false);
});

const LONG = ' '.repeat(61);

it.each<[unknown, string]>([
	['NULL ', 'word'],
	['NULL\u00a0', 'word'],
	['\u00a0NULL', 'word'],
	[`N/A${LONG}`, 'perhaps'],
	[`${LONG}N/A`, 'perhaps'],
	[`N/A${LONG} `, 'a value'],
	[`${LONG} N/A`, 'a value'],
	['31/12/0001', 'word'],
	[`0001-01-01T00:00:00.${'0'.repeat(20)}`, 'word'],
	[`0001-01-01T00:00:00.${'0'.repeat(21)}`, 'a value'],
	[new Date('0000-06-01T00:00:00Z'), 'word'],
	[new Date('-000001-06-01T00:00:00Z'), 'a value'],
	[new Date('2026-01-31T00:00:00Z'), 'a value'],
	[DateTime.utc(0, 6, 1), 'word'],
	[DateTime.utc(2026, 1, 31), 'a value'],
	[DateTime.invalid('no day'), 'a value'],
	[{ isLuxonDateTime: true, isValid: true, year: 1 }, 'a value'],
	[{ isValid: true, year: 0 }, 'a value'],
])('%p stands for %s', (value, kind) => {
	expect(nothing(value) ?? 'a value').toBe(kind);
});
