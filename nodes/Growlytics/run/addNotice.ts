import type { IExecuteFunctions } from 'n8n-workflow';

import { isFailed } from '../result/itemOutcome';
import { isAnyWarning, toNotice, warningLines } from '../result/notice';
import type { Remark } from '../result/remark';
import type { Subject } from '../result/subject';
import { summarize } from '../result/tally';
import type { RunResult } from './runResult';

/** Tells the user once, above the output, what was noteworthy about a run; nothing if nothing was. */
export function addNotice(context: IExecuteFunctions, subject: Subject, result: RunResult): void {
	const { outcomes, retried, isPreview, remarks } = result;
	const isFailing = outcomes.some(isFailed);
	const lines = [
		...(isPreview ? ['Preview: nothing was sent.'] : []),
		...(isFailing || retried > 0 ? [summarize(outcomes, retried, subject)] : []),
		...remarkLines(context, subject, result),
	];
	if (lines.length === 0) return;
	const isWarning =
		isFailing || isAnyWarning(warningsOf(result)) || remarks.some(({ isNote }) => !isNote);
	context.addExecutionHints(toNotice(lines, isWarning ? 'warning' : 'info'));
}

/** What is worth telling about a run, whatever became of its items: the worst first, each attribute once. */
export function remarkLines(
	context: IExecuteFunctions,
	subject: Subject,
	result: RunResult,
): string[] {
	const { remarks } = result;
	const told = new Set(remarks.flatMap(({ about }) => about));
	const textsOf = (isNoted: boolean) =>
		remarks.filter(({ isNote }) => isNote === isNoted).map(({ text }) => text);
	return [
		...textsOf(false),
		...retryOnFailLines(context, subject),
		...warningLines(warningsOf(result), told),
		...textsOf(true),
	];
}

function warningsOf({ outcomes }: RunResult): Array<readonly Remark[]> {
	return outcomes.map((one) => (isFailed(one) ? [] : one.warnings));
}

/** n8n's own setting repeats all items, those that were stored included. */
function retryOnFailLines(context: IExecuteFunctions, { many }: Subject): string[] {
	if (context.getNode().retryOnFail !== true) return [];
	return [
		`This node sends ${many} again by itself where that helps. Switch off Retry On Fail in its settings: it would send all items again.`,
	];
}
