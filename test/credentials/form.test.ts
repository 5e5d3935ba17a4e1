import { NodeHelpers } from 'n8n-workflow';

import { GrowlyticsApi } from '../../credentials/GrowlyticsApi.credentials';
import { authenticate } from '../../nodes/Growlytics/transport/authenticate';

const credential = new GrowlyticsApi();

it.each([
	['apiKey', { type: 'string', default: '', required: true, typeOptions: { password: true } }],
	['baseUrl', { type: 'string', default: 'https://dcqs-india.growlytics.in', required: true }],
	['catalogUrl', { type: 'string', default: 'https://dc.growlytics.in', required: true }],
	['connectorUrl', { type: 'string', default: 'https://cts.growlytics.in', required: true }],
	['useOtherAddresses', { type: 'boolean', default: false }],
	['timezone', { type: 'string', default: '' }],
])('has the field %s', (name, expected) => {
	expect(credential.properties.find((property) => property.name === name)).toMatchObject(expected);
});

it('has no other fields', () => {
	expect([...new Set(credential.properties.map(({ name }) => name))]).toEqual([
		'apiKey',
		'timezone',
		'useOtherAddresses',
		'baseUrl',
		'catalogUrl',
		'connectorUrl',
	]);
});

it('is called as workflows know it', () => {
	expect(credential).toMatchObject({ name: 'growlyticsApi', displayName: 'Growlytics API' });
});

it('is offered in the HTTP Request node', () => {
	expect(credential.httpRequestNode).toMatchObject({ name: 'Growlytics' });
});

it('has no test of its own, which n8n would prefer to the honest one of the node', () => {
	expect(credential).not.toHaveProperty('test');
});

it('adds its header by a function, which costs no expression', () => {
	expect(credential.authenticate).toBe(authenticate);
});

/** As the product's CredentialsHelper does it for every execution and test; the form shows what is in it. */
function handedOver(saved: Record<string, string | boolean>) {
	return NodeHelpers.getNodeParameters(credential.properties, saved, true, false, null, null);
}

describe('what n8n hands over of the addresses', () => {
	const rest = { apiKey: 'key', timezone: '' };
	const usual = {
		baseUrl: 'https://dcqs-india.growlytics.in',
		catalogUrl: 'https://dc.growlytics.in',
		connectorUrl: 'https://cts.growlytics.in',
	};
	const own = 'https://proxy.example';

	it.each([
		['only the key', {}, { useOtherAddresses: false }],
		['the usual Base URL, saved', { baseUrl: usual.baseUrl }, { useOtherAddresses: false }],
		[
			'a Base URL of its own, saved before there was a toggle',
			{ baseUrl: own },
			{ useOtherAddresses: false, baseUrl: own },
		],
		[
			'a Base URL by expression, saved before there was a toggle',
			{ baseUrl: '={{ $vars.growlytics }}' },
			{ useOtherAddresses: false, baseUrl: '={{ $vars.growlytics }}' },
		],
		['the toggle', { useOtherAddresses: true }, { useOtherAddresses: true, ...usual }],
		[
			'the toggle and a Catalog URL',
			{ useOtherAddresses: true, catalogUrl: own },
			{ useOtherAddresses: true, ...usual, catalogUrl: own },
		],
		['a Catalog URL without the toggle', { catalogUrl: own }, { useOtherAddresses: false }],
	])('%s', (_case, saved, expected) => {
		expect(handedOver({ apiKey: 'key', ...saved })).toEqual({ ...rest, ...expected });
	});
});
