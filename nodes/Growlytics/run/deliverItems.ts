import type { IExecuteFunctions } from 'n8n-workflow';

import { createSystemClock } from '../delivery/clock';
import { deliver } from '../delivery/deliver';
import type { DeliveryEnd, TaskOutcome } from '../delivery/job';
import type { NotSent, RunEnd, SentFailure } from '../result/failure';
import { isAboutItem, mayBeStored } from '../result/failure';
import type { ItemOutcome } from '../result/itemOutcome';
import type { Remark } from '../result/remark';
import type { Connection } from '../transport/connection';
import { send } from '../transport/send';
import type { Operation, ReadyItem } from './operation';
import type { DeliveryOptions } from '../panel/deliveryOptions';
import type { OptionValues } from '../panel/option';
import type { unsureOptions } from '../panel/unsureOptions';
import type { DeliveryResult } from './runResult';
import { createJudge } from './verdict';

/** What all items of a run share. */
export interface RunSetup {
	context: IExecuteFunctions;
	operation: Operation;
	connection: Connection;
	options: DeliveryOptions & OptionValues<typeof unsureOptions>;
}

/** An item that can be sent, with its place in the input. */
export interface PlacedItem extends ReadyItem {
	itemIndex: number;
}

/** Sends items to Growlytics, many at once, those of one key in their order. One outcome for each, in their order. */
export async function deliverItems(
	{ context, operation, connection, options }: RunSetup,
	ready: readonly PlacedItem[],
): Promise<DeliveryResult> {
	const judge = createJudge(operation.isRepeatable || options.retryUnsure);
	/** Items of which an attempt may have been stored although nothing said so. */
	const inDoubt = new Set<PlacedItem>();
	const signal = context.getExecutionCancelSignal();
	const { outcomes, cause, retried } = await deliver({
		tasks: ready,
		keyOf: ({ key }) => key,
		attempt: async (item) => {
			const answer = await send(context, connection, item.request, options.timeout);
			const failure = 'failure' in answer ? answer.failure : undefined;
			judge.note(failure);
			if ('taken' in answer) return { done: answer.taken };
			// What is gone after an attempt that may have been carried out, was taken away by it.
			if (isAboutItem(answer.failure) && inDoubt.has(item)) return { done: {} };
			if (mayBeStored(answer.failure)) inDoubt.add(item);
			return { failed: answer.failure };
		},
		classify: judge.verdictOn,
		settings: { ...options, stopAtFailure: !context.continueOnFail() },
		signal,
		clock: createSystemClock(),
	});
	const endedBy = cause && 'taskIndex' in cause ? ready[cause.taskIndex] : undefined;
	const notSent: NotSent | undefined = cause && { kind: 'notSent', end: endOf(cause) };
	return {
		outcomes: ready.map((one, index) => {
			const isDoubled = !operation.isRepeatable && inDoubt.has(one);
			const item = isDoubled ? { ...one, warnings: [...one.warnings, PERHAPS_TWICE] } : one;
			return toItemOutcome(item, outcomes[index], notSent);
		}),
		retried,
		wasCancelled: signal?.aborted === true,
		endedByItem: endedBy?.itemIndex,
	};
}

/** Said of what got through after an attempt that may have got through, too. */
const PERHAPS_TWICE: Remark = {
	attribute: '',
	message: 'It was sent again when it was not sure, so Growlytics may count it twice.',
};

/** @param notSent what is said of those that the run did not come to, if it ended early */
function toItemOutcome(
	{ itemIndex, id, title, output, warnings }: PlacedItem,
	delivered: TaskOutcome<Record<string, unknown>, SentFailure> | undefined,
	notSent: NotSent | undefined,
): ItemOutcome {
	if (delivered && 'done' in delivered) {
		return { itemIndex, id, output, answer: delivered.done, warnings };
	}
	const sent = delivered && 'failed' in delivered ? delivered : undefined;
	const failure = sent?.failed ?? notSent;
	if (failure === undefined) throw new RangeError(`Item ${itemIndex} has no outcome`);
	return {
		itemIndex,
		id,
		title,
		failure,
		mayBeStored: sent !== undefined && isInDoubt(sent.failed, sent.earlier),
		isGivenUp: sent?.givenUp !== undefined,
	};
}

/** A refusal speaks for the attempts before it too: they sent the same. */
function isInDoubt(failed: SentFailure, earlier: readonly SentFailure[]): boolean {
	if (failed.kind === 'refused') return false;
	return [failed, ...earlier].some(mayBeStored);
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
