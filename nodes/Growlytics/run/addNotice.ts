import type { IExecuteFunctions } from 'n8n-workflow';

import { isChecked, isFailed } from '../result/itemOutcome';
import { isAnyWarning, toNotice, warningLines } from '../result/notice';
import type { Remark } from '../result/remark';
import type { Subject } from '../result/subject';
import { summarize } from '../result/tally';
import type { RunResult } from './runResult';

/** Tells the user once, above the output, what was noteworthy about a run; nothing if nothing was. */
export function addNotice(context: IExecuteFunctions, subject: Subject, result: RunResult): void {
	const { outcomes, retried } = result;
	const isMixed = retried > 0 || outcomes.some(isFailed);
	const lines = [
		...(isMixed ? [summarize(outcomes, retried, subject)] : []),
		...dryRunLines(result),
		...remarkLines(context, subject, result),
	];
	if (lines.length === 0) return;
	const type = isAnyWarning(warningsOf(result)) || outcomes.some(isFailed) ? 'warning' : 'info';
	context.addExecutionHints(toNotice(lines, type));
}

/** What is worth telling about a run, whatever became of its items. */
export function remarkLines(
	context: IExecuteFunctions,
	subject: Subject,
	result: RunResult,
): string[] {
	return [
		...(result.remarks ?? []),
		...retryOnFailLines(context, subject),
		...warningLines(warningsOf(result)),
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

/** What a dry run was made for; none if it was no dry run. */
export function dryRunLines({ outcomes, aboutDryRun }: RunResult): string[] {
	if (!outcomes.some(isChecked)) return [];
	const about = aboutDryRun?.() ?? '';
	return [`Dry run: nothing was sent. ${about}`.trim()];
}
