import type { IExecuteFunctions } from 'n8n-workflow';

import type { Service } from '../service';
import type { AnswerRules, ApiAnswer } from './answer';
import { readAnswer } from './answer';
import { KEY_PLACEHOLDER } from './authenticate';
import type { Connection } from './connection';
import { CREDENTIAL_TYPE } from './connection';
import { readNoAnswer } from './noAnswer';
import { fullResponseSchema } from './schemas';

/** One request to Growlytics, as an operation makes it. */
export interface ApiRequest extends AnswerRules {
	/** Which of the credential's addresses it goes to. */
	service: Service;
	method: 'POST' | 'DELETE';
	/** Behind that address, e.g. '/rest-api/event'. */
	path: string;
	/** Whether the key is the last part of the path, instead of a header. It gets there when it is sent, not before. */
	isKeyInPath?: boolean;
	/** Sent as JSON, in its key order. */
	body?: object | undefined;
}

/**
 * Makes one request to Growlytics, once. Never throws: whatever happens is an answer or a failure.
 * `ignoreHttpStatusErrors` keeps n8n's helper from sending a request that was answered with 401 again.
 * @param timeoutMs how long to wait for an answer
 */
export async function send(
	context: IExecuteFunctions,
	{ addresses, apiKey, credential }: Connection,
	{ service, method, path, isKeyInPath = false, body, ...asked }: ApiRequest,
	timeoutMs: number,
): Promise<ApiAnswer> {
	const url = `${addresses[service]}${path}${isKeyInPath ? `/${KEY_PLACEHOLDER}` : ''}`;
	let given: unknown;
	try {
		given = await context.helpers.httpRequestWithAuthentication.call(
			context,
			CREDENTIAL_TYPE,
			{
				method,
				url,
				...(body === undefined ? {} : { body }),
				headers: { Accept: 'application/json' },
				json: true,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				timeout: timeoutMs,
			},
			{ credentialsDecrypted: credential },
		);
	} catch (thrown) {
		return { failure: readNoAnswer(thrown, url, timeoutMs) };
	}
	const response = fullResponseSchema.safeParse(given);
	if (!response.success) return { failure: readNoAnswer(undefined, url, timeoutMs) };
	return readAnswer(response.data, { apiKey, ...asked });
}
