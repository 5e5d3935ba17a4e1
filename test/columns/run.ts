import type { AttributeType } from '../../nodes/Growlytics/values/attributeTypes';
import type { Column } from '../../nodes/Growlytics/columns/columns';
import { createColumns } from '../../nodes/Growlytics/columns/columns';
import type { ReadingOptions } from '../../nodes/Growlytics/columns/options';
import type { ReadValue, ValueSettings } from '../../nodes/Growlytics/columns/readValue';
import { readValue } from '../../nodes/Growlytics/columns/readValue';

export type Table = Readonly<Record<string, readonly unknown[]>>;

export const DEFAULTS: ReadingOptions = {
	detectTypes: 'noDoubt',
	dateOrder: 'evidence',
	numberFormat: 'evidence',
};

export const SETTINGS: ValueSettings = { timezone: 'Asia/Kolkata', dateNumbers: 'refuse' };

/** The columns of a run whose items hold these values, by header. */
export function columnsOf(
	table: Table,
	options: Partial<ReadingOptions> = {},
	declared: Readonly<Record<string, AttributeType>> = {},
): ReadonlyMap<string, Column> {
	const columns = createColumns({ ...DEFAULTS, ...options });
	for (const [name, values] of Object.entries(table)) {
		for (const value of values) columns.add(name, value);
	}
	return columns.decide(new Map(Object.entries(declared)));
}

/** The column of one header. */
export function columnOf(
	name: string,
	values: readonly unknown[],
	options: Partial<ReadingOptions> = {},
	declared?: AttributeType,
): Column {
	const types = declared === undefined ? {} : { [name]: declared };
	const column = columnsOf({ [name]: values }, options, types).get(name);
	if (column === undefined) throw new Error(`no column ${name}`);
	return column;
}

/** What is sent of a value: the value, `nothing`, or why it is not sent. */
export function outcome(read: ReadValue): unknown {
	if ('value' in read) return read.value;
	if ('isEmpty' in read) return 'nothing';
	return 'leftOut' in read ? `left out: ${read.leftOut}` : `problem: ${read.problem.message}`;
}

/** What is sent of each value of one column. */
export function sent(
	name: string,
	values: readonly unknown[],
	options: Partial<ReadingOptions> = {},
	declared?: AttributeType,
): unknown[] {
	const column = columnOf(name, values, options, declared);
	return values.map((value) => outcome(readValue(value, column, SETTINGS)));
}
