import { DateTime } from 'luxon';
import { mapJson, outcomes } from './mapping';
import type { Options } from './mapping';

const entry = { name: 'City', type: 'string', value: 'Pune' };

function outcomeOf(value: unknown, options: Options = {}) {
	return outcomes(mapJson([value], options))[0];
}

const invalid = (place: string) => ({
	problems: [['', `Attributes (JSON) is not valid JSON: ${place}`]],
});

describe('Attributes (JSON)', () => {
	it.each<[string, unknown]>([
		['text of an object', '{"City": "Pune", "Age": 3, "Vip": false, "None": null}'],
		['text with space around it', '\n {"City":"Pune","Age":3,"Vip":false}\t'],
		['an object', { City: 'Pune', Age: 3, Vip: false, None: undefined }],
		['text of a list', JSON.stringify([entry, number('Age', 3), boolean('Vip', false)])],
		['a list', [entry, number('Age', '3'), boolean('Vip', 'no')]],
		['a list with more in its entries', [{ ...entry, id: 7 }, number('Age', 3), boolean('Vip', 0)]],
	])('takes %s', (_what, value) => {
		expect(outcomeOf(value)).toEqual({
			sent: [
				['City', 'string', 'Pune'],
				['Age', 'number', 3],
				['Vip', 'boolean', false],
			],
		});
	});

	it.each<[unknown, string]>([
		['', 'Attributes (JSON) is empty'],
		[' \n ', 'Attributes (JSON) is empty'],
		['null', 'Attributes (JSON) is null, not an object or a list'],
		['42', 'Attributes (JSON) is 42, not an object or a list'],
		['"City"', 'Attributes (JSON) is "City", not an object or a list'],
		[undefined, 'Attributes (JSON) is undefined, not an object or a list'],
		[null, 'Attributes (JSON) is null, not an object or a list'],
		[true, 'Attributes (JSON) is true, not an object or a list'],
		[DateTime.utc(2026), 'Attributes (JSON) is 2026-01-01 00:00:00, not an object or a list'],
		[new Date(0), 'Attributes (JSON) is 1970-01-01 00:00:00, not an object or a list'],
	])('refuses %p', (value, message) => {
		expect(outcomeOf(value)).toEqual({ problems: [['', message]] });
		expect(outcomeOf(value, { invalidAttributes: 'skip' })).toEqual({ problems: [['', message]] });
	});

	it.each([
		['{', "line 1, column 2: Expected property name or '}'"],
		['{"City": "Pune",}', 'line 1, column 17: Expected double-quoted property name'],
		["{'City': 'Pune'}", "line 1, column 2: Expected property name or '}'"],
		['{\n\t"City": Pune\n}', 'Unexpected token \'P\', "{\n\t"City": Pune\n}"'],
		['{"City": "Pune" "Age": 3}', "line 1, column 17: Expected ',' or '}' after property value"],
		['{"City" "Pune"}', "line 1, column 9: Expected ':' after property name"],
		['{"a": 1, 2: 3}', 'line 1, column 10: Expected double-quoted property name'],
		['{City: 1}', "line 1, column 2: Expected property name or '}'"],
		['[1, 2', "line 1, column 6: Expected ',' or ']' after array element"],
		['[1,]', 'Unexpected token \']\', "[1,]"'],
		['[1}', "line 1, column 3: Expected ',' or ']' after array element"],
		['{"a":1]', "line 1, column 7: Expected ',' or '}' after property value"],
		['{"a":1} x', 'line 1, column 9: Unexpected non-whitespace character after JSON'],
		['{"a":1}}', 'line 1, column 8: Unexpected non-whitespace character after JSON'],
		['{"a":007}', 'line 1, column 7: Unexpected number'],
		['{"a":.5}', 'Unexpected token \'.\', "{"a":.5}"'],
		['{"a":1.}', 'line 1, column 8: Unterminated fractional number'],
		['{"a":NaN}', 'Unexpected token \'N\', "{"a":NaN}"'],
		['{"a":undefined}', 'Unexpected token \'u\', "{"a":undefined}"'],
		['{"a":True}', 'Unexpected token \'T\', "{"a":True}"'],
		['{"a":"x\ny"}', 'line 1, column 8: Bad control character in string literal'],
		['{"a":"x\\q"}', 'line 1, column 9: Bad escaped character'],
		['{"a":"x}', 'line 1, column 9: Unterminated string'],
		['{"a":"x", // note\n}', 'line 1, column 11: Expected double-quoted property name'],
		['{"a":“x”}', 'Unexpected token \'“\', "{"a":“x”}"'],
		['[object Object]', '"[object Object]"'],
		['Pune, and a long text that is no JSON', 'Unexpected token \'P\', "Pune, and "...'],
	])('says where %j is wrong', (text, place) => {
		expect(() => JSON.parse(text)).toThrow();
		expect(outcomeOf(text)).toEqual(invalid(place));
	});

	it.each<[string, unknown, [string, string]]>([
		['no object', 7, ['', 'Attributes (JSON) has no name or no value in entry 1 of the list']],
		['null', null, ['', 'Attributes (JSON) has no name or no value in entry 1 of the list']],
		[
			'no name',
			{ type: 'string', value: 1 },
			['', 'Attributes (JSON) has no name or no value in entry 1 of the list'],
		],
		[
			'a name that is no text',
			{ ...entry, name: 7 },
			['', 'Attributes (JSON) has no name or no value in entry 1 of the list'],
		],
		[
			'no value',
			{ name: 'City', type: 'string' },
			['City', 'Attributes (JSON) has no name or no value in entry 1 of the list'],
		],
		['no type', { name: 'City', value: 1 }, ['City', 'it has no type']],
		[
			'another type',
			{ ...entry, type: 'int' },
			['City', 'its type is "int", which Growlytics does not have'],
		],
		[
			'a type in capitals',
			{ ...entry, type: 'String' },
			['City', 'its type is "String", which Growlytics does not have'],
		],
		[
			'a type from JavaScript',
			{ ...entry, type: 'toString' },
			['City', 'its type is "toString", which Growlytics does not have'],
		],
		['a value that does not fit', { ...entry, type: 'date' }, ['City', '"Pune" is no date']],
		['a nested value', { ...entry, value: [1] }, ['City', 'a list of 1 is not a single value']],
	])('refuses an entry with %s', (_what, wrong, problem) => {
		const list = [wrong, number('Age', 3)];
		expect(outcomeOf(list)).toEqual({ problems: [problem] });
		expect(outcomeOf(list, { invalidAttributes: 'skip' })).toEqual({
			sent: [['Age', 'number', 3]],
			warnings: [[problem[0], `Left out: ${problem[1]}.`]],
		});
	});

	it('takes no nested value in a list, whatever is to be done with those of an object', () => {
		const nested = [{ ...entry, value: { a: 1 } }];
		expect(outcomeOf(nested, { nestedValues: 'json' })).toEqual({
			problems: [['City', 'an object is not a single value']],
		});
	});

	it('leaves out an entry with an empty value, and takes an empty list', () => {
		const warnings = [['', 'No attribute is left to send, only the Customer ID.']];
		expect(outcomeOf([{ ...entry, value: null }])).toEqual({ sent: [], warnings });
		expect(outcomeOf('[]')).toEqual({ sent: [], warnings });
		expect(outcomeOf('{}')).toEqual({ sent: [], warnings });
	});

	it('matches standard attributes and nested values of an object as those of an item', () => {
		expect(outcomeOf('{"Email":"a@b.in","a":{"b":1}}', { nestedValues: 'flatten' })).toEqual({
			sent: [
				['email', 'string', 'a@b.in'],
				['a.b', 'number', 1],
			],
		});
	});
});

function number(name: string, value: unknown) {
	return { name, type: 'number', value };
}

function boolean(name: string, value: unknown) {
	return { name, type: 'boolean', value };
}
