import type { IExecuteFunctions } from 'n8n-workflow';

import type { Answer } from './answer';
import { readAnswer } from './answer';
import type { Connection } from './connection';
import { CREDENTIAL_TYPE } from './connection';
import { readNoAnswer } from './noAnswer';
import { fullResponseSchema } from './schemas';

/** The request body of /rest-api/customer, as far as this folder needs to know it. */
export interface CustomerBody {
	id: string;
	attributes: ReadonlyArray<{ name: string }>;
}

/**
 * Posts one customer to Growlytics, once. Never throws: whatever happens is an answer or a failure.
 * `ignoreHttpStatusErrors` keeps n8n's helper from sending a request that was answered with 401 again.
 * @param timeoutMs how long to wait for an answer
 */
export async function sendCustomer(
	context: IExecuteFunctions,
	connection: Connection,
	customer: CustomerBody,
	timeoutMs: number,
): Promise<Answer> {
	try {
		const answered: unknown = await context.helpers.httpRequestWithAuthentication.call(
			context,
			CREDENTIAL_TYPE,
			{
				method: 'POST',
				url: connection.customerUrl,
				body: { id: customer.id, attributes: customer.attributes },
				headers: { Accept: 'application/json' },
				json: true,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				timeout: timeoutMs,
			},
			{ credentialsDecrypted: connection.credential },
		);
		return readAnswer(fullResponseSchema.parse(answered), {
			apiKey: connection.apiKey,
			attributeNames: customer.attributes.map(({ name }) => name),
		});
	} catch (thrown) {
		return { failure: readNoAnswer(thrown, connection.customerUrl, timeoutMs) };
	}
}
