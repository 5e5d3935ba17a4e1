/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: waits */
import { UserError } from 'n8n-workflow';
import { setTimeout as wait } from 'node:timers/promises';
import { type StoredExecution, executionIds, finishedExecution } from './executions';
import type { Rest } from './rest';

const LIMIT_MS = 60_000;
const POLL_MS = 100;

/**
 * Does what makes a trigger run a workflow, and waits for the end of that run. n8n may list a run later than it
 * answers, so the latest one listed need not be it.
 *
 * @throws UserError when no new execution shows up within a minute
 */
export async function causedExecution<T>(
	rest: Rest,
	workflowId: string,
	cause: () => Promise<T>,
): Promise<{ result: T; execution: StoredExecution }> {
	const before = new Set(await executionIds(rest, workflowId));
	const result = await cause();
	const deadline = performance.now() + LIMIT_MS;
	for (;;) {
		const id = (await executionIds(rest, workflowId)).find((each) => !before.has(each));
		if (id !== undefined) return { result, execution: await finishedExecution(rest, id) };
		if (performance.now() > deadline) throw new UserError(`Workflow ${workflowId} was not run`);
		await wait(POLL_MS);
	}
}
