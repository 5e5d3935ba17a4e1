import type { IExecuteFunctions } from 'n8n-workflow';

import type { AttributeType } from '../../attributes/attributeTypes';
import { attributeTypes } from '../../attributes/attributeTypes';
import { MAX_CUSTOM_ATTRIBUTES } from '../../attributes/checks';
import { isStandardAttribute } from '../../attributes/standardAttributes';
import { isAnyWarning, toHint, warningLines } from '../../result/hint';
import type { Remark } from '../../result/items';
import { isFailed } from '../../result/items';
import { summarize } from '../../result/tally';
import type { RunResult } from './runResult';
import { holdsExpression } from './itemParameter';
import { readMappingMode } from './readItems';

/** Tells the user once, above the output, what was noteworthy about a run; nothing if nothing was. */
export function addHint(context: IExecuteFunctions, result: RunResult): void {
	const { outcomes, retried } = result;
	const isMixed = retried > 0 || outcomes.some(isFailed);
	const lines = [
		...(isMixed ? [summarize(outcomes, retried)] : []),
		...(outcomes.some((one) => 'dryRun' in one) ? [dryRunLine(context, result)] : []),
		...remarkLines(context, result),
	];
	if (lines.length === 0) return;
	const type = isAnyWarning(warningsOf(result)) || outcomes.some(isFailed) ? 'warning' : 'info';
	context.addExecutionHints(toHint(lines, type));
}

/** What is worth telling about a run, whatever became of its items. */
export function remarkLines(context: IExecuteFunctions, result: RunResult): string[] {
	return [
		...fixedIdLines(context, result.outcomes.length),
		...retryOnFailLines(context),
		...warningLines(warningsOf(result)),
	];
}

function warningsOf({ outcomes }: RunResult): Array<readonly Remark[]> {
	return outcomes.map((one) => (isFailed(one) ? [] : one.warnings));
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

function dryRunLine(context: IExecuteFunctions, { outcomes, types }: RunResult): string {
	const sent = new Set(
		outcomes.flatMap((one) =>
			'dryRun' in one ? one.dryRun.attributes.map(({ name }) => name) : [],
		),
	);
	const chosen = [...types]
		.filter(([name]) => sent.has(name) && !isStandardAttribute(name))
		.map(([name, { type }]) => `${name} = ${label(type)}`);
	const hidden = chosen.length - MAX_CUSTOM_ATTRIBUTES;
	const more = hidden > 0 ? `, and ${hidden} more` : '';
	const table = chosen.slice(0, MAX_CUSTOM_ATTRIBUTES).join(', ') || 'none';
	const line = `Dry run: nothing was sent. Types of the custom attributes: ${table}${more}.`;
	const isDeclared = readMappingMode(context) === 'defineBelow';
	if (isDeclared || chosen.length === 0) return line;
	return `${line} Enter them under Options > Attribute Types, so that no later run decides otherwise.`;
}

function label(type: AttributeType): string {
	return attributeTypes[type].label;
}
