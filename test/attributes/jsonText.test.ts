import { readJsonText } from '../../nodes/Growlytics/attributes/jsonText';

const twice = (name: string) => ({ fault: `it has the name "${name}" twice` });

describe('JSON text', () => {
	it.each<[string, unknown]>([
		['919911112222333444', '919911112222333444'],
		['-919911112222333444', '-919911112222333444'],
		['9007199254740993', '9007199254740993'],
		['9007199254740991', 9007199254740991],
		['0.10000000000000001', '0.10000000000000001'],
		['12345.678901234567891', '12345.678901234567891'],
		['1000000000000000000000', 1e21],
		['0.1', 0.1],
		['12.50', 12.5],
		['-0', 0],
		['-0.0', 0],
		['0', 0],
		['1e21', 1e21],
		['1.5E3', 1500],
		['{"a":{"b":[919911112222333444, 1]}}', { a: { b: ['919911112222333444', 1] } }],
		['"919911112222333444"', '919911112222333444'],
		['true', true],
		['null', null],
		['[]', []],
	])('keeps every digit of %s', (text, value) => {
		const read = readJsonText(text);
		if (!('value' in read)) throw new Error(read.fault);
		// 0 and -0 are one number.
		expect(JSON.stringify(read.value)).toBe(JSON.stringify(value));
	});

	it.each<[string, string]>([
		['{"City":"Pune","City":"Mumbai"}', 'City'],
		['{"City":"Pune","City":"Pune"}', 'City'],
		['{"City":1,"a":{"x":[{"y":1}]},"City":2}', 'City'],
		['{"a":{"City":1,"City":2}}', 'City'],
		['[1,[{"a":1},{"b":1,"b":2}]]', 'b'],
		['{"City":1,"C\\u0069ty":2}', 'City'],
		['{"a\\"b":1,"a\\u0022b":2}', 'a"b'],
		['{"a\\\\":1,"a\\u005c":2}', 'a\\'],
		['{"":1,"":2}', ''],
		['{"__proto__":1,"__proto__":2}', '__proto__'],
		['{\n\t"a" : 1 ,\n\t"a"\n:2}', 'a'],
		['{"🎉":1,"\\ud83c\\udf89":2}', '🎉'],
		[`{"${'x'.repeat(100)}":1,"${'x'.repeat(100)}":2}`, `${'x'.repeat(59)}…`],
	])('refuses a name twice: %s', (text, name) => {
		expect(readJsonText(text)).toEqual(twice(name));
	});

	it.each([
		['in two objects', '[{"a":1},{"a":2}]'],
		['in an object inside', '{"a":{"a":{"a":1}}}'],
		['as a name and a value', '{"a":"a","b":"a"}'],
		['in capitals', '{"City":1,"city":2}'],
		['behind an object of that name', '{"x":{"a":1},"a":2}'],
		['in a text', String.raw`{"a":"\"a\":1,\"a\":2","b":"{\"b\":1,\"b\":2}"}`],
		['behind backslashes', String.raw`{"a":"\\","b":"\\\\","c":"\\\""}`],
		['in a list of texts', '["a","a",["a","a"]]'],
	])('takes a name again %s', (_where, text) => {
		expect(readJsonText(text)).toEqual({ value: JSON.parse(text) });
	});

	it('says where it is wrong', () => {
		expect(readJsonText('{\n"a": 1,\n}')).toEqual({
			fault: 'line 3, column 1: Expected double-quoted property name',
		});
	});

	it('of megabytes is read, and found out at its end', () => {
		const entries = Array.from(
			{ length: 420_000 },
			(_, index) => `"name ${index}":"a ${index} \\" b"`,
		);
		const text = `{${entries.join(',')}`;
		expect(text.length).toBeGreaterThan(12_000_000);
		expect(readJsonText(`${text}}`)).toHaveProperty('value');
		expect(readJsonText(`${text},"name 7":1}`)).toEqual(twice('name 7'));
		const long = 'x\\\\'.repeat(4_000_000);
		expect(readJsonText(`{"a":"${long}","b":1,"a":2}`)).toEqual(twice('a'));
	});

	it.each([1_000, 100_000])('%i levels deep gives a value or a fault, and ends', (depth) => {
		const text = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
		const read = readJsonText(text);
		expect('value' in read || read.fault.length > 0).toBe(true);
		const list = readJsonText(`${'['.repeat(depth)}${']'.repeat(depth)}`);
		expect('value' in list || list.fault.length > 0).toBe(true);
	});
});
