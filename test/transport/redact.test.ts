import { redact, redactRecord } from '../../nodes/Growlytics/transport/redact';

/** Has what each way of writing changes. */
const KEY = `gK-9/+=&<>"'\\ %éz`.replace('é', 'e');

const hex = (char: string) => char.charCodeAt(0).toString(16).padStart(2, '0');
const each = (write: (char: string) => string) => [...KEY].map(write).join('');
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe.each<[string, string]>([
	['as it is', KEY],
	['in a URL', encodeURIComponent(KEY)],
	[
		'in a URL, in lower case',
		encodeURIComponent(KEY).replace(/%../g, (code) => code.toLowerCase()),
	],
	['in a whole URL', encodeURI(KEY)],
	['in a form', new URLSearchParams({ a: KEY }).toString().slice(2)],
	['in a URL, every character', each((char) => `%${hex(char)}`)],
	['in JSON', JSON.stringify(KEY).slice(1, -1)],
	['in JSON that escapes slashes', JSON.stringify(KEY).slice(1, -1).replaceAll('/', '\\/')],
	['in JSON, every character', each((char) => `\\u00${hex(char)}`)],
	[
		'in HTML',
		each(
			(char) =>
				({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[char] ?? char,
		),
	],
	['in HTML, by number', each((char) => `&#${char.charCodeAt(0)};`)],
	['in HTML, by number with zeros', each((char) => `&#0${char.charCodeAt(0)};`)],
	['in HTML, in hexadecimal', each((char) => `&#x${hex(char).toUpperCase()};`)],
	['in HTML inside JSON', JSON.stringify(KEY.replaceAll('&', '&amp;')).slice(1, -1)],
	['in base64', base64(KEY)],
	['in base64 of URLs', Buffer.from(KEY).toString('base64url')],
	['in base64 without its end', base64(KEY).replace(/=+$/, '')],
])('a key %s', (_case, written) => {
	it('is redacted, wherever it stands', () => {
		expect(redact(written, KEY)).toBe('[API key]');
		expect(redact(`the key ${written} is odd`, KEY)).toBe('the key [API key] is odd');
		expect(redact(`{"key":"${written}"}`, KEY)).toBe('{"key":"[API key]"}');
	});

	it('is redacted in an answer', () => {
		expect(redactRecord({ [written]: [written, { deep: `a ${written}` }] }, KEY)).toEqual({
			'[API key]': ['[API key]', { deep: 'a [API key]' }],
		});
	});
});

/** The header of basic authentication holds a name and a colon before the key. */
it.each(['', ':', 'user:', 'a:', 'api_key:'])(
	'leaves nothing to read in base64 after %j',
	(before) => {
		for (const after of ['', ':', 'X', ':X', 'more text behind']) {
			const text = `Basic ${base64(`${before}${KEY}${after}`)}!`;
			const left = redact(text, KEY);
			expect(left).toContain('[API key]');
			const rest = left.replace('[API key]', '').length - 'Basic !'.length;
			// What is left is what stands before and after, and at most two characters at each seam.
			expect(rest).toBeLessThanOrEqual(Math.ceil(((before.length + after.length) * 4) / 3) + 6);
		}
	},
);

it.each(['a plain text', 'gK-9', 'Z0stOQ==', '', '100 % of &amp;', '\\u0067'])(
	'leaves %j alone',
	(text) => {
		expect(redact(text, KEY)).toBe(text);
	},
);

it.each(['k', 'key', '+', '%', '.*', '\\d'])('takes %j for a key, too', (key) => {
	expect(redact(`a ${key} b`, key)).toContain('[API key]');
	expect(redact('0123', key)).toBe('0123');
});

it('is done at once with megabytes', () => {
	const almost = `${KEY.slice(0, -1)}!`;
	const startedAt = Date.now();
	for (const text of [KEY, almost, encodeURIComponent(almost), 'g', '%', '&#', '\\u']) {
		redact(text.repeat(5_000_000 / text.length), KEY);
	}
	expect(Date.now() - startedAt).toBeLessThan(5000);
});
