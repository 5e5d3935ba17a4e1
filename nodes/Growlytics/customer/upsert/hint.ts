import type { IExecuteFunctions } from 'n8n-workflow';

import type { AttributeType } from '../../attributes/attributeTypes';
import { attributeTypes } from '../../attributes/attributeTypes';
import type { RunTypes } from '../../attributes/runTypes';
import { isStandardAttribute } from '../../attributes/standardAttributes';
import { isAnyWarning, toHint, warningLines } from '../../result/hint';
import { isFailed } from '../../result/items';
import { summarize } from '../../result/tally';
import type { RunResult } from './runResult';
import { holdsExpression } from './itemParameter';
import { readMappingMode } from './readItems';

/** Tells the user once, above the output, what was noteworthy about a run; nothing if nothing was. */
export function addHint(context: IExecuteFunctions, { outcomes, types, retried }: RunResult): void {
	const warnings = outcomes.map((one) => (isFailed(one) ? [] : one.warnings));
	const isMixed = retried > 0 || outcomes.some(isFailed);
	const lines = [
		...(isMixed ? [summarize(outcomes, retried)] : []),
		...(outcomes.some((one) => 'dryRun' in one) ? [dryRunLine(context, types)] : []),
		...fixedIdLines(context, outcomes.length),
		...retryOnFailLines(context),
		...warningLines(warnings),
	];
	if (lines.length === 0) return;
	const type = isAnyWarning(warnings) || outcomes.some(isFailed) ? 'warning' : 'info';
	context.addExecutionHints(toHint(lines, type));
}

/** n8n's own setting repeats all items, those that were stored included. */
function retryOnFailLines(context: IExecuteFunctions): string[] {
	if (context.getNode().retryOnFail !== true) return [];
	return [
		'This node sends a customer again by itself where that helps. Switch off Retry On Fail in its settings: it would send all items again.',
	];
}

function fixedIdLines(context: IExecuteFunctions, itemCount: number): string[] {
	if (itemCount < 2 || holdsExpression(context.getNode().parameters.customerId)) return [];
	return [
		`All ${itemCount} items have the same Customer ID, because it is a fixed text: they update one customer. Use an expression such as {{ $json.email }}.`,
	];
}

function dryRunLine(context: IExecuteFunctions, types: RunTypes): string {
	const chosen = [...types]
		.filter(([name]) => !isStandardAttribute(name))
		.map(([name, { type }]) => `${name} = ${label(type)}`);
	const table = chosen.length === 0 ? 'none' : chosen.join(', ');
	const line = `Dry run: nothing was sent. Types of the custom attributes: ${table}.`;
	const isDeclared = readMappingMode(context) === 'defineBelow';
	if (isDeclared || chosen.length === 0) return line;
	return `${line} Enter them under Options > Attribute Types, so that no later run decides otherwise.`;
}

function label(type: AttributeType): string {
	return attributeTypes[type].label;
}
