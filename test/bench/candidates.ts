import type { INode, INodeParameters } from 'n8n-workflow';
import { growlytics, node } from '../engine/workflow';

/** How many requests the bare request helper has on the way at once. */
export const FLOOR_CONCURRENCY = 25;

export const CANDIDATE_NODE = 'Candidate';

const BARE_REQUEST = { type: 'CUSTOM.bareRequest', typeVersion: 1 };

/** The credential to be chosen for a node. */
const UNCHOSEN = { id: '1', name: 'Account' };

/** Something that sends one customer for each item, to be measured. */
export interface Candidate {
	title: string;
	/** @param url of the server */
	node: (url: string) => INode;
}

/** Nothing is set but what a user has to set. */
function ours(parameters: INodeParameters): INode {
	return growlytics(CANDIDATE_NODE, { customerId: '={{ $json.email }}', ...parameters });
}

function defineBelow(values: Record<'email' | 'name' | 'city' | 'orders' | 'vip', string>): INode {
	const { email, name, city, orders, vip } = values;
	return ours({
		mappingMode: 'defineBelow',
		standardAttributes: { email, name },
		customAttributes: {
			attribute: [
				{ name: 'city', type: 'string', value: city },
				{ name: 'orders', type: 'number', value: orders },
				{ name: 'vip', type: 'boolean', value: vip },
			],
		},
	});
}

const JSON_BODY = `={{ JSON.stringify({
	id: $json.email,
	attributes: [
		{ name: 'email', type: 'string', value: $json.email },
		{ name: 'name', type: 'string', value: $json.name },
		{ name: 'city', type: 'string', value: $json.city },
		{ name: 'orders', type: 'number', value: $json.orders },
		{ name: 'vip', type: 'boolean', value: $json.vip },
	],
}) }}`;

function httpRequest(url: string, options: INodeParameters): INode {
	return node(
		'httpRequest',
		CANDIDATE_NODE,
		{
			method: 'POST',
			url: `${url}/rest-api/customer`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'growlyticsApi',
			sendBody: true,
			specifyBody: 'json',
			jsonBody: JSON_BODY,
			options,
		},
		{ credentials: { growlyticsApi: UNCHOSEN } },
	);
}

function batched(batchSize: number, batchInterval: number): INodeParameters {
	return { batching: { batch: { batchSize, batchInterval } } };
}

function bareRequest(concurrency: number): INode {
	const credentials = { benchApi: UNCHOSEN };
	return node(BARE_REQUEST, CANDIDATE_NODE, { concurrency }, { credentials });
}

/** By the name that the command line takes. */
export const candidates = {
	auto: {
		title: 'Growlytics, Map Automatically',
		node: () => ours({ mappingMode: 'autoMapInputData' }),
	},
	'auto-one-by-one': {
		title: 'Growlytics, Map Automatically, one after the other',
		node: () => ours({ mappingMode: 'autoMapInputData', options: { concurrency: 1 } }),
	},
	dragged: {
		title: 'Growlytics, Map Each Field Below, dragged fields',
		node: () =>
			defineBelow({
				email: '={{ $json.email }}',
				name: '={{ $json.name }}',
				city: '={{ $json.city }}',
				orders: '={{ $json.orders }}',
				vip: '={{ $json.vip }}',
			}),
	},
	expressions: {
		title: 'Growlytics, Map Each Field Below, five expressions',
		node: () =>
			defineBelow({
				email: '={{ $json.email.toLowerCase() }}',
				name: '={{ $json.name.trim() }}',
				city: '={{ $json.city.toUpperCase() }}',
				orders: '={{ $json.orders + 1 }}',
				vip: '={{ !$json.vip }}',
			}),
	},
	json: {
		title: 'Growlytics, JSON, one expression',
		node: () =>
			ours({
				mappingMode: 'json',
				attributesJson:
					'={{ { email: $json.email, name: $json.name, city: $json.city, orders: $json.orders, vip: $json.vip } }}',
			}),
	},
	event: {
		title: 'Growlytics, Event > Track, Map Automatically',
		node: () =>
			ours({
				resource: 'event',
				operation: 'track',
				eventName: 'Signed Up',
				mappingMode: 'autoMapInputData',
			}),
	},
	http: {
		title: 'HTTP Request, no batching',
		node: (url) => httpRequest(url, {}),
	},
	'http-batched': {
		title: 'HTTP Request, batches of 50 every ms',
		node: (url) => httpRequest(url, batched(50, 1)),
	},
	floor: {
		title: "n8n's request helper alone",
		node: () => bareRequest(FLOOR_CONCURRENCY),
	},
	'one-by-one': {
		title: "n8n's request helper alone, one after the other",
		node: () => bareRequest(1),
	},
} satisfies Record<string, Candidate>;

export type CandidateName = keyof typeof candidates;

/** Those that send one request after another: they get fewer items. */
export const ONE_BY_ONE: readonly CandidateName[] = ['one-by-one', 'auto-one-by-one'];
