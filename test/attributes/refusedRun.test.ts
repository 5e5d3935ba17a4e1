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
			otherwise(
				'Fields to Include or Exclude',
				'&quot;total orders&quot; is called &quot;Total Orders&quot;',
			),
		],
		[
			'to exclude',
			{ include: 'except', fields: 'CITY' },
			otherwise('Fields to Include or Exclude', '&quot;CITY&quot; is called &quot;City&quot;'),
		],
		[
			'under Attribute Types',
			{ attributeTypes: { TotalOrders: 'number' } },
			otherwise('Attribute Types', '&quot;TotalOrders&quot; is called &quot;Total Orders&quot;'),
		],
		[
			'under Rename Attributes',
			{ renames: { city: 'Town' } },
			otherwise(
				'Options &gt; Rename Attributes',
				'&quot;city&quot; is called &quot;City&quot;',
			).replace('&gt;', '>'),
		],
		[
			'several times',
			{ attributeTypes: { CITY: 'string', 'total  orders': 'number' } },
			otherwise(
				'Attribute Types',
				'&quot;CITY&quot; is called &quot;City&quot;',
				'&quot;total  orders&quot; is called &quot;Total Orders&quot;',
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
			otherwise('Attribute Types', '&quot;&lt;B&gt;&quot; is called &quot;&lt;b&gt;&quot;'),
		);
	});
});

describe('Detect Types > Ask', () => {
	it('names every attribute in doubt', () => {
		const list = [{ Orders: '12', Joined: '31/01/2026', When: '03/04/2026', City: 'Pune', n: 3 }];
		expect(refusalOf({ detectTypes: 'ask' }, list)).toBe(
			'Detect Types asks for the types of 3 attributes (&quot;Orders&quot; could be Number; &quot;Joined&quot; could be Date and Time; &quot;When&quot; could be Date and Time)',
		);
		expect(refusalOf({ detectTypes: 'ask' }, [{ Orders: '12' }])).toBe(
			'Detect Types asks for the types of 1 attribute (&quot;Orders&quot; could be Number)',
		);
	});

	it('asks no more where all have a type', () => {
		const list = [{ Orders: '12', Joined: '31/01/2026', City: 'Pune', n: 3 }];
		const attributeTypes = { Orders: 'number', Joined: 'string' } as const;
		expect(refusalOf({ detectTypes: 'ask', attributeTypes }, list)).toBeUndefined();
		expect(refusalOf({ detectTypes: 'ask' }, [{ City: 'Pune', n: 3, is: true }])).toBeUndefined();
	});

	it.each(['noDoubt', 'off'] as const)('does not ask if it is %s', (detectTypes) => {
		expect(refusalOf({ detectTypes }, [{ Orders: '12', When: '03/04/2026' }])).toBeUndefined();
	});
});
