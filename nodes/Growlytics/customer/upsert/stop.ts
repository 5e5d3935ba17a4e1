import type { IExecuteFunctions } from 'n8n-workflow';

import { SAFE_TO_REPEAT } from '../../result/cause';
import { warningLines } from '../../result/hint';
import { escapeHtml } from '../../result/html';
import { isFailed } from '../../result/items';
import { toNodeError } from '../../result/nodeError';
import { summarize } from '../../result/tally';
import type { RunResult } from './runResult';

/**
 * Ends the execution if there was a failure: of those that were sent, the first in input order.
 * @throws NodeOperationError or NodeApiError; n8n shows no hint of a node that throws, so the error says
 * what became of the other items, and repeats the warnings
 */
export function stopAtFirstFailure(context: IExecuteFunctions, result: RunResult): void {
	const failures = result.outcomes.filter(isFailed);
	const failure = failures.find((one) => one.failure.name !== 'NotSent') ?? failures[0];
	if (failure === undefined) return;
	throw toNodeError(context.getNode(), { ...failure, aftermath: aftermath(result) });
}

function aftermath({ outcomes, retried }: RunResult): string {
	if (outcomes.length === 1) return '';
	const warnings = warningLines(outcomes.map((one) => (isFailed(one) ? [] : one.warnings)));
	const isAnyStored = outcomes.some((one) => !isFailed(one) || one.failure.mayBeStored);
	const lines = [
		summarize(outcomes, retried),
		...(isAnyStored ? [SAFE_TO_REPEAT] : []),
		...warnings,
	];
	return lines.map(escapeHtml).join('<br>');
}
