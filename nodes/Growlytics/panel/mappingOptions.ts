import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import type { Rename } from '../attributes/mappingItem';
import { readFieldName } from '../fields/fieldNames';
import { shorten } from '../shorten';
import type { AttributeType } from '../values/attributeTypes';
import { attributeTypes, isAttributeType } from '../values/attributeTypes';
import type { Option, OptionTable, OptionValues } from './option';
import { choiceOption, toggleOption } from './option';

/** Where the fields of an item become attributes by themselves. */
const automatic: INodeProperties['displayOptions'] = {
	show: { '/mappingMode': ['autoMapInputData', 'json'] },
};

const TYPES = Object.keys(attributeTypes).join(', ');

/** A type by name, as text or as an object that an expression gave. */
const typesByName = z
	.preprocess(
		fromJsonText,
		z.record(
			z.custom<AttributeType>(isAttributeType, { message: `a type has to be one of ${TYPES}` }),
			{ invalid_type_error: 'it has to be an object such as {"Total Orders": "number"}' },
		),
	)
	.transform((types): ReadonlyMap<string, AttributeType> => new Map(Object.entries(types)));

function fromJsonText(value: unknown): unknown {
	if (typeof value !== 'string') return value ?? {};
	if (value.trim() === '') return {};
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}

const attributeTypesJson: Option<ReadonlyMap<string, AttributeType>> = {
	field: {
		displayName: 'Attribute Types (JSON)',
		type: 'json',
		displayOptions: automatic,
		default: '{}',
		placeholder: 'e.g. {"Total Orders": "number", "Joined": "date"}',
		description: `The types of many attributes at once, each one of ${TYPES}. Customer > Preview gives them ready to paste. Where a list under Attribute Types names an attribute too, the list counts.`,
	},
	schema: typesByName,
	takes: undefined,
};

const renamesOfPanel = z
	.object({
		attribute: z.array(
			z.object({ from: z.unknown(), to: z.string().trim().default('') }).transform((row) => ({
				from: readFieldName(row.from),
				to: row.to,
			})),
		),
	})
	.partial()
	.transform(({ attribute = [] }, { addIssue }): readonly Rename[] =>
		attribute.flatMap(({ from, to }) => {
			if (from === undefined) return [];
			if (to === '') {
				addIssue({ code: 'custom', message: `"${shorten(from.name)}" has no new name` });
			}
			return [{ from, to }];
		}),
	);

const renameAttributes: Option<readonly Rename[]> = {
	field: {
		displayName: 'Rename Attributes',
		type: 'fixedCollection',
		typeOptions: {
			multipleValues: true,
			multipleValueButtonText: 'Add Name',
			fixedCollection: { itemTitle: '={{ $collection.item.value.from }}' },
		},
		placeholder: 'Add Name',
		displayOptions: automatic,
		default: {},
		description: 'Other names for fields, e.g. for a question that has more than 49 characters',
		options: [
			{
				displayName: 'Attribute',
				name: 'attribute',
				values: [
					{
						displayName: 'Field',
						name: 'from',
						type: 'string',
						default: '',
						placeholder: 'e.g. What is your city?',
						description: 'Drag the field in from the left',
						requiresDataPath: 'single',
					},
					{
						displayName: 'New Name',
						name: 'to',
						type: 'string',
						default: '',
						placeholder: 'e.g. City',
						description: 'The name that the attribute has in Growlytics',
					},
				],
			},
		],
	},
	schema: renamesOfPanel,
	takes: undefined,
};

/** The options of whatever has attributes that may differ between items. */
export const itemMappingOptions = {
	dateNumbers: choiceOption(
		{
			displayName: 'Numbers as Dates',
			description: 'What a number means where a date was chosen as the type',
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
			description:
				'What to do with an item in which a value does not fit the type or name that you chose',
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
	nestedValues: choiceOption(
		{
			displayName: 'Nested Values',
			displayOptions: automatic,
			description: 'What to do with a field that holds an object or a list',
		},
		'readable',
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
			readable: {
				name: 'Make Readable',
				description:
					'As Flatten, and lists become one text such as "Skin care, Hair care"; what no person could read is left out',
			},
			json: { name: 'Send as JSON Text', description: 'The field becomes one text attribute' },
		},
	),
} satisfies OptionTable;

export type ItemMappingOptions = OptionValues<typeof itemMappingOptions>;

/** The options of whatever has attributes that hold for all items of a run: its types have to be the same for all. */
export const runMappingOptions = {
	attributeTypesJson,
	dateOrder: choiceOption(
		{
			displayName: 'Date Order',
			description: 'What 03/04/2026 means',
		},
		'evidence',
		{
			evidence: {
				name: 'As the Items Show',
				description:
					'A date such as 31/01/2026 in any item proves it; without one it is not guessed',
			},
			dayFirst: { name: 'Day First', description: '03/04/2026 is 3 April' },
			monthFirst: { name: 'Month First', description: '03/04/2026 is March 4' },
		},
	),
	detectTypes: choiceOption(
		{
			displayName: 'Detect Types',
			displayOptions: automatic,
			description: 'What to do with text that can be a number, a date, yes or no',
		},
		'noDoubt',
		{
			ask: {
				name: 'Ask',
				description:
					'Nothing is sent until each attribute that is in doubt has a type under Attribute Types',
			},
			off: { name: 'Off', description: 'Text stays text' },
			noDoubt: {
				name: 'Where There Is No Doubt',
				description:
					'Text such as 12, ₹1,23,456.00, 31/01/2026 or Yes gets its type; codes stay text',
			},
		},
	),
	matchStandardAttributes: toggleOption(
		{
			displayName: 'Match Standard Attributes',
			displayOptions: automatic,
			description:
				'Whether fields such as Full Name, Email Address or Phone fill the standard attributes name, email and mobile, which campaigns use',
		},
		true,
	),
	numberFormat: choiceOption(
		{
			displayName: 'Number Format',
			description: 'What 1,240 and 1.240 mean',
		},
		'evidence',
		{
			evidence: {
				name: 'As the Items Show',
				description:
					'A number such as 1,240.50 in any item proves it; without one it is not guessed',
			},
			comma: { name: 'Decimal Comma', description: 'As in 1.234,56' },
			point: { name: 'Decimal Point', description: 'As in 1,234.56 and 1,23,456.78' },
		},
	),
	renameAttributes,
} satisfies OptionTable;

export type RunMappingOptions = OptionValues<typeof runMappingOptions>;
