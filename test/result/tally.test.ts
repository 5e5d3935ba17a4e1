import { customerSubject } from '../../nodes/Growlytics/operations/customer/customerSubject';
import type { ItemOutcome } from '../../nodes/Growlytics/result/itemOutcome';
import { summarize } from '../../nodes/Growlytics/result/tally';
import { failedItem } from './failedItem';
import {
	invalid,
	noAnswer,
	notGrowlytics,
	notSent,
	rateLimited,
	refused,
	unauthorized,
	unavailable,
} from './failures';

const updated: ItemOutcome = {
	itemIndex: 0,
	id: '7',
	output: {},
	answer: { success: true },
	warnings: [],
};
const checked: ItemOutcome = { itemIndex: 0, id: '7', checked: {}, warnings: [] };
const times = (count: number, outcome: ItemOutcome) =>
	Array.from({ length: count }, (): ItemOutcome => outcome);

it.each<[ItemOutcome[], number, string]>([
	[[updated], 0, '1 item: 1 updated.'],
	[times(1234, updated), 0, '1,234 items: 1,234 updated.'],
	[times(3, checked), 0, '3 items: 3 checked, not sent.'],
	[
		[failedItem(refused(422, [])), updated, failedItem(invalid([])), updated],
		3,
		'4 items: 2 updated, 1 not valid, 1 refused; 3 retried.',
	],
	[
		times(2, failedItem(noAnswer('timeout', 'ETIMEDOUT', 'a', 1))),
		0,
		'2 items: 2 got no answer (may be stored).',
	],
	[
		[
			failedItem(notSent({ kind: 'cancelled' })),
			failedItem(rateLimited(429, '', undefined)),
			failedItem(unauthorized(401, '')),
		],
		1000,
		'3 items: 1 not authorized, 1 rate limited, 1 not sent; 1,000 retried.',
	],
	[
		[
			failedItem(unavailable(500, '', undefined)),
			failedItem(noAnswer('timeout', 'ETIMEDOUT', 'a', 1)),
			failedItem(noAnswer('refused', 'ECONNREFUSED', 'a', 1)),
			failedItem(notGrowlytics(302, 'redirect', '')),
			failedItem(notGrowlytics(200, 'page', '')),
		],
		0,
		'5 items: 2 got no answer (1 of them may be stored), 3 got no good answer (2 of them may be stored).',
	],
])('%#', (outcomes, retried, sentence) => {
	expect(summarize(outcomes, retried, customerSubject)).toBe(sentence);
});
