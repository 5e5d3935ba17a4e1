import type { NotGrowlytics, SentFailure } from '../result/failure';
import { redactRecord } from './redact';
import { readRetryAfterMs } from './retryAfter';
import type { FullResponse } from './schemas';
import { successSchema } from './schemas';
import { readServerRemarks, readServerText } from './serverRemarks';
import { isPage } from './serverText';

/** What a request says of how its answer is to be understood. */
export interface AnswerRules {
	/** Names of the attributes that the body holds, in their order: a refusal names them by place. */
	attributeNames: readonly string[];
	/** The value that was sent of the attribute in that place, with its type, e.g. `Text "12 pcs"`. */
	showSent?: (place: number) => string;
	/** Growlytics documents no answer: whatever has a good status, is no web page and no `success: false` is taken. */
	isAnswerUndocumented?: boolean;
	/** Of a request about something that has to be there: what it means that there is nothing (404). */
	ifNotFound?: 'refused' | 'taken';
}

/** What was asked, as far as it is needed to understand the answer. */
export interface Asked extends AnswerRules {
	/** Redacted wherever the server repeats it. */
	apiKey: string;
}

/** Growlytics' own answer to what it took, or the failure that the answer stands for. */
export type ApiAnswer = { taken: Record<string, unknown> } | { failure: SentFailure };

/**
 * Decodes an answer of Growlytics. Documented: 200 `{ success: true }`, and 422. Every other status
 * is an assumption about what a web API usually means by it. Of events no answer is documented at all.
 */
export function readAnswer(response: FullResponse, asked: Asked): ApiAnswer {
	const { statusCode: status, body } = response;
	if (status >= 200 && status < 300) {
		const said = asked.isAnswerUndocumented ? readUndocumented(body) : documented(body);
		if (said === undefined) return { failure: notTaken(response, asked) };
		return { taken: redactRecord(said, asked.apiKey) };
	}
	if (asked.ifNotFound === 'taken' && isNothingThere(response)) return { taken: {} };
	return { failure: readFailure(status, response, asked, readServerText(body, asked.apiKey)) };
}

function documented(body: unknown): Record<string, unknown> | undefined {
	return successSchema.safeParse(body).data;
}

function readUndocumented(body: unknown): Record<string, unknown> | undefined {
	if (isPage(body)) return undefined;
	if (typeof body !== 'object' || body === null) return {};
	return 'success' in body && body.success === false ? undefined : { ...body };
}

/** A web page comes from a server that is not Growlytics' API: it says nothing about the ID. */
function isNothingThere({ statusCode, body }: FullResponse): boolean {
	return statusCode === 404 && !isPage(body);
}

function readFailure(
	status: number,
	response: FullResponse,
	asked: Asked,
	text: string,
): SentFailure {
	const { headers, body } = response;
	const { apiKey, ifNotFound } = asked;
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
	return {
		kind: 'refused',
		status,
		details: readServerRemarks(body, asked),
		...(ifNotFound !== undefined && isNothingThere(response) ? { isAboutItem: true } : {}),
	};
}

/** A 2xx without `success: true`: nothing proves that what was sent was taken. */
function notTaken({ statusCode: status, body }: FullResponse, asked: Asked): SentFailure {
	const text = readServerText(body, asked.apiKey);
	const stranger = strangerIn(body);
	if (stranger !== undefined) return { kind: 'notGrowlytics', status, answered: stranger, text };
	const details = readServerRemarks(body, asked);
	return { kind: 'refused', status, details };
}

/** @returns what answered instead of Growlytics, if its own `success` is not there */
function strangerIn(body: unknown): NotGrowlytics['answered'] | undefined {
	if (isPage(body)) return 'page';
	if (body === undefined || body === null || body === '') return 'nothing';
	if (typeof body !== 'object' || !('success' in body)) return 'other';
	return undefined;
}
