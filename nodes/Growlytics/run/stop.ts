import type { IExecuteFunctions } from 'n8n-workflow';

import { escapeHtml } from '../result/html';
import type { FailedItem, ItemOutcome } from '../result/itemOutcome';
import { isChecked, isFailed } from '../result/itemOutcome';
import { toNodeError } from '../result/nodeError';
import { firstLines } from '../result/notice';
import type { Subject } from '../result/subject';
import { summarize } from '../result/tally';
import { describe } from '../result/wording';
import { shorten } from '../shorten';
import { remarkLines } from './addNotice';
import type { RunResult } from './runResult';

/** The first, which the message names, included. */
const MAX_NAMED_ITEMS = 10;
const MAX_LENGTH = 200;

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
	const known = aftermath(context, subject, result, first);
	throw toNodeError(context.getNode(), first, subject, known);
}

function aftermath(
	context: IExecuteFunctions,
	subject: Subject,
	result: RunResult,
	first: FailedItem,
): string {
	const { outcomes, retried } = result;
	if (outcomes.length === 1) return '';
	const lines = [
		summarize(outcomes, retried, subject),
		...otherFailures(outcomes, subject, first),
		...(outcomes.some(isPerhapsStored) ? runningAgain(subject) : []),
		...firstLines(remarkLines(context, subject, result), ''),
	];
	return lines.map(escapeHtml).join('<br>');
}

/** Mending one item at a time would cost a run each. Numbered as n8n numbers items. */
function otherFailures(
	outcomes: readonly ItemOutcome[],
	subject: Subject,
	first: FailedItem,
): string[] {
	const lines = outcomes
		.filter(isFailed)
		.filter((one) => one !== first && isOfItsOwn(one))
		.map((one) => `[item ${one.itemIndex}] ${shorten(describe(one, subject).message, MAX_LENGTH)}`);
	return firstLines(lines, ' failed', MAX_NAMED_ITEMS - 1);
}

/** What kept a whole run from being sent, is the same for each of its items. */
function isOfItsOwn({ failure }: FailedItem): boolean {
	return failure.kind !== 'notSent' && failure.kind !== 'setup';
}

function runningAgain({ many, stored, safeToRepeat, ifUnsure }: Subject): string[] {
	if (safeToRepeat !== '') return [safeToRepeat];
	if (ifUnsure === undefined) return [];
	return [`Running the workflow again sends all ${many} again, those that were ${stored} too.`];
}

function isPerhapsStored(outcome: ItemOutcome): boolean {
	return isFailed(outcome) ? outcome.mayBeStored : !isChecked(outcome);
}
