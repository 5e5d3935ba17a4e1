import type { IExecuteFunctions } from 'n8n-workflow';

import { escapeHtml } from '../result/html';
import { isFailed } from '../result/itemOutcome';
import { toNodeError } from '../result/nodeError';
import { firstLines } from '../result/notice';
import type { Subject } from '../result/subject';
import { summarize } from '../result/tally';
import { remarkLines } from './addNotice';
import type { RunResult } from './runResult';

/**
 * Ends the execution if there was a failure: of those that were sent and not to be sent again, the first in input order;
 * else the one that ended the run.
 * @throws NodeOperationError or NodeApiError; n8n shows no notice of a node that throws, so the error says
 * what became of the other items, and repeats the warnings
 */
export function stopAtFirstFailure(
	context: IExecuteFunctions,
	subject: Subject,
	result: RunResult,
): void {
	const failures = result.outcomes.filter(isFailed);
	const sent = failures.filter(({ failure }) => failure.kind !== 'notSent');
	const first =
		sent.find((one) => !one.isGivenUp) ??
		sent.find((one) => one.itemIndex === result.endedByItem) ??
		sent[0] ??
		failures[0];
	if (first === undefined) return;
	throw toNodeError(context.getNode(), first, subject, aftermath(context, subject, result));
}

function aftermath(context: IExecuteFunctions, subject: Subject, result: RunResult): string {
	const { outcomes, retried } = result;
	if (outcomes.length === 1) return '';
	const isAnyStored = outcomes.some((one) => !isFailed(one) || one.mayBeStored);
	const lines = [
		summarize(outcomes, retried, subject),
		...(isAnyStored && subject.safeToRepeat !== '' ? [subject.safeToRepeat] : []),
		...firstLines(remarkLines(context, subject, result), ''),
	];
	return lines.map(escapeHtml).join('<br>');
}
