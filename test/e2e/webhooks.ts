/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: waits */
import { setTimeout as wait } from 'node:timers/promises';
import { OWN_CONNECTION } from './rest';

const LIMIT_MS = 20_000;
const POLL_MS = 100;

interface PublishedCall {
	method?: string;
	headers?: Record<string, string>;
	body?: string | FormData;
}

/**
 * Calls a webhook or a form of a workflow that was just published: n8n registers it a little later.
 *
 * @returns the answer, that of n8n to an unknown address too once twenty seconds have passed
 */
export async function callPublished(url: string, init: PublishedCall = {}): Promise<Response> {
	const deadline = performance.now() + LIMIT_MS;
	for (;;) {
		const headers = { ...init.headers, ...OWN_CONNECTION };
		const response = await fetch(url, { ...init, headers });
		if (response.status !== 404 || performance.now() > deadline) return response;
		await wait(POLL_MS);
	}
}

/** Sends JSON to a production webhook. */
export async function postToWebhook(n8nUrl: string, path: string, body: object): Promise<Response> {
	return await callPublished(`${n8nUrl}/webhook/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
}
