import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { z } from 'zod';

/** One entry of Options: what the panel shows of it, and which values it takes. */
export interface Option<Value> {
	/** As n8n takes it, without its name: that is the option's key in its table. */
	field: Omit<INodeProperties, 'name'>;
	schema: z.ZodType<Value, z.ZodTypeDef, unknown>;
	/** What it takes, as a part of the sentence `Timeout has to be ...`; undefined where the schema says what is wrong. */
	takes: string | undefined;
}

/** Options by the name that workflows save. */
export type OptionTable = Readonly<Record<string, Option<unknown>>>;

/** The values of a table's options. */
export type OptionValues<Table extends OptionTable> = {
	[Name in keyof Table]: Table[Name] extends Option<infer Value> ? Value : never;
};

type Field = Pick<INodeProperties, 'displayName' | 'description' | 'displayOptions' | 'hint'>;

/** An option that holds a number within bounds, both included. */
export function numberOption(
	field: Field,
	{
		least,
		most,
		initial,
		isWhole,
	}: { least: number; most: number; initial: number; isWhole: boolean },
): Option<number> {
	const number = z.number().min(least).max(most);
	return {
		field: {
			...field,
			type: 'number',
			typeOptions: {
				minValue: least,
				maxValue: most,
				...(isWhole ? { numberPrecision: 0 } : {}),
			},
			default: initial,
		},
		schema: isWhole ? number.int() : number,
		takes: `${isWhole ? 'a whole number' : 'a number'} from ${least} to ${most}`,
	};
}

/** An option that is on or off. */
export function toggleOption(field: Field, initial: boolean): Option<boolean> {
	return {
		field: { ...field, type: 'boolean', default: initial },
		schema: z.boolean(),
		takes: 'true or false',
	};
}

/**
 * An option that is one of several values.
 * @param choices by value, as the panel calls and explains each; sorted by name, as n8n wants them
 */
export function choiceOption<const Value extends string>(
	field: Field,
	initial: NoInfer<Value>,
	choices: Readonly<Record<Value, Pick<INodePropertyOptions, 'name' | 'description'>>>,
): Option<Value> {
	const values = Object.keys(choices);
	return {
		field: {
			...field,
			type: 'options',
			default: initial,
			options: Object.entries<Pick<INodePropertyOptions, 'name' | 'description'>>(choices).map(
				([value, words]) => ({ ...words, value }),
			),
		},
		schema: z.custom<Value>((value) => typeof value === 'string' && Object.hasOwn(choices, value)),
		takes: `one of ${values.join(', ')}`,
	};
}

/** The collection Options of an operation, sorted by label. */
export function optionsOf(table: OptionTable): INodeProperties {
	const fields = Object.entries(table).map(
		([name, { field }]): INodeProperties => ({ ...field, name }),
	);
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: fields.sort((one, other) => one.displayName.localeCompare(other.displayName)),
	};
}
