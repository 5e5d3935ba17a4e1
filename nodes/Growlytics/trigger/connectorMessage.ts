import { isRecord } from '../values/record';
import { plainData, plainFields } from './plainData';
import type { Received, ReceivedCall } from './received';
import { notWhatIsAwaited } from './received';

/** Growlytics' name for the header that names the message (docs.growlytics.in, connector webhooks). */
const TOKEN_HEADER = 'x-growlytics-token';

/**
 * Makes the item of a message of a connector campaign, or says why the call is none. Pure. What the author of the campaign
 * put into body and query is passed on as it came; no other header is.
 */
export function readConnectorMessage({ headers, body, query }: ReceivedCall): Received {
	const token = headers[TOKEN_HEADER];
	if (typeof token !== 'string' || token.trim() === '') {
		return notWhatIsAwaited(
			`This is no message of a connector campaign: the header ${TOKEN_HEADER} is missing.`,
		);
	}
	return { json: { token, body: plainData(content(headers, body)), query: plainFields(query) } };
}

/** n8n puts the fields of a multipart form beside its files, whose paths on its own disk are nobody's business. */
function content(headers: ReceivedCall['headers'], body: unknown): unknown {
	const isMultipart = /^multipart\/form-data\b/i.test(String(headers['content-type'] ?? ''));
	if (isMultipart && isRecord(body)) return body.data ?? {};
	return body ?? {};
}
