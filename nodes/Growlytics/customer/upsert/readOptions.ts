import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import type { AttributeType } from '../../attributes/attributeTypes';
import { isAttributeType } from '../../attributes/attributeTypes';
import { isRecord } from '../../attributes/record';
import type { InvalidSetup } from '../../result/failure';
import { escapeHtml } from '../../result/html';
import type { Problem } from '../../result/remark';
import { shorten } from '../../shorten';
import { itemParameter } from './itemParameter';
import { DEFAULT_TIMEOUT_MS } from './options';
import { DEFAULT_TYPE } from './attributeRow';
import { wrongOption } from './wrongOption';

const attributeTypesSchema = z
	.object({
		attribute: z.array(
			z.object({
				name: z.string().trim().default(''),
				type: z.custom<AttributeType>(isAttributeType, 'not a type').default(DEFAULT_TYPE),
			}),
		),
	})
	.partial()
	.transform(({ attribute = [] }, { addIssue }) => {
		const types = new Map<string, AttributeType>();
		for (const { name, type } of attribute.filter((row) => row.name !== '')) {
			if ((types.get(name) ?? type) !== type) {
				addIssue({ code: 'custom', message: `"${shorten(name)}" has two types` });
			}
			types.set(name, type);
		}
		return types;
	});

/** The options that may differ between items. What is absent has the default that the panel shows. */
const enteredMappingOptionsSchema = z.object({
	attributeTypes: attributeTypesSchema.default({}),
	dateNumbers: z
		.enum(['refuse', 'unixSeconds', 'unixMilliseconds', 'spreadsheetSerial'])
		.default('refuse'),
	emptyValues: z.enum(['skip', 'sendEmptyString']).default('skip'),
	invalidAttributes: z.enum(['failItem', 'skip']).default('failItem'),
	matchStandardAttributes: z.boolean().default(true),
	nestedValues: z.enum(['error', 'flatten', 'json', 'skip']).default('error'),
});
const mappingOptionsSchema = enteredMappingOptionsSchema.transform(
	({ attributeTypes, ...others }) => ({ ...others, declaredTypes: attributeTypes }),
);
export type MappingOptions = z.infer<typeof mappingOptionsSchema>;

export const DEFAULT_MAPPING_OPTIONS: MappingOptions = mappingOptionsSchema.parse({});

/** The options that hold for the whole run. */
const runOptionsSchema = z.object({
	concurrency: z.number().int().min(1).max(50).default(10),
	detectDates: z.boolean().default(true),
	dryRun: z.boolean().default(false),
	maxRequestsPerSecond: z.number().min(0).default(0),
	maxRetries: z.number().int().min(0).max(10).default(3),
	timeout: z.number().int().positive().default(DEFAULT_TIMEOUT_MS),
});
export type RunOptions = z.infer<typeof runOptionsSchema>;

const DEFAULT_RUN_OPTIONS: RunOptions = runOptionsSchema.parse({});

/**
 * The mapping options by item, checked once where they are the same for every item.
 * @returns a function that gives a Problem if what is entered, or an expression gave, is no value of an option
 */
export function mappingOptionsReader(
	context: IExecuteFunctions,
): (itemIndex: number) => MappingOptions | Problem {
	const read = enteredReader(context);
	let last: { entered: unknown; options: MappingOptions } | undefined;
	return (itemIndex) => {
		const entered = read(itemIndex);
		if (last !== undefined && last.entered === entered) return last.options;
		const parsed = mappingOptionsSchema.safeParse(entered);
		if (!parsed.success) return unusableOptions(issuesOf(parsed.error));
		last = { entered, options: parsed.data };
		return last.options;
	};
}

/**
 * What is entered in the options that may differ between items; the others are read once, expression or not.
 * @returns a function that gives the same object as for the item before where nothing differs
 */
function enteredReader(context: IExecuteFunctions): (itemIndex: number) => unknown {
	const saved: unknown = context.getNode().parameters.options ?? {};
	if (!isRecord(saved)) return itemParameter(context, 'options', {});
	const readers = enteredMappingOptionsSchema
		.keyof()
		.options.filter((name) => Object.hasOwn(saved, name))
		.map((name) => ({
			name,
			read: itemParameter(context, `options.${name}`, '', saved[name]),
		}));
	let last: Record<string, unknown> = {};
	return (itemIndex) => {
		const entered = readers.map(({ name, read }) => [name, read(itemIndex)] as const);
		if (entered.some(([name, value]) => last[name] !== value)) last = Object.fromEntries(entered);
		return last;
	};
}

function unusableOptions(issues: string): Problem {
	return {
		attribute: '',
		message: `an option of this node cannot be used (${issues})`,
		fix: 'Open the node and correct what is entered under Options.',
	};
}

/**
 * Reads the run's options from the first item, each on its own: an expression in another option may fail
 * for that item alone.
 * @returns InvalidSetup, naming the option, if an expression failed or gave something that cannot be used
 */
export function readRunOptions(context: IExecuteFunctions): RunOptions | InvalidSetup {
	let said: string;
	try {
		const given = Object.entries(DEFAULT_RUN_OPTIONS).map(([name, defaultValue]) => [
			name,
			context.getNodeParameter(`options.${name}`, 0, defaultValue),
		]);
		const read = runOptionsSchema.safeParse(Object.fromEntries(given));
		if (read.success) return read.data;
		said = issuesOf(read.error);
	} catch (error) {
		said = error instanceof Error ? shorten(error.message) : 'unknown cause';
	}
	return {
		kind: 'setup',
		problem: `an option of this node cannot be used (${escapeHtml(said)})`,
		fix: 'Open the node and correct what is entered under Options.',
	};
}

function issuesOf({ issues }: z.ZodError): string {
	return issues.map(({ path: [name], message }) => wrongOption(name, message)).join('; ');
}
