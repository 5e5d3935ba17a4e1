/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: waits */
import { parse } from 'flatted';
import { UserError } from 'n8n-workflow';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Rest } from './rest';

const POLL_MS = 100;
const LIMIT_MS = 120_000;
const RUNNING = ['new', 'running', 'waiting', 'unknown'];

/** n8n 1.123 says that an execution has ended a little before it stores its data; a crashed one may have none. */
const NO_DATA = '[]';
const DATA_LIMIT_MS = 5000;

const storedSchema = z.object({ id: z.string(), status: z.string(), data: z.string() });
const listSchema = z.object({
	results: z.array(z.object({ id: z.string(), status: z.string(), mode: z.string() })),
});

const itemSchema = z.object({ json: z.record(z.unknown()) }).passthrough();
const outputsSchema = z.array(z.array(itemSchema).nullable());
const hintSchema = z.object({ message: z.string() }).passthrough();
const errorSchema = z.object({ message: z.string() }).passthrough();
const runSchema = z
	.object({
		data: z.object({ main: outputsSchema.optional() }).passthrough().optional(),
		hints: z.array(hintSchema).optional(),
		error: errorSchema.optional(),
	})
	.passthrough();
const resultSchema = z
	.object({ runData: z.record(z.array(runSchema)).default({}), error: errorSchema.optional() })
	.passthrough();
const dataSchema = z.object({ resultData: resultSchema }).default({ resultData: {} });

/** An execution as n8n has stored it. */
export class StoredExecution {
	private readonly runData;
	readonly error: string | undefined;

	constructor(
		readonly id: string,
		/** `success`, `error`, `canceled`, `crashed` ... */
		readonly status: string,
		/** All that n8n keeps of the execution, as it keeps it. */
		readonly text: string,
	) {
		const { resultData } = dataSchema.parse(parse(text));
		this.runData = resultData.runData;
		this.error = resultData.error?.message;
	}

	/** The items a node gave, of all its runs, on one of its outputs. */
	output(node: string, output = 0): Array<Record<string, unknown>> {
		return (this.runData[node] ?? [])
			.flatMap(({ data }) => data?.main?.[output] ?? [])
			.map(({ json }) => json);
	}

	/** The notices above a node's output. */
	hints(node: string): string[] {
		return (this.runData[node] ?? []).flatMap(({ hints = [] }) =>
			hints.map(({ message }) => message),
		);
	}
}

/**
 * Waits for the end of an execution.
 *
 * @throws UserError when it has not ended within two minutes
 */
export async function finishedExecution(rest: Rest, id: string): Promise<StoredExecution> {
	const deadline = performance.now() + LIMIT_MS;
	let endSeenAt: number | undefined;
	for (;;) {
		const { status, data } = await rest.call('GET', `/executions/${id}`, storedSchema);
		const now = performance.now();
		if (!RUNNING.includes(status)) {
			endSeenAt ??= now;
			const isComplete = data !== NO_DATA || now - endSeenAt > DATA_LIMIT_MS;
			if (isComplete) return new StoredExecution(id, status, data);
		}
		if (now > deadline) throw new UserError(`Execution ${id} is still ${status}`);
		await wait(POLL_MS);
	}
}

/** Ids of the executions of a workflow, the latest first. */
export async function executionIds(rest: Rest, workflowId: string): Promise<string[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const { results } = await rest.call('GET', `/executions?filter=${filter}&limit=100`, listSchema);
	// n8n asks for those that run and those that have ended one after the other: what ends in between is in both.
	return [...new Set(results.map(({ id }) => id))];
}

/** Waits until a workflow has been run by its trigger and has ended. */
export async function latestExecution(rest: Rest, workflowId: string): Promise<StoredExecution> {
	const deadline = performance.now() + LIMIT_MS;
	for (;;) {
		const [id] = await executionIds(rest, workflowId);
		if (id !== undefined) return await finishedExecution(rest, id);
		if (performance.now() > deadline) throw new UserError(`Workflow ${workflowId} was never run`);
		await wait(POLL_MS);
	}
}

/** Stops a running execution, as the editor's button does. */
export async function stopExecution(rest: Rest, id: string): Promise<void> {
	await rest.call('POST', `/executions/${id}/stop`, z.unknown());
}
