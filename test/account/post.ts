import { KEY_HEADER } from '../../nodes/Growlytics/transport/authenticate';
import { readNoAnswer } from '../../nodes/Growlytics/transport/noAnswer';
import type { Answered, Surprise } from './answered';
import { readAnswered, surprise } from './answered';
import type { Probe } from './probe';

/** Where a check goes, and how long it waits. */
export interface Target {
	/** Without a trailing slash. */
	address: string;
	key: string;
	timeoutMs: number;
}

/** No key has these words. */
const MADE_UP = 'n8n-check-this-is-no-key';

/** Far more than an API says; a larger answer is not read to its end. */
const MAX_ANSWER_BYTES = 256 * 1024;

/**
 * Makes one request, once, and follows no redirect.
 *
 * @param interrupted ends the request
 * @returns undefined if it was interrupted
 */
export async function post(
	{ address, key, timeoutMs }: Target,
	probe: Probe,
	interrupted: AbortSignal,
): Promise<Answered | Surprise | undefined> {
	const { method, path, body } = probe.request;
	const timeout = AbortSignal.timeout(timeoutMs);
	try {
		const response = await fetch(address + path, {
			method,
			redirect: 'manual',
			signal: AbortSignal.any([timeout, interrupted]),
			headers: {
				Accept: 'application/json',
				'Content-Type': 'application/json',
				[KEY_HEADER]: probe.key === 'own' ? key : MADE_UP,
			},
			body: JSON.stringify(body),
		});
		const text = await readText(response);
		const { status: statusCode } = response;
		if (text === undefined) {
			const why = `the answer is larger than Growlytics' own can be (HTTP ${statusCode}).`;
			return {
				why,
				mayBeTaken: true,
				said: `HTTP ${statusCode}, and more than ${MAX_ANSWER_BYTES} bytes`,
			};
		}
		const headers = Object.fromEntries(response.headers);
		return readAnswered({ statusCode, headers, text }, probe.request, key);
	} catch (thrown) {
		if (interrupted.aborted) return undefined;
		const cause = timeout.aborted ? { code: 'ETIMEDOUT' } : thrown;
		return surprise(readNoAnswer(cause, address + path, timeoutMs), 'no answer');
	}
}

/** @returns undefined if there is more than anybody reads: what was cut could end in a part of the key */
async function readText({ body }: Response): Promise<string | undefined> {
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of body ?? []) {
		bytes += chunk.length;
		if (bytes > MAX_ANSWER_BYTES) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString();
}
