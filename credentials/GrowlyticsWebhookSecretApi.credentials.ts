import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

/** What the address of the trigger has to end with: tested by the trigger, since no server knows it. */
export class GrowlyticsWebhookSecretApi implements ICredentialType {
	name = 'growlyticsWebhookSecretApi';

	displayName = 'Growlytics Webhook Secret API';

	icon: Icon = {
		light: 'file:../nodes/Growlytics/growlytics.svg',
		dark: 'file:../nodes/Growlytics/growlytics.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-growlytics/n8n-nodes-growlytics#growlytics-calls-n8n';

	properties: INodeProperties[] = [
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'A long text that nobody can guess, e.g. from a password generator: at least 16 letters and digits. Put ?secret= and this text behind the address that you enter in Growlytics.',
			hint: 'Letters, digits and - . _ ~ only, at least 16 of them',
		},
	];
}
