import type { ConnectionFault } from '../../nodes/Growlytics/result/connectionFault';
import type {
	InvalidInput,
	InvalidSetup,
	NoAnswer,
	NotGrowlytics,
	NotSent,
	RateLimited,
	Refused,
	RunEnd,
	Unauthorized,
	Unavailable,
} from '../../nodes/Growlytics/result/failure';

/** Failures in few words, for tables of cases. */
export const invalid = (problems: InvalidInput['problems']): InvalidInput => ({
	kind: 'invalid',
	problems,
});

export const setup = (problem: string, fix: string, fixInForm?: string): InvalidSetup => ({
	kind: 'setup',
	problem,
	fix,
	...(fixInForm === undefined ? {} : { fixInForm }),
});

export const refused = (status: number, details: Refused['details']): Refused => ({
	kind: 'refused',
	status,
	details,
});

export const unauthorized = (status: number, text: string): Unauthorized => ({
	kind: 'unauthorized',
	status,
	text,
});

export const rateLimited = (
	status: number,
	text: string,
	retryAfterMs: number | undefined,
): RateLimited => ({ kind: 'rateLimited', status, text, retryAfterMs });

export const unavailable = (
	status: number,
	text: string,
	retryAfterMs: number | undefined,
): Unavailable => ({ kind: 'unavailable', status, text, retryAfterMs });

export const notGrowlytics = (
	status: number,
	answered: NotGrowlytics['answered'],
	text: string,
): NotGrowlytics => ({ kind: 'notGrowlytics', status, answered, text });

export const noAnswer = (
	fault: ConnectionFault,
	code: string,
	host: string,
	timeoutMs: number,
): NoAnswer => ({ kind: 'noAnswer', fault, code, host, timeoutMs });

export const notSent = (end: RunEnd): NotSent => ({ kind: 'notSent', end });
