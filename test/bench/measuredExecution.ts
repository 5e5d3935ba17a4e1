/* eslint-disable @n8n/community-nodes/no-restricted-imports -- measuring program, never shipped: waits */
import { parse } from 'flatted';
import { UserError } from 'n8n-workflow';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Rest } from '../e2e/rest';

/** Rare, since n8n answers from the thread that is being measured. */
const POLL_MS = 250;
/** A node that keeps n8n's only thread makes it refuse requests for a while afterwards: "Database is not ready!". */
const REFUSALS_LIMIT = 240;
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

/** Asks until n8n answers. */
async function askFor(rest: Rest, id: string) {
	let refusal: unknown;
	for (let asked = 0; asked < REFUSALS_LIMIT; asked += 1) {
		await wait(POLL_MS);
		try {
			return await rest.call('GET', `/executions/${id}`, executionSchema);
		} catch (error) {
			refusal = error;
		}
	}
	throw new UserError(`n8n does not tell about execution ${id}`, { cause: refusal });
}

/**
 * Waits for the end of an execution, however long it takes, and reads the times of one of its nodes.
 *
 * @throws UserError when the execution has failed, or n8n refuses to tell for a minute
 */
export async function measuredExecution(
	rest: Rest,
	id: string,
	node: string,
): Promise<MeasuredExecution> {
	for (;;) {
		const execution = await askFor(rest, id);
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
