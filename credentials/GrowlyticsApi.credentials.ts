import type { IAuthenticate, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { authenticate } from '../nodes/Growlytics/transport/authenticate';

export class GrowlyticsApi implements ICredentialType {
	name = 'growlyticsApi';

	displayName = 'Growlytics API';

	icon: Icon = {
		light: 'file:../nodes/Growlytics/growlytics.svg',
		dark: 'file:../nodes/Growlytics/growlytics.dark.svg',
	};

	documentationUrl = 'https://github.com/n8n-nodes-growlytics/n8n-nodes-growlytics#credential';

	httpRequestNode: NonNullable<ICredentialType['httpRequestNode']> = {
		name: 'Growlytics',
		docsUrl: 'https://docs.growlytics.in',
		apiBaseUrl: 'https://dcqs-india.growlytics.in/rest-api/',
	};

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Log in to Growlytics, open Settings, then API Keys, and copy the key',
			hint: 'In Growlytics: Settings > API Keys',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://dcqs-india.growlytics.in',
			placeholder: 'e.g. https://dcqs-india.growlytics.in',
			description:
				'Where Growlytics takes customers from. Keep the default unless Growlytics gave you another address. The key is sent to this address only.',
		},
		{
			displayName: 'Account Time Zone',
			name: 'timezone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Asia/Kolkata',
			description:
				'The time zone of your Growlytics account. Dates with an offset, such as 2026-01-31T19:14:15Z, are converted to it. Growlytics does not say which zone it assumes.',
			hint: 'If empty, a time is sent as it is written, without its offset',
		},
	];

	authenticate: IAuthenticate = authenticate;
}
