import { DateTime, Duration } from 'luxon';

import { isLoss, sayChange } from '../../nodes/Growlytics/fields/change';
import { readFieldNames } from '../../nodes/Growlytics/fields/fieldNames';
import type { FieldSettings } from '../../nodes/Growlytics/fields/fieldReader';
import { FieldReader } from '../../nodes/Growlytics/fields/fieldReader';

type Item = Record<string, unknown>;

function read(item: Item, settings: Partial<FieldSettings> = {}) {
	return new FieldReader({
		include: 'all',
		fields: [],
		nestedValues: 'readable',
		...settings,
	}).read(item);
}

/** Names and values alone, and what is said of the rest: `kind name`. */
function shown(item: Item, settings?: Partial<FieldSettings>) {
	const { leaves, changes } = read(item, settings);
	return {
		values: Object.fromEntries(leaves.map(({ name, value }) => [name, value])),
		said: changes.map(({ kind, name }) => `${kind} ${name}`.trim()),
	};
}

describe('nested values, readable', () => {
	it.each<[string, unknown, Item, string[]]>([
		['text', 'Pune', { f: 'Pune' }, []],
		['nothing', null, { f: null }, []],
		['an object', { city: 'Pune', geo: { lat: 1 } }, { 'f.city': 'Pune', 'f.geo.lat': 1 }, []],
		['an empty object', {}, { f: null }, []],
		['an empty list', [], { f: null }, []],
		['a list of nothing', [null, '', {}], { f: null }, []],
		['texts', ['Skin care', ' Hair care '], { f: 'Skin care, Hair care' }, []],
		['one text', ['Food'], { f: 'Food' }, []],
		['numbers', [1, 2.5], { f: '1, 2.5' }, []],
		['dates in a list', [new Date(0), new Date(Number.NaN)], { f: '1970-01-01T00:00:00.000Z' }, []],
		['texts and nothing', ['a', null, '', 'b'], { f: 'a, b' }, []],
		[
			'addresses, of which one is primary',
			[
				{ label: 'work', value: 'a@example.com', primary: false },
				{ label: 'home', value: 'b@example.com', primary: true },
			],
			{ f: 'b@example.com' },
			['firstOfSeveral f'],
		],
		[
			'an address without a primary',
			[{ label: 'work', value: 'a@example.com' }],
			{ f: 'a@example.com' },
			[],
		],
		['addresses without a value', [{ label: '', value: '', primary: true }], { f: null }, []],
		[
			'a primary one without a value',
			[
				{ value: '', primary: true },
				{ value: '9000012345', primary: false },
			],
			{ f: '9000012345' },
			[],
		],
		[
			'records with a name',
			[
				{ id: 1, name: 'VIP' },
				{ id: 2, name: 'Pune' },
			],
			{ f: 'VIP, Pune' },
			[],
		],
		['records with a title', [{ title: 'Soap' }], { f: 'Soap' }, []],
		[
			'answers',
			[
				{ label: 'City', value: 'Pune' },
				{ label: 'How old are you?', value: 31 },
			],
			{ City: 'Pune', 'How old are you?': 31 },
			['answers f'],
		],
		['questions', [{ question: 'Size', answer: 'M', position: 0 }], { Size: 'M' }, ['answers f']],
		['chosen options', [{ label: 'Skin care', value: 'skin_care' }], { f: 'Skin care' }, []],
		[
			'answers in another script',
			[{ label: 'शहर', value: 'पुणे' }],
			{ शहर: 'पुणे' },
			['answers f'],
		],
		['key and value', [{ id: 9, key: 'referrer', value: 'insta' }], {}, ['records f']],
		['name and value of anything', [{ name: 'X-Host', value: 'a' }], {}, ['records f']],
		['places', [{ name: 'Asha Rao', address1: '4 Hill View', city: 'Pune' }], {}, ['records f']],
		['other records', [{ sku: 'A', quantity: 2 }], {}, ['records f']],
		['lists of lists', [[1], [2]], {}, ['records f']],
		['texts and records', ['a', { sku: 'A' }], {}, ['records f']],
		[
			'a property of an older HubSpot',
			{ value: 'Asha', versions: [{ value: 'Asha' }] },
			{ f: 'Asha' },
			[],
		],
		[
			'an object with a value of its own',
			{ value: 8, name: 'Kamat' },
			{ 'f.value': 8, 'f.name': 'Kamat' },
			[],
		],
		['an ID of MongoDB', { $oid: '64b7' }, { f: '64b7' }, []],
		['an error of Airtable', { error: '#ERROR!' }, { f: null }, []],
		[
			'answers of JotForm',
			{ 3: { name: 'q', text: 'City', type: 'control_textbox', answer: 'Pune' } },
			{ City: 'Pune' },
			['answers f'],
		],
		[
			'several values in one cell',
			'a@example.com ::: b@example.com',
			{ f: 'a@example.com ::: b@example.com' },
			[],
		],
		[
			'a box that repeats nothing',
			[{ key: 'question_a', label: 'Agree', value: true }],
			{ Agree: true },
			['answers f'],
		],
		[
			'an address with a state',
			[{ label: 'work', value: 'a@example.com', bounces: 2 }],
			{ f: 'a@example.com' },
			[],
		],
		[
			'a primary of Google',
			[
				{ value: '1', type: 'home' },
				{ value: '2', type: 'work', metadata: { primary: true } },
			],
			{ f: '2' },
			['firstOfSeveral f'],
		],
		[
			'parts that are no text',
			{ first: true, last: false },
			{ 'f.first': true, 'f.last': false },
			[],
		],
		[
			'a form field without value',
			{ type: 'text', title: 'Your city' },
			{ 'f.type': 'text', 'f.title': 'Your city' },
			[],
		],
		['a symbol', Symbol('a'), {}, ['instance f']],
		['a name in parts', { first: 'Asha', last: 'Rao' }, { f: 'Asha Rao' }, []],
		[
			'a name in more parts',
			{ prefix: 'Dr', first: 'Asha', middle: '', last: 'Rao', suffix: null },
			{ f: 'Dr Asha Rao' },
			[],
		],
		['a date in parts', { day: '5', month: '08', year: '1990' }, { f: '1990-08-05' }, []],
		[
			'a date without a day',
			{ day: '', month: '08', year: '1990' },
			{ 'f.day': '', 'f.month': '08', 'f.year': '1990' },
			[],
		],
		['a first alone', { first: 'Asha', city: 'Pune' }, { 'f.first': 'Asha', 'f.city': 'Pune' }, []],
		['a number in a form', { full: '(900) 004-2001' }, { f: '(900) 004-2001' }, []],
		[
			'a field of Elementor',
			{ id: 'city', type: 'text', title: 'Your city', value: 'Pune', required: '0' },
			{ 'Your city': 'Pune' },
			[],
		],
		['a big integer', 12n, { f: '12' }, []],
		['a URL', new URL('https://example.com/a'), { f: 'https://example.com/a' }, []],
		['a Map', new Map([['a', 1]]), {}, ['instance f']],
		['a Set', new Set([1]), {}, ['instance f']],
		['an Error', new Error('a'), {}, ['instance f']],
		['a Duration', Duration.fromMillis(5), {}, ['instance f']],
		['a function', () => 1, {}, ['instance f']],
		['bytes', Buffer.from('a'), {}, ['instance f']],
	])('%s', (_, f, values, said) => {
		expect(shown({ f })).toEqual({ values, said });
	});

	it('keeps dates as they are', () => {
		const [date, moment] = [new Date(0), DateTime.utc(2026, 1, 31)];
		expect(shown({ date, moment })).toEqual({ values: { date, moment }, said: [] });
	});

	it('gives a list as text for good, however it looks', () => {
		expect(read({ f: ['3'] }).leaves).toEqual([{ name: 'f', value: '3', path: 'f', isText: true }]);
	});

	it('reads a list called emails whatever stands beside the address', () => {
		const emails = [{ label: 'work', value: 'a@example.com', bounces: 2 }];
		expect(shown({ emails }).values).toEqual({ emails: 'a@example.com' });
	});

	it('reads the list of a contact by its name, where labels say nothing', () => {
		const phones = [
			{ number: '9000012345', type: 'a' },
			{ number: '9000012346', type: 'b' },
		];
		expect(shown({ phones, lines: phones })).toEqual({
			values: { phones: '9000012345' },
			said: ['firstOfSeveral phones', 'records lines'],
		});
	});
});

describe('the other ways to treat nested values', () => {
	const item = {
		City: 'Pune',
		address: { zip: '411001' },
		tags: ['a', 'b'],
		email: [{ label: 'work', value: 'a@example.com', primary: true }],
		none: [],
	};

	it.each<[FieldSettings['nestedValues'], Item, string[]]>([
		[
			'flatten',
			{
				City: 'Pune',
				'address.zip': '411001',
				tags: '["a","b"]',
				email: 'a@example.com',
				none: null,
			},
			[],
		],
		[
			'json',
			{
				City: 'Pune',
				address: '{"zip":"411001"}',
				tags: '["a","b"]',
				email: '[{"label":"work","value":"a@example.com","primary":true}]',
				none: null,
			},
			[],
		],
		['skip', { City: 'Pune', none: null }, ['skipped address', 'skipped tags', 'skipped email']],
		['error', { City: 'Pune', none: null }, ['refused address', 'refused tags', 'refused email']],
	])('%s', (nestedValues, values, said) => {
		expect(shown(item, { nestedValues })).toEqual({ values, said });
	});
});

describe('a record that is only a wrapper', () => {
	const call = {
		headers: { cookie: 'sid=1' },
		params: {},
		query: {},
		webhookUrl: 'https://example.com',
		executionMode: 'test',
	};

	it.each<[string, Item, Item]>([
		[
			'HubSpot',
			{
				id: '1',
				properties: { email: 'a@example.com' },
				createdAt: 'x',
				updatedAt: 'x',
				archived: false,
			},
			{ email: 'a@example.com' },
		],
		[
			'HubSpot v1',
			{
				vid: 1,
				'canonical-vid': 1,
				'is-contact': true,
				properties: { city: { value: 'Pune', versions: [] } },
				'identity-profiles': [],
			},
			{ city: 'Pune' },
		],
		['Airtable', { id: 'rec1', createdTime: 'x', fields: { City: 'Pune' } }, { City: 'Pune' }],
		['a webhook', { ...call, body: { City: 'Pune' } }, { City: 'Pune' }],
		['a webhook with a list of one', { ...call, body: [{ City: 'Pune' }] }, { City: 'Pune' }],
		[
			'a webhook that was only asked',
			{ ...call, query: { City: 'Pune' }, body: {} },
			{ City: 'Pune' },
		],
		['a webhook with text', { ...call, body: 'City=Pune' }, { body: 'City=Pune' }],
		[
			'a webhook with a field that was set',
			{ ...call, body: { City: 'Pune' }, source: 'site' },
			{ City: 'Pune' },
		],
		[
			'an answer of the HTTP Request node',
			{ headers: { a: '1' }, statusCode: 200, statusMessage: 'OK', body: { City: 'Pune' } },
			{ City: 'Pune' },
		],
		[
			'an event of Stripe',
			{
				id: 'evt',
				object: 'event',
				api_version: '1',
				created: 1,
				data: { object: { name: 'Asha' }, previous_attributes: { name: 'A' } },
				livemode: false,
				pending_webhooks: 1,
				request: { id: null },
				type: 't',
			},
			{ name: 'Asha' },
		],
		['Zoho', { data: [{ City: 'Pune' }], info: { page: 1 } }, { City: 'Pune' }],
		[
			'JSON:API',
			{
				type: 'profile',
				id: '1',
				attributes: { city: 'Pune' },
				links: { self: 'x' },
				relationships: {},
			},
			{ city: 'Pune' },
		],
		['Shopify', { customer: { city: 'Pune' } }, { city: 'Pune' }],
		[
			'Razorpay',
			{
				entity: 'event',
				account_id: 'a',
				event: 'e',
				contains: ['payment'],
				payload: { payment: { entity: { email: 'a@example.com', entity: 'payment' } } },
				created_at: 1,
			},
			{ email: 'a@example.com', entity: 'payment' },
		],
		[
			'Tally',
			{
				eventId: 'e',
				eventType: 'FORM_RESPONSE',
				createdAt: 'x',
				data: {
					responseId: 'r',
					formName: 'n',
					fields: [
						{ key: 'q1', label: 'City', type: 'INPUT_TEXT', value: 'Pune' },
						{
							key: 'q2',
							label: 'Interests',
							type: 'CHECKBOXES',
							value: ['o1'],
							options: [
								{ id: 'o1', text: 'Soap' },
								{ id: 'o2', text: 'Oil' },
							],
						},
						{ key: 'q2_o1', label: 'Interests (Soap)', type: 'CHECKBOXES', value: true },
					],
				},
			},
			{ City: 'Pune', Interests: 'Soap' },
		],
		[
			'Typeform',
			{
				event_id: 'e',
				event_type: 'form_response',
				form_response: {
					form_id: 'f',
					token: 't',
					submitted_at: 'x',
					hidden: { utm_source: 'insta' },
					calculated: { score: 0 },
					definition: {
						id: 'f',
						title: 'T',
						fields: [{ id: 'a', title: 'Your city?', type: 'short_text' }],
					},
					answers: [
						{ type: 'text', text: 'Pune', field: { id: 'a', type: 'short_text', ref: 'r' } },
						{
							type: 'choices',
							choices: { labels: ['Soap'], other: 'Oil' },
							field: { id: 'b', ref: 'Interests' },
						},
					],
				},
			},
			{ utm_source: 'insta', 'Your city?': 'Pune', Interests: 'Soap, Oil' },
		],
		[
			'a lead of Facebook',
			{ id: '1', field_data: [{ name: 'city', values: ['Pune'] }], created_time: 'x' },
			{ city: 'Pune' },
		],
	])('%s', (_, item, values) => {
		expect(shown(item).values).toEqual(values);
	});

	it.each<[string, Item, Item]>([
		[
			'data beside own fields',
			{ id: 1, City: 'Pune', data: { a: 1 } },
			{ id: 1, City: 'Pune', 'data.a': 1 },
		],
		[
			'properties beside own fields',
			{ name: 'A', properties: { a: 1 } },
			{ name: 'A', 'properties.a': 1 },
		],
		['an own status', { status: 'gold', data: { a: 1 } }, { status: 'gold', 'data.a': 1 }],
		[
			'two names that could be it',
			{ id: 1, properties: { a: 1 }, fields: { b: 2 } },
			{ id: 1, 'properties.a': 1, 'fields.b': 2 },
		],
		['one record beside an ID', { id: 1, contacts: [{ name: 'A' }] }, { id: 1, contacts: 'A' }],
		['several records', { data: [{ a: 1 }, { a: 2 }] }, {}],
		[
			'answers beside own fields',
			{ email: 'a@example.com', answers: [{ label: 'City', value: 'Pune' }] },
			{ email: 'a@example.com', City: 'Pune' },
		],
		['text under such a name', { id: 1, data: 'x' }, { id: 1, data: 'x' }],
		['an address alone', { address: { city: 'Pune' } }, { 'address.city': 'Pune' }],
		[
			'body without the rest of a call',
			{ body: { a: 1 }, weight: 60 },
			{ 'body.a': 1, weight: 60 },
		],
	])('is not: %s', (_, item, values) => {
		expect(shown(item).values).toEqual(values);
	});

	it('says what was unwrapped, and what stood around it', () => {
		expect(shown({ id: '1', properties: { a: 1 }, archived: false }).said).toEqual([
			'unwrapped properties',
			'envelope id',
			'envelope archived',
		]);
	});

	it.each<[string, Partial<FieldSettings>]>([
		['params excluded', { include: 'except', fields: readFieldNames('params') }],
		['body excluded', { include: 'except', fields: readFieldNames('body') }],
		['flattened', { nestedValues: 'flatten', include: 'except', fields: readFieldNames('params') }],
		['headers selected', { include: 'selected', fields: readFieldNames('headers.cookie') }],
		['as JSON', { nestedValues: 'json' }],
	])('never gives the headers of a call: %s', (_, settings) => {
		expect(
			JSON.stringify(shown({ ...call, body: { City: 'Pune' } }, settings).values),
		).not.toContain('sid=1');
	});
});

describe('what tools add', () => {
	it.each<[string, Item, Item, string[]]>([
		[
			'Google Sheets',
			{ row_number: 2, City: 'Pune', col_9: 'ok' },
			{ City: 'Pune' },
			['machinery row_number', 'machinery col_9'],
		],
		[
			'a spreadsheet file',
			{ __EMPTY: 1, __EMPTY_1: 2, City: 'Pune' },
			{ City: 'Pune' },
			['machinery __EMPTY', 'machinery __EMPTY_1'],
		],
		[
			'a form',
			{ City: 'Pune', submittedAt: 'x', formMode: 'test' },
			{ City: 'Pune' },
			['machinery submittedAt', 'machinery formMode'],
		],
		['submittedAt alone', { submittedAt: 'x' }, { submittedAt: 'x' }, []],
		['links', { City: 'Pune', _links: { self: [] } }, { City: 'Pune' }, ['machinery _links']],
		[
			'Salesforce',
			{ attributes: { type: 'Contact', url: '/x' }, City: 'Pune' },
			{ City: 'Pune' },
			['machinery attributes'],
		],
		[
			'own attributes',
			{ attributes: { type: 'gold', size: 'M' }, City: 'Pune' },
			{ 'attributes.type': 'gold', 'attributes.size': 'M', City: 'Pune' },
			[],
		],
		[
			'Zoho',
			{ $approved: true, City: 'Pune', Owner: { $x: 1, name: 'A' } },
			{ City: 'Pune', 'Owner.name': 'A' },
			['machinery $approved', 'machinery Owner.$x'],
		],
		[
			'OData',
			{ '@odata.etag': 'x', 'fields@odata.context': 'x', City: 'Pune' },
			{ City: 'Pune' },
			['machinery @odata.etag', 'machinery fields@odata.context'],
		],
		['GraphQL', { __typename: 'X', City: 'Pune' }, { City: 'Pune' }, ['machinery __typename']],
		[
			'a prototype',
			JSON.parse('{"__proto__": {"a": 1}, "City": "Pune"}'),
			{ City: 'Pune' },
			['machinery __proto__'],
		],
		[
			'UTC beside local time',
			{ date_created: 'x', date_created_gmt: 'y', offset_gmt: 5 },
			{ date_created: 'x', offset_gmt: 5 },
			['machinery date_created_gmt'],
		],
		[
			'Google Contacts',
			{ 'E-mail 1 - Label': '*', 'E-mail 1 - Value': 'a@example.com' },
			{ 'E-mail 1 - Value': 'a@example.com' },
			['machinery E-mail 1 - Label'],
		],
		[
			'headers that somebody kept',
			{ City: 'Pune', headers: { host: 'x', cookie: 'y' } },
			{ City: 'Pune' },
			['envelope headers'],
		],
	])('%s', (_, item, values, said) => {
		expect(shown(item)).toEqual({ values, said });
	});

	it('is sent when it was selected by name', () => {
		const fields = readFieldNames('row_number, _links');
		expect(
			shown({ row_number: 2, _links: { self: 'x' }, City: 'Pune' }, { include: 'selected', fields })
				.values,
		).toEqual({
			row_number: 2,
			'_links.self': 'x',
		});
	});
});

describe('fields that the user chose', () => {
	const item = {
		id: '1',
		properties: { email: 'a@example.com', address: { city: 'Pune', zip: '4' }, tags: ['a', 'b'] },
		archived: false,
	};

	it.each<[string, FieldSettings['include'], unknown, Item]>([
		['a path in the wrapper', 'selected', 'properties.email', { email: 'a@example.com' }],
		[
			'the wrapper',
			'selected',
			'properties',
			{ email: 'a@example.com', 'address.city': 'Pune', 'address.zip': '4', tags: 'a, b' },
		],
		['a name in the wrapper', 'selected', 'email', { email: 'a@example.com' }],
		['both', 'selected', 'email, properties.email', { email: 'a@example.com' }],
		['a part of an object', 'selected', 'address.city', { 'address.city': 'Pune' }],
		['an entry of a list', 'selected', 'properties.tags[1]', { 'tags.1': 'b' }],
		[
			'what stands around',
			'selected',
			'archived, email',
			{ archived: false, email: 'a@example.com' },
		],
		[
			'an excluded path in the wrapper',
			'except',
			'properties.email, tags',
			{ 'address.city': 'Pune', 'address.zip': '4' },
		],
		['an excluded name in the wrapper', 'except', 'email, address', { tags: 'a, b' }],
		[
			'an excluded part',
			'except',
			'address.zip, tags[0]',
			{ email: 'a@example.com', 'address.city': 'Pune', tags: 'b' },
		],
		['the wrapper excluded', 'except', 'properties', {}],
		['a list in JSON as text', 'except', '["email", "address"]', { tags: 'a, b' }],
		['nothing chosen', 'selected', '', {}],
	])('%s', (_, include, fields, values) => {
		const before = JSON.stringify(item);
		expect(shown(item, { include, fields: readFieldNames(fields) }).values).toEqual(values);
		expect(JSON.stringify(item)).toBe(before);
	});

	it.each<[string, unknown]>([
		['a list of an expression', ['Secret ']],
		['dragged in', "['Secret ']"],
	])('leaves out a field whose name ends in a space: %s', (_, fields) => {
		const settings = { include: 'except', fields: readFieldNames(fields) } as const;
		expect(shown({ 'Secret ': 1, City: 'Pune' }, settings).values).toEqual({ City: 'Pune' });
	});

	it('takes the field of the very name before what is at the path', () => {
		const settings = { include: 'selected', fields: readFieldNames('a.b') } as const;
		expect(shown({ 'a.b': 1, a: { b: 2 } }, settings).values).toEqual({ 'a.b': 1 });
	});

	it('finds the answers of a form by their question', () => {
		const form = {
			answers: [
				{ label: 'City', value: 'Pune' },
				{ label: 'Age', value: 4 },
			],
		};
		const fields = readFieldNames('City');
		expect(shown(form, { include: 'selected', fields }).values).toEqual({ City: 'Pune' });
		expect(shown(form, { include: 'except', fields }).values).toEqual({ Age: 4 });
	});

	it('names what no item has, with the name that is there', () => {
		const fields = readFieldNames('City, email, address.Zip, gone, ["Secret"], first_name');
		const reader = new FieldReader({ include: 'selected', fields, nestedValues: 'readable' });
		reader.read({ City: 'Pune', Email: 'a@example.com', 'Secret ': 1, firstname: 'A' });
		reader.read({ address: { zip: '4' } });
		expect(reader.missed()).toEqual([
			{ written: 'email', near: 'Email' },
			{ written: 'address.Zip', near: 'address.zip' },
			{ written: 'gone', near: undefined },
			{ written: '["Secret"]', near: 'Secret ' },
			{ written: 'first_name', near: undefined },
		]);
	});
});

describe('whatever an item holds', () => {
	it('ends where an object contains itself', () => {
		const self: Item = { City: 'Pune' };
		self.self = self;
		self.list = [self];
		expect(shown({ self }).said).toEqual(['endless self.self', 'records self.list']);
	});

	it('ends where objects share their parts', () => {
		let shared: Item = { a: 1 };
		for (let level = 0; level < 40; level += 1) shared = { a: shared, b: shared };
		const { leaves, changes } = read({ shared });
		expect(leaves.length).toBeLessThanOrEqual(20_000);
		expect(changes).toEqual([{ kind: 'tooMany', name: '' }]);
	});

	it('stops at names that are far too long', () => {
		const long = 'x'.repeat(1_000_000);
		const { leaves, changes } = read({ [long]: { a: { b: 1 } } });
		expect(leaves).toEqual([]);
		expect(changes.map(({ kind, name }) => [kind, name.length])).toEqual([['deep', 1_000]]);
	});

	it('stops at a depth that no name can have', () => {
		let deep: Item = { a: 1 };
		for (let level = 0; level < 10_000; level += 1) deep = { a: deep };
		expect(read(deep).changes.map(({ kind }) => kind)).toEqual(['deep']);
	});

	it('goes on where a field cannot be read', () => {
		const item = { City: 'Pune' };
		Object.defineProperty(item, 'bad', {
			enumerable: true,
			get: () => {
				throw new Error('no');
			},
		});
		expect(shown(item)).toEqual({ values: { City: 'Pune' }, said: ['unreadable bad'] });
	});
});

it.each([
	['unwrapped', false],
	['answers', false],
	['machinery', true],
	['envelope', true],
	['records', true],
	['tooMany', true],
] as const)('%s is a loss: %s', (kind, isLost) => {
	expect(isLoss({ kind, name: 'f' })).toBe(isLost);
});

it('has words for every change', () => {
	expect(sayChange({ kind: 'machinery', name: 'row_number', detail: 'n8n adds it' })).toBe(
		'Left out: n8n adds it.',
	);
	expect(sayChange({ kind: 'instance', name: 'f', detail: 'Map' })).toBe(
		'Left out: it is a Map, which is no text, number, date, yes or no.',
	);
});
