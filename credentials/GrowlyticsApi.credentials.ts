import type {
	IAuthenticate,
	ICredentialType,
	IDisplayOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import type { Service } from '../nodes/Growlytics/service';
import { SERVICES } from '../nodes/Growlytics/service';
import { authenticate } from '../nodes/Growlytics/transport/authenticate';

const asked: IDisplayOptions = { show: { useOtherAddresses: [true] } };

function addressField(service: Service, description: string): INodeProperties {
	const { field, label, usual } = SERVICES[service];
	return {
		displayName: label,
		name: field,
		type: 'string',
		displayOptions: asked,
		required: true,
		default: usual,
		placeholder: `e.g. ${usual}`,
		description,
	};
}

const baseUrl = addressField(
	'base',
	'Where Growlytics takes customers and events. The key is sent to the addresses of this credential only.',
);

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
			displayName: 'Account Time Zone',
			name: 'timezone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Asia/Kolkata',
			description:
				'The time zone of your Growlytics account. Dates with an offset, such as 2026-01-31T19:14:15Z, are converted to it. Growlytics does not say which zone it assumes.',
			hint: 'For India: Asia/Kolkata. If empty, a time is sent as it is written, without its offset.',
		},
		{
			displayName: 'Use Other Addresses',
			name: 'useOtherAddresses',
			type: 'boolean',
			default: false,
			description:
				'Whether requests go to other addresses than those that Growlytics documents. Switch it on only if Growlytics gave you others, or for a proxy of your own.',
		},
		baseUrl,
		{
			// n8n drops fields that it does not show. A credential that was saved before the toggle can hold an address of
			// its own: it keeps it, and shows it, until the usual one is entered.
			...baseUrl,
			displayOptions: {
				show: { useOtherAddresses: [false] },
				hide: { baseUrl: [SERVICES.base.usual, ''] },
			},
		},
		addressField('catalog', 'Where Growlytics takes products'),
		addressField(
			'connector',
			'Where Growlytics takes what became of a message of a connector campaign',
		),
	];

	authenticate: IAuthenticate = authenticate;
}
