import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Failure } from '../../nodes/Growlytics/result/failure';
import { customerSubject } from '../../nodes/Growlytics/operations/customer/customerSubject';
import { toNodeError } from '../../nodes/Growlytics/result/nodeError';
import { failedItem } from './failedItem';
import {
	invalid,
	noAnswer,
	notGrowlytics,
	notSent,
	rateLimited,
	refused,
	setup,
	unauthorized,
	unavailable,
} from './failures';

const node: INode = {
	id: '1',
	name: 'Growlytics',
	type: 'n8n-nodes-growlytics.growlytics',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

it.each<[Failure, typeof NodeApiError | typeof NodeOperationError, object]>([
	[
		invalid([{ attribute: 'a', message: 'is odd', fix: 'Mend it.' }]),
		NodeOperationError,
		{ description: 'Mend it.' },
	],
	[
		setup('odd', 'Mend it.'),
		NodeOperationError,
		{ description: 'Mend it.', failure: { cause: 'configuration-invalid' } },
	],
	[notSent({ kind: 'cancelled' }), NodeOperationError, { failure: undefined }],
	[refused(422, []), NodeApiError, { httpCode: '422', failure: undefined }],
	[
		unauthorized(403, ''),
		NodeApiError,
		{ httpCode: '403', failure: { cause: 'credential-invalid' } },
	],
	[
		rateLimited(429, '', 7000),
		NodeApiError,
		{ httpCode: '429', failure: { cause: 'rate-limited', retryAfterMs: 7000 } },
	],
	[
		rateLimited(429, '', undefined),
		NodeApiError,
		{ httpCode: '429', failure: { cause: 'rate-limited' } },
	],
	[
		unavailable(503, '', 7000),
		NodeApiError,
		{ httpCode: '503', failure: { cause: 'temporarily-unavailable', retryAfterMs: 7000 } },
	],
	[notGrowlytics(302, 'redirect', ''), NodeApiError, { httpCode: '302', failure: undefined }],
	[
		noAnswer('broken', 'ECONNRESET', 'growlytics.in', 1),
		NodeApiError,
		{ httpCode: null, failure: { cause: 'temporarily-unavailable' } },
	],
])('%j', (failure, type, facts) => {
	const error = toNodeError(node, { ...failedItem(failure), itemIndex: 4 }, customerSubject, '');
	expect(error).toBeInstanceOf(type);
	expect(error).toMatchObject({ node, context: { itemIndex: 4 }, ...facts });
	expect(error.cause).not.toBe(failure);
});

it('adds what else is to be known, as a line of its own', () => {
	const error = toNodeError(
		node,
		failedItem(setup('odd', 'Mend it.')),
		customerSubject,
		'3 items: 2 updated.',
	);
	expect(error.description).toBe('Mend it.<br>3 items: 2 updated.');
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
	it.each<[string, Failure, string, string]>([
		[
			'a refused attribute',
			refused(422, [{ attribute: word, message: `"${word}" is odd` }]),
			'7',
			`Customer "7" was not stored: Growlytics refused it (HTTP 422). "${word}" is odd.`,
		],
		[
			'an invalid attribute',
			invalid([{ attribute: word, message: 'odd', fix: 'Mend it.' }]),
			'7',
			`Customer "7" was not sent: one value does not fit. "${word}": odd.`,
		],
		[
			'a customer that was refused',
			refused(422, []),
			word,
			`Customer "${word}" was not stored: Growlytics refused it (HTTP 422).`,
		],
		[
			'a customer that was not sent',
			setup('odd', 'Mend it.'),
			word,
			`Customer "${word}" was not sent: odd.`,
		],
		[
			"Growlytics' text",
			unavailable(500, word, undefined),
			'7',
			`Customer "7" may not have been stored: Growlytics could not handle the request (HTTP 500: ${word}).`,
		],
	])('%s', (_case, failure, customerId, message) => {
		const error = toNodeError(node, failedItem(failure, customerId), customerSubject, '');
		expect(error.message).toBe(message);
		expect(error.messages).toEqual([]);
		expect(error.description).toBeTruthy();
	});
});
