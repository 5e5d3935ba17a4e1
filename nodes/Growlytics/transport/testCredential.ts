import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import type { AnyFailure } from '../result/failure';
import { InvalidSetup } from '../result/failure';
import { describeForCredential } from '../result/wording';
import { readAnswer } from './answer';
import { KEY_HEADER } from './authenticate';
import { toConnection } from './connection';
import { readNoAnswer } from './noAnswer';
import { fullResponseSchema } from './schemas';

const TIMEOUT_MS = 10_000;

/** Growlytics documents 422 for invalid input: the key was accepted, and nothing was created. */
const EXPECTED_STATUS = 422;

/**
 * Tells whether the credential works, without creating anything: an empty customer is refused with 422 if
 * the key is good. It reads the status itself, because n8n's declarative test takes any non-2xx for a
 * failure. Assumes that Growlytics checks the key before the body.
 */
export async function growlyticsApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const failure = await probe(this, credential);
	if (failure === undefined) return { status: 'OK', message: 'Growlytics accepted the API key' };
	return { status: 'Error', message: describeForCredential(failure) };
}

/** @returns what is wrong with the credential, if anything */
async function probe(
	context: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<AnyFailure | undefined> {
	const connection = toConnection(credential.data ?? {});
	if (connection instanceof InvalidSetup) return connection;
	const { customerUrl, apiKey } = connection;
	const { request } = context.helpers;
	let response: unknown;
	try {
		response = await request({
			method: 'POST',
			uri: customerUrl,
			headers: { Accept: 'application/json', [KEY_HEADER]: apiKey },
			body: {},
			json: true,
			simple: false,
			resolveWithFullResponse: true,
			followRedirect: false,
			timeout: TIMEOUT_MS,
		});
	} catch (thrown) {
		return readNoAnswer(thrown, customerUrl, TIMEOUT_MS);
	}
	const answer = readAnswer(fullResponseSchema.parse(response), { apiKey, attributeNames: [] });
	if (!('failure' in answer) || answer.failure.status === EXPECTED_STATUS) return undefined;
	return answer.failure;
}
