import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { factsOf, statusOf } from './failure';
import type { CheckedItem, FailedItem, ItemOutcome, StoredItem } from './itemOutcome';
import { isChecked, isFailed } from './itemOutcome';
import type { Remark } from './remark';
import type { Subject } from './subject';
import { describe } from './wording';

/**
 * The output item for an outcome. n8n sends an item to the error output only if `error` is its one key,
 * and takes any top-level `error` for a failure: so a success never repeats Growlytics' answer on that level.
 * @param binary the input item's files, which a failure keeps
 */
export function toOutputItem(
	outcome: ItemOutcome,
	subject: Subject,
	binary: IBinaryKeyData | undefined,
): INodeExecutionData {
	const pairedItem = { item: outcome.itemIndex };
	if (!isFailed(outcome)) return { json: successJson(outcome, subject), pairedItem };
	return {
		json: { error: failureJson(outcome, subject) },
		pairedItem,
		...(binary === undefined ? {} : { binary }),
	};
}

function successJson(outcome: StoredItem | CheckedItem, { idKey }: Subject): IDataObject {
	const warnings = outcome.warnings.length === 0 ? {} : { warnings: copyOf(outcome.warnings) };
	const id = { [idKey]: outcome.id };
	if (isChecked(outcome)) return { dryRun: true, ...id, request: outcome.dryRun, ...warnings };
	const { output, answer } = outcome;
	const response = Object.keys(answer).length > 1 ? { response: answer } : {};
	return { success: true, ...id, ...output, ...warnings, ...response };
}

function failureJson(failed: FailedItem, subject: Subject): IDataObject {
	const { failure, id } = failed;
	const { message, description, details } = describe(failed, subject);
	const status = statusOf(failure);
	return {
		message,
		description,
		reason: factsOf(failure).reason,
		...(status === undefined ? {} : { httpCode: String(status) }),
		...(id === undefined ? {} : { [subject.idKey]: id }),
		details: copyOf(details),
	};
}

function copyOf(remarks: readonly Remark[]): IDataObject[] {
	return remarks.map(({ attribute, message }) => ({ attribute, message }));
}
