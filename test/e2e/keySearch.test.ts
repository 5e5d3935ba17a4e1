/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: writes files and a database */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { API_KEY, filesWithSecret, findSecret } from './keySearch';
import { temporaryFolder } from './temporaryFolder';

const json = JSON.stringify({ key: API_KEY });
const base64 = (text: string) => Buffer.from(text).toString('base64');

test.each([
	['as it is', `x-growlytics-key: ${API_KEY}`],
	['in JSON', json],
	['in JSON in JSON in JSON', JSON.stringify(JSON.stringify(json))],
	['in an address', `https://growlytics.invalid/?key=${encodeURIComponent(API_KEY)}`],
	['in HTML', `<b>${API_KEY.replaceAll('"', '&quot;').replaceAll('/', '&#x2F;')}</b>`],
	['in base64', base64(API_KEY)],
	['in Basic authentication', base64(`:${API_KEY}`)],
	['in Basic authentication with a user', base64(`me:${API_KEY}`)],
	['in base64 of JSON', base64(json)],
	['in base64 for addresses', Buffer.from(json).toString('base64url')],
	['in hexadecimal digits', Buffer.from(API_KEY).toString('hex')],
	['in UTF-16', Buffer.from(API_KEY, 'utf16le').toString('latin1')],
])('finds the key %s', (_how, text) => {
	expect(findSecret(`before ${text} after`)).not.toEqual([]);
});

test.each(['', 'growlyticsApi', API_KEY.slice(0, 10), base64('another-key')])(
	'finds nothing in %j',
	(text) => {
		expect(findSecret(text)).toEqual([]);
	},
);

test('names the files that hold the key: a log, a text and a blob in a database', () => {
	const { path, remove } = temporaryFolder();
	mkdirSync(join(path, 'logs', 'old'), { recursive: true });
	writeFileSync(join(path, 'logs', 'old', 'n8n.log'), `debug: ${json}`);
	writeFileSync(join(path, 'settings.json'), '{}');
	for (const [name, value] of Object.entries({
		text: API_KEY,
		blob: Buffer.from(`\u0001${API_KEY}`),
		none: 'none',
	})) {
		const database = new DatabaseSync(join(path, `${name}.sqlite`));
		database.exec('CREATE TABLE execution_data (data)');
		database.prepare('INSERT INTO execution_data VALUES (?)').run(value);
		database.close();
	}
	expect(filesWithSecret(path).sort()).toEqual([
		'blob.sqlite',
		join('logs', 'old', 'n8n.log'),
		'text.sqlite',
	]);
	remove();
});
