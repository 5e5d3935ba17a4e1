import fc from 'fast-check';
import type { AttributeType } from '../../nodes/Growlytics/values/attributeTypes';
import { checkCustomer } from '../growlytics/customerSchema';
import { Profiles } from '../growlytics/profiles';
import { readSettings } from '../growlytics/settings';
import type { Mapped, Options } from './mapping';
import { mapAutomatically, mapFields, mapJson } from './mapping';

const RUNS = { numRuns: 300 };
const SETTINGS = readSettings({});

const types: AttributeType[] = ['string', 'number', 'boolean', 'date'];

/** Names that meet again in other items, beside any others. */
const name = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom('City', 'Age', 'Since', 'Vip', ' City', 'a.b', 'a') },
	{ weight: 3, arbitrary: fc.constantFrom('name', 'Email', 'EMAIL', 'email', 'Mobile ', 'mobile') },
	{
		weight: 2,
		arbitrary: fc.constantFrom(
			'',
			' ',
			'__proto__',
			'constructor',
			'headers',
			'params',
			'query',
			'body',
		),
	},
	{ weight: 1, arbitrary: fc.constantFrom('x'.repeat(49), 'x'.repeat(50), '🎉'.repeat(50)) },
	fc.string({ unit: 'binary', maxLength: 60 }),
);

const text = fc.oneof(
	fc.constantFrom(
		'',
		' ',
		'N/A',
		'007',
		'12',
		'1,234',
		'yes',
		'2026-01-31',
		'2026-01-31T19:14:15Z',
	),
	fc.constantFrom('2026-01-31T19:14:15+05:30', '9007199254740993', '03/04/2026', 'undefined'),
	fc.string({ unit: 'binary' }),
	fc.constant('long '.repeat(2000)),
);

const number = fc.oneof(
	fc.constantFrom(0, -0, 1, 46053.8, 1769886855, 1e21, 2 ** 53, 1e-7),
	fc.double(),
	fc.integer(),
);

const single = fc.oneof(text, number, fc.boolean(), fc.constant(null));

/** An object with own keys, `__proto__` too, as JSON.parse makes it. */
function record(value: fc.Arbitrary<unknown>): fc.Arbitrary<Record<string, unknown>> {
	return fc.array(fc.tuple(name, value), { maxLength: 8 }).map(Object.fromEntries);
}

const { tree: jsonValue } = fc.letrec<{ tree: unknown }>((tie) => ({
	tree: fc.oneof(
		{ maxDepth: 4, depthSize: 'small' },
		{ weight: 5, arbitrary: single },
		{ weight: 1, arbitrary: record(tie('tree')) },
		{ weight: 1, arbitrary: fc.array(tie('tree'), { maxLength: 4 }) },
	),
}));

/** What JSON cannot hold and an expression or a node in the same process can. */
const hostile = fc.oneof(
	jsonValue,
	fc.date({ noInvalidDate: false }),
	fc.bigInt(),
	fc.constantFrom(undefined, NaN, Infinity, Symbol('s'), () => 1, new Map([['a', 1]])),
	fc.constantFrom(endless(), Object.create(null), { isLuxonDateTime: true }, [[[]]]),
	fc.object({ withNullPrototype: true, withDate: true, withMap: true, withBigInt: true }),
);

const options: fc.Arbitrary<Options> = fc.record(
	{
		timezone: fc.constantFrom('', 'Asia/Kolkata', 'America/New_York'),
		dateNumbers: fc.constantFrom('refuse', 'unixSeconds', 'unixMilliseconds', 'spreadsheetSerial'),
		emptyValues: fc.constantFrom('skip', 'sendEmptyString'),
		invalidAttributes: fc.constantFrom('failItem', 'skip'),
		nestedValues: fc.constantFrom('readable', 'error', 'flatten', 'json', 'skip'),
		matchStandardAttributes: fc.boolean(),
		detectTypes: fc.constantFrom('noDoubt', 'ask', 'off'),
		dateOrder: fc.constantFrom('evidence', 'dayFirst', 'monthFirst'),
		numberFormat: fc.constantFrom('evidence', 'point', 'comma'),
		renames: fc.dictionary(name, name, { maxKeys: 2 }),
		include: fc.constantFrom('all', 'selected', 'except'),
		fields: fc.oneof(fc.array(fc.oneof(name, jsonValue)), fc.string(), name),
		attributeTypes: fc.dictionary(name, fc.constantFrom(...types), { maxKeys: 3 }),
	},
	{ requiredKeys: [] },
);

const items = (value: fc.Arbitrary<unknown>) => fc.array(record(value), { maxLength: 6 });

const entries = fc.array(
	fc.oneof(
		{ weight: 5, arbitrary: fc.record({ name, type: fc.constantFrom(...types), value: single }) },
		{ weight: 1, arbitrary: jsonValue },
	),
	{ maxLength: 6 },
);

function endless(): unknown {
	const value: Record<string, unknown> = { list: [] };
	value.self = value;
	return value;
}

function deepFreeze(value: unknown, seen = new Set<unknown>()): void {
	if (typeof value !== 'object' || value === null || seen.has(value)) return;
	seen.add(value);
	for (const key of Reflect.ownKeys(value)) deepFreeze(Reflect.get(value, key), seen);
	Object.freeze(value);
}

/**
 * Everything that a run sends is accepted, and nothing of it is ignored.
 * @returns the number of attributes that were sent
 */
function expectAccepted({ customers, mapped: { columns } }: Mapped): number {
	const runTypes = new Map(columns.map(({ name, type }) => [name, type]));
	const account = new Profiles();
	let sent = 0;
	for (const [index, mapped] of customers.entries()) {
		if ('problems' in mapped) {
			expect(mapped.problems.length).toBeGreaterThan(0);
			continue;
		}
		const customer = { ...mapped.customer, id: `customer ${index}` };
		const received: unknown = JSON.parse(JSON.stringify(customer));
		expect(received).toEqual(customer);
		const checked = checkCustomer(received, SETTINGS);
		if ('details' in checked) throw new Error(checked.details.map(({ message }) => message).join());
		const stored = account.store(checked.customer, SETTINGS);
		expect(stored).toEqual({ stored: true });
		sent += customer.attributes.length;
		for (const attribute of customer.attributes) {
			const isStandard = ['name', 'email', 'mobile'].includes(attribute.name);
			// An absent text that is emptied has no column.
			const type = isStandard ? 'string' : (runTypes.get(attribute.name) ?? 'string');
			expect(attribute.type).toBe(type);
		}
	}
	expect(account.ignored()).toEqual([]);
	return sent;
}

describe('whatever the items hold, mapping', () => {
	it('gives a customer that Growlytics takes, or problems: Map Automatically', () => {
		let sent = 0;
		fc.assert(
			fc.property(items(jsonValue), options, (list, settings) => {
				sent += expectAccepted(mapAutomatically(list, settings));
			}),
			RUNS,
		);
		expect(sent).toBeGreaterThan(RUNS.numRuns / 2);
	});

	it('gives a customer that Growlytics takes, or problems: JSON', () => {
		const value = fc.oneof(
			jsonValue,
			entries,
			record(single),
			entries.map((list) => JSON.stringify(list)),
			fc.string(),
		);
		fc.assert(
			fc.property(fc.array(value, { maxLength: 6 }), options, (list, settings) => {
				expectAccepted(mapJson(list, settings));
			}),
			RUNS,
		);
	});

	it('gives a customer that Growlytics takes, or problems: Map Each Field Below', () => {
		const row = fc.record({
			name: fc.oneof(name, hostile),
			type: fc.constantFrom(...types),
			value: fc.oneof(single, hostile),
		});
		const rows = fc.oneof(fc.array(row), hostile);
		fc.assert(
			fc.property(fc.oneof(record(single), hostile), rows, options, (standard, list, settings) => {
				expectAccepted(mapFields(standard, list, settings));
			}),
			RUNS,
		);
	});

	it('throws nothing, also for values that no JSON can hold', () => {
		fc.assert(
			fc.property(items(hostile), hostile, hostile, options, (list, json, id, settings) => {
				expectAccepted(mapAutomatically(list, settings, () => id));
				expectAccepted(mapJson([json, ...list], settings));
			}),
			RUNS,
		);
	});

	it('takes any ID or says what is wrong with it', () => {
		fc.assert(
			fc.property(hostile, (id) => {
				const [mapped] = mapAutomatically([{ City: 'Pune' }], {}, () => id).customers;
				if (mapped && 'customer' in mapped) expect(mapped.customer.id.trim()).not.toBe('');
				else expect(mapped).toMatchObject({ problems: [{ attribute: 'id' }] });
			}),
			RUNS,
		);
	});

	it('changes no item', () => {
		fc.assert(
			fc.property(items(hostile), options, (list, settings) => {
				deepFreeze(list);
				const before = list.map((item) => Object.entries(item));
				mapAutomatically(list, settings);
				mapJson(list, settings);
				expect(list.map((item) => Object.entries(item))).toEqual(before);
			}),
			RUNS,
		);
	});

	it('lets nothing of one item reach another', () => {
		fc.assert(
			fc.property(items(jsonValue), options, (list, settings) => {
				const marked = list.map((item, index) => ({ ...item, [`only ${index}`]: `mine ${index}` }));
				const { customers } = mapAutomatically(marked, { ...settings, include: 'all' });
				for (const [index, mapped] of customers.entries()) {
					if ('problems' in mapped) continue;
					const { attributes } = mapped.customer;
					const foreign = attributes.filter((one) => /^only \d/.test(one.name));
					expect(foreign).toEqual([
						{ name: `only ${index}`, type: 'string', value: `mine ${index}` },
					]);
				}
			}),
			RUNS,
		);
	});

	it('gives the same customers for the same items', () => {
		fc.assert(
			fc.property(items(jsonValue), options, (list, settings) => {
				expect(mapAutomatically(list, settings)).toEqual(mapAutomatically(list, settings));
			}),
			RUNS,
		);
	});

	it('sends byte-equal bodies in all three ways to map', () => {
		const value = fc.oneof(
			fc.record({ type: fc.constant('number'), value: fc.integer() }),
			fc.record({ type: fc.constant('boolean'), value: fc.boolean() }),
			fc.record({ type: fc.constant('string'), value: fc.constantFrom('Pune', 'Goa & co', 'नाम') }),
			fc.record({ type: fc.constant('date'), value: fc.constantFrom('2026-01-31T19:14:15Z') }),
		);
		const one = fc.dictionary(fc.constantFrom('Orders', 'Vip', 'Town', 'Since'), value);
		fc.assert(
			fc.property(one, (given) => {
				const entries = Object.entries(given).map(([name, rest]) => ({ name, ...rest }));
				const fields = Object.fromEntries(entries.map((entry) => [entry.name, entry.value]));
				const attributeTypes: NonNullable<Options['attributeTypes']> = {};
				for (const { name: attribute, type } of entries) {
					const known = types.find((each) => each === type);
					if (known !== undefined) attributeTypes[attribute] = known;
				}
				const standard = { name: 'Asha', email: 'a@example.com' };
				const item = { ...standard, ...fields };
				const list = [
					...Object.entries(standard).map(([attribute, text]) => ({
						name: attribute,
						type: 'string',
						value: text,
					})),
					...entries,
				];
				const bodies = [
					mapAutomatically([item], { attributeTypes }),
					mapJson([JSON.stringify(item)], { attributeTypes }),
					mapJson([list]),
					mapFields(standard, entries),
				].map(({ customers }) => JSON.stringify(customers));
				expect(new Set(bodies).size).toBe(1);
			}),
			RUNS,
		);
	});
});
