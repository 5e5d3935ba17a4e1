import { readServerRemarks } from '../../nodes/Growlytics/transport/serverRemarks';

const KEY = 'a-very-secret-key';
const NAMES = ['email', 'City', 'Total Orders', 'Last Order Date'];

function read(details: unknown, names: readonly string[] = NAMES) {
	return readServerRemarks(
		{ type: 'ValidationError', details },
		{ attributeNames: names, apiKey: KEY },
	);
}

it('reads the body that Growlytics publishes', () => {
	const body = {
		type: 'ValidationError',
		details: [
			{
				message: 'status must be one of [inStock, outOfStock]',
				path: ['status'],
				type: 'any.allowOnly',
				context: {
					value: '1outOfStock',
					valids: ['inStock', 'outOfStock'],
					key: 'status',
					label: 'status',
				},
			},
		],
	};
	expect(readServerRemarks(body, { attributeNames: NAMES, apiKey: KEY })).toEqual([
		{ attribute: '', message: 'status must be one of [inStock, outOfStock]' },
	]);
});

describe('the attribute instead of its place', () => {
	it.each<[string, Array<string | number>, string, string]>([
		[
			'attributes[2].value must be a number',
			['attributes', 2, 'value'],
			'Total Orders',
			'"Total Orders" must be a number',
		],
		[
			'"attributes[2].value" must be a number',
			['attributes', 2, 'value'],
			'Total Orders',
			'"Total Orders" must be a number',
		],
		[
			'attributes[1] contains a duplicate value',
			['attributes', 1],
			'City',
			'"City" contains a duplicate value',
		],
		[
			'"attributes[1]" contains a duplicate value',
			['attributes', 1],
			'City',
			'"City" contains a duplicate value',
		],
		['"value" must be a string', ['attributes', 0, 'value'], 'email', '"value" must be a string'],
		[
			'attributes[3].value fails because attributes[3] is odd',
			['attributes', 3, 'value'],
			'Last Order Date',
			'"Last Order Date" fails because "Last Order Date" is odd',
		],
		[
			'attributes[1].value.deep is odd',
			['attributes', 1, 'value', 'deep'],
			'City',
			'"City" is odd',
		],
		['attributes[1].value is odd', ['attributes', '1', 'value'], 'City', '"City" is odd'],
		['"id" is required', ['id'], 'id', '"id" is required'],
		['attributes is required', ['attributes'], '', 'attributes is required'],
		['attributes[4].value is odd', ['attributes', 4, 'value'], '', 'attributes[4].value is odd'],
		['attributes[-1] is odd', ['attributes', -1], '', 'attributes[-1] is odd'],
		['attributes.x is odd', ['attributes', 'x'], '', 'attributes.x is odd'],
		['apikey is odd', ['apikey', 1], '', 'apikey is odd'],
		['the whole is odd', [], '', 'the whole is odd'],
	])('%s at %j', (message, path, attribute, words) => {
		expect(read([{ message, path }])).toMatchObject([{ attribute, message: words }]);
	});

	it.each(['$&', "$'", '$1', 'a.b[0]', '^(.*)+$', '\\', 'attributes', 'id', '"', '<b>'])(
		'a name of %s',
		(name) => {
			expect(
				read([{ message: 'attributes[0].value is odd', path: ['attributes', 0, 'value'] }], [name]),
			).toEqual([{ attribute: name, message: `"${name}" is odd` }]);
		},
	);

	it('does not take attribute 10 for attribute 1', () => {
		const names = Array.from({ length: 11 }, (_, index) => `n${index}`);
		expect(
			read(
				[
					{ message: 'attributes[1].value is odd', path: ['attributes', 1, 'value'] },
					{ message: 'attributes[10].value is odd', path: ['attributes', 10, 'value'] },
				],
				names,
			),
		).toEqual([
			{ attribute: 'n1', message: '"n1" is odd' },
			{ attribute: 'n10', message: '"n10" is odd' },
		]);
	});
});

it('keeps every detail, in order', () => {
	expect(
		read([
			{ message: 'attributes[3].value must be a date', path: ['attributes', 3, 'value'] },
			{ message: 'id is not allowed to be empty', path: ['id'] },
			{ message: 'attributes[1].value must be a string', path: ['attributes', 1, 'value'] },
		]),
	).toEqual([
		{ attribute: 'Last Order Date', message: '"Last Order Date" must be a date' },
		{ attribute: 'id', isAboutId: true, message: 'id is not allowed to be empty' },
		{ attribute: 'City', message: '"City" must be a string' },
	]);
});

it('takes a detail without a path', () => {
	expect(read([{ message: 'everything is odd' }])).toEqual([
		{ attribute: '', message: 'everything is odd' },
	]);
});

it('makes the text safe to show', () => {
	expect(read([{ message: `<b>${KEY}</b>  is\nodd`, path: ['id'] }])).toEqual([
		{ attribute: 'id', isAboutId: true, message: '&lt;b&gt;[API key]&lt;/b&gt; is odd' },
	]);
});

it.each<[string, unknown, string]>([
	['text', 'odd', 'odd'],
	['nothing', undefined, ''],
	['null', null, ''],
	['no details', { message: 'odd' }, 'odd'],
	['empty details', { details: [] }, '{"details":[]}'],
	['details that are no list', { details: 'odd' }, 'odd'],
	['details without messages', { details: [{ path: ['id'] }] }, '{"details":[{"path":["id"]}]}'],
])('takes the best that there is of another body: %s', (_case, body, message) => {
	expect(readServerRemarks(body, { attributeNames: NAMES, apiKey: KEY })).toEqual([
		{ attribute: '', message },
	]);
});

describe('what was sent of it', () => {
	const showSent = (place: number) => ['', 'Text "Pune"', 'Text "12 <b>pcs</b>"', ''][place] ?? '';
	const remarks = (...details: object[]) =>
		readServerRemarks({ details }, { attributeNames: NAMES, apiKey: KEY, showSent }).map(
			({ message }) => message,
		);

	it('follows what is said of an attribute, as text', () => {
		const path = ['attributes', 2, 'value'];
		expect(remarks({ message: 'attributes[2].value must be a number.', path })).toEqual([
			'"Total Orders" must be a number (sent: Text "12 &lt;b&gt;pcs&lt;/b&gt;")',
		]);
	});

	it('follows nothing that is about the ID or about no attribute', () => {
		expect(remarks({ message: 'id is long', path: ['id'] }, { message: 'no' })).toEqual([
			'id is long',
			'no',
		]);
	});

	it('never holds the key', () => {
		const sent = { attributeNames: NAMES, apiKey: KEY, showSent: () => `Text "${KEY}"` };
		const details = [{ message: 'City is odd', path: ['City'] }];
		expect(JSON.stringify(readServerRemarks({ details }, sent))).not.toContain(KEY);
	});

	it('follows an attribute that the server calls by its bare name', () => {
		expect(remarks({ message: 'City is odd', path: ['City'] })).toEqual([
			'"City" is odd (sent: Text "Pune")',
		]);
	});
});
