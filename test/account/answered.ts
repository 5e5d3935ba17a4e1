import { CONNECTION_FAULTS } from '../../nodes/Growlytics/result/connectionFault';
import type { SentFailure } from '../../nodes/Growlytics/result/failure';
import { shorten } from '../../nodes/Growlytics/shorten';
import { readAnswer } from '../../nodes/Growlytics/transport/answer';
import { redact } from '../../nodes/Growlytics/transport/redact';
import type { FullResponse } from '../../nodes/Growlytics/transport/schemas';
import type { ApiRequest } from '../../nodes/Growlytics/transport/send';
import type { Outcome } from './questions';

/** An answer that settles something. */
export interface Answered {
	outcome: Outcome;
	status: number;
	/** As JSON, where it is. */
	body: unknown;
	/** Safe to show: status and shortened body, without the key. */
	said: string;
}

type Surprising = Exclude<SentFailure, { kind: 'refused' }>;

/** What nobody asked for: no more is to be sent. */
export interface Surprise {
	why: string;
	/** Whether what was sent can have been taken all the same. */
	mayBeTaken: boolean;
	said: string;
}

const MAX_CHARACTERS = 300;

/** Text of a server in one line, shortened, without the key and without what could move a terminal's cursor. */
export function safeText(text: string, key: string): string {
	const line = redact(text, key).replace(/\s+/g, ' ').trim();
	return shorten(line.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '�'), MAX_CHARACTERS);
}

/**
 * Reads an answer with the node's own code.
 *
 * @param text the body as it came
 */
export function readAnswered(
	{ statusCode, headers, text }: Omit<FullResponse, 'body'> & { text: string },
	request: ApiRequest,
	key: string,
): Answered | Surprise {
	const body = parse(text);
	const answer = readAnswer({ statusCode, headers, body }, { ...request, apiKey: key });
	const location = typeof headers.location === 'string' ? ` to ${headers.location}` : '';
	const said = safeText(`HTTP ${statusCode}${location} ${text}`, key);
	if ('taken' in answer) return { outcome: 'taken', status: statusCode, body, said };
	const { failure } = answer;
	if (failure.kind === 'refused' || failure.kind === 'unauthorized') {
		return { outcome: failure.kind, status: statusCode, body, said };
	}
	return surprise(failure, said);
}

/** @param said what there is to show of the answer */
export function surprise(failure: Surprising, said: string): Surprise {
	return { why: explain(failure), mayBeTaken: mayBeTaken(failure), said };
}

function mayBeTaken(failure: Surprising): boolean {
	if (failure.kind === 'noAnswer') return CONNECTION_FAULTS[failure.fault].mayHaveArrived;
	return failure.kind === 'unavailable' || failure.kind === 'notGrowlytics';
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

const STRANGERS = {
	page: "a web page answered, not Growlytics' API",
	redirect: 'the address redirects elsewhere, where the key does not go',
	nothing: 'the answer was empty',
	other: 'the answer does not say whether it was taken',
} as const;

/** In words that follow "The check ended early:". */
export function explain(failure: Surprising): string {
	switch (failure.kind) {
		case 'unauthorized':
			return `Growlytics did not accept the API key (HTTP ${failure.status}). Copy it again, in Growlytics: Settings > API Keys.`;
		case 'rateLimited':
			return `Growlytics is getting too many requests (HTTP 429).${whenAgain(failure.retryAfterMs)}`;
		case 'unavailable':
			return `Growlytics could not handle the request (HTTP ${failure.status}).`;
		case 'notGrowlytics':
			return `${STRANGERS[failure.answered]} (HTTP ${failure.status}).`;
		case 'noAnswer':
			return `${failure.host} ${CONNECTION_FAULTS[failure.fault].did} (${failure.code}).`;
	}
}

function whenAgain(retryAfterMs: number | undefined): string {
	if (retryAfterMs === undefined) return ' Run it again later.';
	return ` Run it again in ${Math.ceil(retryAfterMs / 1000)} s.`;
}
