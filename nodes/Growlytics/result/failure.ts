/** What kept a customer from being created or updated. These values end up in users' workflows. */
export type Reason =
	| 'invalid'
	| 'refused'
	| 'unauthorized'
	| 'rateLimited'
	| 'unreachable'
	| 'notSent';

/** What is said about one attribute; `attribute` is empty where it is about the customer as a whole. */
export interface Detail {
	attribute: string;
	message: string;
	/** Whether it is about the Customer ID: an attribute can be called `id` too. */
	isAboutId?: boolean | undefined;
}

/** Why one customer was not created or updated: facts only. `wording.ts` turns them into the user's words. */
export abstract class Failure extends Error {
	abstract readonly reason: Reason;
	/** Growlytics' HTTP status, if there was an answer. */
	readonly status: number | undefined = undefined;
	/** Whether Growlytics may have stored the customer although nothing says so. */
	readonly mayBeStored: boolean = false;
}

/** The item never was a customer that Growlytics could accept. Nothing was sent; sending it again is useless. */
export class InvalidCustomer extends Failure {
	readonly reason = 'invalid';
	override readonly name = 'InvalidCustomer';

	/** `otherwise` is a further way out, which several problems may share. */
	constructor(readonly problems: ReadonlyArray<Detail & { fix: string; otherwise?: string }>) {
		super('Invalid customer');
	}
}

/** Growlytics understood the request and said no (4xx, or 200 without success). Sending it again is useless. */
export class Refused extends Failure {
	readonly reason = 'refused';
	override readonly name = 'Refused';

	constructor(
		override readonly status: number,
		readonly details: readonly Detail[],
	) {
		super(`Refused with status ${status}`);
	}
}

/** The API key is wrong or may not do this (401, 403): no other customer will get through either. */
export class Unauthorized extends Failure {
	readonly reason = 'unauthorized';
	override readonly name = 'Unauthorized';

	constructor(
		override readonly status: number,
		readonly text: string,
	) {
		super(`Unauthorized with status ${status}`);
	}
}

/** Too many requests (429). Sending it again later helps. */
export class RateLimited extends Failure {
	readonly reason = 'rateLimited';
	override readonly name = 'RateLimited';

	constructor(
		override readonly status: number,
		readonly text: string,
		/** How long the server asked to wait, if it said so. */
		readonly retryAfterMs: number | undefined,
	) {
		super(`Rate limited with status ${status}`);
	}
}

/** Growlytics answered, but could not do its work (408, 5xx). Sending it again later may help. */
export class Unavailable extends Failure {
	readonly reason = 'unreachable';
	override readonly mayBeStored = true;
	override readonly name = 'Unavailable';

	constructor(
		override readonly status: number,
		readonly text: string,
		readonly retryAfterMs: number | undefined,
	) {
		super(`Unavailable with status ${status}`);
	}
}

/** Something answered, but not as Growlytics does: a redirect, a web page, an empty 200. */
export class NotGrowlytics extends Failure {
	readonly reason = 'unreachable';
	override readonly mayBeStored: boolean;
	override readonly name = 'NotGrowlytics';

	constructor(
		override readonly status: number,
		readonly answered: 'redirect' | 'page' | 'nothing' | 'other',
		readonly text: string,
	) {
		super(`Unexpected answer with status ${status}`);
		this.mayBeStored = answered !== 'redirect';
	}
}

/** How a request can go without an answer. */
export type ConnectionFault =
	| 'timeout'
	| 'refused'
	| 'unknownHost'
	| 'unreachable'
	| 'insecure'
	| 'broken'
	| 'certificate'
	| 'blocked'
	| 'cancelled';

/** The faults after which the request can have reached Growlytics. */
const LATE_FAULTS: readonly ConnectionFault[] = ['timeout', 'broken', 'cancelled'];

/** There was no answer. */
export class NoAnswer extends Failure {
	readonly reason = 'unreachable';
	override readonly mayBeStored: boolean;
	override readonly name = 'NoAnswer';

	constructor(
		readonly fault: ConnectionFault,
		/** What the network layer called it, e.g. ECONNRESET. */
		readonly code: string,
		readonly host: string,
		readonly timeoutMs: number,
	) {
		super(`No answer: ${code}`);
		this.mayBeStored = LATE_FAULTS.includes(fault);
	}
}

/** The credential, or an option that holds for the whole run, cannot be used, so nothing was sent. */
export class InvalidSetup extends Failure {
	readonly reason = 'notSent';
	override readonly name = 'InvalidSetup';

	constructor(
		readonly problem: string,
		readonly fix: string,
		/** For somebody who is in the credential's form. */
		readonly fixInForm = fix,
	) {
		super('Invalid setup');
	}
}

/** Why a run ended before it came to an item. */
export type RunEnd =
	/** A failure that no other customer could get around, or the first one in a run that stops there. */
	| { kind: 'failure'; failure: SentFailure }
	/** Nothing got through for so long that there was no point in going on. */
	| { kind: 'serviceDown'; failure: SentFailure; failingForMs: number }
	/** Growlytics asked for a longer pause than a run sits out; milliseconds since 1970. */
	| { kind: 'tryLater'; failure: SentFailure; tryAgainAt: number }
	/** Another item did not pass the checks, in a run that stops there. */
	| { kind: 'checksFailed' }
	| { kind: 'cancelled' };

/** The run ended before this customer's turn: nothing was sent of it. */
export class NotSent extends Failure {
	readonly reason = 'notSent';
	override readonly name = 'NotSent';

	constructor(readonly end: RunEnd) {
		super(`Not sent: ${end.kind}`);
	}
}

/** What can come of sending a customer. */
export type SentFailure =
	| Refused
	| Unauthorized
	| RateLimited
	| Unavailable
	| NotGrowlytics
	| NoAnswer;

/** Every failure there is, so that the compiler sees that each has its words. */
export type AnyFailure = InvalidCustomer | InvalidSetup | NotSent | SentFailure;
