import { addressesOf, parseAddress } from '../../nodes/Growlytics/transport/address';

const HTTPS = 'the Base URL has to start with https://';
const READABLE = 'the Base URL has to start with https://, or the API key could be read on its way';
const USER = 'the Base URL must not hold a user name or password';
const INVALID = 'the Base URL is not a valid address';

describe('an address that can be used', () => {
	it.each([
		['https://dcqs-india.growlytics.in', 'https://dcqs-india.growlytics.in'],
		['  https://dcqs-india.growlytics.in\n', 'https://dcqs-india.growlytics.in'],
		['https://dcqs-india.growlytics.in/', 'https://dcqs-india.growlytics.in'],
		['https://dcqs-india.growlytics.in///', 'https://dcqs-india.growlytics.in'],
		['HTTPS://DCQS-India.Growlytics.in', 'https://dcqs-india.growlytics.in'],
		['https://growlytics.in:8443/', 'https://growlytics.in:8443'],
		['https://growlytics.in:443/', 'https://growlytics.in'],
		['https://proxy.example/growlytics', 'https://proxy.example/growlytics'],
		['https://proxy.example/a/b/', 'https://proxy.example/a/b'],
		['https://growlytics.in/rest-api', 'https://growlytics.in'],
		['https://growlytics.in/rest-api/', 'https://growlytics.in'],
		['https://growlytics.in/rest-api/customer', 'https://growlytics.in'],
		['https://growlytics.in/rest-api/customer/', 'https://growlytics.in'],
		['https://proxy.example/a/rest-api/customer', 'https://proxy.example/a'],
		['https://proxy.example/a//rest-api/event', 'https://proxy.example/a'],
		['https://proxy.example/rest-api-v2', 'https://proxy.example/rest-api-v2'],
		['https://proxy.example/my-rest-api', 'https://proxy.example/my-rest-api'],
		['https://growlytics.in/?from=mail#top', 'https://growlytics.in'],
		['https://growlytics.in/rest-api/customer?a=b', 'https://growlytics.in'],
		['http://localhost', 'http://localhost'],
		['http://localhost:8765/', 'http://localhost:8765'],
		['http://growlytics.localhost:8765', 'http://growlytics.localhost:8765'],
		['http://127.0.0.1:8765', 'http://127.0.0.1:8765'],
		['http://127.1.2.3', 'http://127.1.2.3'],
		['http://[::1]:8765', 'http://[::1]:8765'],
	])('%j', (text, url) => {
		expect(parseAddress(text, 'base')).toEqual({ url });
	});
});

describe('an address that cannot be used', () => {
	it.each([
		['', 'the Base URL is empty'],
		[' \t\n', 'the Base URL is empty'],
		['dcqs-india.growlytics.in', HTTPS],
		['//dcqs-india.growlytics.in', HTTPS],
		['ftp://growlytics.in', HTTPS],
		['file:///etc/hosts', HTTPS],
		['javascript:alert(1)', HTTPS],
		['undefined', HTTPS],
		['={{ $json.url }}', HTTPS],
		['http://dcqs-india.growlytics.in', READABLE],
		['HTTP://dcqs-india.growlytics.in', READABLE],
		['http://localhost.example', READABLE],
		['http://localhosts', READABLE],
		['http://127.0.0.1.example', READABLE],
		['http://128.0.0.1', READABLE],
		['http://10.0.0.1', READABLE],
		['http://0.0.0.0', READABLE],
		['http://[::2]', READABLE],
		['http://localhost@growlytics.in', USER],
		['https://user:pass@growlytics.in', USER],
		['https://:pass@growlytics.in', USER],
		['https://', INVALID],
		['https://growlytics in', INVALID],
		['https://growlytics.in:99999', INVALID],
		['https://[::1', INVALID],
	])('%j', (text, problem) => {
		expect(parseAddress(text, 'base')).toEqual({ problem });
	});
});

describe('an address with the path of its endpoint', () => {
	it.each([
		['catalog', 'https://dc.growlytics.in/product', 'https://dc.growlytics.in'],
		['catalog', 'https://proxy.example/a/product/7', 'https://proxy.example/a'],
		['catalog', 'https://proxy.example/products', 'https://proxy.example/products'],
		['catalog', 'https://proxy.example/rest-api', 'https://proxy.example/rest-api'],
		[
			'connector',
			'https://cts.growlytics.in/custom-connector/production/key',
			'https://cts.growlytics.in',
		],
	] as const)('%s: %j', (service, text, url) => {
		expect(parseAddress(text, service)).toEqual({ url });
	});
});

describe('the addresses of a credential', () => {
	it.each([
		[{ baseUrl: 'growlytics.in' }, 'base', 'the Base URL has to start with https://'],
		[{ catalogUrl: 'https://' }, 'catalog', 'the Catalog URL is not a valid address'],
		[{ connectorUrl: ' ' }, 'connector', 'the Connector URL is empty'],
	])('%j', (data, service, problem) => {
		expect(addressesOf(data)).toEqual({ service, problem });
	});
});
