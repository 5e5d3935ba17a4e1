import Joi from 'joi';

/** The body of POST /custom-connector/production/:key: what became of a message of a connector campaign. */
export interface Report {
	token: string;
	action: 'open' | 'click';
}

const schema = Joi.object<Report>({
	token: Joi.string().required(),
	action: Joi.valid('open', 'click').required(),
})
	.required()
	.prefs({ abortEarly: false, convert: false, errors: { wrap: { label: false } } });

/**
 * Checks a body against the documented fields (docs.growlytics.in, "Connector Webhooks"). That others are refused is
 * assumed.
 *
 * @param body anything that came out of JSON.parse
 * @returns the report, or every problem as Joi words it
 */
export function checkReport(
	body: unknown,
): { report: Report } | { details: Joi.ValidationErrorItem[] } {
	const { error, value } = schema.validate(body);
	return error ? { details: error.details } : { report: value };
}
