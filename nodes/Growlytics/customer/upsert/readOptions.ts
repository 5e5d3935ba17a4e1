import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import type { AttributeType } from '../../attributes/attributeTypes';
import { isAttributeType } from '../../attributes/attributeTypes';
import type { Problem } from '../../attributes/problem';
import { isRecord } from '../../attributes/record';
import { InvalidSetup } from '../../result/failure';
import { escapeHtml } from '../../result/html';
import { shorten } from '../../shorten';
import { itemParameter } from './itemParameter';
import { DEFAULT_TIMEOUT_MS } from './options';
import { DEFAULT_TYPE } from './attributeRow';

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
				addIssue({ code: 'custom', message: `"${name}" has two types` });
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
	const read = itemParameter(context, 'options', {}, mappingOptionsOf(context));
	let last: { raw: unknown; options: MappingOptions } = {
		raw: {},
		options: DEFAULT_MAPPING_OPTIONS,
	};
	return (itemIndex) => {
		const raw = read(itemIndex);
		if (last.raw === raw) return last.options;
		const parsed = mappingOptionsSchema.safeParse(raw);
		if (!parsed.success) return unusableOptions(issuesOf(parsed.error));
		last = { raw, options: parsed.data };
		return last.options;
	};
}

/** What is entered in the options that may differ between items. The others are read once, expression or not. */
function mappingOptionsOf(context: IExecuteFunctions): unknown {
	const options: unknown = context.getNode().parameters.options;
	if (!isRecord(options)) return options;
	return enteredMappingOptionsSchema.keyof().options.map((name) => options[name]);
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
	return new InvalidSetup(
		`an option of this node cannot be used (${escapeHtml(said)})`,
		'Open the node and correct what is entered under Options.',
	);
}

function issuesOf({ issues }: z.ZodError): string {
	return shorten(issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
}
