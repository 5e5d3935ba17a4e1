import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { factsOf, statusOf } from './failure';
import type { CheckedItem, FailedItem, ItemOutcome, StoredItem } from './itemOutcome';
import { isChecked, isFailed } from './itemOutcome';
import type { Remark } from './remark';
import { isAboutWhole } from './remark';
import type { Subject } from './subject';
import { MAX_DETAILS_IN_MESSAGE, describe } from './wording';

/** What an output item depends on beside its outcome. */
interface OutputSetting {
	/** The input item's files, which a failure keeps. */
	binary: IBinaryKeyData | undefined;
	/** Whether failures have an output of their own. */
	hasErrorOutput: boolean;
}

/**
 * The output item for an outcome. n8n sends an item to the error output only if `error` is its one key,
 * and takes any top-level `error` for a failure: so a success never repeats Growlytics' answer on that level.
 */
export function toOutputItem(
	outcome: ItemOutcome,
	subject: Subject,
	{ binary, hasErrorOutput }: OutputSetting,
): INodeExecutionData {
	const pairedItem = { item: outcome.itemIndex };
	if (!isFailed(outcome)) return { json: successJson(outcome, subject), pairedItem };
	const error = failureJson(outcome, subject);
	// In one output with successes, a table of both has no holes.
	const json = hasErrorOutput ? { error } : { success: false, ...idOf(outcome, subject), error };
	return { json, pairedItem, ...(binary === undefined ? {} : { binary }) };
}

function successJson(outcome: StoredItem | CheckedItem, subject: Subject): IDataObject {
	const warnings = outcome.warnings.length === 0 ? {} : { warnings: copyOf(outcome.warnings) };
	const id = idOf(outcome, subject);
	if (isChecked(outcome)) return { ...id, request: outcome.checked, ...warnings };
	const { output, answer } = outcome;
	const response = Object.keys(answer).some((key) => key !== 'success') ? { response: answer } : {};
	return { success: true, ...id, ...output, ...warnings, ...response };
}

function failureJson(failed: FailedItem, subject: Subject): IDataObject {
	const { failure } = failed;
	const { message, description, details } = describe(failed, subject);
	const status = statusOf(failure);
	return {
		message,
		description,
		reason: factsOf(failure).reason,
		...(status === undefined ? {} : { httpCode: String(status) }),
		...idOf(failed, subject),
		...(isSaidByMessage(details) ? {} : { details: copyOf(details) }),
	};
}

function idOf({ id }: Pick<FailedItem, 'id'>, { idKey }: Subject): IDataObject {
	return id === undefined || idKey === undefined ? {} : { [idKey]: id };
}

/** The name of an attribute apart is more than a message, which an expression would have to take apart. */
function isSaidByMessage(details: readonly Remark[]): boolean {
	return details.length <= MAX_DETAILS_IN_MESSAGE && details.every(isAboutWhole);
}

function copyOf(remarks: readonly Remark[]): IDataObject[] {
	return remarks.map(({ attribute, message }) => ({ attribute, message }));
}
