import type { SentFailure } from '../result/failure';
import { NotGrowlytics, RateLimited, Refused, Unauthorized, Unavailable } from '../result/failure';
import { readRefusedAttributes } from './refusedAttributes';
import { readRetryAfterMs } from './retryAfter';
import type { FullResponse } from './schemas';
import { successSchema } from './schemas';
import { isPage, readServerText, redactRecord } from './serverText';

/** What was asked, as far as it is needed to understand the answer. */
export interface Asked {
	/** The names of the attributes that were sent, in their order. */
	attributeNames: readonly string[];
	/** Redacted wherever the server repeats it. */
	apiKey: string;
}

/** Growlytics' own answer to a customer it stored, or the failure that the answer stands for. */
export type Answer = { stored: Record<string, unknown> } | { failure: SentFailure };

/**
 * Decodes an answer of /rest-api/customer. Documented: 200 `{ success: true }`, and 422. Every other status
 * is an assumption about what a web API usually means by it.
 */
export function readAnswer(response: FullResponse, asked: Asked): Answer {
	const { statusCode: status, body } = response;
	if (status >= 200 && status < 300) {
		const success = successSchema.safeParse(body);
		if (!success.success) return { failure: notStored(response, asked) };
		return { stored: redactRecord(success.data, asked.apiKey) };
	}
	return { failure: readFailure(status, response, asked, readServerText(body, asked.apiKey)) };
}

function readFailure(
	status: number,
	{ headers, body }: FullResponse,
	{ apiKey, attributeNames }: Asked,
	text: string,
): SentFailure {
	const retryAfterMs = () => readRetryAfterMs(headers['retry-after'], Date.now());
	if (status === 401 || status === 403) return new Unauthorized(status, text);
	if (status === 429) return new RateLimited(status, text, retryAfterMs());
	if (status === 408 || status >= 500) return new Unavailable(status, text, retryAfterMs());
	if (status < 400)
		return new NotGrowlytics(status, 'redirect', readServerText(headers.location, apiKey));
	return new Refused(
		status,
		readRefusedAttributes(body, attributeNames, apiKey) ?? [{ attribute: '', message: text }],
	);
}

/** A 2xx without `success: true`: nothing proves that the customer was stored. */
function notStored({ statusCode: status, body }: FullResponse, asked: Asked): SentFailure {
	const text = readServerText(body, asked.apiKey);
	if (isPage(body)) return new NotGrowlytics(status, 'page', text);
	if (body === undefined || body === null || body === '') {
		return new NotGrowlytics(status, 'nothing', text);
	}
	if (typeof body !== 'object' || !('success' in body)) {
		return new NotGrowlytics(status, 'other', text);
	}
	return new Refused(
		status,
		readRefusedAttributes(body, asked.attributeNames, asked.apiKey) ?? [
			{ attribute: '', message: text },
		],
	);
}
