import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { AnyFailure } from '../../nodes/Growlytics/result/failure';
import {
	InvalidCustomer,
	InvalidSetup,
	NoAnswer,
	NotGrowlytics,
	NotSent,
	RateLimited,
	Refused,
	Unauthorized,
	Unavailable,
} from '../../nodes/Growlytics/result/failure';
import { toNodeError } from '../../nodes/Growlytics/result/nodeError';
import { failedItem } from './failedItem';

const node: INode = {
	id: '1',
	name: 'Growlytics',
	type: 'n8n-nodes-growlytics.growlytics',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

it.each<[AnyFailure, typeof NodeApiError | typeof NodeOperationError, object]>([
	[
		new InvalidCustomer([{ attribute: 'a', message: 'is odd', fix: 'Mend it.' }]),
		NodeOperationError,
		{ description: 'Mend it.' },
	],
	[
		new InvalidSetup('odd', 'Mend it.'),
		NodeOperationError,
		{ description: 'Mend it.', failure: { cause: 'configuration-invalid' } },
	],
	[new NotSent({ kind: 'cancelled' }), NodeOperationError, { failure: undefined }],
	[new Refused(422, []), NodeApiError, { httpCode: '422', failure: undefined }],
	[
		new Unauthorized(403, ''),
		NodeApiError,
		{ httpCode: '403', failure: { cause: 'credential-invalid' } },
	],
	[
		new RateLimited(429, '', 7000),
		NodeApiError,
		{ httpCode: '429', failure: { cause: 'rate-limited', retryAfterMs: 7000 } },
	],
	[
		new RateLimited(429, '', undefined),
		NodeApiError,
		{ httpCode: '429', failure: { cause: 'rate-limited' } },
	],
	[
		new Unavailable(503, '', 7000),
		NodeApiError,
		{ httpCode: '503', failure: { cause: 'temporarily-unavailable', retryAfterMs: 7000 } },
	],
	[new NotGrowlytics(302, 'redirect', ''), NodeApiError, { httpCode: '302', failure: undefined }],
	[
		new NoAnswer('broken', 'ECONNRESET', 'growlytics.in', 1),
		NodeApiError,
		{ httpCode: null, failure: { cause: 'temporarily-unavailable' } },
	],
])('%s', (failure, type, facts) => {
	const error = toNodeError(node, { ...failedItem(failure), itemIndex: 4, aftermath: '' });
	expect(error).toBeInstanceOf(type);
	expect(error).toMatchObject({ node, context: { itemIndex: 4 }, ...facts });
	expect(error.cause).not.toBe(failure);
});

it('adds what else is to be known, as a line of its own', () => {
	const error = toNodeError(node, {
		...failedItem(new InvalidSetup('odd', 'Mend it.')),
		aftermath: '3 customers: 2 updated.',
	});
	expect(error.description).toBe('Mend it.<br>3 customers: 2 updated.');
	expect(error.message).toBe('Customer "7" was not sent: odd.');
});

/** Words that hold the name of a network error; n8n replaces a message in which it finds one. */
const TRAPS = [
	'employeePermission',
	'EPERM',
	'ENOENT',
	'ETIMEDOUT',
	'ECONNREFUSED',
	'ENOTFOUND',
	'ECONNRESET',
	'getaddrinfo EAI_AGAIN',
];

describe.each(TRAPS)("n8n does not replace the message: '%s'", (word) => {
	it.each<[string, AnyFailure, string, string]>([
		[
			'a refused attribute',
			new Refused(422, [{ attribute: word, message: `"${word}" is odd` }]),
			'7',
			`Customer "7" was not stored: Growlytics refused it (HTTP 422). "${word}" is odd.`,
		],
		[
			'an invalid attribute',
			new InvalidCustomer([{ attribute: word, message: 'odd', fix: 'Mend it.' }]),
			'7',
			`Customer "7" was not sent: one value does not fit. "${word}": odd.`,
		],
		[
			'a customer that was refused',
			new Refused(422, []),
			word,
			`Customer "${word}" was not stored: Growlytics refused it (HTTP 422).`,
		],
		[
			'a customer that was not sent',
			new InvalidSetup('odd', 'Mend it.'),
			word,
			`Customer "${word}" was not sent: odd.`,
		],
		[
			"Growlytics' text",
			new Unavailable(500, word, undefined),
			'7',
			`Customer "7" may not have been stored: Growlytics could not handle the request (HTTP 500: ${word}).`,
		],
	])('%s', (_case, failure, customerId, message) => {
		const error = toNodeError(node, { ...failedItem(failure, customerId), aftermath: '' });
		expect(error.message).toBe(message);
		expect(error.messages).toEqual([]);
		expect(error.description).toBeTruthy();
	});
});
