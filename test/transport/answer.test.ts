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
		[200, [{ success: true }], 'other', ''],
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
	[{ code: 7 }, ''],
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
		const details = [{ attribute: '', message: text }];
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
