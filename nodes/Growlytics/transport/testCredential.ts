import type {
	ICredentialTestFunction,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
} from 'n8n-workflow';

import type { Failure } from '../result/failure';
import { statusOf } from '../result/failure';
import type { Subject } from '../result/subject';
import { describeForCredential } from '../result/wording';
import { readAnswer } from './answer';
import { KEY_HEADER } from './authenticate';
import { toConnection } from './connection';
import { readNoAnswer } from './noAnswer';
import { fullResponseSchema } from './schemas';
import type { ApiRequest } from './send';

/** A request that tells a good key from a bad one and changes nothing. */
export interface CredentialProbe {
	/** Growlytics documents 422 for invalid input: it has to be refused so if the key is good. */
	request: ApiRequest;
	/** What it would send. */
	subject: Subject;
}

const TIMEOUT_MS = 10_000;

const EXPECTED_STATUS = 422;

/**
 * A test that tells whether a credential works. It reads the status itself, because n8n's declarative test
 * takes any non-2xx for a failure. Assumes that Growlytics checks the key before the body.
 */
export function createCredentialTest({
	request,
	subject,
}: CredentialProbe): ICredentialTestFunction {
	return async function (credential) {
		const failure = await probe(this, credential, request);
		if (failure === undefined) return { status: 'OK', message: 'Growlytics accepted the API key' };
		return { status: 'Error', message: describeForCredential(failure, subject) };
	};
}

/** @returns what is wrong with the credential, if anything */
async function probe(
	context: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
	{ method, path, body, attributeNames }: ApiRequest,
): Promise<Failure | undefined> {
	const connection = toConnection(credential.data ?? {});
	if ('kind' in connection) return connection;
	const { baseUrl, apiKey } = connection;
	const uri = baseUrl + path;
	const { request } = context.helpers;
	let given: unknown;
	try {
		given = await request({
			method,
			uri,
			headers: { Accept: 'application/json', [KEY_HEADER]: apiKey },
			body,
			json: true,
			simple: false,
			resolveWithFullResponse: true,
			followRedirect: false,
			timeout: TIMEOUT_MS,
		});
	} catch (thrown) {
		return readNoAnswer(thrown, uri, TIMEOUT_MS);
	}
	const response = fullResponseSchema.safeParse(given);
	if (!response.success) return readNoAnswer(undefined, uri, TIMEOUT_MS);
	const answer = readAnswer(response.data, { apiKey, attributeNames });
	if (!('failure' in answer) || statusOf(answer.failure) === EXPECTED_STATUS) return undefined;
	return answer.failure;
}
