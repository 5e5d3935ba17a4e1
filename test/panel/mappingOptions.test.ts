import { customerIdOptions } from '../../nodes/Growlytics/operations/customer/customerOptions';
import { customerSubject } from '../../nodes/Growlytics/operations/customer/customerSubject';
import { deliveryOptionsOf } from '../../nodes/Growlytics/panel/deliveryOptions';
import { itemMappingOptions, runMappingOptions } from '../../nodes/Growlytics/panel/mappingOptions';
import type { Option } from '../../nodes/Growlytics/panel/option';
import { optionsOf } from '../../nodes/Growlytics/panel/option';

const table: Record<string, Option<unknown>> = {
	...customerIdOptions,
	...itemMappingOptions,
	...runMappingOptions,
	...deliveryOptionsOf(customerSubject),
};
const options = Object.entries(table).map(([name, option]) => ({ name, ...option }));

const takes = (option: Option<unknown>, value: unknown) => option.schema.safeParse(value).success;

describe.each(options)('the option $name', (option) => {
	it('takes its own default', () => {
		expect(takes(option, option.field.default)).toBe(true);
	});

	it('takes what the panel offers, and nothing else', () => {
		const { type, typeOptions } = option.field;
		if (type === 'options') {
			const offered = (option.field.options ?? []).flatMap((choice) =>
				'value' in choice ? [choice.value] : [],
			);
			expect(offered.length).toBeGreaterThan(1);
			expect(offered).toContain(option.field.default);
			for (const value of offered) expect(takes(option, value)).toBe(true);
			for (const value of ['', 'toString', 'constructor', null, 1, true, []]) {
				expect(takes(option, value)).toBe(false);
			}
			expect(option.takes).toBe(`one of ${offered.join(', ')}`);
			return;
		}
		if (type === 'number') {
			const { minValue, maxValue } = typeOptions ?? {};
			if (minValue === undefined || maxValue === undefined) throw new Error('has no bounds');
			expect(option.takes).toMatch(new RegExp(` from ${minValue} to ${maxValue}$`));
			for (const value of [minValue, maxValue]) expect(takes(option, value)).toBe(true);
			const outside = [minValue - 1, minValue - 1e-9, maxValue + 1, 2 ** 31, Infinity, NaN];
			for (const value of [...outside, '3', '', null, true]) {
				expect(takes(option, value)).toBe(false);
			}
			const isWhole = typeOptions?.numberPrecision === 0;
			expect(takes(option, minValue + 0.5)).toBe(!isWhole);
			return;
		}
		if (type === 'boolean') {
			for (const value of [true, false]) expect(takes(option, value)).toBe(true);
			for (const value of ['true', 1, 0, null, '']) expect(takes(option, value)).toBe(false);
			return;
		}
		expect(['json', 'fixedCollection']).toContain(type);
		for (const value of [7, true, 'x', [1]]) expect(takes(option, value)).toBe(false);
	});
});

it('are shown sorted by label, and choices by name', () => {
	const { options: shown = [] } = optionsOf(table);
	const labels = shown.map((one) => ('displayName' in one ? one.displayName : ''));
	expect(labels).toEqual([...labels].sort((one, other) => one.localeCompare(other)));
	for (const { field } of options) {
		if (field.type !== 'options') continue;
		const names = (field.options ?? []).map(({ name }) => name);
		expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other)));
	}
});

describe('Rename Attributes', () => {
	const read = (rows: unknown) => runMappingOptions.renameAttributes.schema.safeParse(rows);
	const renames = (...rows: unknown[]) => read({ attribute: rows }).data;

	it('reads rows, and passes over those without a field', () => {
		expect(
			renames(
				{ from: "['City, State']", to: ' Town ' },
				{ from: '', to: 'x' },
				{ from: 'a.b', to: 'c' },
			),
		).toEqual([
			{
				from: { written: "['City, State']", name: 'City, State', path: ['City, State'] },
				to: 'Town',
			},
			{ from: { written: 'a.b', name: 'a.b', path: ['a', 'b'] }, to: 'c' },
		]);
		expect(read({}).data).toEqual([]);
	});

	it('asks for the new name', () => {
		expect(read({ attribute: [{ from: 'City', to: ' ' }] }).error?.issues).toMatchObject([
			{ message: '"City" has no new name' },
		]);
	});
});

describe('Attribute Types (JSON)', () => {
	const read = (value: unknown) =>
		runMappingOptions.attributeTypesJson.schema.safeParse(value).data;

	it.each<[unknown, Array<[string, string]> | undefined]>([
		['{}', []],
		['', []],
		['  ', []],
		[null, []],
		[undefined, []],
		[{}, []],
		[
			'{"Total Orders": "number", "Joined": "date"}',
			[
				['Total Orders', 'number'],
				['Joined', 'date'],
			],
		],
		[
			{ a: 'string', b: 'boolean' },
			[
				['a', 'string'],
				['b', 'boolean'],
			],
		],
		['{"a": "Number"}', undefined],
		['{"a": "toString"}', undefined],
		['{"a": ["number"]}', undefined],
		['{', undefined],
		['7', undefined],
	])('%p', (value, types) => {
		expect(read(value)).toEqual(types && new Map(types));
	});
});
