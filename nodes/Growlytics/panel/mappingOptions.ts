import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import type { AttributeType } from '../values/attributeTypes';
import { isAttributeType } from '../values/attributeTypes';
import { shorten } from '../shorten';
import { DEFAULT_TYPE, nameField, typeField } from './attributeRow';
import type { Option, OptionTable, OptionValues } from './option';
import { choiceOption, toggleOption } from './option';

/** Where the fields of an item become attributes by themselves. */
const automatic: INodeProperties['displayOptions'] = {
	show: { '/mappingMode': ['autoMapInputData', 'json'] },
};

const typesByName = z
	.object({
		attribute: z.array(
			z.object({
				name: z.string().trim().default(''),
				type: z.custom<AttributeType>(isAttributeType, 'not a type').default(DEFAULT_TYPE),
			}),
		),
	})
	.partial()
	.transform(({ attribute = [] }, { addIssue }): ReadonlyMap<string, AttributeType> => {
		const types = new Map<string, AttributeType>();
		for (const { name, type } of attribute.filter((row) => row.name !== '')) {
			if ((types.get(name) ?? type) !== type) {
				addIssue({ code: 'custom', message: `"${shorten(name)}" has two types` });
			}
			types.set(name, type);
		}
		return types;
	});

const attributeTypes: Option<ReadonlyMap<string, AttributeType>> = {
	field: {
		displayName: 'Attribute Types',
		type: 'fixedCollection',
		typeOptions: {
			multipleValues: true,
			multipleValueButtonText: 'Add Attribute Type',
			fixedCollection: { itemTitle: '={{ $collection.item.value.name }}' },
		},
		placeholder: 'Add Attribute Type',
		displayOptions: automatic,
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
	schema: typesByName,
	takes: undefined,
};

/** The options of whatever has attributes that may differ between items. */
export const itemMappingOptions = {
	attributeTypes,
	dateNumbers: choiceOption(
		{
			displayName: 'Numbers as Dates',
			description: 'What a number means where a date is expected',
		},
		'refuse',
		{
			refuse: { name: 'Not a Date', description: 'The value does not fit' },
			spreadsheetSerial: {
				name: 'Spreadsheet Days',
				description: 'Days since 1900, as Excel and Google Sheets count, e.g. 46053',
			},
			unixMilliseconds: {
				name: 'Unix Milliseconds',
				description: 'Milliseconds since 1970, e.g. 1769886855000',
			},
			unixSeconds: {
				name: 'Unix Seconds',
				description: 'Seconds since 1970, e.g. 1769886855',
			},
		},
	),
	emptyValues: choiceOption(
		{
			displayName: 'Empty Values',
			description: 'What to do with an attribute that has no value in an item',
		},
		'skip',
		{
			skip: { name: 'Leave Out', description: 'What Growlytics has stays as it is' },
			sendEmptyString: {
				name: 'Send Empty Text',
				description: 'Text attributes are emptied; those of other types are left out',
			},
		},
	),
	invalidAttributes: choiceOption(
		{
			displayName: 'Invalid Attributes',
			description: 'What to do with an item in which a value does not fit',
		},
		'failItem',
		{
			failItem: { name: 'Fail the Item', description: 'The item is not sent' },
			skip: {
				name: 'Leave Out and Warn',
				description: 'The item is sent without the attributes that do not fit',
			},
		},
	),
	matchStandardAttributes: toggleOption(
		{
			displayName: 'Match Standard Attributes',
			displayOptions: automatic,
			description:
				'Whether fields such as Email or MOBILE fill the standard attributes name, email and mobile, which campaigns use',
		},
		true,
	),
	nestedValues: choiceOption(
		{
			displayName: 'Nested Values',
			displayOptions: automatic,
			description: 'What to do with a field that holds an object or a list',
		},
		'error',
		{
			error: {
				name: 'Fail the Item',
				description: 'It counts as a value that does not fit: see Invalid Attributes',
			},
			flatten: {
				name: 'Flatten',
				description:
					'Each value inside becomes an attribute such as address.city; lists become JSON text',
			},
			skip: { name: 'Leave Out', description: 'The field is not sent' },
			json: { name: 'Send as JSON Text', description: 'The field becomes one text attribute' },
		},
	),
} satisfies OptionTable;

export type ItemMappingOptions = OptionValues<typeof itemMappingOptions>;

/** The options of whatever has attributes that hold for all items of a run. */
export const runMappingOptions = {
	detectDates: toggleOption(
		{
			displayName: 'Detect Dates',
			displayOptions: automatic,
			description:
				'Whether text such as 2026-01-31T19:14:15Z is sent as a date if all values of the attribute look like that. For other dates, such as 2026-01-31, choose Date and Time under Attribute Types.',
		},
		true,
	),
} satisfies OptionTable;
