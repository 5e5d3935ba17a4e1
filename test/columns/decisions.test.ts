import type { AttributeType } from '../../nodes/Growlytics/values/attributeTypes';
import type { DecidedBy } from '../../nodes/Growlytics/columns/decide';
import type { ReadingOptions } from '../../nodes/Growlytics/columns/options';
import { columnOf } from './run';

type Decision = readonly [AttributeType, DecidedBy, why: string];

const OFF: Partial<ReadingOptions> = { detectTypes: 'off' };

const CODE = 'the name says that it is a code or number that nobody adds up';
const LETTERS = 'such a name stands for numbers with letters or for kinds as well';
const OTHER_WORDS = 'its words can mean other things too';
const CALLED_DATE = 'the name says that it is a date';

function decision(
	name: string,
	values: readonly unknown[],
	options?: Partial<ReadingOptions>,
	declared?: AttributeType,
): unknown[] {
	const { type, decidedBy, why } = columnOf(name, values, options, declared);
	return [type, decidedBy, why];
}

/** By whom a column is decided, and in which words: the notice and the preview say it so. */
it.each<[string, unknown[], Decision]>([
	// Growlytics' own.
	['email', [5], ['string', 'standard', 'Growlytics keeps it as text']],
	['mobile', ['yes', 'no'], ['string', 'standard', 'Growlytics keeps it as text']],
	// Nothing, or a word that may be nothing.
	['Anything', [null, '#N/A'], ['string', 'nothing', 'it holds nothing']],
	['Spend', [null], ['string', 'nothing', 'it holds nothing']],
	['Anything', ['-'], ['string', 'values', '"-" is text']],
	['Spend', ['-'], ['number', 'header', 'the name says that it is a number']],
	['Joined', ['-'], ['date', 'header', CALLED_DATE]],
	['Newsletter', ['-'], ['boolean', 'header', 'the name asks for yes or no']],
	// Yes and no.
	['Anything', [true, false], ['boolean', 'values', 'both values are yes or no']],
	['Anything', ['true'], ['boolean', 'text', 'the only value is yes or no']],
	['Anything', ['false'], ['boolean', 'text', 'the only value is yes or no']],
	['Anything', [false, 'no'], ['boolean', 'text', 'both values are yes or no']],
	['Anything', ['Y', 'N'], ['boolean', 'text', 'both values are yes or no']],
	['Married', ['No'], ['boolean', 'header', 'the only value is yes or no']],
	['Is VIP', ['1', '0'], ['boolean', 'header', 'both values are yes or no']],
	['Anything', ['Yes'], ['string', 'values', OTHER_WORDS]],
	['Anything', ['t', 'n'], ['string', 'values', OTHER_WORDS]],
	['Anything', ['y', 'f'], ['string', 'values', OTHER_WORDS]],
	['Anything', ['yes', 'off'], ['string', 'values', OTHER_WORDS]],
	['Comment', ['yes', 'no'], ['string', 'header', 'the name says that it is text']],
	['Comment', ['true', 'false'], ['boolean', 'text', 'both values are yes or no']],
	// May we write to you by?
	['Email', ['yes', 'no'], ['boolean', 'text', 'both values are yes or no']],
	// Dates.
	['Anything', [new Date(0)], ['date', 'values', 'the only value is a date']],
	['Anything', ['2026-01-31'], ['date', 'text', 'the only value is a date']],
	['City', ['2026-01-31'], ['date', 'text', 'the only value is a date']],
	['Comment', ['2026-01-31'], ['string', 'header', 'the name says that it is text']],
	['Photo Consent', ['2026-01-31'], ['date', 'text', 'the only value is a date']],
	['Joined', ['--03-07'], ['date', 'header', CALLED_DATE]],
	['Joined', ['20260131'], ['date', 'header', CALLED_DATE]],
	[
		'Joined',
		['2026-01-31', '--03-07'],
		['date', 'header', '1 of 2 values are dates, and the name says so'],
	],
	[
		'Joined',
		['31/01/2026', '05/02/2026', 'soon'],
		[
			'date',
			'header',
			'2 of 3 values are dates, and the name says so, day first because of "31/01/2026"',
		],
	],
	[
		'Anything',
		['31/01/2026', '05/02/2026', 'soon'],
		['string', 'values', '"soon" is no date, though 2 of 3 values are'],
	],
	['Anything', ['31/01/26'], ['string', 'values', '"31/01/26" does not say which day it is']],
	// Numbers that count the time.
	[
		'created',
		[1769886855],
		['date', 'header', `${CALLED_DATE}, and its numbers count the seconds since 1970`],
	],
	[
		'created',
		[1769886855, '2026-01-31'],
		['date', 'header', `${CALLED_DATE}, and its numbers count the seconds since 1970`],
	],
	[
		'created_at',
		[1769886855000],
		['date', 'header', `${CALLED_DATE}, and its numbers count the milliseconds since 1970`],
	],
	[
		'Joined',
		[46053],
		['date', 'header', `${CALLED_DATE}, and its numbers count days, as a spreadsheet's dates do`],
	],
	[
		'created',
		[1769886855, 5],
		['string', 'values', '1769886855 looks like a phone number or a code'],
	],
	['Login Time', [46053], ['number', 'values', 'the only value is a number']],
	// Numbers, codes, and what may be either.
	['Anything', ['5', '6'], ['number', 'text', 'both values are numbers']],
	['Anything', [5, 6], ['number', 'values', 'both values are numbers']],
	['Anything', [5, '6', 7], ['number', 'text', 'all 3 values are numbers']],
	['Pincode', ['411001'], ['string', 'header', CODE]],
	['City', ['12'], ['string', 'header', 'the name says that it is text']],
	['Floor', ['3'], ['string', 'header', LETTERS]],
	['Floor', ['3', 'a'], ['string', 'header', LETTERS]],
	[
		'Anything',
		[2 ** 53, 5],
		['string', 'values', '9007199254740992 has more digits than a number can keep'],
	],
	[
		'Anything',
		['9000010001'],
		['string', 'values', '"9000010001" looks like a phone number or a code'],
	],
	['Anything', ['+1'], ['string', 'values', '"+1" may be something else than a number']],
	[
		'Spend',
		['12', '15', 'many'],
		['number', 'header', '2 of 3 values are numbers, and the name says so'],
	],
	[
		'Spend',
		['12', '13', '9000010001', 'x'],
		['string', 'values', '"x" is no number, though 3 of 4 values are'],
	],
	[
		'Spend',
		['12', '13', '9007199254740993'],
		['string', 'values', '"9007199254740993" is no number, though 2 of 3 values are'],
	],
	// Text, and mixtures.
	['Anything', ['a'], ['string', 'values', 'the only value is text']],
	['Anything', ['a', 'b'], ['string', 'values', '"a" is text']],
	['Anything', ['12', 'a'], ['string', 'values', '"a" is no number, though 1 of 2 values are']],
	['Anything', [[1]], ['string', 'values', 'a list of 1 is no single value']],
	['Anything', [5, true], ['string', 'values', 'some items hold 5 and others true']],
	[
		'Anything',
		[5, new Date(0)],
		['string', 'values', 'some items hold 5 and others 1970-01-01 00:00:00'],
	],
	['Anything', ['a', 5], ['string', 'values', 'some items hold 5 and others "a"']],
	['Anything', [{}, 'a'], ['string', 'values', 'some items hold "a" and others an object']],
])('%s with %j is %j', (name, values, expected) => {
	expect(decision(name, values)).toEqual(expected);
});

it.each<[string, unknown[], Decision]>([
	['Anything', ['12', 12], ['string', 'values', 'Detect Types is off, and "12" is text']],
	['Anything', [12, 13], ['number', 'values', 'both values are numbers']],
	['Anything', [12, true], ['string', 'values', 'some items hold 12 and others true']],
	['City', [12, true], ['string', 'header', 'the name says that it is text']],
	['Pincode', [411001], ['string', 'header', CODE]],
])('with Detect Types off, %s with %j is %j', (name, values, expected) => {
	expect(decision(name, values, OFF)).toEqual(expected);
});

it('is what the user declared, whatever it holds', () => {
	const expected: Decision = ['number', 'declared', 'you chose the type'];
	expect(decision('Anything', ['a'], {}, 'number')).toEqual(expected);
});

it.each<[string, unknown[], AttributeType | undefined]>([
	['Floor', ['3'], 'number'],
	['Floor', ['3', 'a'], undefined],
	['Size', ['M'], undefined],
	['Anything', ['Yes'], 'boolean'],
	['Anything', ['+1'], 'number'],
	['Anything', ['9000010001'], 'number'],
	['Anything', [2 ** 53, 5], undefined],
	['Anything', ['12', 'a'], undefined],
	['Pincode', ['411001'], undefined],
])('%s with %j is text and offered as %s', (name, values, type) => {
	expect(columnOf(name, values).offer?.type).toBe(type);
});
