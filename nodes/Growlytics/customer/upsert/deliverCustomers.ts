import type { IExecuteFunctions } from 'n8n-workflow';

import type { Customer } from '../../attributes/customerSchema';
import type { Warning } from '../../attributes/problem';
import { createSystemClock } from '../../delivery/clock';
import { deliver } from '../../delivery/deliver';
import type { DeliveryEnd, TaskOutcome } from '../../delivery/job';
import type { RunEnd, SentFailure } from '../../result/failure';
import { NotSent } from '../../result/failure';
import type { Outcome } from '../../result/items';
import type { Connection } from '../../transport/connection';
import { sendCustomer } from '../../transport/sendCustomer';
import type { RunOptions } from './readOptions';
import type { RunResult } from './runResult';
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

/** As RunResult has it; one outcome for each customer, in their order. */
type DeliveredCustomers = Omit<RunResult, 'types'>;

/** Sends customers to Growlytics, many at once, those with the same id in their order. */
export async function deliverCustomers(
	{ context, connection, options }: Run,
	ready: readonly Ready[],
): Promise<DeliveredCustomers> {
	const signal = context.getExecutionCancelSignal();
	const { outcomes, cause, retried } = await deliver({
		tasks: ready,
		keyOf: ({ customer }) => customer.id.toLowerCase(),
		attempt: async ({ customer }) => {
			const answer = await sendCustomer(context, connection, customer, options.timeout);
			return 'failure' in answer ? { failed: answer.failure } : { done: answer.stored };
		},
		classify: verdictOf,
		settings: { ...options, stopAtFailure: !context.continueOnFail() },
		signal,
		clock: createSystemClock(),
	});
	const endedBy = cause && 'taskIndex' in cause ? ready[cause.taskIndex] : undefined;
	const notSent = cause && new NotSent(endOf(cause));
	return {
		outcomes: ready.map((one, index) => toOutcome(one, outcomes[index], notSent)),
		retried,
		wasCancelled: signal?.aborted === true,
		endedByItem: endedBy?.itemIndex,
	};
}

/** @param notSent what is said of those that the run did not come to, if it ended early */
function toOutcome(
	{ itemIndex, customer, warnings }: Ready,
	delivered: TaskOutcome<Record<string, unknown>, SentFailure> | undefined,
	notSent: NotSent | undefined,
): Outcome {
	if (delivered && 'done' in delivered) {
		return { itemIndex, customer, stored: delivered.done, warnings };
	}
	const sent = delivered && 'failed' in delivered ? delivered : undefined;
	const failure = sent?.failed ?? notSent;
	if (failure === undefined) throw new RangeError(`Item ${itemIndex} has no outcome`);
	return {
		itemIndex,
		customerId: customer.id,
		failure,
		mayBeStored: sent !== undefined && mayBeStored(sent.failed, sent.earlier),
		isGivenUp: sent?.givenUp !== undefined,
	};
}

/** A refusal speaks for the attempts before it too: they sent the same. */
function mayBeStored(failed: SentFailure, earlier: readonly SentFailure[]): boolean {
	if (failed.name === 'Refused') return failed.mayBeStored;
	return [failed, ...earlier].some((one) => one.mayBeStored);
}

function endOf(cause: DeliveryEnd<SentFailure>): RunEnd {
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
