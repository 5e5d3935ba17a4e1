import { toConnection } from '../../nodes/Growlytics/transport/connection';

const KEY = 'a-very-secret-key';
const BASE_URL = 'https://growlytics.in';
const SET_KEY =
	'Open the Growlytics API credential and paste the key. It is in Growlytics under Settings > API Keys.';
const SET_URL =
	'Open the Growlytics API credential and correct the Base URL. It normally is https://dcqs-india.growlytics.in.';
const SET_ZONE =
	'Open the Growlytics API credential and set the Account Time Zone to a name such as Asia/Kolkata, or leave it empty.';

it('reads a credential as people fill it in', () => {
	const data = {
		apiKey: ` ${KEY}\n`,
		baseUrl: ' https://growlytics.in/proxy/ ',
		timezone: ' Asia/Kolkata ',
	};
	expect(toConnection(data)).toEqual({
		addresses: {
			base: 'https://growlytics.in/proxy',
			catalog: 'https://dc.growlytics.in',
			connector: 'https://cts.growlytics.in',
		},
		apiKey: KEY,
		timezone: 'Asia/Kolkata',
		credential: { id: '', name: '', type: 'growlyticsApi', data },
	});
});

it.each(['', '  ', 'UTC', 'Europe/Berlin', 'asia/kolkata'])('takes the time zone %j', (zone) => {
	expect(toConnection({ apiKey: KEY, baseUrl: BASE_URL, timezone: zone })).toMatchObject({
		timezone: zone.trim(),
	});
});

it('uses the usual addresses where n8n hands over none', () => {
	expect(toConnection({ apiKey: KEY })).toMatchObject({
		addresses: {
			base: 'https://dcqs-india.growlytics.in',
			catalog: 'https://dc.growlytics.in',
			connector: 'https://cts.growlytics.in',
		},
	});
});

it('needs no time zone', () => {
	expect(toConnection({ apiKey: KEY, baseUrl: BASE_URL })).toMatchObject({ timezone: '' });
});

it.each([
	[{}, 'the credential has no API key', SET_KEY],
	[{ apiKey: '', baseUrl: BASE_URL }, 'the credential has no API key', SET_KEY],
	[{ apiKey: ' \n', baseUrl: BASE_URL }, 'the credential has no API key', SET_KEY],
	[{ apiKey: 7, baseUrl: BASE_URL }, 'the credential has no API key', SET_KEY],
	[{ apiKey: KEY, baseUrl: ' ' }, 'the Base URL is empty', SET_URL],
	[
		{ apiKey: KEY, catalogUrl: 'dc.growlytics.in' },
		'the Catalog URL has to start with https://',
		'Open the Growlytics API credential and correct the Catalog URL. It normally is https://dc.growlytics.in.',
	],
	[
		{ apiKey: KEY, connectorUrl: '' },
		'the Connector URL is empty',
		'Open the Growlytics API credential and correct the Connector URL. It normally is https://cts.growlytics.in.',
	],
	[{ apiKey: KEY, baseUrl: 'growlytics.in' }, 'the Base URL has to start with https://', SET_URL],
	[{ apiKey: KEY, baseUrl: BASE_URL, timezone: 'Mumbai' }, '"Mumbai" is not a time zone', SET_ZONE],
	[{ apiKey: KEY, baseUrl: BASE_URL, timezone: '<b>' }, '"&lt;b&gt;" is not a time zone', SET_ZONE],
	[{ apiKey: 'key…', baseUrl: BASE_URL }, 'the API key holds characters that no key has', SET_KEY],
	[
		{ apiKey: 'two\nlines', baseUrl: BASE_URL },
		'the API key holds characters that no key has',
		SET_KEY,
	],
])('cannot use %j', (data, problem, fix) => {
	expect(toConnection(data)).toMatchObject({ kind: 'setup', problem, fix });
});
