import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Failure } from './failure';
import { factsOf, isBeforeSending, statusOf } from './failure';
import type { FailedItem } from './itemOutcome';
import type { Subject } from './subject';
import { describe } from './wording';

/**
 * n8n's error for a failure that is to end the node's execution: NodeOperationError if nothing was asked of
 * Growlytics, else NodeApiError. What the request helper threw is never attached: it holds the API key.
 * @param aftermath what else the user must know, as HTML, since n8n shows no notices of a node that throws
 */
export function toNodeError(
	node: INode,
	failed: Omit<FailedItem, 'isGivenUp'>,
	subject: Subject,
	aftermath: string,
): NodeApiError | NodeOperationError {
	const { failure, itemIndex } = failed;
	const words = describe(failed, subject);
	const description = [words.description, aftermath].filter((text) => text !== '').join('<br>');
	const options = { description, itemIndex, ...n8nFailure(failure) };
	const error = isBeforeSending(failure)
		? new NodeOperationError(node, words.message, options)
		: new NodeApiError(node, {}, { ...options, message: words.message, ...httpCode(failure) });
	// n8n replaces a message that merely contains an error code: 'employeePermission' holds EPERM.
	error.message = words.message;
	error.messages = [];
	return error;
}

function httpCode(failure: Failure): { httpCode: string } | undefined {
	const status = statusOf(failure);
	return status === undefined ? undefined : { httpCode: String(status) };
}

/** Why it failed, for n8n's own use. */
function n8nFailure(
	failure: Failure,
): { failure: NonNullable<NodeApiError['failure']> } | undefined {
	const { n8nCause } = factsOf(failure);
	if (n8nCause === undefined) return undefined;
	const retryAfterMs = 'retryAfterMs' in failure ? failure.retryAfterMs : undefined;
	return {
		failure: { cause: n8nCause, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) },
	};
}
