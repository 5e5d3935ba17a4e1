/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: waits, and sends what fetch cannot */
import type { INodeParameters } from 'n8n-workflow';
import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type WorkflowJson, chain, node } from '../engine/workflow';
import { type StoredExecution, executionIds, finishedExecution } from './executions';
import { OWN_CONNECTION } from './rest';
import type { SharedN8n } from './sharedN8n';
import { callPublished } from './webhooks';
import { type CredentialChoice, activateWorkflow, createWorkflow } from './workflows';

const LIMIT_MS = 60_000;
const POLL_MS = 100;

/** A call, and what it led to. */
export interface CalledTrigger {
	status: number;
	text: string;
	/** The items that it gave to the workflow; undefined if it started none. */
	items: Array<Record<string, unknown>> | undefined;
	/** All that n8n keeps of what it started. */
	kept: string;
}

export interface Call {
	method?: string;
	headers?: Record<string, string>;
	body?: string | Buffer | FormData;
	/** What follows the address, with its question mark. */
	query?: string;
	/** Instead of a body: how long it is said to be. n8n refuses one that is too long before it reads it. */
	announcedBytes?: number;
}

/** A published workflow of a trigger and a node that does nothing. */
export interface TriggerWorkflow {
	url: string;
	call(call: Call): Promise<CalledTrigger>;
}

/** Growlytics Trigger, with the last part but one of its address; n8n makes one when a user adds the node. */
export function triggerNode(name: string, webhookId: string, parameters: INodeParameters = {}) {
	const type = { type: 'n8n-nodes-growlytics.growlyticsTrigger', typeVersion: 1 };
	return { ...node(type, name, parameters), webhookId };
}

/** Where a published workflow is called. */
export function triggerUrl({ url }: SharedN8n, webhookId: string): string {
	return `${url}/webhook/${webhookId}/webhook`;
}

/**
 * Publishes a workflow that begins with a trigger.
 *
 * @param sure a call that starts it: what a call before it has started, is listed once this one is
 */
export async function publishTrigger(
	n8n: SharedN8n,
	webhookId: string,
	parameters: INodeParameters,
	sure: Call,
	credentials: CredentialChoice = {},
): Promise<TriggerWorkflow> {
	const trigger = { ...triggerNode('Trigger', webhookId, parameters), credentials };
	const workflow: WorkflowJson = chain([trigger, node('noOp', 'Next')]);
	const stored = await createWorkflow(n8n.rest, workflow);
	await activateWorkflow(n8n.rest, stored);
	const url = triggerUrl(n8n, webhookId);
	await callPublished(url, { method: 'POST' });
	/** Kept, because n8n's list now and then leaves one out that is just ending. */
	const known = new Set<string>();
	return {
		url,
		call: async (call) => {
			const answer = await sendCall(url, call);
			const last = await sendCall(url, sure);
			if (last.status !== 200) throw new Error(`The sure call: ${last.status} ${last.text}`);
			const expected = answer.status === 200 ? 2 : 1;
			const started = await newExecutions(n8n, stored.id, known, expected);
			for (const { id } of started) known.add(id);
			if (started.length > 2) throw new Error(`${started.length} executions of two calls`);
			const execution = started.length === 2 ? started[0] : undefined;
			return {
				...answer,
				items: execution?.output('Trigger'),
				kept: execution?.text ?? '',
			};
		},
	};
}

/** Makes a call. */
export async function sendCall(
	url: string,
	{ query = '', headers, announcedBytes, ...call }: Call,
) {
	if (announcedBytes !== undefined)
		return await announce(`${url}${query}`, headers, announcedBytes);
	const response = await fetch(`${url}${query}`, {
		method: 'POST',
		...call,
		headers: { ...headers, ...OWN_CONNECTION },
	});
	return { status: response.status, text: await response.text() };
}

/** Begins a call and waits for the answer, which comes before the body was sent. */
async function announce(
	url: string,
	headers: Record<string, string> | undefined,
	bytes: number,
): Promise<{ status: number; text: string }> {
	return await new Promise((resolve, reject) => {
		const call = request(url, {
			method: 'POST',
			headers: { ...headers, 'content-length': String(bytes) },
		});
		call.on('error', reject);
		call.on('response', (response) => {
			resolve({ status: response.statusCode ?? 0, text: '' });
			call.destroy();
		});
		call.flushHeaders();
	});
}

/** Waits for the executions since then, the first one first. */
async function newExecutions(
	{ rest }: SharedN8n,
	workflowId: string,
	known: ReadonlySet<string>,
	expected: number,
): Promise<StoredExecution[]> {
	const deadline = performance.now() + LIMIT_MS;
	for (;;) {
		const ids = await executionIds(rest, workflowId);
		const added = ids
			.filter((id) => !known.has(id))
			.sort((one, other) => Number(one) - Number(other));
		if (added.length >= expected) {
			return await Promise.all(added.map(async (id) => await finishedExecution(rest, id)));
		}
		if (performance.now() > deadline) throw new Error(`${added.length} of ${expected} executions`);
		await wait(POLL_MS);
	}
}
