import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { AnyFailure } from './failure';
import type { Failed } from './items';
import { describe } from './wording';

/** A failure that is to end the node's execution. */
export interface FatalFailure extends Omit<Failed, 'isGivenUp'> {
	/** What else the user must know, as HTML, since n8n shows no hints of a node that throws. */
	aftermath: string;
}

/**
 * n8n's error for a failure: NodeOperationError if nothing was asked of Growlytics, else NodeApiError.
 * What the request helper threw is never attached: it holds the API key.
 */
export function toNodeError(
	node: INode,
	{ failure, customerId, itemIndex, mayBeStored, aftermath }: FatalFailure,
): NodeApiError | NodeOperationError {
	const words = describe(failure, customerId, mayBeStored);
	const description = [words.description, aftermath].filter((text) => text !== '').join('<br>');
	const cause = n8nFailure(failure);
	const options = { description, itemIndex, ...(cause === undefined ? {} : { failure: cause }) };
	const error = isBeforeSending(failure)
		? new NodeOperationError(node, words.message, options)
		: new NodeApiError(node, {}, { ...options, message: words.message, ...httpCode(failure) });
	// n8n replaces a message that merely contains an error code: 'employeePermission' holds EPERM.
	error.message = words.message;
	error.messages = [];
	return error;
}

function isBeforeSending({ reason }: AnyFailure): boolean {
	return reason === 'invalid' || reason === 'notSent';
}

function httpCode({ status }: AnyFailure): { httpCode: string } | undefined {
	return status === undefined ? undefined : { httpCode: String(status) };
}

/** Why it failed, for n8n's own use; n8n before 2.40 ignores it. */
function n8nFailure(failure: AnyFailure): NodeApiError['failure'] {
	switch (failure.name) {
		case 'Unauthorized':
			return { cause: 'credential-invalid' };
		case 'InvalidSetup':
			return { cause: 'configuration-invalid' };
		case 'NoAnswer':
			return { cause: 'temporarily-unavailable' };
		case 'RateLimited':
			return { cause: 'rate-limited', ...retryAfter(failure.retryAfterMs) };
		case 'Unavailable':
			return { cause: 'temporarily-unavailable', ...retryAfter(failure.retryAfterMs) };
		default:
			return undefined;
	}
}

function retryAfter(retryAfterMs: number | undefined): { retryAfterMs: number } | undefined {
	return retryAfterMs === undefined ? undefined : { retryAfterMs };
}
