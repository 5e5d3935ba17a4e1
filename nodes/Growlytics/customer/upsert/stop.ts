import type { IExecuteFunctions } from 'n8n-workflow';

import { SAFE_TO_REPEAT } from '../../result/cause';
import { firstLines } from '../../result/hint';
import { escapeHtml } from '../../result/html';
import { isFailed } from '../../result/items';
import { toNodeError } from '../../result/nodeError';
import { summarize } from '../../result/tally';
import { remarkLines } from './hint';
import type { RunResult } from './runResult';

/**
 * Ends the execution if there was a failure: of those that were sent and not to be sent again, the first in input order;
 * else the one that ended the run.
 * @throws NodeOperationError or NodeApiError; n8n shows no hint of a node that throws, so the error says
 * what became of the other items, and repeats the warnings
 */
export function stopAtFirstFailure(context: IExecuteFunctions, result: RunResult): void {
	const failures = result.outcomes.filter(isFailed);
	const sent = failures.filter((one) => one.failure.name !== 'NotSent');
	const failure =
		sent.find((one) => !one.isGivenUp) ??
		sent.find((one) => one.itemIndex === result.endedByItem) ??
		sent[0] ??
		failures[0];
	if (failure === undefined) return;
	throw toNodeError(context.getNode(), { ...failure, aftermath: aftermath(context, result) });
}

function aftermath(context: IExecuteFunctions, result: RunResult): string {
	const { outcomes, retried } = result;
	if (outcomes.length === 1) return '';
	const isAnyStored = outcomes.some((one) => !isFailed(one) || one.mayBeStored);
	const lines = [
		summarize(outcomes, retried),
		...(isAnyStored ? [SAFE_TO_REPEAT] : []),
		...firstLines(remarkLines(context, result), ''),
	];
	return lines.map(escapeHtml).join('<br>');
}
