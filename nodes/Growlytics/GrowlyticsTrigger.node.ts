import type {
	ICredentialsDecrypted,
	INodeCredentialTestResult,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { triggerParameters } from './trigger/triggerParameters';

export class GrowlyticsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Growlytics Trigger',
		name: 'growlyticsTrigger',
		icon: { light: 'file:growlytics.svg', dark: 'file:growlytics.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ $parameter["calledBy"] === "connectorMessage" ? "Connector Message" : "Coupon Created" }}',
		description:
			'Starts the workflow when Growlytics creates a coupon or a connector campaign sends a message',
		defaults: { name: 'Growlytics Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'growlyticsWebhookSecretApi',
				required: true,
				testedBy: 'growlyticsWebhookSecretApiTest',
				displayOptions: { show: { authentication: ['secret'] } },
			},
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				path: 'webhook',
				responseMode: 'onReceived',
				// Without it n8n answers with a word of its own, whatever the node gives as the answer.
				responseData: '={{ ({ success: true }) }}',
			},
		],
		eventTriggerDescription: 'Waiting for Growlytics to call the Test URL',
		activationMessage: 'Growlytics can call the Production URL now.',
		properties: triggerParameters,
	};

	/** Growlytics has no API for it: the user enters the address there. */
	webhookMethods = {
		default: {
			async checkExists(): Promise<boolean> {
				return true;
			},
			async create(): Promise<boolean> {
				return true;
			},
			async delete(): Promise<boolean> {
				return true;
			},
		},
	};

	methods = {
		credentialTest: {
			async growlyticsWebhookSecretApiTest({
				data,
			}: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
				const { weaknessOf } = await import('./trigger/secret');
				const weakness = weaknessOf(data?.secret);
				if (weakness !== undefined) return { status: 'Error', message: weakness };
				return { status: 'OK', message: 'This secret will do' };
			},
		},
	};

	// n8n loads every node at its start; what only a call needs is loaded by the first call.
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { answerCall } = await import('./trigger/answerCall');
		return await answerCall(this);
	}
}
