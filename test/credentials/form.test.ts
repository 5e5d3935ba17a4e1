import { GrowlyticsApi } from '../../credentials/GrowlyticsApi.credentials';
import { authenticate } from '../../nodes/Growlytics/transport/authenticate';

const credential = new GrowlyticsApi();

it.each([
	['apiKey', { type: 'string', default: '', required: true, typeOptions: { password: true } }],
	['baseUrl', { type: 'string', default: 'https://dcqs-india.growlytics.in', required: true }],
	['timezone', { type: 'string', default: '' }],
])('has the field %s', (name, expected) => {
	expect(credential.properties.find((property) => property.name === name)).toMatchObject(expected);
});

it('has no other fields', () => {
	expect(credential.properties.map(({ name }) => name)).toEqual(['apiKey', 'baseUrl', 'timezone']);
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
