import type { INode } from 'n8n-workflow';
import type { WorkflowJson } from '../engine/workflow';
import type { StoredExecution } from './executions';

/** What a node would give, in place of what it asks of a service that nobody has an account with here. */
export type Pinned = Record<string, ReadonlyArray<Record<string, unknown>>>;

/** The workflow with the output of some nodes pinned, as the editor's pin does it. */
export function withPinned(workflow: WorkflowJson, pinned: Pinned): WorkflowJson {
	const pinData = Object.fromEntries(
		// What n8n's own nodes give, as JSON has it.
		Object.entries(pinned).map(([node, items]) => [
			node,
			items.map((json) => ({ json: JSON.parse(JSON.stringify(json)) })),
		]),
	);
	return { ...workflow, pinData };
}

/** The workflow with other nodes of the same names: what a user changes in it, or puts in the place of one. */
export function withNodes(workflow: WorkflowJson, change: (node: INode) => INode): WorkflowJson {
	return { ...workflow, nodes: workflow.nodes.map(change) };
}

/** The workflow without some nodes, and without what they give to others. */
export function withoutNodes(workflow: WorkflowJson, names: readonly string[]): WorkflowJson {
	const connections = Object.entries(workflow.connections).filter(
		([from]) => !names.includes(from),
	);
	return {
		...workflow,
		nodes: workflow.nodes.filter(({ name }) => !names.includes(name)),
		connections: Object.fromEntries(connections),
	};
}

/**
 * Checks what a recipe promises of an execution with customers that were not stored: the report was delivered before
 * the execution ended as failed, each row of it begins with what a person reads first, and the error says how many.
 *
 * @returns the rows of the report
 */
export function reportOf(execution: StoredExecution): Array<Record<string, unknown>> {
	const report = execution.output('Your Report');
	expect(report).toEqual(execution.output('To Check'));
	for (const row of report) {
		expect(Object.keys(row).slice(0, 2)).toEqual(['What Happened', 'What to Do']);
		expect(row).not.toHaveProperty('error');
	}
	expect(execution.status).toBe('error');
	const [first] = report;
	expect(execution.error).toBe(
		`Not stored: ${report.length}. The first: ${String(first?.['What Happened'])}`,
	);
	return report;
}
