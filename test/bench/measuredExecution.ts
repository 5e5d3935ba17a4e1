/* eslint-disable @n8n/community-nodes/no-restricted-imports -- measuring program, never shipped: waits */
import { parse } from 'flatted';
import { UserError } from 'n8n-workflow';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Rest } from '../e2e/rest';

/** Rare, since n8n answers from the thread that is being measured. */
const POLL_MS = 250;
const RUNNING = ['new', 'running', 'waiting', 'unknown'];

const executionSchema = z.object({
	status: z.string(),
	startedAt: z.coerce.date().nullable(),
	stoppedAt: z.coerce.date().nullish(),
	data: z.string(),
});
const runSchema = z.object({ startTime: z.number(), executionTime: z.number() });
const errorSchema = z.object({ message: z.string() });
const dataSchema = z.object({
	resultData: z.object({
		runData: z.record(z.array(runSchema)).default({}),
		error: errorSchema.optional(),
	}),
});

/** When a node ran, as n8n has stored it. */
export interface MeasuredExecution {
	/** Milliseconds since 1970. */
	nodeStartedAt: number;
	nodeMs: number;
	/** From the start of the workflow to its end, other nodes included. */
	executionMs: number;
}

/**
 * Waits for the end of an execution, however long it takes, and reads the times of one of its nodes.
 *
 * @throws UserError when the execution has failed
 */
export async function measuredExecution(
	rest: Rest,
	id: string,
	node: string,
): Promise<MeasuredExecution> {
	for (;;) {
		await wait(POLL_MS);
		const execution = await rest.call('GET', `/executions/${id}`, executionSchema);
		if (RUNNING.includes(execution.status)) continue;
		const { resultData } = dataSchema.parse(parse(execution.data));
		const [run] = resultData.runData[node] ?? [];
		const { status, startedAt, stoppedAt } = execution;
		if (status !== 'success' || !run || !startedAt || !stoppedAt) {
			throw new UserError(`The execution ended as ${status}: ${resultData.error?.message}`);
		}
		return {
			nodeStartedAt: run.startTime,
			nodeMs: run.executionTime,
			executionMs: stoppedAt.getTime() - startedAt.getTime(),
		};
	}
}
