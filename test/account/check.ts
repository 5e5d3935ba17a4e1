/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a tool, never shipped: waits between requests */
import { setTimeout as wait } from 'node:timers/promises';
import type { Answered, Surprise } from './answered';
import { explain } from './answered';
import type { Names } from './names';
import type { Target } from './post';
import { post } from './post';
import type { Leavings, Probe } from './probe';
import { leftBy } from './probe';
import type { Question } from './questions';

/** Whether the answer agrees with the assumption; `look`: only the dashboard can tell; `-`: it settles nothing. */
export type Agreement = 'yes' | 'no' | 'look' | '-';

/** What was found out about a question. */
export interface Row {
	question: Question;
	answered: string;
	agrees: Agreement;
	/** What to look at in the dashboard, if there is anything. */
	lookAt: string | undefined;
}

/** What a check has found, to its end or until it was ended. */
export interface Findings {
	rows: Row[];
	/** How many requests were made. */
	sent: number;
	/** What those left that were taken. */
	left: Leavings;
	/** What the last one may have left, as nothing tells whether it was taken. */
	mayBeLeft: Leavings;
	/** Why it ended early. */
	end?: { isInterrupted: boolean; why: string };
}

/** How a check goes about it. */
export interface Manner extends Target {
	/** Before each request but the first. */
	pauseMs: number;
	interrupted: AbortSignal;
	/** Called before each request. */
	onRequest: (question: Question) => void;
}

const INTERRUPTED = { isInterrupted: true, why: 'it was interrupted.' };

/**
 * Asks the questions one after the other, with a pause between them, until the last or until something is not as it
 * should be. Never throws.
 */
export async function check(
	questions: readonly Question[],
	names: Names,
	manner: Manner,
): Promise<Findings> {
	const rows: Row[] = [];
	const taken: Probe[] = [];
	const unsure: Probe[] = [];
	let sent = 0;
	const findings = (end?: Findings['end']): Findings => ({
		rows,
		sent,
		left: leftBy(taken),
		mayBeLeft: leftBy(unsure),
		...(end && { end }),
	});
	for (const question of questions) {
		const lookAt = question.lookAt?.(names);
		const probe = question.probe?.(names);
		if (probe === undefined) {
			rows.push({ question, answered: 'no answer shows it', agrees: 'look', lookAt });
			continue;
		}
		if (sent > 0) await pause(manner);
		if (manner.interrupted.aborted) return findings(INTERRUPTED);
		manner.onRequest(question);
		sent += 1;
		const answer = await post(manner, probe, manner.interrupted);
		const isTaken = answer !== undefined && 'outcome' in answer && answer.outcome === 'taken';
		if (isTaken) taken.push(probe);
		if (answer === undefined || ('why' in answer && answer.mayBeTaken)) unsure.push(probe);
		if (answer === undefined) return findings(INTERRUPTED);
		const agrees = judge(question, probe, answer, rows);
		const looked = isTaken ? lookAt : undefined;
		rows.push({ question, answered: answer.said, agrees, lookAt: looked });
		const why = whyToEnd(question, probe, answer, agrees);
		if (why !== undefined) return findings({ isInterrupted: false, why });
	}
	return findings();
}

async function pause({ pauseMs, interrupted }: Manner): Promise<void> {
	await wait(pauseMs, undefined, { signal: interrupted }).catch(() => undefined);
}

function isOwnKeyRefused({ key }: Probe, { outcome }: Answered): boolean {
	return key === 'own' && outcome === 'unauthorized';
}

function judge(
	question: Question,
	probe: Probe,
	answer: Answered | Surprise,
	earlier: readonly Row[],
): Agreement {
	if ('why' in answer || isOwnKeyRefused(probe, answer)) return '-';
	const base = earlier.find(({ question: { id } }) => id === question.restsOn);
	if (base !== undefined && base.agrees !== 'yes') return 'look';
	const isExpected =
		question.expects.some((one) => one === answer.outcome || one === answer.status) &&
		(question.isAsAssumed?.(answer.body) ?? true);
	if (!isExpected) return question.ifNot ?? 'no';
	return question.isForDashboard ? 'look' : 'yes';
}

function whyToEnd(
	{ isEssential }: Question,
	probe: Probe,
	answer: Answered | Surprise,
	agrees: Agreement,
): string | undefined {
	if ('why' in answer) return answer.why;
	if (isOwnKeyRefused(probe, answer)) {
		return explain({ kind: 'unauthorized', status: answer.status, text: '' });
	}
	if (isEssential && agrees !== 'yes') {
		return 'Growlytics did not take a plain customer, so nothing more can be learnt.';
	}
	return undefined;
}
