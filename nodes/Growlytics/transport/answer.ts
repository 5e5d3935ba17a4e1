import type { NotGrowlytics, SentFailure } from '../result/failure';
import { redactRecord } from './redact';
import { readRetryAfterMs } from './retryAfter';
import type { FullResponse } from './schemas';
import { successSchema } from './schemas';
import { readServerRemarks, readServerText } from './serverRemarks';
import { isPage } from './serverText';

/** What was asked, as far as it is needed to understand the answer. */
export interface Asked {
	/** The names of the attributes that were sent, in their order. */
	attributeNames: readonly string[];
	/** Redacted wherever the server repeats it. */
	apiKey: string;
}

/** Growlytics' own answer to what it took, or the failure that the answer stands for. */
export type ApiAnswer = { taken: Record<string, unknown> } | { failure: SentFailure };

/**
 * Decodes an answer of Growlytics. Documented: 200 `{ success: true }`, and 422. Every other status
 * is an assumption about what a web API usually means by it.
 */
export function readAnswer(response: FullResponse, asked: Asked): ApiAnswer {
	const { statusCode: status, body } = response;
	if (status >= 200 && status < 300) {
		const success = successSchema.safeParse(body);
		if (!success.success) return { failure: notTaken(response, asked) };
		return { taken: redactRecord(success.data, asked.apiKey) };
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
	if (status === 401 || status === 403) {
		// Growlytics answers in JSON: a page comes from a firewall that did not like this one request.
		if (isPage(body)) return { kind: 'notGrowlytics', status, answered: 'page', text };
		return { kind: 'unauthorized', status, text };
	}
	if (status === 429) {
		return { kind: 'rateLimited', status, text, retryAfterMs: retryAfterMs() };
	}
	if (status === 408 || status >= 500) {
		return { kind: 'unavailable', status, text, retryAfterMs: retryAfterMs() };
	}
	if (status < 400) {
		const location = readServerText(headers.location, apiKey);
		return { kind: 'notGrowlytics', status, answered: 'redirect', text: location };
	}
	return { kind: 'refused', status, details: readServerRemarks(body, attributeNames, apiKey) };
}

/** A 2xx without `success: true`: nothing proves that what was sent was taken. */
function notTaken({ statusCode: status, body }: FullResponse, asked: Asked): SentFailure {
	const text = readServerText(body, asked.apiKey);
	const stranger = strangerIn(body);
	if (stranger !== undefined) return { kind: 'notGrowlytics', status, answered: stranger, text };
	const details = readServerRemarks(body, asked.attributeNames, asked.apiKey);
	return { kind: 'refused', status, details };
}

/** @returns what answered instead of Growlytics, if its own `success` is not there */
function strangerIn(body: unknown): NotGrowlytics['answered'] | undefined {
	if (isPage(body)) return 'page';
	if (body === undefined || body === null || body === '') return 'nothing';
	if (typeof body !== 'object' || !('success' in body)) return 'other';
	return undefined;
}
