import { show } from '../../nodes/Growlytics/values/show';

it.each<[unknown, string]>([
	['12px', '"12px"'],
	[12, '12'],
	[null, 'null'],
	[undefined, 'undefined'],
	[['a', 'b'], 'a list of 2'],
	[{ city: 'Pune' }, 'an object'],
	[() => 'secret', 'a function'],
])('%p is shown as %s', (value, shown) => {
	expect(show(value)).toBe(shown);
});
