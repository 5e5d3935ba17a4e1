import { settingsSchema } from '../growlytics/settings';
import type { GrowlyticsSettingsInput } from '../growlytics/settings';
import type { Asked } from './asked';
import { NAMES, answerTo, ask } from './asked';
import type { Agreement } from './check';

type Rows = Record<string, { answered: string; agrees: Agreement; lookAt: string | undefined }>;

const rowsOf = ({ findings: { rows } }: Asked): Rows =>
	Object.fromEntries(
		rows.map(({ question: { id }, answered, agrees, lookAt }) => [
			id,
			{ answered, agrees, lookAt },
		]),
	);

/** The rows that a switch changes, and what each of them says then. */
function changed(usual: Rows, now: Rows): Record<string, Agreement | undefined> {
	const ids = [...new Set([...Object.keys(usual), ...Object.keys(now)])];
	const differ = ids.filter((id) => JSON.stringify(usual[id]) !== JSON.stringify(now[id]));
	return Object.fromEntries(differ.map((id) => [id, now[id]?.agrees]));
}

let usual: Rows;
let usualWithMany: Rows;
beforeAll(async () => {
	usual = await ask({}, rowsOf);
	usualWithMany = await ask({}, rowsOf, { withMany: true });
});

const agreements = (rows: Rows) =>
	Object.fromEntries(Object.entries(rows).map(([id, { agrees }]) => [id, agrees]));

const USUAL = {
	emptyCustomer: 'yes',
	customer: 'yes',
	refusal: 'yes',
	nullValue: 'yes',
	emptyText: 'look',
	otherType: 'yes',
	isoDate: 'yes',
	longName: 'yes',
	event: 'yes',
	unknownCustomer: 'yes',
	capitals: 'look',
	longId: 'yes',
	update: 'look',
	timeZone: 'look',
	wrongKey: 'yes',
	keyFirst: 'yes',
};

it('the local Growlytics, as it is, does what the node assumes', () => {
	expect(agreements(usual)).toEqual(USUAL);
	expect(agreements(usualWithMany)).toEqual({
		...USUAL,
		attribute100: 'yes',
		attribute101: 'yes',
		updateOfFull: 'yes',
		standardAttributes: 'yes',
	});
	expect(changed(usual, usualWithMany)).toEqual({
		attribute100: 'yes',
		attribute101: 'yes',
		updateOfFull: 'yes',
		standardAttributes: 'yes',
	});
});

/** With each switch: the rows that change, all others staying to the letter. */
const switches: ReadonlyArray<[GrowlyticsSettingsInput, Record<string, Agreement>]> = [
	[{ unauthorizedStatus: 403 }, { wrongKey: 'yes', keyFirst: 'yes' }],
	[{ keyCheck: 'last' }, { keyFirst: 'no' }],
	// No answer shows these: what they leave is another, and the dashboard shows that.
	[{ update: 'replace' }, {}],
	[{ customerIdCase: 'ignored' }, {}],
	[{ otherType: 'refuse' }, { otherType: 'no' }],
	[{ nullValues: 'accept' }, { nullValue: 'look' }],
	[{ emptyText: 'refuse' }, { emptyText: 'no' }],
	[{ longNames: 'accept' }, { longName: 'no' }],
	[{ isoDates: 'accept' }, { isoDate: 'no' }],
	[{ maxIdCharacters: 254 }, { longId: 'no' }],
	[{ maxIdCharacters: 40 }, { longId: 'no' }],
	[{ maxIdCharacters: 255 }, {}],
	// Both are events, and the node takes all of these answers.
	[{ eventAnswer: 'nothing' }, { event: 'yes', unknownCustomer: 'yes' }],
	[{ eventAnswer: 'noContent' }, { event: 'yes', unknownCustomer: 'yes' }],
	[{ eventAnswer: 'text' }, { event: 'yes', unknownCustomer: 'yes' }],
	[{ eventAnswer: 'record' }, { event: 'yes', unknownCustomer: 'yes' }],
	[{ unknownCustomer: 'notFound' }, { unknownCustomer: 'yes' }],
	// Not asked without --many-attributes.
	[{ extraAttributes: 'ignore' }, {}],
	[{ standardAttributes: 'counted' }, {}],
	[{ faults: [answerTo('emptyCustomer', 200, { success: true })] }, { emptyCustomer: 'no' }],
	[{ faults: [answerTo('emptyCustomer', 400, { message: 'No id' })] }, { emptyCustomer: 'no' }],
	[{ faults: [answerTo('customer', 200, { success: true, id: 7 })] }, { customer: 'yes' }],
	[{ faults: [answerTo('refusal', 422, { message: 'No number' })] }, { refusal: 'no' }],
	[{ faults: [answerTo('refusal', 422, 'No number')] }, { refusal: 'no' }],
	[
		{ faults: [answerTo('refusal', 400, { details: [{ message: 'a', path: ['b'] }] })] },
		{ refusal: 'no' },
	],
	[{ faults: [answerTo('refusal', 200, { success: true })] }, { refusal: 'no' }],
	[{ faults: [answerTo('event', 200, { success: false })] }, { event: 'no' }],
	[{ faults: [answerTo('event', 404, { message: 'No customer' })] }, { event: 'no' }],
	[
		{ faults: [answerTo('unknownCustomer', 422, { message: 'No customer' })] },
		{ unknownCustomer: 'no' },
	],
	[{ faults: [answerTo('wrongKey', 400, { message: 'Bad key' })] }, { wrongKey: 'no' }],
	[{ faults: [answerTo('wrongKey', 200, { success: true })] }, { wrongKey: 'no' }],
];

it.each(switches)('%j', async (settings, expected) => {
	expect(changed(usual, await ask(settings, rowsOf))).toEqual(expected);
});

const switchesOfMany: typeof switches = [
	[{ update: 'replace' }, { updateOfFull: 'no' }],
	[{ standardAttributes: 'counted' }, { standardAttributes: 'no' }],
	// What these two conclude rests on the refusal of attribute 101.
	[
		{ extraAttributes: 'ignore' },
		{ attribute101: 'no', updateOfFull: 'look', standardAttributes: 'look' },
	],
	[{ isoDates: 'accept' }, { isoDate: 'no' }],
];

it.each(switchesOfMany)('with --many-attributes, %j', async (settings, expected) => {
	expect(changed(usualWithMany, await ask(settings, rowsOf, { withMany: true }))).toEqual(expected);
});

it('every switch that bears on a question is turned here', () => {
	const turned = switches.flatMap(([settings]) => Object.keys(settings));
	const others = [
		'host',
		'port',
		'apiKey',
		'unknownProduct',
		'reportAnswer',
		'maxBodyBytes',
		'rateLimit',
		'rateLimitRetryAfter',
		'seed',
		'recordBodies',
	];
	expect(new Set([...turned, ...others])).toEqual(new Set(settingsSchema.keyof().options));
});

describe('the dashboard shows what the table says it would', () => {
	const stored = (id: string) => (asked: Asked) =>
		Object.fromEntries(
			asked.growlytics
				.customers()
				.filter((customer) => customer.id === id)
				.flatMap(({ attributes }) => attributes.map(({ name, value }) => [name, value])),
		);

	it('what an update leaves', async () => {
		const kept = await ask({}, stored(NAMES.customer));
		const replaced = await ask({ update: 'replace' }, stored(NAMES.customer));
		expect(usual.update?.lookAt).toContain('all but "n8n check later" and "n8n check date"');
		expect(kept).toHaveProperty(['n8n check text'], 'first');
		expect(replaced).toEqual({
			'n8n check later': 'second',
			'n8n check date': '2026-01-31 22:30:00',
		});
	});

	it('empty text, null, and a value of another type', async () => {
		expect(await ask({ nullValues: 'accept' }, stored(NAMES.customer))).toMatchObject({
			'n8n check empty': '',
			'n8n check null': null,
			'n8n check number': 7,
		});
		expect(await ask({}, stored(NAMES.customer))).toMatchObject({ 'n8n check null': 'filled' });
	});

	it.each<[GrowlyticsSettingsInput, string[]]>([
		[{}, [NAMES.customer, NAMES.inCapitals, NAMES.long]],
		[{ customerIdCase: 'ignored' }, [NAMES.customer, NAMES.long]],
		[{ maxIdCharacters: 40 }, [NAMES.customer, NAMES.inCapitals]],
	])('customers under %j', async (settings, ids) => {
		const found = await ask(settings, ({ growlytics }) =>
			growlytics.customers().map(({ id }) => id),
		);
		expect(found).toEqual(ids);
	});

	it.each([{}, { longNames: 'accept', isoDates: 'accept', nullValues: 'accept' }] as const)(
		'what is left under %j is what the check says',
		async (settings) => {
			await ask(settings, ({ growlytics, findings: { left, mayBeLeft } }) => {
				const names = growlytics.customers().flatMap(({ attributes }) => attributes);
				expect(left.customers).toEqual(growlytics.customers().map(({ id }) => id));
				expect([...left.attributes].sort()).toEqual(
					[...new Set(names.map(({ name }) => name))].sort(),
				);
				expect(left.events).toHaveLength(growlytics.events().length);
				expect(mayBeLeft).toEqual({ customers: [], attributes: [], events: [] });
			});
		},
	);
});

describe.each([false, true])('the requests, with --many-attributes: %j', (withMany) => {
	it('are 20 at most, one after another, with a pause between them', async () => {
		await ask(
			{ faults: [{ kind: 'latency', minMs: 5, maxMs: 15 }] },
			({ growlytics, findings }) => {
				const requests = growlytics.requests();
				expect(requests).toHaveLength(findings.sent);
				expect(requests).toHaveLength(withMany ? 19 : 15);
				expect(requests.length).toBeLessThanOrEqual(20);
				expect(growlytics.peakInFlight()).toBe(1);
				const pauses = requests.slice(1).map(({ startedAt }, index) => {
					return startedAt - (requests[index]?.finishedAt ?? Infinity);
				});
				// A timer may ring a millisecond early, and the server is done a little after its answer has left.
				expect(Math.min(...pauses)).toBeGreaterThan(25);
			},
			{ withMany, pauseMs: 30 },
		);
	});

	it('send nothing by which a campaign could reach anybody, and no names but those announced', async () => {
		await ask(
			{},
			({ growlytics }) => {
				for (const { body, customerId } of growlytics.requests()) {
					expect(body).not.toMatch(/"(?:e?mail|mobile)"/);
					if (customerId !== undefined) expect(customerId).toMatch(/^n8n-check-2026-11-30-/i);
				}
				const names = growlytics
					.customers()
					.flatMap(({ attributes }) => attributes.map(({ name }) => name));
				expect(names.filter((name) => !name.startsWith('n8n check '))).toEqual(
					withMany ? ['name'] : [],
				);
			},
			{ withMany },
		);
	});

	it('carry the key of the account, but for the two that ask about a wrong one, which go last', async () => {
		await ask(
			{},
			({ growlytics }) => {
				const keys = growlytics.requests().map(({ headers }) => headers['x-growlytics-key']);
				const isOwn = keys.map((key) => key === growlytics.settings.apiKey);
				expect(isOwn.lastIndexOf(true)).toBe(keys.length - 3);
				expect(isOwn.filter((own) => !own)).toHaveLength(2);
			},
			{ withMany },
		);
	});
});
