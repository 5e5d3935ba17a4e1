import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { InvalidSetup } from '../../result/failure';
import { escapeHtml } from '../../result/html';
import { DEFAULT_TIMEOUT_MS } from './options';

/** The options that may differ between items. What is absent has the default that the panel shows. */
const mappingOptionsSchema = z.object({
	dateNumbers: z
		.enum(['refuse', 'unixSeconds', 'unixMilliseconds', 'spreadsheetSerial'])
		.default('refuse'),
	emptyValues: z.enum(['skip', 'sendEmptyString']).default('skip'),
	invalidAttributes: z.enum(['failItem', 'skip']).default('failItem'),
});
export type MappingOptions = z.infer<typeof mappingOptionsSchema>;

/** The options that hold for the whole run. */
const runOptionsSchema = z.object({
	dryRun: z.boolean().default(false),
	timeout: z.number().int().positive().default(DEFAULT_TIMEOUT_MS),
});
export type RunOptions = z.infer<typeof runOptionsSchema>;

export function readMappingOptions(context: IExecuteFunctions, itemIndex: number): MappingOptions {
	return mappingOptionsSchema.parse(context.getNodeParameter('options', itemIndex, {}));
}

/**
 * Reads the run's options from the first item.
 * @returns InvalidSetup, naming the option, if an expression gave something that cannot be used
 */
export function readRunOptions(context: IExecuteFunctions): RunOptions | InvalidSetup {
	const read = runOptionsSchema.safeParse(context.getNodeParameter('options', 0, {}));
	if (read.success) return read.data;
	const said = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
	return new InvalidSetup(
		`an option of this node cannot be used (${escapeHtml(said.join('; '))})`,
		'Open the node and correct the expression under Options.',
	);
}
