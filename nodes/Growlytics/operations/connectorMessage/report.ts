import type { INodeProperties } from 'n8n-workflow';

import { deliveryOptionsOf } from '../../panel/deliveryOptions';
import { optionsOf } from '../../panel/option';
import type { Operation } from '../../run/operation';
import { reportSubject } from './reportSubject';

const messageToken: INodeProperties = {
	displayName: 'Message Token',
	name: 'messageToken',
	type: 'string',
	typeOptions: { password: true },
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.token }}',
	description:
		'The token that Growlytics sent with the message: Growlytics Trigger gives it as token. It tells Growlytics which message of which campaign was opened.',
	hint: 'Drag in the field that holds the token of the message',
};

const action: INodeProperties = {
	displayName: 'Action',
	name: 'action',
	type: 'options',
	default: 'open',
	description: 'What the customer did with the message',
	options: [
		{
			name: 'Click',
			value: 'click',
			description: 'A link in the message was clicked',
			action: 'Report a click on a connector message',
		},
		{
			name: 'Open',
			value: 'open',
			description: 'The message was opened or read',
			action: 'Report an open of a connector message',
		},
	],
};

export const reportMessage: Operation = {
	resource: { name: 'Connector Message', value: 'connectorMessage' },
	choice: {
		name: 'Report Open or Click',
		value: 'report',
		action: 'Report an open or click of a connector message',
		description:
			'Tell Growlytics that a message of a connector campaign, sent through a channel of your choice, was opened or clicked',
	},
	subject: reportSubject,
	isRepeatable: false,
	parameters: [messageToken, action, optionsOf(deliveryOptionsOf(reportSubject))],
	mapItems: async (input) => (await import('./readReports')).readReports(input),
};
