import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import type { Reading } from '../reading/createReading';
import type { InvalidSetup } from '../result/failure';
import { escapeHtml } from '../result/html';
import type { Problem } from '../result/remark';
import { shorten } from '../shorten';
import type { Option, OptionTable, OptionValues } from './option';

/** Values of options. */
interface Read<Table extends OptionTable> {
	values: OptionValues<Table>;
}

/** Why what is entered cannot be used. */
interface Unusable {
	problem: Problem;
}

/**
 * Reads options that hold for the whole run from its first item, each on its own: an expression in another option may
 * fail for that item alone.
 * @returns InvalidSetup, naming the option, if an expression failed or gave something that cannot be used
 */
export function readRunOptions<Table extends OptionTable>(
	context: IExecuteFunctions,
	table: Table,
): Read<Table> | InvalidSetup {
	const read = readFromFirstItem(context, table);
	if ('values' in read) return read;
	const { message, fix } = read.problem;
	return { kind: 'setup', problem: escapeHtml(message), fix };
}

function readFromFirstItem<Table extends OptionTable>(
	context: IExecuteFunctions,
	table: Table,
): Read<Table> | Unusable {
	try {
		return parse(table, (name, { field }) =>
			context.getNodeParameter(`options.${name}`, 0, field.default),
		);
	} catch (error) {
		return unusable(error instanceof Error ? shorten(error.message) : 'unknown cause');
	}
}

/**
 * Reads options that may differ between items.
 * @returns a function that gives the same object as for the item before where nothing differs; it throws what n8n
 * throws for an expression that cannot be evaluated
 */
export function itemOptionsReader<Table extends OptionTable>(
	context: IExecuteFunctions,
	reading: Reading,
	table: Table,
): (itemIndex: number) => Read<Table> | Unusable {
	const saved = z.record(z.unknown()).catch({}).parse(context.getNode().parameters.options);
	const entered = Object.keys(table).filter((name) => Object.hasOwn(saved, name));
	const readers = new Map(entered.map((name) => [name, reading.parameter(`options.${name}`, '')]));
	let lastValues: unknown[] | undefined;
	let last: Read<Table> | Unusable | undefined;
	return (itemIndex) => {
		const values = [...readers.values()].map((read) => read(itemIndex));
		if (last !== undefined && lastValues?.every((value, index) => value === values[index]))
			return last;
		const byName = new Map(entered.map((name, index) => [name, values[index]]));
		lastValues = values;
		last = parse(table, (name, { field }) => {
			const value = byName.get(name);
			return value === undefined ? field.default : value;
		});
		return last;
	};
}

function parse<Table extends OptionTable>(
	table: Table,
	read: (name: string, option: Option<unknown>) => unknown,
): Read<Table> | Unusable {
	const values: Record<string, unknown> = {};
	const wrong: string[] = [];
	for (const [name, option] of Object.entries(table)) {
		const parsed = option.schema.safeParse(read(name, option));
		if (parsed.success) values[name] = parsed.data;
		else wrong.push(whatIsWrong(option, parsed.error));
	}
	return isComplete(table, values) ? { values } : unusable(wrong.join('; '));
}

/** Each option's schema has given its value the type that the table has for it. */
function isComplete<Table extends OptionTable>(
	table: Table,
	values: object,
): values is OptionValues<Table> {
	return Object.keys(table).every((name) => Object.hasOwn(values, name));
}

/** In the words of the panel, e.g. `Max Retries has to be a whole number from 0 to 10`. */
function whatIsWrong({ field, takes }: Option<unknown>, { issues }: z.ZodError): string {
	if (takes !== undefined) return `${field.displayName} has to be ${takes}`;
	return issues.map(({ message }) => `${field.displayName}: ${message}`).join('; ');
}

function unusable(said: string): Unusable {
	return {
		problem: {
			attribute: '',
			message: `an option of this node cannot be used (${said})`,
			fix: 'Open the node and correct what is entered under Options.',
		},
	};
}
