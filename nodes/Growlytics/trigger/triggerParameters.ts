import type { INodeProperties } from 'n8n-workflow';

/** What can call, and where its address goes. Where Growlytics' dashboard has that place is not documented. */
const CALLERS = {
	connectorMessage: {
		name: 'Connector Message',
		description:
			'When a connector campaign sends a message, so that the workflow can send it through a channel of your choice',
		where:
			'Open Webhook URLs above, and enter the Production URL in Growlytics as the endpoint of your connector campaign, with the method POST. What you write into the payload of the campaign arrives under "body".',
	},
	couponCreated: {
		name: 'Coupon Created',
		description:
			'When Growlytics creates a coupon for a customer, so that your shop can create it too',
		where:
			'Open Webhook URLs above, and enter the Production URL in Growlytics where it keeps its webhook subscriptions, for coupons.',
	},
} as const;

const callers = Object.entries(CALLERS);

const HOW_TO_TEST =
	'It works once this workflow is published. To try it before, enter the Test URL and execute this step.';

/** The parameters of the trigger, as n8n's panel shows them. Names and values are saved in workflows. */
export const triggerParameters: INodeProperties[] = [
	{
		displayName: 'When Called By',
		name: 'calledBy',
		type: 'options',
		noDataExpression: true,
		default: 'couponCreated',
		description: 'What in Growlytics calls this workflow',
		options: callers.map(([value, { name, description }]) => ({ name, value, description })),
	},
	...callers.map(
		([value, { where }]): INodeProperties => ({
			displayName: `${where} ${HOW_TO_TEST}`,
			name: `${value}Notice`,
			type: 'notice',
			default: '',
			displayOptions: { show: { calledBy: [value] } },
		}),
	),
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		noDataExpression: true,
		default: 'none',
		description:
			'How the workflow knows that it is Growlytics that calls. Growlytics signs nothing, so whoever knows the address can call it.',
		options: [
			{ name: 'None', value: 'none', description: 'Whoever knows the address can call it' },
			{
				name: 'Secret in the Address',
				value: 'secret',
				description: 'Only calls whose address ends with your secret start the workflow',
			},
		],
	},
	{
		displayName:
			'Put ?secret= and your secret behind the address that you enter in Growlytics, so that it ends like this: /webhook?secret=yoursecret. A call without the right secret is refused and starts nothing. The secret stays in the credential, and out of the output.',
		name: 'secretNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { authentication: ['secret'] } },
	},
];
