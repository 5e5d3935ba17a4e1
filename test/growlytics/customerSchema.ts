import Joi from 'joi';
import { isGrowlyticsDate, isIsoDate } from './dates';

export type AttributeType = 'string' | 'number' | 'boolean' | 'date';

export interface Attribute {
	name: string;
	type: AttributeType;
	value: string | number | boolean;
}

/** The body of POST /rest-api/customer. */
export interface Customer {
	id: string;
	attributes: Attribute[];
}

/** Used by Growlytics' own campaigns; they are no custom attributes. */
export const RESERVED_NAMES: readonly string[] = ['name', 'email', 'mobile'];

const MAX_NAME_CODE_POINTS = 49;

const name = Joi.string().custom((value: string, helpers) =>
	[...value].length > MAX_NAME_CODE_POINTS
		? helpers.error('string.max', { limit: MAX_NAME_CODE_POINTS })
		: value,
);

const type = Joi.when('name', {
	is: Joi.valid(...RESERVED_NAMES).required(),
	then: Joi.valid('string').required(),
	otherwise: Joi.valid('string', 'number', 'boolean', 'date').required(),
});

function dateValue(isDate: (text: string) => boolean) {
	return Joi.string()
		.custom((value: string, helpers) =>
			isDate(value) ? value : helpers.error('date.format', { format: 'YYYY-MM-DD HH:mm:ss' }),
		)
		.messages({ 'date.format': '{{#label}} must be a real date in {{#format}} format' });
}

function customerSchema(isDate: (text: string) => boolean) {
	const value = Joi.when('type', {
		switch: [
			{ is: 'string', then: Joi.string().allow('').required() },
			{ is: 'number', then: Joi.number().unsafe().required() },
			{ is: 'boolean', then: Joi.boolean().required() },
			{ is: 'date', then: dateValue(isDate).required() },
		],
		otherwise: Joi.any().required(),
	});
	const attribute = Joi.object({ name: name.required(), type, value });
	return Joi.object<Customer>({
		id: Joi.string().required(),
		attributes: Joi.array().items(attribute).unique('name').required(),
	})
		.required()
		.prefs({ abortEarly: false, convert: false, errors: { wrap: { label: false } } });
}

const SCHEMAS = {
	refuse: customerSchema(isGrowlyticsDate),
	accept: customerSchema((text) => isGrowlyticsDate(text) || isIsoDate(text)),
};

/**
 * Checks a body against the documented rules
 * (docs.growlytics.in, "Tracking Users (Non-shopify)").
 *
 * @param body anything that came out of JSON.parse
 * @returns the customer, or every problem as Joi words it
 */
export function checkCustomer(
	body: unknown,
	isoDates: keyof typeof SCHEMAS,
): { customer: Customer } | { details: Joi.ValidationErrorItem[] } {
	const { error, value } = SCHEMAS[isoDates].validate(body);
	return error ? { details: error.details } : { customer: value };
}
