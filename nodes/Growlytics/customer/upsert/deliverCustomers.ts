import type { IExecuteFunctions } from 'n8n-workflow';

import type { Customer } from '../../attributes/customerSchema';
import type { Warning } from '../../attributes/problem';
import { createSystemClock } from '../../delivery/clock';
import { deliver } from '../../delivery/deliver';
import type { Cause, Outcome as Delivered } from '../../delivery/outcome';
import type { RunEnd, SentFailure } from '../../result/failure';
import { NotSent } from '../../result/failure';
import type { Outcome } from '../../result/items';
import type { Connection } from '../../transport/connection';
import { sendCustomer } from '../../transport/sendCustomer';
import type { RunOptions } from './readOptions';
import { verdictOf } from './verdict';

/** What all items of a run share. */
export interface Run {
	context: IExecuteFunctions;
	connection: Connection;
	options: RunOptions;
}

/** An item that is ready to be sent. */
export interface Ready {
	itemIndex: number;
	customer: Customer;
	warnings: Warning[];
}

export interface DeliveredCustomers {
	/** One for each customer, in their order. */
	outcomes: Outcome[];
	/** How many requests were sent again. */
	retried: number;
	wasCancelled: boolean;
}

/** Sends customers to Growlytics, many at once, those with the same id in their order. */
export async function deliverCustomers(
	{ context, connection, options }: Run,
	ready: readonly Ready[],
): Promise<DeliveredCustomers> {
	const { outcomes, cause, retried } = await deliver({
		tasks: ready,
		keyOf: ({ customer }) => customer.id.toLowerCase(),
		attempt: async ({ customer }) => {
			const answer = await sendCustomer(context, connection, customer, options.timeout);
			return 'failure' in answer ? { failed: answer.failure } : { done: answer.stored };
		},
		classify: verdictOf,
		settings: { ...options, stopAtFailure: !context.continueOnFail() },
		signal: context.getExecutionCancelSignal(),
		clock: createSystemClock(),
	});
	return {
		outcomes: ready.map((one, index) => toOutcome(one, outcomes[index])),
		retried,
		wasCancelled: cause?.kind === 'cancelled',
	};
}

function toOutcome(
	{ itemIndex, customer, warnings }: Ready,
	delivered: Delivered<Record<string, unknown>, SentFailure> | undefined,
): Outcome {
	if (delivered === undefined) throw new RangeError(`Item ${itemIndex} has no outcome`);
	if ('done' in delivered) return { itemIndex, customer, stored: delivered.done, warnings };
	const failure = 'failed' in delivered ? delivered.failed : new NotSent(endOf(delivered.notSent));
	return { itemIndex, customerId: customer.id, failure };
}

function endOf(cause: Cause<SentFailure>): RunEnd {
	switch (cause.kind) {
		case 'cancelled':
			return { kind: 'cancelled' };
		case 'endedByFailure':
		case 'stoppedAtFailure':
			return { kind: 'failure', failure: cause.failed };
		case 'serviceDown':
			return { kind: 'serviceDown', failure: cause.failed, failingForMs: cause.failingForMs };
		case 'tryLater':
			return { kind: 'tryLater', failure: cause.failed, tryAgainAt: cause.tryAgainAt };
	}
}
