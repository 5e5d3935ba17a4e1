import Joi from 'joi';
import { isGrowlyticsDate, isIsoDate } from './dates';
import { perSettings } from './perSettings';
import type { GrowlyticsSettings } from './settings';

export type AttributeType = 'string' | 'number' | 'boolean' | 'date';

export interface Attribute {
	name: string;
	type: AttributeType;
	/** null only where the settings take it. */
	value: string | number | boolean | null;
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

const type = Joi.when('name', {
	is: Joi.valid(...RESERVED_NAMES).required(),
	then: Joi.valid('string').required(),
	otherwise: Joi.valid('string', 'number', 'boolean', 'date').required(),
});

function dateValue(isoDates: GrowlyticsSettings['isoDates']) {
	const isDate = (text: string) =>
		isGrowlyticsDate(text) || (isoDates === 'accept' && isIsoDate(text));
	return Joi.string()
		.custom((value: string, helpers) =>
			isDate(value) ? value : helpers.error('date.format', { format: 'YYYY-MM-DD HH:mm:ss' }),
		)
		.messages({ 'date.format': '{{#label}} must be a real date in {{#format}} format' });
}

/** What the value of an attribute has to be, by its type. */
export function attributeValue({
	isoDates,
	nullValues,
	emptyText,
}: Pick<GrowlyticsSettings, 'isoDates' | 'nullValues' | 'emptyText'>) {
	const besides = nullValues === 'accept' ? [null] : [];
	const besidesText = emptyText === 'accept' ? ['', ...besides] : besides;
	return Joi.when('type', {
		switch: [
			{ is: 'string', then: allow(Joi.string(), besidesText).required() },
			{ is: 'number', then: allow(Joi.number().unsafe(), besides).required() },
			{ is: 'boolean', then: allow(Joi.boolean(), besides).required() },
			{ is: 'date', then: allow(dateValue(isoDates), besides).required() },
		],
		otherwise: Joi.any().required(),
	});
}

/** Joi's own `allow` takes no empty list. */
function allow(schema: Joi.Schema, values: readonly unknown[]): Joi.Schema {
	return values.length === 0 ? schema : schema.allow(...values);
}

const customerSchema = perSettings((settings) => {
	const { longNames, maxIdCharacters } = settings;
	const name = longNames === 'accept' ? Joi.string() : shortText(MAX_NAME_CODE_POINTS);
	const id = maxIdCharacters === 0 ? Joi.string() : shortText(maxIdCharacters);
	const attribute = Joi.object({ name: name.required(), type, value: attributeValue(settings) });
	return Joi.object<Customer>({
		id: id.required(),
		attributes: Joi.array().items(attribute).unique('name').required(),
	})
		.required()
		.prefs({ abortEarly: false, convert: false, errors: { wrap: { label: false } } });
});

/**
 * Checks a body against the documented rules
 * (docs.growlytics.in, "Tracking Users (Non-shopify)").
 *
 * @param body anything that came out of JSON.parse
 * @returns the customer, or every problem as Joi words it
 */
export function checkCustomer(
	body: unknown,
	settings: GrowlyticsSettings,
): { customer: Customer } | { details: Joi.ValidationErrorItem[] } {
	const { error, value } = customerSchema(settings).validate(body);
	return error ? { details: error.details } : { customer: value };
}
