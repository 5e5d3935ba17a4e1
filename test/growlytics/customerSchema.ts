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

/** Text of some characters at most, counted as people count them. */
export function shortText(limit: number) {
	return Joi.string().custom((value: string, helpers) =>
		[...value].length > limit ? helpers.error('string.max', { limit }) : value,
	);
}

const name = shortText(MAX_NAME_CODE_POINTS);

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

/** What the value of an attribute has to be, by its type. */
export function attributeValue(isDate: (text: string) => boolean) {
	return Joi.when('type', {
		switch: [
			{ is: 'string', then: Joi.string().allow('').required() },
			{ is: 'number', then: Joi.number().unsafe().required() },
			{ is: 'boolean', then: Joi.boolean().required() },
			{ is: 'date', then: dateValue(isDate).required() },
		],
		otherwise: Joi.any().required(),
	});
}

function customerSchema(isDate: (text: string) => boolean) {
	const attribute = Joi.object({ name: name.required(), type, value: attributeValue(isDate) });
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
