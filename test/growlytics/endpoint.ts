import type Joi from 'joi';
import type { GrowlyticsSettings } from './settings';

export interface Answer {
	status: number;
	/** Sent as JSON; undefined for an answer without a body. */
	body: unknown;
	stored: boolean;
}

export interface Call {
	key: string | string[] | undefined;
	contentType: string | undefined;
	bodyBytes: number;
	body: ParsedBody;
}

export type ParsedBody = { json: unknown } | { problem: string };

export const SUCCESS: Answer = { status: 200, body: { success: true }, stored: true };
const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** Reads a body; none at all counts as `{}`, which a key check then learns is incomplete (422). */
export function parseBody(text: string): ParsedBody {
	if (text === '') return { json: {} };
	try {
		return { json: JSON.parse(text) };
	} catch (error) {
		return { problem: error instanceof Error ? error.message : 'no JSON' };
	}
}

/**
 * Answers a call without any fault: key, size, JSON, then what the endpoint makes of the body. Under `keyCheck: 'last'`
 * a bad key is refused when all else is good.
 *
 * Documented are 200 and 422 only. The bodies of 400, 413, 415 and of a bad key are this server's.
 *
 * @param answerBody what the endpoint makes of a body
 * @param judgeBody the same, with nothing stored
 */
export function answerCall(
	{ key, contentType, bodyBytes, body }: Call,
	settings: GrowlyticsSettings,
	answerBody: (json: unknown) => Answer,
	judgeBody: (json: unknown) => Answer,
): Answer {
	const isKnown = key === settings.apiKey;
	const badKey = refusal(settings.unauthorizedStatus, 'Invalid API key');
	if (!isKnown && settings.keyCheck === 'first') return badKey;
	if (bodyBytes > settings.maxBodyBytes) return refusal(413, 'Request body is too large');
	if (bodyBytes > 0 && !JSON_TYPE.test(contentType ?? '')) {
		return refusal(415, 'Content-Type must be application/json');
	}
	if ('problem' in body) return refusal(400, `Body is not JSON: ${body.problem}`);
	if (isKnown) return answerBody(body.json);
	const judged = judgeBody(body.json);
	return judged.stored ? badKey : judged;
}

/** A refusal with the little JSON body this server gives where Growlytics documents none. */
export function refusal(status: number, message: string): Answer {
	return { status, body: { message }, stored: false };
}

/** A refusal in the one shape that Growlytics publishes. */
export function invalid(details: Joi.ValidationErrorItem[]): Answer {
	return { status: 422, body: { type: 'ValidationError', details }, stored: false };
}
