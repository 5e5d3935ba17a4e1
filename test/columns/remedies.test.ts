import type { AttributeType } from '../../nodes/Growlytics/values/attributeTypes';
import type { ValueSettings } from '../../nodes/Growlytics/columns/readValue';
import { readValue } from '../../nodes/Growlytics/columns/readValue';
import { columnOf, SETTINGS } from './run';

const LEAVE_OUT = 'choose Leave Out and Warn under Options > Invalid Attributes';
const OR_TEXT = {
	otherwise: `If Growlytics does not have the attribute yet, you can give it the type Text instead. Or ${LEAVE_OUT}.`,
};
const NO_NUMBER =
	'Use digits, e.g. 1234.5; thousands and a currency may be written too, e.g. ₹1,23,456.00.';
const TOO_LONG = `If Growlytics does not have the attribute yet, give it the type Text. Otherwise ${LEAVE_OUT}.`;
const WHOLE_DATE = 'Write the whole date, year first, e.g. 2026-01-31.';
const NO_DATE =
	'Write it year first, e.g. 2026-01-31 or 2026-01-31 19:14:15, and check that the day exists.';
const COUNTED = `If it counts days or seconds, choose which under Options > Numbers as Dates. If not, write the date year first, e.g. 2026-01-31, or ${LEAVE_OUT}.`;
const WHERE_FROM = `Check the node or the expression that the date comes from, or ${LEAVE_OUT}.`;
const INSIDE = `Choose one value inside it, e.g. {{ $json.address.city }}, or ${LEAVE_OUT}.`;

/** Each problem comes with what helps against it; Text only where it would. */
it.each<[AttributeType, unknown, string, fix: string, otherwise?: typeof OR_TEXT]>([
	[
		'string',
		2 ** 53,
		'9007199254740992 is a number too long to keep all of its digits',
		`Format it as text where it comes from, e.g. in the spreadsheet, or ${LEAVE_OUT}.`,
	],
	['string', {}, 'an object is not a single value', INSIDE],
	['number', {}, 'an object is not a single value', INSIDE],
	['boolean', {}, 'an object is not a single value', INSIDE],
	['date', {}, 'an object is not a single value', INSIDE],
	['number', 'many', '"many" is not a number', NO_NUMBER, OR_TEXT],
	['number', true, 'true is not a number', NO_NUMBER, OR_TEXT],
	[
		'number',
		'9007199254740993',
		'"9007199254740993" has more digits than a number can keep',
		TOO_LONG,
	],
	['number', 2n ** 60n, '1152921504606846976 has more digits than a number can keep', TOO_LONG],
	[
		'number',
		'1,240',
		'"1,240" can mean 1240 or 1.24',
		`Choose which under Options > Number Format, or ${LEAVE_OUT}.`,
	],
	[
		'number',
		Infinity,
		'Infinity is not a number that can be stored',
		`Check the calculation that it comes from, or ${LEAVE_OUT}.`,
	],
	[
		'boolean',
		'perhaps',
		'"perhaps" is neither yes nor no',
		'Use true or false, yes or no, 1 or 0.',
		OR_TEXT,
	],
	[
		'date',
		'03/04/2026',
		'"03/04/2026" can be day first or month first',
		'Choose which under Options > Date Order, or write the year first, e.g. 2026-01-31.',
		OR_TEXT,
	],
	['date', '31/01/26', '"31/01/26" has a year of two digits only', WHOLE_DATE, OR_TEXT],
	['date', '2026-02-30', '"2026-02-30" is a day that does not exist', WHOLE_DATE, OR_TEXT],
	['date', 'soon', '"soon" is no date', NO_DATE, OR_TEXT],
	['date', true, 'true is no date', NO_DATE, OR_TEXT],
	['date', 46053, '46053 is a number, not a date', COUNTED],
	['date', '46053.5', '"46053.5" is a number, not a date', COUNTED],
	['date', new Date(NaN), 'the date does not exist, or its year has not four digits', WHERE_FROM],
	[
		'date',
		'9999-12-31T23:59:59Z',
		'the date does not exist, or its year has not four digits',
		WHERE_FROM,
	],
])('%s of %p: %s', (type, value, message, fix, otherwise = undefined) => {
	const column = columnOf('Anything', [value], {}, type);
	expect(readValue(value, column, SETTINGS)).toEqual({ problem: { message, fix, ...otherwise } });
});

it.each<[name: string, unknown, AttributeType | undefined, read: object]>([
	['Anything', '', undefined, { isEmpty: true }],
	['Anything', '#N/A', undefined, { isEmpty: true, word: '#N/A' }],
	['Anything', NaN, undefined, { isEmpty: true, word: 'NaN' }],
	['Spend', '-', undefined, { isEmpty: true, word: '-' }],
	// A code is compared letter by letter; other text stays as it is, as does what the user called Text.
	['Pincode', ' 007\u00a0', undefined, { value: '007' }],
	['Pincode', ' 007\u00a0', 'string', { value: ' 007\u00a0' }],
	['Comment', ' so so\u00a0', undefined, { value: ' so so\u00a0' }],
	['Joined', 46053, undefined, { value: '2026-01-31 00:00:00' }],
])('under %s, %p (declared %s) is read as %j', (name, value, declared, read) => {
	expect(readValue(value, columnOf(name, [value], {}, declared), SETTINGS)).toEqual(read);
});

it('counts the numbers of a declared date as the user says, whatever the header shows', () => {
	const settings = { ...SETTINGS, dateNumbers: 'unixSeconds' } as const;
	const read = (declared?: AttributeType) =>
		readValue(46053, columnOf('Joined', [46053], {}, declared), settings);
	expect(read('date')).toEqual({ value: '1970-01-01 18:17:33' });
	expect(read()).toEqual({ value: '2026-01-31 00:00:00' });
});

it('counts a number among dates as the user says, and says where it counts nothing', () => {
	const way = (dateNumbers: ValueSettings['dateNumbers']) => ({ ...SETTINGS, dateNumbers });
	const column = columnOf('Joined', ['2026-01-31', '2026-02-01', 7]);
	expect(readValue(7, column, way('refuse'))).toEqual({ leftOut: '7 is a number, not a date' });
	expect(readValue(7, column, way('spreadsheetSerial'))).toEqual({ value: '1900-01-07 00:00:00' });
	const declared = columnOf('Joined', [0], {}, 'date');
	expect(readValue(0, declared, way('spreadsheetSerial'))).toEqual({
		problem: {
			message: '0 is no date in the way that numbers are counted here',
			fix: `Check under Options > Numbers as Dates whether it counts days, seconds or milliseconds, or ${LEAVE_OUT}.`,
		},
	});
});
