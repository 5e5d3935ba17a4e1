import type { IDataObject } from 'n8n-workflow';

/** A call as n8n has read it. */
export interface ReceivedCall {
	/** By their names in lower case. */
	headers: Readonly<Record<string, unknown>>;
	/** What n8n made of the body: of JSON or a form what it holds, of plain text the text, else nothing. */
	body: unknown;
	query: Readonly<Record<string, unknown>>;
	/** Milliseconds since 1970. */
	arrivedAt: number;
}

/** Why a call starts nothing. */
export interface Refusal {
	status: 400 | 401 | 403;
	/** A sentence for whoever has set up the other side; it names no secret. */
	message: string;
}

/** What a call gives to the workflow, or why it starts nothing. */
export type Received = { json: IDataObject } | { refusal: Refusal };

/** A call that is not what the trigger waits for. */
export function notWhatIsAwaited(message: string): Received {
	return { refusal: { status: 400, message } };
}
