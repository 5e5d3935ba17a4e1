import type { INodeProperties } from 'n8n-workflow';

import { deliveryOptionsOf } from '../../panel/deliveryOptions';
import { customAttributesParameterOf, mappingParametersOf } from '../../panel/mapping';
import { itemMappingOptions, runMappingOptions } from '../../panel/mappingOptions';
import { optionsOf } from '../../panel/option';
import { unsureOptions } from '../../panel/unsureOptions';
import type { Operation } from '../../run/operation';
import { customerIdOptions } from '../customer/customerOptions';
import { eventSubject } from './eventSubject';
import { MOST_EVENT_ATTRIBUTES, MOST_NAME_CHARACTERS } from './limits';

/** An event has no standard attributes, so none of its fields can fill one. */
const { attributeTypesJson, dateOrder, detectTypes, numberFormat, renameAttributes } =
	runMappingOptions;

const customerId: INodeProperties = {
	displayName: 'Customer ID',
	name: 'customerId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.email }}',
	description:
		"Whose event it is: the customer's e-mail, mobile number or your own ID for them, written as in Customer > Create or Update",
	hint: 'Drag in the field that holds the customer',
};

const eventName: INodeProperties = {
	displayName: 'Event Name',
	name: 'eventName',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. Purchased',
	description: `What happened, at most ${MOST_NAME_CHARACTERS} characters. Campaigns and journeys find it by this name, capital letters included. Growlytics takes the time of arrival as its time.`,
};

export const trackEvent: Operation = {
	resource: { name: 'Event', value: 'event' },
	choice: {
		name: 'Track',
		value: 'track',
		action: 'Track an event',
		description: 'Record that a customer did something, which can start a campaign or a journey',
	},
	subject: eventSubject,
	isRepeatable: false,
	parameters: [
		customerId,
		eventName,
		...mappingParametersOf(eventSubject),
		customAttributesParameterOf(eventSubject, MOST_EVENT_ATTRIBUTES.count, 'Attribute'),
		optionsOf({
			...deliveryOptionsOf(eventSubject),
			...unsureOptions,
			...customerIdOptions,
			...itemMappingOptions,
			...{ attributeTypesJson, dateOrder, detectTypes, numberFormat, renameAttributes },
		}),
	],
	mapItems: async (input) => (await import('./readEvents')).readEvents(input),
};
