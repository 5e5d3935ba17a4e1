exports.FakeApi = class FakeApi {
	name = 'fakeApi';
	displayName = 'Fake API';
	httpRequestNode = { name: 'Fake', docsUrl: '', apiBaseUrl: '' };
	properties = [
		{ displayName: 'API Key', name: 'apiKey', type: 'string', default: '' },
		{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: 'http://fake.invalid' },
	];
	authenticate = async ({ apiKey }, request) => ({
		...request,
		headers: { ...request.headers, 'x-fake-key': apiKey },
	});
};
