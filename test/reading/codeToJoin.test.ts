import { codeToJoin } from '../../nodes/Growlytics/reading/codeToJoin';
import { CHANGING_CODE, SAFE_CODE, UNSAFE_CODE } from './code';

it.each(SAFE_CODE)('joins %s', (code) => {
	expect(codeToJoin(`={{ ${code} }}`)).toBe(` ${code} `);
});

it.each([...UNSAFE_CODE, ...CHANGING_CODE])('leaves %s alone', (code) => {
	expect(codeToJoin(`={{ ${code} }}`)).toBeUndefined();
});

it.each([
	'',
	'a',
	'=',
	'=a',
	'{{ 1 }}',
	'= {{ 1 }}',
	'={{ 1 }} ',
	'={{ 1 }}{{ 2 }}',
	'={{ 1',
	'={{{ a: 1 }}}',
])('leaves %j alone, which is more or less than one pair of braces', (raw) => {
	expect(codeToJoin(raw)).toBeUndefined();
});
