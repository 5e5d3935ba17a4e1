import type { NodeApiError } from 'n8n-workflow';

import type { ConnectionFault } from './connectionFault';
import { CONNECTION_FAULTS } from './connectionFault';
import type { Problem, Remark } from './remark';

/** What kept an item from getting through. These values end up in users' workflows. */
export type Reason =
	| 'invalid'
	| 'refused'
	| 'unauthorized'
	| 'rateLimited'
	| 'unreachable'
	| 'notSent';

/** The item never was anything that Growlytics could accept. Nothing was sent; sending it again is useless. */
export interface InvalidInput {
	kind: 'invalid';
	problems: readonly Problem[];
}

/** The credential, or something that holds for the whole run, cannot be used, so nothing was sent. */
export interface InvalidSetup {
	kind: 'setup';
	problem: string;
	fix: string;
	/** For somebody who is in the credential's form; `fix` by default. */
	fixInForm?: string;
}

/** Growlytics understood the request and said no (4xx, or 200 without success). Sending it again is useless. */
export interface Refused {
	kind: 'refused';
	status: number;
	details: readonly Remark[];
}

/** The API key is wrong or may not do this (401, 403): nothing else will get through either. */
export interface Unauthorized {
	kind: 'unauthorized';
	status: number;
	text: string;
}

/** Too many requests (429). Sending it again later helps. */
export interface RateLimited {
	kind: 'rateLimited';
	status: number;
	text: string;
	/** How long the server asked to wait, if it said so. */
	retryAfterMs: number | undefined;
}

/** Growlytics answered, but could not do its work (408, 5xx). Sending it again later may help. */
export interface Unavailable {
	kind: 'unavailable';
	status: number;
	text: string;
	retryAfterMs: number | undefined;
}

/** Something answered, but not as Growlytics does: a redirect, a firewall's web page, an empty 200. */
export interface NotGrowlytics {
	kind: 'notGrowlytics';
	status: number;
	answered: 'redirect' | 'page' | 'nothing' | 'other';
	text: string;
}

/** There was no answer. */
export interface NoAnswer {
	kind: 'noAnswer';
	fault: ConnectionFault;
	/** What the network layer called it, e.g. ECONNRESET. */
	code: string;
	host: string;
	timeoutMs: number;
}

/** The run ended before this item's turn: nothing was sent of it. */
export interface NotSent {
	kind: 'notSent';
	end: RunEnd;
}

/** Why a run ended before it came to an item. */
export type RunEnd =
	/** A failure that no other item could get around, or the first one in a run that stops there. */
	| { kind: 'failure'; failure: SentFailure }
	/** Nothing got through for so long that there was no point in going on. */
	| { kind: 'serviceDown'; failure: SentFailure; failingForMs: number }
	/** Growlytics asked for a longer pause than a run sits out; milliseconds since 1970. */
	| { kind: 'tryLater'; failure: SentFailure; tryAgainAt: number }
	/** Another item did not pass the checks, in a run that stops there. */
	| { kind: 'checksFailed' }
	| { kind: 'cancelled' };

/** What can come of a request. */
export type SentFailure =
	| Refused
	| Unauthorized
	| RateLimited
	| Unavailable
	| NotGrowlytics
	| NoAnswer;

/** Why one item did not get through: facts only. `explanation.ts` has the user's words for them. */
export type Failure = InvalidInput | InvalidSetup | NotSent | SentFailure;

/** What is the same for all failures of a kind. */
interface KindFacts {
	reason: Reason;
	/** What n8n calls it; n8n before 2.40 ignores it. */
	n8nCause?: NonNullable<NodeApiError['failure']>['cause'];
}

const KINDS: Readonly<Record<Failure['kind'], KindFacts>> = {
	invalid: { reason: 'invalid' },
	setup: { reason: 'notSent', n8nCause: 'configuration-invalid' },
	refused: { reason: 'refused' },
	unauthorized: { reason: 'unauthorized', n8nCause: 'credential-invalid' },
	rateLimited: { reason: 'rateLimited', n8nCause: 'rate-limited' },
	unavailable: { reason: 'unreachable', n8nCause: 'temporarily-unavailable' },
	notGrowlytics: { reason: 'unreachable' },
	noAnswer: { reason: 'unreachable', n8nCause: 'temporarily-unavailable' },
	notSent: { reason: 'notSent' },
};

/** What is the same for all failures of the kind of this one. */
export function factsOf({ kind }: Failure): KindFacts {
	return KINDS[kind];
}

/** @returns whether nothing was asked of Growlytics */
export function isBeforeSending(failure: Failure): boolean {
	const { reason } = factsOf(failure);
	return reason === 'invalid' || reason === 'notSent';
}

/** @returns whether Growlytics may have stored what was sent although nothing says so */
export function mayBeStored(failure: Failure): boolean {
	if (failure.kind === 'noAnswer') return CONNECTION_FAULTS[failure.fault].mayHaveArrived;
	if (failure.kind === 'notGrowlytics') return failure.status < 300;
	return failure.kind === 'unavailable';
}

/** @returns whether every item would fail so if the address were wrong. A firewall's 403 is about one item. */
export function isAboutAddress(failure: Failure): boolean {
	if (failure.kind === 'refused') return failure.status === 404 || failure.status === 405;
	return failure.kind === 'notGrowlytics' && failure.status < 400;
}

/** @returns Growlytics' HTTP status, if there was an answer */
export function statusOf(failure: Failure): number | undefined {
	return 'status' in failure ? failure.status : undefined;
}
