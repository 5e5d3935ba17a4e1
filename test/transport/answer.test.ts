import type { NotGrowlytics } from '../../nodes/Growlytics/result/failure';
import type { Remark } from '../../nodes/Growlytics/result/remark';
import { readAnswer } from '../../nodes/Growlytics/transport/answer';
import { isPage } from '../../nodes/Growlytics/transport/serverText';
import { notGrowlytics, rateLimited, refused, unauthorized, unavailable } from '../result/failures';

const KEY = 'a-very-secret-key';
const ASKED = { apiKey: KEY, attributeNames: ['email', 'Total Orders'] };
const PAGE = '<!doctype html><html><head><title>502 Bad Gateway</title></head></html>';

function answer(statusCode: number, body: unknown, headers: Record<string, unknown> = {}) {
	return readAnswer({ statusCode, headers, body }, ASKED);
}

function failure(statusCode: number, body: unknown, headers: Record<string, unknown> = {}) {
	const read = answer(statusCode, body, headers);
	if (!('failure' in read)) throw new Error('It was taken');
	return read.failure;
}

describe('stored', () => {
	it.each<[number, Record<string, unknown>]>([
		[200, { success: true }],
		[201, { success: true }],
		[202, { success: true, error: 'none' }],
		[200, { success: true, id: 7, profile: { city: ['Mumbai', null] } }],
	])('%d %j', (status, body) => {
		expect(answer(status, body)).toEqual({ taken: body });
	});

	it('does not give the key back', () => {
		const body = { success: true, note: `key ${KEY}`, [KEY]: [{ deep: KEY, n: 1 }, KEY] };
		expect(answer(200, body)).toEqual({
			taken: {
				success: true,
				note: 'key [API key]',
				'[API key]': [{ deep: '[API key]', n: 1 }, '[API key]'],
			},
		});
	});
});

describe('a 2xx that proves nothing', () => {
	it.each<[number, unknown, NotGrowlytics['answered'], string]>([
		[200, PAGE, 'page', '502 Bad Gateway'],
		[200, '', 'nothing', ''],
		[200, undefined, 'nothing', ''],
		[200, null, 'nothing', ''],
		[204, '', 'nothing', ''],
		[204, undefined, 'nothing', ''],
		[200, 'OK', 'other', 'OK'],
		[200, '{"success":tru', 'other', '{"success":tru'],
		[200, {}, 'other', ''],
		[200, [], 'other', ''],
		[200, [{ success: true }], 'other', '[{"success":true}]'],
		[200, true, 'other', ''],
		[200, { message: 'pong' }, 'other', 'pong'],
		[200, { message: `pong ${KEY}` }, 'other', 'pong [API key]'],
	])('%d %j', (status, body, answered, text) => {
		expect(failure(status, body)).toEqual(notGrowlytics(status, answered, text));
	});

	it.each<[unknown, Remark[]]>([
		[{ success: false }, [{ attribute: '', message: '' }]],
		[{ success: 'true' }, [{ attribute: '', message: '' }]],
		[{ success: 1 }, [{ attribute: '', message: '' }]],
		[{ success: false, message: 'City is odd' }, [{ attribute: '', message: 'City is odd' }]],
		[{ success: false, error: KEY }, [{ attribute: '', message: '[API key]' }]],
		[
			{
				success: false,
				details: [
					{ message: 'attributes[1].value is odd', path: ['attributes', 1, 'value'] },
					{ message: 'id is odd', path: ['id'] },
				],
			},
			[
				{ attribute: 'Total Orders', message: '"Total Orders" is odd' },
				{ attribute: 'id', isAboutId: true, message: 'id is odd' },
			],
		],
	])('200 %j', (body, details) => {
		expect(failure(200, body)).toEqual(refused(200, details));
	});
});

/** Bodies of every shape, with the text that is the best in them. */
const BODIES: ReadonlyArray<[unknown, string]> = [
	['Down for today', 'Down for today'],
	[{ message: 'Down for today' }, 'Down for today'],
	[{ error: 'Down for today' }, 'Down for today'],
	[{ error: { message: 'Down for today' } }, 'Down for today'],
	[{ errors: ['Down', { message: 'for today' }] }, 'Down; for today'],
	[PAGE, '502 Bad Gateway'],
	[`<html><title>${KEY}</title>`, '[API key]'],
	[{ code: 7 }, '{"code":7}'],
	['', ''],
	[undefined, ''],
	[null, ''],
];

describe.each(BODIES)('a body of %j', (body, text) => {
	it.each([401, 403])('%d: the key', (status) => {
		const page = notGrowlytics(status, 'page', text);
		expect(failure(status, body)).toEqual(isPage(body) ? page : unauthorized(status, text));
	});

	it.each([408, 500, 501, 502, 503, 504, 520, 599])('%d: Growlytics is down', (status) => {
		expect(failure(status, body)).toEqual(unavailable(status, text, undefined));
	});

	it('429: too many requests', () => {
		expect(failure(429, body)).toEqual(rateLimited(429, text, undefined));
	});

	it.each([400, 402, 404, 405, 409, 413, 415, 418, 422, 451])('%d: refused', (status) => {
		const details = text.split('; ').map((message) => ({ attribute: '', message }));
		expect(failure(status, body)).toEqual(refused(status, details));
	});

	it.each([301, 302, 303, 304, 307, 308])('%d: a redirect', (status) => {
		expect(failure(status, body)).toEqual(notGrowlytics(status, 'redirect', ''));
	});
});

it.each([
	['https://elsewhere.example/a', 'https://elsewhere.example/a'],
	[`https://elsewhere.example/?key=${KEY}`, 'https://elsewhere.example/?key=[API key]'],
	['https://elsewhere.example/<b>', 'https://elsewhere.example/&lt;b&gt;'],
])('says where a redirect leads: %s', (location, text) => {
	expect(failure(302, '', { location })).toEqual(notGrowlytics(302, 'redirect', text));
});

it.each([
	[408, unavailable],
	[429, rateLimited],
	[500, unavailable],
	[503, unavailable],
])('%d: keeps how long to wait', (status, type) => {
	expect(failure(status, '', { 'retry-after': '7' })).toEqual(type(status, '', 7000));
	expect(failure(status, '', { 'retry-after': 'soon' })).toEqual(type(status, '', undefined));
});

it('reads every detail of a 422', () => {
	const body = {
		type: 'ValidationError',
		details: [
			{ message: '"attributes[0].value" must be a string', path: ['attributes', 0, 'value'] },
			{ message: '"attributes[1].value" must be a number', path: ['attributes', 1, 'value'] },
		],
	};
	expect(failure(422, body)).toEqual(
		refused(422, [
			{ attribute: 'email', message: '"email" must be a string' },
			{ attribute: 'Total Orders', message: '"Total Orders" must be a number' },
		]),
	);
});

/** Growlytics documents one shape of a 422. Others are those of what APIs are built with. */
describe('a refusal in whatever shape', () => {
	const odd = (attribute: string, message = `"${attribute}" is odd`): Remark => ({
		attribute,
		message,
	});
	const whole = (message: string): Remark => ({ attribute: '', message });

	it.each<[string, unknown, Remark[]]>([
		[
			'a path as text',
			{ details: [{ message: 'is odd', path: 'attributes.1.value' }] },
			[odd('Total Orders', 'is odd')],
		],
		[
			'a path as text, with brackets',
			{ details: [{ message: 'attributes[1].value is odd', path: 'attributes[1].value' }] },
			[odd('Total Orders')],
		],
		['a path of null', { details: [{ message: 'is odd', path: null }] }, [whole('is odd')]],
		[
			'one odd path among others',
			{
				details: [
					{ message: 'is odd', path: { at: 7 } },
					{ message: 'attributes[0].value is odd', path: ['attributes', 0, 'value'] },
					{ message: 'is odd, too', path: [null, 7] },
				],
			},
			[whole('is odd'), odd('email'), whole('is odd, too')],
		],
		['a detail that is text', { details: ['City is odd'] }, [whole('City is odd')]],
		[
			'a detail that is text and names a place',
			{ details: ['attributes.1.value must be a number', 'all is odd'] },
			[odd('Total Orders', '"Total Orders" must be a number'), whole('all is odd')],
		],
		[
			'details inside error',
			{ error: { message: 'Invalid', details: [{ message: 'is odd', path: ['id'] }] } },
			[{ attribute: 'id', isAboutId: true, message: 'is odd' }],
		],
		[
			'errors by name',
			{ errors: { email: ['is odd', 'is old'], 'Total Orders': ['is low'], id: 'is odd' } },
			[
				odd('email', 'is odd'),
				odd('email', 'is old'),
				odd('Total Orders', 'is low'),
				{ attribute: 'id', isAboutId: true, message: 'is odd' },
			],
		],
		[
			'errors by a name that was not sent',
			{ message: 'Invalid', errors: { City: ['is odd'] } },
			[whole('City: is odd')],
		],
		[
			'errors with msg and param',
			{ errors: [{ msg: 'is odd', param: 'attributes[1].value', location: 'body' }] },
			[odd('Total Orders', 'is odd')],
		],
		['errors with msg alone', { errors: [{ msg: 'is odd' }] }, [whole('is odd')]],
		['details as text', { details: 'City is odd' }, [whole('City is odd')]],
		['detail', { detail: 'City is odd' }, [whole('City is odd')]],
		[
			'detail with loc and msg',
			{ detail: [{ loc: ['body', 'attributes', 1, 'value'], msg: 'is odd', type: 'x' }] },
			[odd('Total Orders', 'is odd')],
		],
		[
			'a problem with title and detail',
			{ type: 'about:blank', title: 'Invalid', status: 422, detail: 'City is odd' },
			[whole('City is odd')],
		],
		['title alone', { title: 'Invalid', status: 422 }, [whole('Invalid')]],
		['reason', { reason: 'City is odd' }, [whole('City is odd')]],
		['a list of texts', ['City is odd'], [whole('City is odd')]],
		['a list of messages', [{ message: 'City is odd' }], [whole('City is odd')]],
		[
			'messages beside error',
			{ statusCode: 422, message: ['City is odd', 'id is odd'], error: 'Unprocessable Entity' },
			[whole('City is odd'), whole('id is odd')],
		],
		[
			'message beside empty details',
			{ message: 'City is odd', details: [] },
			[whole('City is odd')],
		],
		[
			'message beside details that say nothing',
			{ message: 'City is odd', details: [{ code: 7 }, null, 7, ''] },
			[whole('City is odd')],
		],
		['a field', { errors: [{ field: 'email', message: 'is odd' }] }, [odd('email', 'is odd')]],
		[
			'an instance path',
			{ errors: [{ instancePath: '/attributes/1/value', message: 'is odd' }] },
			[odd('Total Orders', 'is odd')],
		],
		['an errors of text', { errors: 'City is odd' }, [whole('City is odd')]],
		[
			'nothing known',
			{ code: 7, what: `<b>${KEY}` },
			[whole('{"code":7,"what":"&lt;b&gt;[API key]"}')],
		],
		['nothing at all', {}, [whole('')]],
		['an empty list', [], [whole('')]],
		[
			'more than 300 characters of nothing known',
			{ a: 'x'.repeat(400) },
			[whole(`{"a":"${'x'.repeat(293)}…`)],
		],
	])('%s', (_case, body, details) => {
		expect(failure(422, body)).toEqual(refused(422, details));
	});

	it('shows no more than the first hundred of a hundred thousand', () => {
		const details = Array.from({ length: 100_000 }, (_, index) => `${index} is odd`);
		const startedAt = Date.now();
		const read = failure(422, { details });
		expect(Date.now() - startedAt).toBeLessThan(1000);
		expect(read).toEqual(refused(422, details.slice(0, 100).map(whole)));
	});
});
