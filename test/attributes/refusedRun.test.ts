import { refusedRun } from '../../nodes/Growlytics/attributes/refusedRun';
import type { Options } from './mapping';
import { mapAutomatically, mappingSettings } from './mapping';

const items = [
	{ City: 'Pune', 'Total Orders': '12', address: { zip: '4' } },
	{ City: 'Goa', 'Total Orders': '7' },
];

function refusalOf(options: Options, list: ReadonlyArray<Record<string, unknown>> = items) {
	return refusedRun(mapAutomatically(list, options).mapped, mappingSettings(options))?.problem;
}

const otherwise = (place: string, ...names: string[]) =>
	`${place} names a field otherwise than it is written (${names.join('; ')})`;

describe('a name that misses by capitals or spaces refuses the run', () => {
	it.each<[string, Options, string]>([
		[
			'to include',
			{ include: 'selected', fields: 'City, total orders' },
			otherwise('Fields to Include or Exclude', '"total orders" is called "Total Orders"'),
		],
		[
			'to exclude',
			{ include: 'except', fields: 'CITY' },
			otherwise('Fields to Include or Exclude', '"CITY" is called "City"'),
		],
		[
			'under Attribute Types',
			{ attributeTypes: { TotalOrders: 'number' } },
			otherwise('Attribute Types', '"TotalOrders" is called "Total Orders"'),
		],
		[
			'under Rename Attributes',
			{ renames: { city: 'Town' } },
			otherwise('Options &gt; Rename Attributes', '"city" is called "City"').replace('&gt;', '>'),
		],
		[
			'several times',
			{ attributeTypes: { CITY: 'string', 'total  orders': 'number' } },
			otherwise(
				'Attribute Types',
				'"CITY" is called "City"',
				'"total  orders" is called "Total Orders"',
			),
		],
	])('%s', (_where, options, problem) => {
		expect(refusalOf(options)).toBe(problem);
		// For one item too: nobody would find the missing attribute.
		expect(refusalOf(options, items.slice(0, 1))).toBe(problem);
	});

	it.each<[string, Options]>([
		['as it is written', { include: 'selected', fields: 'City, Total Orders' }],
		['that nothing is like', { include: 'selected', fields: 'City, Gone' }],
		['that nothing is like', { attributeTypes: { Gone: 'number' } }],
		['that nothing is like', { renames: { Gone: 'x' } }],
		['of a path', { include: 'selected', fields: 'address.zip' }],
		['of two spellings of which one is there', { attributeTypes: { City: 'string' } }],
	])('but none %s', (_what, options) => {
		expect(refusalOf(options)).toBeUndefined();
	});

	it('says nothing in HTML', () => {
		expect(refusalOf({ attributeTypes: { '<B>': 'string' } }, [{ '<b>': 'x' }])).toBe(
			otherwise('Attribute Types', '"&lt;B&gt;" is called "&lt;b&gt;"'),
		);
	});
});

describe('Detect Types > Ask', () => {
	it('names every attribute in doubt, and none that is not', () => {
		const list = [{ Orders: '12', Joined: '2026-01-31', When: '03/04/2026', Floor: '3', n: 3 }];
		expect(refusalOf({ detectTypes: 'ask' }, list)).toBe(
			'Detect Types asks for the types of 2 attributes ("When" could be Date and Time; "Floor" could be Number)',
		);
		expect(refusalOf({ detectTypes: 'ask' }, [{ Floor: '12' }])).toBe(
			'Detect Types asks for the types of 1 attribute ("Floor" could be Number)',
		);
	});

	it('asks no more where all have a type', () => {
		const list = [{ Floor: '12', When: '03/04/2026', City: 'Pune', n: 3 }];
		const attributeTypes = { Floor: 'number', When: 'string' } as const;
		expect(refusalOf({ detectTypes: 'ask', attributeTypes }, list)).toBeUndefined();
		expect(refusalOf({ detectTypes: 'ask' }, [{ City: 'Pune', n: 3, is: true }])).toBeUndefined();
	});

	it.each(['noDoubt', 'off'] as const)('does not ask if it is %s', (detectTypes) => {
		expect(refusalOf({ detectTypes }, [{ Floor: '12', When: '03/04/2026' }])).toBeUndefined();
	});
});
