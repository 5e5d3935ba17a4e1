import type { INodeProperties } from 'n8n-workflow';

import { GrowlyticsWebhookSecretApi } from '../../credentials/GrowlyticsWebhookSecretApi.credentials';
import { GrowlyticsTrigger } from '../../nodes/Growlytics/GrowlyticsTrigger.node';

const { description, methods } = new GrowlyticsTrigger();

const choosers = description.properties.filter(({ type }) => type === 'options');
const notices = description.properties.filter(({ type }) => type === 'notice');

const valuesOf = ({ options = [] }: INodeProperties) =>
	options.flatMap((option) => ('value' in option ? [option.value] : []));

/** What is saved in workflows: it can be added to, never changed. A default is saved by being absent. */
it('is the node that workflows know', () => {
	expect(description).toMatchObject({
		displayName: 'Growlytics Trigger',
		name: 'growlyticsTrigger',
		version: 1,
		group: ['trigger'],
		inputs: [],
		outputs: ['main'],
		credentials: [
			{
				name: 'growlyticsWebhookSecretApi',
				required: true,
				testedBy: 'growlyticsWebhookSecretApiTest',
				displayOptions: { show: { authentication: ['secret'] } },
			},
		],
	});
	expect(description).not.toHaveProperty('usableAsTool');
	expect(methods.credentialTest).toHaveProperty('growlyticsWebhookSecretApiTest');
});

/** The last part of every address that somebody has entered in Growlytics. */
it('has the address that Growlytics calls, for POST alone', () => {
	expect(description.webhooks).toMatchObject([
		{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
	]);
});

it('has the parameters that workflows save, and takes no expressions in them', () => {
	expect(
		choosers.map((one) => [one.name, one.default, one.noDataExpression, valuesOf(one)]),
	).toEqual([
		['calledBy', 'couponCreated', true, ['connectorMessage', 'couponCreated']],
		['authentication', 'none', true, ['none', 'secret']],
	]);
	expect(choosers.length + notices.length).toBe(description.properties.length);
});

it('says for each choice where its address goes', () => {
	expect(notices.map(({ displayOptions }) => displayOptions?.show)).toEqual([
		{ calledBy: ['connectorMessage'] },
		{ calledBy: ['couponCreated'] },
		{ authentication: ['secret'] },
	]);
	const [connector, coupon, secret] = notices.map(({ displayName }) => displayName);
	expect(connector).toContain('as the endpoint of your connector campaign');
	expect(coupon).toContain('where it keeps its webhook subscriptions');
	expect(secret).toContain('?secret=');
});

it('asks for the secret in a credential of its own', () => {
	const { name, properties } = new GrowlyticsWebhookSecretApi();
	expect(name).toBe('growlyticsWebhookSecretApi');
	expect(properties).toMatchObject([
		{
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
		},
	]);
});
