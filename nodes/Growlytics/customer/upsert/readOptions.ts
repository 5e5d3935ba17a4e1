import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import type { Problem } from '../../attributes/problem';
import { shorten } from '../../attributes/problem';
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

const FIX = 'Open the node and correct the expression under Options.';

/** @returns a problem, naming the option, if an expression gave something that cannot be used */
export function readMappingOptions(
	context: IExecuteFunctions,
	itemIndex: number,
): MappingOptions | Problem {
	const read = mappingOptionsSchema.safeParse(context.getNodeParameter('options', itemIndex, {}));
	if (read.success) return read.data;
	return { attribute: '', message: `an option cannot be used (${saidOf(read.error)})`, fix: FIX };
}

/**
 * Reads the run's options from the first item, each on its own: an expression in another option may fail
 * for that item alone.
 * @returns InvalidSetup, naming the option, if an expression failed or gave something that cannot be used
 */
export function readRunOptions(context: IExecuteFunctions): RunOptions | InvalidSetup {
	let said: string;
	try {
		const given = Object.entries(runOptionsSchema.parse({})).map(([name, defaultValue]) => [
			name,
			context.getNodeParameter(`options.${name}`, 0, defaultValue),
		]);
		const read = runOptionsSchema.safeParse(Object.fromEntries(given));
		if (read.success) return read.data;
		said = saidOf(read.error);
	} catch (error) {
		said = error instanceof Error ? shorten(error.message) : 'unknown cause';
	}
	return new InvalidSetup(`an option of this node cannot be used (${escapeHtml(said)})`, FIX);
}

function saidOf({ issues }: z.ZodError): string {
	return shorten(issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
}
