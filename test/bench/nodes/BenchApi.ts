import type { ICredentialType, IHttpRequestOptions } from 'n8n-workflow';

/** The cheapest credential there is: its `authenticate` adds a header, and checks nothing. */
export class BenchApi implements ICredentialType {
	name = 'benchApi';

	displayName = 'Bench API';

	properties: ICredentialType['properties'] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
		},
		{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' },
	];

	authenticate = async (
		{ apiKey }: { apiKey?: unknown },
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => ({
		...options,
		headers: { ...options.headers, 'x-growlytics-key': String(apiKey) },
	});
}
