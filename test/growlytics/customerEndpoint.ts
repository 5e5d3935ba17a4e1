import type Joi from 'joi';
import { checkCustomer } from './customerSchema';
import type { Profiles } from './profiles';
import { MAX_CUSTOM_ATTRIBUTES } from './profiles';
import type { GrowlyticsSettings } from './settings';

export interface Answer {
	status: number;
	/** Sent as JSON. */
	body: unknown;
	stored: boolean;
}

export interface CustomerCall {
	key: string | string[] | undefined;
	contentType: string | undefined;
	bodyBytes: number;
	body: ParsedBody;
}

export type ParsedBody = { json: unknown } | { problem: string };

const SUCCESS: Answer = { status: 200, body: { success: true }, stored: true };
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

/** What of a body can be told before, or without, its being valid. */
export function describeBody(body: ParsedBody): { customerId?: string; attributeCount?: number } {
	const json = 'json' in body ? body.json : undefined;
	if (typeof json !== 'object' || json === null) return {};
	return {
		...('id' in json && typeof json.id === 'string' ? { customerId: json.id } : {}),
		...('attributes' in json && Array.isArray(json.attributes)
			? { attributeCount: json.attributes.length }
			: {}),
	};
}

/**
 * POST /rest-api/customer without any fault: key, size, JSON, rules, then storage.
 *
 * Documented are 200 and 422 only. The bodies of 400, 413, 415 and of a bad key are this server's.
 */
export function answerCustomer(
	{ key, contentType, bodyBytes, body }: CustomerCall,
	settings: GrowlyticsSettings,
	profiles: Profiles,
): Answer {
	if (key !== settings.apiKey) return refusal(settings.unauthorizedStatus, 'Invalid API key');
	if (bodyBytes > settings.maxBodyBytes) return refusal(413, 'Request body is too large');
	if (bodyBytes > 0 && !JSON_TYPE.test(contentType ?? '')) {
		return refusal(415, 'Content-Type must be application/json');
	}
	if ('problem' in body) return refusal(400, `Body is not JSON: ${body.problem}`);

	const checked = checkCustomer(body.json, settings.isoDates);
	if ('details' in checked) return invalid(checked.details);

	const outcome = profiles.store(checked.customer, settings);
	return outcome.stored ? SUCCESS : invalid([tooManyAttributes(outcome.customAttributes)]);
}

/** A refusal with the little JSON body this server gives where Growlytics documents none. */
export function refusal(status: number, message: string): Answer {
	return { status, body: { message }, stored: false };
}

function invalid(details: Joi.ValidationErrorItem[]): Answer {
	return { status: 422, body: { type: 'ValidationError', details }, stored: false };
}

/** Joi sees one request, the limit is one of the whole profile: hence worded here, in Joi's shape. */
function tooManyAttributes(count: number): Joi.ValidationErrorItem {
	const limit = MAX_CUSTOM_ATTRIBUTES;
	return {
		message: `attributes would give the customer ${count} custom attributes, more than ${limit}`,
		path: ['attributes'],
		type: 'array.max',
		context: { limit, count, key: 'attributes', label: 'attributes' },
	};
}
