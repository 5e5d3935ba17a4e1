import type { IExecuteFunctions } from 'n8n-workflow';

import type { AttributeType } from '../../attributes/attributeTypes';
import { attributeTypes } from '../../attributes/attributeTypes';
import type { RunTypes } from '../../attributes/runTypes';
import { isStandardAttribute } from '../../attributes/standardAttributes';
import { toHint, warningLines } from '../../result/hint';
import type { Outcome } from '../../result/items';
import { isFailed } from '../../result/items';
import { holdsExpression } from './itemParameter';

/**
 * Tells the user once, above the output, what was noteworthy about a run; nothing if nothing was.
 * @param types the types of the run, which a dry run shows
 */
export function addHint(
	context: IExecuteFunctions,
	outcomes: readonly Outcome[],
	types: RunTypes,
): void {
	const warnings = [
		...fixedIdLines(context, outcomes.length),
		...warningLines(outcomes.map((outcome) => (isFailed(outcome) ? [] : outcome.warnings))),
	];
	const dryRun = outcomes.some((outcome) => 'dryRun' in outcome) ? [dryRunLine(types)] : [];
	if (warnings.length + dryRun.length === 0) return;
	const type = warnings.length > 0 ? 'warning' : 'info';
	context.addExecutionHints(toHint([...dryRun, ...warnings], type));
}

function fixedIdLines(context: IExecuteFunctions, itemCount: number): string[] {
	if (itemCount < 2 || holdsExpression(context.getNode().parameters.customerId)) return [];
	return [
		`All ${itemCount} items have the same Customer ID, because it is a fixed text: they update one customer. Use an expression such as {{ $json.email }}.`,
	];
}

/** As it can be entered under Options > Attribute Types, so that no later run decides otherwise. */
function dryRunLine(types: RunTypes): string {
	const chosen = [...types]
		.filter(([name]) => !isStandardAttribute(name))
		.map(([name, { type }]) => `${name} = ${label(type)}`);
	const table = chosen.length === 0 ? 'none' : chosen.join(', ');
	return `Dry run: nothing was sent. Types of the custom attributes, to be kept under Options > Attribute Types: ${table}.`;
}

function label(type: AttributeType): string {
	return attributeTypes[type].label;
}
