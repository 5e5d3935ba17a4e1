import Joi from 'joi';
import type { Attribute } from './customerSchema';
import { attributeValue, shortText } from './customerSchema';
import { perSettings } from './perSettings';
import type { GrowlyticsSettings } from './settings';

/** The body of POST /rest-api/event. */
export interface TrackedEvent {
	customerId: string;
	name: string;
	attributes: Attribute[];
}

const MAX_NAME_CODE_POINTS = 49;
const MAX_ATTRIBUTES = 50;

const eventSchema = perSettings((settings) => {
	const attribute = Joi.object({
		name: Joi.string().required(),
		type: Joi.valid('string', 'number', 'boolean', 'date').required(),
		value: attributeValue(settings),
	});
	return Joi.object<TrackedEvent>({
		customerId: Joi.string().required(),
		name: shortText(MAX_NAME_CODE_POINTS).required(),
		attributes: Joi.array().items(attribute).unique('name').max(MAX_ATTRIBUTES).required(),
	})
		.required()
		.prefs({ abortEarly: false, convert: false, errors: { wrap: { label: false } } });
});

/**
 * Checks a body against the documented rules (docs.growlytics.in, "Tracking Events").
 *
 * @param body anything that came out of JSON.parse
 * @returns the event, or every problem as Joi words it
 */
export function checkEvent(
	body: unknown,
	settings: GrowlyticsSettings,
): { event: TrackedEvent } | { details: Joi.ValidationErrorItem[] } {
	const { error, value } = eventSchema(settings).validate(body);
	return error ? { details: error.details } : { event: value };
}
