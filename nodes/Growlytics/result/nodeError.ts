import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { AnyFailure } from './failure';
import { describe } from './wording';

/**
 * n8n's error for a failure: NodeOperationError if nothing was asked of Growlytics, else NodeApiError.
 * What the request helper threw is never attached: it holds the API key.
 */
export function toNodeError(
	node: INode,
	failure: AnyFailure,
	customerId: string | undefined,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	const { message, description } = describe(failure, customerId);
	const failed = failureForN8n(failure);
	const error = isBeforeSending(failure)
		? new NodeOperationError(node, message, { description, itemIndex })
		: new NodeApiError(
				node,
				{},
				{
					message,
					description,
					itemIndex,
					...(failure.status === undefined ? {} : { httpCode: String(failure.status) }),
					...(failed === undefined ? {} : { failure: failed }),
				},
			);
	// n8n replaces a message that merely contains an error code: 'employeePermission' holds EPERM.
	error.message = message;
	error.messages = [];
	return error;
}

function isBeforeSending(failure: AnyFailure): boolean {
	return failure.name === 'InvalidCustomer' || failure.name === 'InvalidSetup';
}

/** Why it failed, for n8n's own use; versions before 2.40 ignore it. */
function failureForN8n(failure: AnyFailure): NodeApiError['failure'] {
	switch (failure.name) {
		case 'Unauthorized':
			return { cause: 'credential-invalid' };
		case 'RateLimited':
		case 'Unavailable':
			return {
				cause: failure.name === 'RateLimited' ? 'rate-limited' : 'temporarily-unavailable',
				...(failure.retryAfterMs === undefined ? {} : { retryAfterMs: failure.retryAfterMs }),
			};
		case 'NoAnswer':
			return { cause: 'temporarily-unavailable' };
		default:
			return undefined;
	}
}
