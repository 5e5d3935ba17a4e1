import { readServerText } from '../../nodes/Growlytics/transport/serverRemarks';
import { isPage, sanitize } from '../../nodes/Growlytics/transport/serverText';

const KEY = 'a-very-secret-key';
const MEGABYTES = 5_000_000;
/** Generous: what this guards against takes minutes. */
const SOON_MS = 1000;

describe('the best text of a body', () => {
	it.each<[string, unknown, string]>([
		['text', 'Bad request', 'Bad request'],
		['message', { message: 'Bad request' }, 'Bad request'],
		['message beside error', { error: 'Bad Request', message: 'City is odd' }, 'City is odd'],
		['error', { error: 'Bad request' }, 'Bad request'],
		['error with message', { error: { message: 'Bad request', code: 4 } }, 'Bad request'],
		['errors as text', { errors: ['City is odd', 'id is odd'] }, 'City is odd; id is odd'],
		[
			'errors with messages',
			{ errors: [{ message: 'City is odd' }, { message: 'id is odd' }] },
			'City is odd; id is odd',
		],
		[
			'errors of both kinds',
			{ errors: ['City is odd', { message: 'id is odd' }] },
			'City is odd; id is odd',
		],
		['a page', '<!doctype html><html><head><title>Down</title></head></html>', 'Down'],
		['a page with a long title tag', '\n<HTML><TITLE lang="en">\n Down </TITLE>', 'Down'],
		['a page without a title', '<html><body>Down</body></html>', ''],
		['a page with an empty title', '<html><title></title></html>', ''],
		['text with a tag in it', 'use <b> here', 'use &lt;b&gt; here'],
		['no errors', { errors: [] }, '{"errors":[]}'],
		['other keys', { code: 4, reason: 'odd' }, 'odd'],
		['keys that nobody knows', { code: 4 }, '{"code":4}'],
		['success alone', { success: false }, ''],
		['a number', 4, ''],
		['a list', ['odd'], 'odd'],
		['empty text', '', ''],
		['white space', ' \n ', ''],
		['an empty object', {}, ''],
		['null', null, ''],
		['nothing', undefined, ''],
		['the key as text', `bad key ${KEY}`, 'bad key [API key]'],
		['the key in message', { message: `bad key ${KEY}` }, 'bad key [API key]'],
		['the key in error', { error: { message: `bad key ${KEY}` } }, 'bad key [API key]'],
		['the key in errors', { errors: [KEY, { message: KEY }] }, '[API key]; [API key]'],
		['the key in a page', `<html><title>${KEY} is bad</title>`, '[API key] is bad'],
	])('%s', (_case, body, text) => {
		expect(readServerText(body, KEY)).toBe(text);
	});
});

describe('a web page', () => {
	it.each<[unknown, boolean]>([
		['<!doctype html><p>', true],
		['<!DOCTYPE HTML>', true],
		['\n  <html lang="en">', true],
		['<head>', true],
		['<body>', true],
		['<header>', false],
		['<htmlish>', false],
		['text <html>', false],
		['{"message":"<html>"}', false],
		['', false],
		[{ message: '<html>' }, false],
		[undefined, false],
	])('%j: %s', (body, page) => {
		expect(isPage(body)).toBe(page);
	});
});

describe('text that is safe to show', () => {
	it.each([
		['the key', `key ${KEY} is bad`, 'key [API key] is bad'],
		['the key twice', `${KEY}${KEY}`, '[API key][API key]'],
		['HTML', '<img src=x onerror="a()"> & more', '&lt;img src=x onerror="a()"&gt; &amp; more'],
		['entities', '&lt;b&gt;', '&amp;lt;b&amp;gt;'],
		['white space', ' a\r\n\tb   c ', 'a b c'],
		['300 characters', 'x'.repeat(300), 'x'.repeat(300)],
		['301 characters', 'x'.repeat(301), `${'x'.repeat(299)}…`],
		['a cut through an entity', '&'.repeat(301), `${'&amp;'.repeat(299)}…`],
		['the key across the cut', `${'x'.repeat(290)}${KEY}`, `${'x'.repeat(290)}[API key]`],
	])('%s', (_case, text, safe) => {
		expect(sanitize(text, KEY)).toBe(safe);
	});

	it.each([9_980, 9_990, 9_999])('shows no part of a key after %d spaces', (spaces) => {
		const text = sanitize(`odd${' '.repeat(spaces)}${KEY}`, KEY);
		expect(text).not.toContain('a-v');
	});

	it('redacts a key that would be special in a regular expression', () => {
		expect(sanitize('key a.b+$& or aXb', 'a.b+$&')).toBe('key [API key] or aXb');
	});

	it('leaves text alone if there is no key', () => {
		expect(sanitize('odd', '')).toBe('odd');
	});

	it.each([
		['letters', 'x'.repeat(MEGABYTES)],
		['spaces', ' '.repeat(MEGABYTES)],
		['keys', KEY.repeat(MEGABYTES / KEY.length)],
		['tags', '<html>'.repeat(MEGABYTES / 6)],
		['unclosed titles', `<html>${'<title'.repeat(MEGABYTES / 6)}`],
	])('is ready at once with megabytes of %s', (_case, text) => {
		const startedAt = Date.now();
		expect(readServerText(text, KEY).length).toBeLessThanOrEqual(300 * '&amp;'.length);
		expect(sanitize(text, KEY).length).toBeLessThanOrEqual(300 * '&amp;'.length);
		expect(Date.now() - startedAt).toBeLessThan(SOON_MS);
	});
});
