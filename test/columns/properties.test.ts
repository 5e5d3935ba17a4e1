import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { AttributeType } from '../../nodes/Growlytics/values/attributeTypes';
import type { Column } from '../../nodes/Growlytics/columns/columns';
import { readValue } from '../../nodes/Growlytics/columns/readValue';
import { plainDigits } from '../../nodes/Growlytics/values/digits';
import { columnOf, SETTINGS } from './run';

const RUNS = { numRuns: 500 };

/** A cell as it is written, and what it means; undefined means nothing. */
interface Cell {
	written: unknown;
	means: string | number | boolean | undefined;
}

const grouped = (number: number, locale: string, decimals: number) =>
	number.toLocaleString(locale, {
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals,
	});

const cents = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((whole) => whole / 100);

/** Numbers in one way of writing each; all of a column are written in one way. */
const numberWriters: ReadonlyArray<(number: number) => unknown> = [
	(number) => number,
	(number) => plainDigits(number),
	(number) => number.toFixed(2),
	(number) => grouped(number, 'en-IN', 2),
	(number) => grouped(number, 'en-US', 2),
	(number) => grouped(number, 'de-DE', 2),
	(number) => `₹${grouped(number, 'en-IN', 2)}`.replace('₹-', '-₹'),
	(number) => `${grouped(number, 'de-DE', 2)} €`,
	(number) => (number < 0 ? `(${grouped(-number, 'en-US', 2)})` : grouped(number, 'en-US', 2)),
];

const numberCells = fc
	.tuple(fc.constantFrom(...numberWriters), fc.array(cents, { minLength: 1, maxLength: 12 }))
	.map(([write, numbers]) =>
		numbers.map((number): Cell => ({ written: write(number), means: number === 0 ? 0 : number })),
	);

const DATE_FORMATS = [
	...[
		'yyyy-MM-dd',
		"yyyy-MM-dd'T'HH:mm:ss",
		'yyyy/MM/dd HH:mm',
		'd MMM yyyy',
		'MMMM d, yyyy h:mm a',
	],
	...['dd/MM/yyyy', 'd-M-yyyy HH:mm', 'MM/dd/yyyy', 'dd.MM.yyyy', 'EEE, dd MMM yyyy HH:mm:ss'],
];

const moment = fc
	.date({ min: new Date('1700-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
	.map((date) => DateTime.fromJSDate(date, { zone: 'utc' }).setLocale('en-US'));

const datesIn = (formats: readonly string[]) =>
	fc
		.tuple(fc.constantFrom(...formats), fc.array(moment, { minLength: 1, maxLength: 12 }))
		.map(([format, moments]) =>
			moments.map((date): Cell => {
				const time = !/[Hh]/.test(format)
					? '00:00:00'
					: format.includes('ss')
						? 'HH:mm:ss'
						: 'HH:mm:00';
				return { written: date.toFormat(format), means: date.toFormat(`yyyy-MM-dd ${time}`) };
			}),
		);

const dateCells = datesIn(DATE_FORMATS);
/** Of a column that is written in both orders nobody can tell what 03/04/2026 means. */
const dayFirstCells = datesIn(DATE_FORMATS.filter((format) => !format.startsWith('MM/')));

const yesNoCells = fc
	.tuple(
		fc.constantFrom(['true', 'false'], ['Yes', 'No'], ['on', 'off'], ['Y', 'N'], ['T', 'F']),
		fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
	)
	.map(([[yes, no], answers]) =>
		answers.map((means): Cell => ({ written: means ? yes : no, means })),
	);

const placeholders = fc.array(
	fc
		.constantFrom('', ' ', '#N/A', 'NULL', '-', 'N/A', 'none', '0000-00-00', null, undefined)
		.map((written): Cell => ({ written, means: undefined })),
	{ maxLength: 4 },
);

/** Text by nature: each alone is enough to keep a column from being typed under a header that says nothing. */
const textCell = fc
	.oneof(
		fc.constantFrom(
			'Pune',
			'May',
			'E10',
			'12%',
			'6-25',
			'01-02',
			'12:30',
			'1e5',
			'Infinity',
			'007',
		),
		fc.constantFrom('12345-6789', '192.168.0.1', '10.100.200.250', '9000010001', '+919000010001'),
		fc.constantFrom('12a', '1.10.2', '१२३', '1,2', '+1', 'Null', 'maybe', '3/4', '(5)', '560 001'),
		fc.uuid(),
	)
	.map((written): Cell => ({ written, means: written }));

/** What could be a list, a vote, a note or a postcode is an amount under the name of one. */
const AS_AMOUNTS: Readonly<Record<string, number>> = {
	'1,2': 1.2,
	'(5)': -5,
	'560 001': 560_001,
};

const codes = fc.array(
	fc
		.oneof(
			fc.integer({ min: 6_000_000_000, max: 9_999_999_999 }).map(String),
			fc.integer({ min: 0, max: 99_999 }).map((number) => `0${number}`),
		)
		.map((written): Cell => ({ written, means: written })),
	{ minLength: 1, maxLength: 8 },
);

const cells = fc
	.tuple(fc.oneof(numberCells, dateCells, yesNoCells, codes, fc.array(textCell)), placeholders)
	.map(([some, none]) => [...some, ...none])
	.chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));

const mixture = fc
	.array(fc.oneof(numberCells, dayFirstCells, yesNoCells, codes, fc.array(textCell)), {
		maxLength: 4,
	})
	.map((all) => all.flat())
	.chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));

const HEADERS = [
	'Anything',
	'Spend',
	'Joined',
	'Newsletter',
	'Pincode',
	'Floor',
	'Notes',
	'City',
	'Initial',
];
const header = fc.constantFrom(...HEADERS);

const columnWith = (name: string, all: readonly Cell[]): Column | undefined =>
	all.length === 0
		? undefined
		: columnOf(
				name,
				all.map(({ written }) => written),
			);

/** What must not depend on the order of rows; examples and quotes do. */
const decision = (column: Column) => ({
	type: column.type,
	decidedBy: column.decidedBy,
	isFromText: column.isFromText,
	offer: column.offer?.type,
	filled: column.filled,
	empty: column.empty,
	reading: column.reading,
	unproven: column.unproven?.option,
	misfits: column.doesNotFit.count,
});

describe('a column of anything', () => {
	it('sends of each value what it means, or nothing: never another meaning', () => {
		fc.assert(
			fc.property(header, fc.oneof(cells, mixture), (name, all) => {
				const column = columnWith(name, all);
				for (const { written, means } of all) {
					if (column === undefined) continue;
					const read = readValue(written, column, SETTINGS);
					if (!('value' in read)) continue;
					const asText = typeof written === 'number' ? plainDigits(written) : String(written);
					if (column.type === 'string') expect(read.value).toBe(asText);
					// Under the name of an amount, ten digits are an amount, and so is what could be something else.
					else if (typeof means === 'string' && column.type === 'number') {
						expect(read.value).toBe(AS_AMOUNTS[means] ?? Number(means));
					} else expect(read.value).toBe(means);
				}
			}),
			RUNS,
		);
	});

	it('is decided the same in any order of its rows', () => {
		const shuffled = fc
			.oneof(cells, mixture)
			.chain((all) =>
				fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
			);
		fc.assert(
			fc.property(header, shuffled, (name, [all, other]) => {
				const [one, two] = [columnWith(name, all), columnWith(name, other)];
				expect(one && decision(one)).toEqual(two && decision(two));
			}),
			RUNS,
		);
	});

	it('keeps its type when rows are added that hold the same again, or nothing', () => {
		fc.assert(
			fc.property(header, cells, placeholders, fc.nat({ max: 3 }), (name, all, none, times) => {
				const before = columnWith(name, all);
				const more = [...all, ...none, ...Array.from({ length: times }, () => all).flat()];
				const hasValue = all.some(({ means }) => means !== undefined);
				if (before !== undefined && hasValue) {
					expect(columnWith(name, more)?.type).toBe(before.type);
				}
			}),
			RUNS,
		);
	});

	it('keeps its type when values of that type are added to those that were read as it', () => {
		const grown = fc.oneof(
			fc.tuple(numberCells, numberCells, fc.constant<AttributeType>('number')),
			fc.tuple(dateCells, dateCells, fc.constant<AttributeType>('date')),
			fc.tuple(yesNoCells, yesNoCells, fc.constant<AttributeType>('boolean')),
		);
		fc.assert(
			fc.property(header, grown, (name, [some, more, type]) => {
				if (columnWith(name, some)?.type !== type || columnWith(name, more)?.type !== type) return;
				expect(columnWith(name, [...some, ...more])?.type).toBe(type);
			}),
			RUNS,
		);
	});

	it('is text where one value is text by nature and the header says nothing', () => {
		fc.assert(
			fc.property(cells, textCell, (all, text) => {
				// "1,2" beside decimal commas and "560 001" beside grouped decimals are numbers like them.
				if (['1,2', '560 001'].includes(String(text.written))) return;
				expect(columnWith('Anything', [...all, text])?.type).toBe('string');
			}),
			RUNS,
		);
	});

	it('of numbers or dates alone is typed, whatever stands for nothing between them', () => {
		fc.assert(
			fc.property(numberCells, placeholders, (all, none) => {
				expect(columnWith('Spend', [...all, ...none])?.type).toBe('number');
			}),
			RUNS,
		);
		fc.assert(
			fc.property(dateCells, placeholders, (all, none) => {
				expect(columnWith('Anything', [...all, ...none])?.type).toBe('date');
			}),
			RUNS,
		);
	});

	it('has in a run of one row the type that it has in the whole', () => {
		const underFittingHeader = fc.oneof(
			fc.tuple(fc.constantFrom('Spend', 'Total Orders', 'Anything'), numberCells),
			fc.tuple(fc.constantFrom('Joined', 'Last Visit', 'Anything'), dateCells),
			fc.tuple(fc.constantFrom('Newsletter', 'Is VIP'), yesNoCells),
			fc.tuple(fc.constantFrom('Pincode', 'Phone', 'Anything'), codes),
		);
		fc.assert(
			fc.property(underFittingHeader, ([name, all]) => {
				const whole = columnWith(name, all)?.type;
				const alone = all.map((cell) => columnWith(name, [cell])?.type);
				expect(new Set(alone)).toEqual(new Set([whole]));
			}),
			RUNS,
		);
	});
});

describe('anything at all', () => {
	const hostile = fc.oneof(
		fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
		fc.constantFrom(
			...[
				() => 1,
				Symbol('s'),
				{
					get a(): never {
						throw new Error('looked into');
					},
				},
			],
			...[new Date(NaN), DateTime.invalid('x'), -0, 1e300, 'x'.repeat(10_000)],
		),
		fc.string({ unit: 'binary' }),
	);

	it('is taken without a fault, and sent as what the column says or not at all', () => {
		const types = { string: 'string', number: 'number', boolean: 'boolean', date: 'string' };
		fc.assert(
			fc.property(header, fc.array(hostile, { minLength: 1 }), (name, values) => {
				const column = columnOf(name, values);
				for (const value of values) {
					const read = readValue(value, column, SETTINGS);
					if ('value' in read) expect(typeof read.value).toBe(types[column.type]);
				}
			}),
			RUNS,
		);
	});
});
