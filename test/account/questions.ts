import { z } from 'zod';
import type { Names } from './names';
import { LONG_ID_CHARACTERS } from './names';
import type { Probe, ProbeAttribute } from './probe';
import { sendCustomer, sendEmptyCustomer, sendEvent, withWrongKey } from './probe';

/** What a request came to, as the node reads the answer. */
export type Outcome = 'taken' | 'refused' | 'unauthorized';

/** One thing that Growlytics' documents do not say, or that everything else rests on. */
export interface Question {
	id: string;
	asks: string;
	/** What the node assumes, as the reader of the table gets to see it. */
	assumes: string;
	/** The row of docs/assumptions.md that it is about: the text of its first column. */
	assumption?: string;
	/** None: what other requests left is the answer, and only Growlytics' dashboard shows it. */
	probe?: (names: Names) => Probe;
	/** The outcomes, or HTTP statuses, that agree with the assumption. */
	expects: ReadonlyArray<Outcome | number>;
	/** What the body of an answer that agrees has to be, too. */
	isAsAssumed?: (body: unknown) => boolean;
	/** Of an answer that does not agree by itself: what the dashboard has to say. */
	ifNot?: 'look';
	/** An answer alone never proves the assumption. */
	isForDashboard?: true;
	/** The answer means nothing unless that question's agreed. */
	restsOn?: string;
	/** Nothing else can be learnt unless this one's answer agrees. */
	isEssential?: true;
	/** What to look at in the dashboard, if the request was taken. */
	lookAt?: (names: Names) => string;
}

/** A row of docs/assumptions.md that no request of a check can settle. */
export interface NotAsked {
	assumption: string;
	why: string;
}

const ATTRIBUTE = 'n8n check';
const DATE = '2026-01-31 22:30:00';

const text: ProbeAttribute = { name: `${ATTRIBUTE} text`, type: 'string', value: 'first' };
const date: ProbeAttribute = { name: `${ATTRIBUTE} date`, type: 'date', value: DATE };
const number: ProbeAttribute = { name: `${ATTRIBUTE} number`, type: 'number', value: 7 };
const yesOrNo: ProbeAttribute = { name: `${ATTRIBUTE} yes or no`, type: 'boolean', value: true };
const nulled: ProbeAttribute = { name: `${ATTRIBUTE} null`, type: 'string', value: 'filled' };
const emptied: ProbeAttribute = { name: `${ATTRIBUTE} empty`, type: 'string', value: 'filled' };
const later: ProbeAttribute = { name: `${ATTRIBUTE} later`, type: 'string', value: 'second' };
const misfit: ProbeAttribute = { name: `${ATTRIBUTE} misfit`, type: 'number', value: 'seven' };
const isoDate: ProbeAttribute = {
	name: `${ATTRIBUTE} ISO date`,
	type: 'date',
	value: '2026-01-31T22:30:00Z',
};
const longName: ProbeAttribute = {
	name: `${ATTRIBUTE} with a name of 50 characters `.padEnd(50, 'x'),
	type: 'string',
	value: 'first',
};

/** What was first sent as a number. */
const numberAsText: ProbeAttribute = { ...number, type: 'string', value: 'seven' };

/** Numbered from 1. */
const numbered = (count: number, from = 1) =>
	Array.from(
		{ length: count },
		(_, index): ProbeAttribute => ({
			name: `${ATTRIBUTE} full ${from + index}`,
			type: 'number',
			value: from + index,
		}),
	);

/** The one shape of a refusal that Growlytics publishes (docs.growlytics.in, syncing products). */
const refusalSchema = z.object({
	details: z
		.array(
			z.object({ message: z.string(), path: z.array(z.union([z.string(), z.number()])).min(1) }),
		)
		.min(1),
});

const WRONG_KEY = 'What a wrong key gives, and whether it is checked first';
const UPDATE = 'What an update does to attributes that it does not name';
const EMPTY_VALUES = 'What empty values do';

/** In the order in which they are asked. */
const QUESTIONS: readonly Question[] = [
	{
		id: 'emptyCustomer',
		asks: 'What an empty customer gives, which is what the test of the credential sends',
		assumes: '422',
		probe: () => sendEmptyCustomer(),
		expects: [422],
	},
	{
		id: 'customer',
		asks: 'What a customer with an attribute of each type gives',
		assumes: 'a good status, with success: true',
		probe: ({ customer }) => sendCustomer(customer, [text, number, yesOrNo, date, nulled, emptied]),
		expects: ['taken'],
		isEssential: true,
		lookAt: ({ customer }) => `Customer ${customer} is there, with its attributes.`,
	},
	{
		id: 'refusal',
		asks: 'What a refusal looks like: a number whose value is text',
		assumes: '422, with a list of messages that each say where',
		assumption: 'What a refusal (422) looks like here',
		probe: ({ customer }) => sendCustomer(customer, [misfit]),
		expects: [422],
		isAsAssumed: (body) => refusalSchema.safeParse(body).success,
		lookAt: () => `"${misfit.name}": is it there, and with what value?`,
	},
	{
		id: 'nullValue',
		asks: 'What null does, as the value of an attribute',
		assumes: 'it is refused: the node never sends it',
		assumption: EMPTY_VALUES,
		probe: ({ customer }) => sendCustomer(customer, [{ ...nulled, value: null }]),
		expects: ['refused'],
		ifNot: 'look',
		lookAt: () => `"${nulled.name}": "filled" is still there, or it is empty.`,
	},
	{
		id: 'emptyText',
		asks: 'What empty text does',
		assumes: 'it is taken, and empties the attribute',
		assumption: EMPTY_VALUES,
		probe: ({ customer }) => sendCustomer(customer, [{ ...emptied, value: '' }]),
		expects: ['taken'],
		isForDashboard: true,
		lookAt: () =>
			`"${emptied.name}": it is empty, as the node assumes, or "filled" is still there.`,
	},
	{
		id: 'otherType',
		asks: 'What a value of another type than before gives',
		assumes: 'success, though the value is ignored',
		assumption: 'What the answer to an ignored type is',
		probe: ({ customer }) => sendCustomer(customer, [numberAsText]),
		expects: ['taken'],
		lookAt: () => `"${number.name}": 7 is still there, as the node assumes, or it is "seven".`,
	},
	{
		id: 'isoDate',
		asks: 'Whether a date in ISO form is taken',
		assumes: 'it is refused: the node never sends one',
		assumption: 'Whether dates in ISO form are taken',
		probe: ({ customer }) => sendCustomer(customer, [isoDate]),
		expects: ['refused'],
		lookAt: () =>
			`"${isoDate.name}": is it there, and with which day and time? 31 January 2026, 22:30 UTC was sent.`,
	},
	{
		id: 'longName',
		asks: 'What a name of 50 characters gives',
		assumes: 'it is refused: the documents allow fewer than 50',
		probe: ({ customer }) => sendCustomer(customer, [longName]),
		expects: ['refused'],
		lookAt: () => `"${longName.name}": is it there, and is its name whole?`,
	},
	{
		id: 'event',
		asks: 'What an event gives',
		assumes: 'a good status, whatever it says but success: false',
		probe: ({ customer }) => sendEvent(customer),
		expects: ['taken'],
		lookAt: ({ customer }) =>
			`The event of ${customer} is there, once, with the time of the check.`,
	},
	{
		id: 'unknownCustomer',
		asks: 'What an event gives whose customer is not there',
		assumes: 'it is taken, or 404',
		probe: ({ unknown }) => sendEvent(unknown),
		expects: ['taken', 404],
		lookAt: ({ unknown }) => `${unknown}: is the event there, and has it made a customer?`,
	},
	{
		id: 'capitals',
		asks: 'Whether capital letters count in a Customer ID',
		assumes: 'they do: it is another customer',
		assumption: 'Whether capital letters count in a Customer ID',
		probe: ({ inCapitals }) => sendCustomer(inCapitals, [text]),
		expects: ['taken'],
		isForDashboard: true,
		lookAt: ({ customer, inCapitals }) =>
			`${customer} and ${inCapitals} are two customers, as the node assumes, or one.`,
	},
	{
		id: 'longId',
		asks: `Whether a Customer ID of ${LONG_ID_CHARACTERS} characters is taken`,
		assumes: 'it is, and stays whole',
		assumption: 'How long a Customer ID may be',
		probe: ({ long }) => sendCustomer(long, [text]),
		expects: ['taken'],
		lookAt: ({ customer }) =>
			`The customer ${customer}-xxx…: is its ID ${LONG_ID_CHARACTERS} characters long?`,
	},
	{
		id: 'update',
		asks: 'What an update does to attributes that it does not name',
		assumes: 'they stay',
		assumption: UPDATE,
		// The date is sent again, so that it can be looked at even if all else is gone.
		probe: ({ customer }) => sendCustomer(customer, [later, date]),
		expects: ['taken'],
		isForDashboard: true,
		lookAt: ({ customer }) =>
			`${customer}: "${text.name}" is still there, as the node assumes; or it is gone, and with it all but "${later.name}" and "${date.name}".`,
	},
	{
		id: 'timeZone',
		asks: 'Which time zone dates are in',
		assumes: "that of the credential's Account Time Zone",
		assumption: 'Which time zone dates are in',
		expects: [],
		lookAt: () =>
			`"${date.name}": ${DATE} was sent. Does it show this time, or another? And which time zone has your account?`,
	},
	{
		id: 'wrongKey',
		asks: 'What a wrong key gives',
		assumes: '401 or 403',
		assumption: WRONG_KEY,
		probe: ({ customer }) => withWrongKey(sendCustomer(customer, [text])),
		expects: ['unauthorized'],
	},
	{
		id: 'keyFirst',
		asks: 'Whether a wrong key is refused before the customer is looked at',
		assumes: 'it is: 401 or 403 for an empty customer, too',
		assumption: WRONG_KEY,
		probe: () => withWrongKey(sendEmptyCustomer()),
		expects: ['unauthorized'],
	},
];

/** Asked only with --many-attributes: what they leave is no handful. */
const QUESTIONS_OF_MANY: readonly Question[] = [
	{
		id: 'attribute100',
		asks: 'Whether a customer with 100 custom attributes is taken',
		assumes: 'it is',
		probe: ({ full }) => sendCustomer(full, numbered(100)),
		expects: ['taken'],
		lookAt: ({ full }) => `${full}: has it 100 attributes?`,
	},
	{
		id: 'attribute101',
		asks: 'What custom attribute 101 of a profile does',
		assumes: 'the customer is refused',
		assumption: 'What custom attribute 101 of a profile does',
		probe: ({ full }) => sendCustomer(full, numbered(101)),
		expects: ['refused'],
		restsOn: 'attribute100',
		lookAt: ({ full }) => `${full}: is "${ATTRIBUTE} full 101" there, or was it left out?`,
	},
	{
		id: 'updateOfFull',
		asks: 'What an update does to attributes that it does not name: attribute 101, alone',
		assumes: 'they stay, so it is refused',
		assumption: UPDATE,
		probe: ({ full }) => sendCustomer(full, numbered(1, 101)),
		expects: ['refused'],
		restsOn: 'attribute101',
		lookAt: ({ full }) => `${full}: are attributes 1 to 100 still there?`,
	},
	{
		id: 'standardAttributes',
		asks: 'Whether name, email and mobile count among the 100: name, beside 100 others',
		assumes: 'they do not, so it is taken',
		assumption: 'Whether name, email and mobile count among the 100',
		probe: ({ full }) =>
			sendCustomer(full, [...numbered(100), { name: 'name', type: 'string', value: ATTRIBUTE }]),
		expects: ['taken'],
		restsOn: 'attribute101',
		lookAt: ({ full }) => `${full}: has it a name, and 100 attributes beside it?`,
	},
];

const NEVER_ASKED: readonly NotAsked[] = [
	{
		assumption: 'How many requests are allowed',
		why: 'it would take a flood of requests; a 429 ends the check, and is reported',
	},
	{ assumption: 'How large a request may be', why: 'it would take requests of megabytes' },
	{
		assumption:
			'Where the address of a webhook is entered, and what Growlytics expects as the answer to its calls',
		why: 'Growlytics calls only when a coupon or a campaign makes it',
	},
	{
		assumption: 'Whether a report of an open or click is JSON, and what its answer is',
		why: 'it would take the token of a real message',
	},
	{
		assumption: 'Whether a report that comes twice counts twice',
		why: 'it would take the token of a real message',
	},
];

/** The questions of a check, in their order. */
export function questionsOf(withMany: boolean): readonly Question[] {
	if (!withMany) return QUESTIONS;
	// Before the update of the other customer, so that wrong keys, which a server may resent, stay last.
	const at = QUESTIONS.findIndex(({ id }) => id === 'update');
	return [...QUESTIONS.slice(0, at), ...QUESTIONS_OF_MANY, ...QUESTIONS.slice(at)];
}

/** Rows of docs/assumptions.md that a check leaves open, and why. */
export function notAsked(withMany: boolean): readonly NotAsked[] {
	if (withMany) return NEVER_ASKED;
	const asked = new Set(QUESTIONS.map(({ assumption }) => assumption));
	const many = new Set(
		QUESTIONS_OF_MANY.flatMap(({ assumption }) =>
			assumption === undefined || asked.has(assumption) ? [] : [assumption],
		),
	);
	const why = 'it would leave 101 attributes in the account: --many-attributes asks it';
	return [...[...many].map((assumption) => ({ assumption, why })), ...NEVER_ASKED];
}
