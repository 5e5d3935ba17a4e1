import type { INodeProperties } from 'n8n-workflow';

import { nameField, typeField } from './attributeRow';

export const DEFAULT_TIMEOUT_MS = 30_000;

/** What few users need to change. Sorted by label, as n8n shows them. */
export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Attribute Types',
			name: 'attributeTypes',
			type: 'fixedCollection',
			typeOptions: {
				multipleValues: true,
				multipleValueButtonText: 'Add Attribute Type',
				fixedCollection: { itemTitle: '={{ $collection.item.value.name }}' },
			},
			placeholder: 'Add Attribute Type',
			displayOptions: { show: { '/mappingMode': ['autoMapInputData', 'json'] } },
			default: {},
			description:
				'Which type an attribute has, whatever its values look like. A value that does not fit is not sent. Growlytics keeps the first type it sees for ever.',
			options: [
				{
					displayName: 'Attribute',
					name: 'attribute',
					values: [nameField, typeField],
				},
			],
		},
		{
			displayName: 'Concurrency',
			name: 'concurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 50, numberPrecision: 0 },
			default: 10,
			description:
				'How many customers to send at once. Updates of one customer are always sent in their order, one after another.',
		},
		{
			displayName: 'Detect Dates',
			name: 'detectDates',
			type: 'boolean',
			displayOptions: { show: { '/mappingMode': ['autoMapInputData', 'json'] } },
			default: true,
			description:
				'Whether text such as 2026-01-31T19:14:15Z is sent as a date if all values of the attribute look like that. For other dates, such as 2026-01-31, choose Date and Time under Attribute Types.',
		},
		{
			displayName: 'Dry Run',
			name: 'dryRun',
			type: 'boolean',
			default: false,
			description:
				'Whether to output what would be sent to Growlytics instead of sending it. Nothing is stored.',
		},
		{
			displayName: 'Empty Values',
			name: 'emptyValues',
			type: 'options',
			default: 'skip',
			description: 'What to do with an attribute that has no value in an item',
			options: [
				{
					name: 'Leave Out',
					value: 'skip',
					description: 'The customer keeps the value that Growlytics has',
				},
				{
					name: 'Send Empty Text',
					value: 'sendEmptyString',
					description: 'Text attributes are emptied; those of other types are left out',
				},
			],
		},
		{
			displayName: 'Invalid Attributes',
			name: 'invalidAttributes',
			type: 'options',
			default: 'failItem',
			description: 'What to do with an item in which a value does not fit',
			options: [
				{
					name: 'Fail the Item',
					value: 'failItem',
					description: 'The customer is not sent',
				},
				{
					name: 'Leave Out and Warn',
					value: 'skip',
					description: 'The customer is sent without the attributes that do not fit',
				},
			],
		},
		{
			displayName: 'Match Standard Attributes',
			name: 'matchStandardAttributes',
			type: 'boolean',
			displayOptions: { show: { '/mappingMode': ['autoMapInputData', 'json'] } },
			default: true,
			description:
				'Whether fields such as Email or MOBILE fill the standard attributes name, email and mobile, which campaigns use',
		},
		{
			displayName: 'Max Requests per Second',
			name: 'maxRequestsPerSecond',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description:
				'How many customers to send in a second at most. When Growlytics asks to slow down, the node does so by itself.',
			hint: '0 means no limit',
		},
		{
			displayName: 'Max Retries',
			name: 'maxRetries',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 10, numberPrecision: 0 },
			default: 3,
			description:
				'How often to send a customer again if Growlytics cannot be reached or cannot handle the request. Pauses that Growlytics asks for do not count.',
		},
		{
			displayName: 'Nested Values',
			name: 'nestedValues',
			type: 'options',
			displayOptions: { show: { '/mappingMode': ['autoMapInputData', 'json'] } },
			default: 'error',
			description: 'What to do with a field that holds an object or a list',
			options: [
				{
					name: 'Fail the Item',
					value: 'error',
					description: 'It counts as a value that does not fit: see Invalid Attributes',
				},
				{
					name: 'Flatten',
					value: 'flatten',
					description:
						'Each value inside becomes an attribute such as address.city; lists become JSON text',
				},
				{ name: 'Leave Out', value: 'skip', description: 'The field is not sent' },
				{
					name: 'Send as JSON Text',
					value: 'json',
					description: 'The field becomes one text attribute',
				},
			],
		},
		{
			displayName: 'Numbers as Dates',
			name: 'dateNumbers',
			type: 'options',
			default: 'refuse',
			description: 'What a number means where a date is expected',
			options: [
				{ name: 'Not a Date', value: 'refuse', description: 'The value does not fit' },
				{
					name: 'Spreadsheet Days',
					value: 'spreadsheetSerial',
					description: 'Days since 1900, as Excel and Google Sheets count, e.g. 46053',
				},
				{
					name: 'Unix Milliseconds',
					value: 'unixMilliseconds',
					description: 'Milliseconds since 1970, e.g. 1769886855000',
				},
				{
					name: 'Unix Seconds',
					value: 'unixSeconds',
					description: 'Seconds since 1970, e.g. 1769886855',
				},
			],
		},
		{
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: DEFAULT_TIMEOUT_MS,
			description: 'How long to wait for an answer from Growlytics',
			hint: 'In milliseconds',
		},
	],
};
