import type Joi from 'joi';
import { checkCustomer } from './customerSchema';
import type { Answer } from './endpoint';
import { SUCCESS, invalid } from './endpoint';
import type { OtherType, Profiles } from './profiles';
import { MAX_CUSTOM_ATTRIBUTES } from './profiles';
import type { GrowlyticsSettings } from './settings';

/** POST /rest-api/customer: rules, then storage. */
export function answerCustomer(
	json: unknown,
	settings: GrowlyticsSettings,
	profiles: Profiles,
): Answer {
	const checked = checkCustomer(json, settings);
	if ('details' in checked) return invalid(checked.details);

	const outcome = profiles.store(checked.customer, settings);
	if (outcome.stored) return SUCCESS;
	if ('otherTypes' in outcome) return invalid(outcome.otherTypes.map(otherType));
	return invalid([tooManyAttributes(outcome.customAttributes)]);
}

/** Joi sees one request, the type is that of all before it. */
function otherType({ name, index, expected }: OtherType): Joi.ValidationErrorItem {
	return {
		message: `attributes[${index}].type must be ${expected}`,
		path: ['attributes', index, 'type'],
		type: 'any.only',
		context: { valids: [expected], key: 'type', label: `attributes[${index}].type`, name },
	};
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
