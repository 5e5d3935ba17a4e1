import {
	InvalidCustomer,
	NoAnswer,
	NotGrowlytics,
	NotSent,
	RateLimited,
	Refused,
	Unauthorized,
	Unavailable,
} from '../../nodes/Growlytics/result/failure';
import type { Outcome } from '../../nodes/Growlytics/result/items';
import { summarize } from '../../nodes/Growlytics/result/tally';
import { failedItem } from './failedItem';

const customer = { id: '7', attributes: [] };
const updated: Outcome = { itemIndex: 0, customer, stored: { success: true }, warnings: [] };
const dryRun: Outcome = { itemIndex: 0, dryRun: customer, warnings: [] };
const times = (count: number, outcome: Outcome) =>
	Array.from({ length: count }, (): Outcome => outcome);

it.each<[Outcome[], number, string]>([
	[[updated], 0, '1 customer: 1 updated.'],
	[times(1234, updated), 0, '1,234 customers: 1,234 updated.'],
	[times(3, dryRun), 0, '3 customers: 3 checked, not sent (dry run).'],
	[
		[failedItem(new Refused(422, [])), updated, failedItem(new InvalidCustomer([])), updated],
		3,
		'4 customers: 2 updated, 1 not valid, 1 refused; 3 retried.',
	],
	[
		[
			failedItem(new NotSent({ kind: 'cancelled' })),
			failedItem(new RateLimited(429, '', undefined)),
			failedItem(new Unauthorized(401, '')),
		],
		1000,
		'3 customers: 1 not authorized, 1 rate limited, 1 not sent; 1,000 retried.',
	],
	[
		[
			failedItem(new Unavailable(500, '', undefined)),
			failedItem(new NoAnswer('timeout', 'ETIMEDOUT', 'a', 1)),
			failedItem(new NoAnswer('refused', 'ECONNREFUSED', 'a', 1)),
			failedItem(new NotGrowlytics(302, 'redirect', '')),
			failedItem(new NotGrowlytics(200, 'page', '')),
		],
		0,
		'5 customers: 5 unreachable. 3 may have been stored all the same.',
	],
])('%#', (outcomes, retried, sentence) => {
	expect(summarize(outcomes, retried)).toBe(sentence);
});
