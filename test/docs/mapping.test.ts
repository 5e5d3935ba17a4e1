import { toCustomerId } from '../../nodes/Growlytics/operations/customer/customerId';
import { itemMappingOptions, runMappingOptions } from '../../nodes/Growlytics/panel/mappingOptions';
import type { AttributeType } from '../../nodes/Growlytics/values/attributeTypes';
import { attributeTypes } from '../../nodes/Growlytics/values/attributeTypes';
import type { Mapped, Options } from '../attributes/mapping';
import { mapAutomatically } from '../attributes/mapping';
import { tableRows } from './pages';

/** The rules of the page, each with the example that it shows. */
const rows = (firstColumn: string) => tableRows('docs/mapping.md', firstColumn);

const LEFT_OUT = 'left out';
const NOT_SENT = 'not sent';

/** The examples in a cell: `code` is text, "the number `1`" a number, "left out" is itself. */
function examplesIn(cell: string): unknown[] {
	return [...cell.matchAll(/(the number )?`([^`]+)`|left out/g)].map(([, number, code]) =>
		code === undefined ? LEFT_OUT : number === undefined ? code : Number(code),
	);
}

function codeIn(cell: string): string {
	return /^`(.*)`$/.exec(cell)?.[1] ?? cell;
}

function labelOf(type: AttributeType | undefined): string {
	return type === undefined ? 'nothing' : attributeTypes[type].label;
}

/** What one column holds becomes, row by row: as text, as the page writes it. */
function sentOf({ customers }: Mapped, name: string): string[] {
	return customers.map((one) => {
		if ('problems' in one) return NOT_SENT;
		const found = one.customer.attributes.find((attribute) => attribute.name === name);
		return found === undefined ? LEFT_OUT : String(found.value);
	});
}

function mapColumn(name: string, holds: string, options: Options = {}): Mapped {
	return mapAutomatically(
		examplesIn(holds).map((value) => ({ [name]: value })),
		options,
	);
}

/** An item's attributes, or that it is not sent. */
function attributesOf(fields: string, options: Options = {}): unknown {
	const { customers } = mapAutomatically([JSON.parse(fields)], options);
	const [one] = customers;
	if (one === undefined || 'problems' in one) return NOT_SENT;
	return Object.fromEntries(one.customer.attributes.map(({ name, value }) => [name, value]));
}

const expectedOf = (cell: string): unknown =>
	cell === NOT_SENT ? NOT_SENT : JSON.parse(codeIn(cell));

const optionTable = { ...itemMappingOptions, ...runMappingOptions };

/** The option and the choice that the panel calls so, as the mapping takes them. */
function chosen(label: string, choice: string): Options {
	for (const [name, { field }] of Object.entries(optionTable)) {
		if (field.displayName !== label) continue;
		const entry = (field.options ?? []).find((one) => one.name === choice);
		if (entry !== undefined && 'value' in entry) return { [name]: entry.value };
	}
	throw new Error(`The node has no option ${label} > ${choice}`);
}

it('the page has its rules in tables', () => {
	const columns = ['Column', 'Option', 'Columns', 'Fields of an item', 'Choice', 'From', 'Value'];
	expect(columns.map((one) => [one, rows(one).length > 2])).toEqual(
		columns.map((one) => [one, true]),
	);
});

test.each(rows('Column'))('%s: %s becomes %s, sent as %s', (name, holds, type, sent) => {
	const mapped = mapColumn(name ?? '', holds ?? '');
	const column = mapped.mapped.columns.find((one) => one.name === name);
	expect(labelOf(column?.type)).toBe(type);
	expect(sentOf(mapped, name ?? '')).toEqual(examplesIn(sent ?? ''));
});

test.each(rows('Option'))('%s > %s: %s with %s is sent as %s', (...cells) => {
	const [option = '', choice = '', name = '', holds = '', sent = ''] = cells;
	const isDate = option === 'Numbers as Dates';
	const mapped = mapColumn(name, holds, {
		...chosen(option, choice),
		...(isDate && { attributeTypes: { [name]: 'date' } }),
	});
	expect(sentOf(mapped, name)).toEqual(examplesIn(sent));
});

test.each(
	rows('Columns').flatMap(([names = '', holds = '', fills = '']) =>
		examplesIn(names).map((name) => [String(name), codeIn(holds), codeIn(fills)]),
	),
)('%s with %s fills %s', (name, value, fills) => {
	const { customers } = mapAutomatically([{ [name ?? '']: value }]);
	const [one] = customers;
	const sent = one === undefined || 'problems' in one ? [] : one.customer.attributes;
	const standard = sent.map((attribute) => attribute.name).filter((one) => /^[a-z]+$/.test(one));
	expect(standard).toEqual(fills === 'nothing' ? [] : [fills]);
});

test.each(rows('Fields of an item'))('%s becomes %s', (fields, attributes) => {
	expect(attributesOf(codeIn(fields ?? ''))).toEqual(expectedOf(attributes ?? ''));
});

test.each(rows('From'))('%s: %s becomes %s', (_from, fields, attributes) => {
	expect(attributesOf(codeIn(fields ?? ''))).toEqual(expectedOf(attributes ?? ''));
});

test.each(rows('Choice'))('Nested Values > %s', (choice = '', ofObject = '', ofList = '') => {
	const options = chosen('Nested Values', choice);
	const address = '{"address": {"city": "Pune"}}';
	const tags = '{"tags": ["a", "b"]}';
	// A field that only came along is left out where it does not fit: it has to be named to fail.
	const named = (field: string): Options => ({ ...options, include: 'selected', fields: field });
	const isFailing = choice === 'Fail the Item';
	expect(attributesOf(address, isFailing ? named('address') : options)).toEqual(
		expectedOf(ofObject),
	);
	expect(attributesOf(tags, isFailing ? named('tags') : options)).toEqual(expectedOf(ofList));
});

/** The rows of the table of chosen types: `taken` with what is sent, and what is not taken. */
const chosenTypes = rows('Type').flatMap(([label = '', taken = '', refused = '']) => {
	const type = Object.entries(attributeTypes).find(([, one]) => one.label === label)?.[0];
	const accepted = taken.split('; ').map((one) => {
		const [from = '', to = ''] = one.split(' → ');
		return [label, type, from, codeIn(to)] as const;
	});
	return [...accepted, ...refused.split('; ').map((one) => [label, type, one, NOT_SENT] as const)];
});

test.each(chosenTypes)('%s (%s) of %s: %s', (_label, type, from, sent) => {
	const [example] = examplesIn(from);
	const isObject = typeof example === 'string' && example.startsWith('{');
	const value = isObject ? JSON.parse(example) : example;
	const attributeType = type as AttributeType;
	const mapped = mapAutomatically([{ X: value }], {
		attributeTypes: { X: attributeType },
		nestedValues: 'error',
	});
	expect(sentOf(mapped, 'X')).toEqual([sent]);
});

test.each(rows('Value').filter((cells) => cells.length === 3))(
	'%s is sent as %s without a zone, as %s in Kolkata',
	(value = '', without = '', inKolkata = '') => {
		const sent = (timezone: string) => sentOf(mapColumn('Joined', value, { timezone }), 'Joined');
		expect(sent('')).toEqual([codeIn(without)]);
		expect(sent('Asia/Kolkata')).toEqual([codeIn(inKolkata)]);
	},
);

test.each(rows('Value').filter((cells) => cells.length === 2))(
	'Customer ID %s is sent as %s',
	(value = '', sent = '') => {
		const [example] = examplesIn(value);
		const id = toCustomerId(example);
		expect(typeof id === 'string' ? id : NOT_SENT).toBe(sent === NOT_SENT ? sent : codeIn(sent));
	},
);
