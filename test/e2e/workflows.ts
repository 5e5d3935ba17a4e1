import type { WorkflowJson } from '../engine/workflow';
import { z } from 'zod';
import type { Rest } from './rest';

const storedSchema = z
	.object({ id: z.string(), name: z.string(), versionId: z.string() })
	.passthrough();
const startedSchema = z.object({ executionId: z.string() });

/** A workflow saved in n8n. */
export type StoredWorkflow = z.output<typeof storedSchema>;

/** Credentials for the nodes of a workflow: by credential type, what to set instead of what the file names. */
export type CredentialChoice = Record<string, { id: string; name: string }>;

/** The workflow with the user's credentials chosen in every node that asks for one of these types. */
export function withCredentials(workflow: WorkflowJson, chosen: CredentialChoice): WorkflowJson {
	const nodes = workflow.nodes.map((node) => ({
		...node,
		...(node.credentials && {
			credentials: { ...node.credentials, ...pick(chosen, node.credentials) },
		}),
	}));
	return { ...workflow, nodes };
}

function pick(chosen: CredentialChoice, asked: object): CredentialChoice {
	return Object.fromEntries(Object.entries(chosen).filter(([type]) => type in asked));
}

/** Saves a workflow as the editor's import does. */
export async function createWorkflow(rest: Rest, workflow: WorkflowJson): Promise<StoredWorkflow> {
	const { nodes, connections, settings = {}, name = 'Workflow', pinData } = workflow;
	return await rest.call('POST', '/workflows', storedSchema, {
		name,
		nodes,
		connections,
		settings,
		active: false,
		...(pinData && { pinData }),
	});
}

/** Saves changed nodes of a workflow. A published workflow stays as it was published. */
export async function updateWorkflow(
	rest: Rest,
	{ id, versionId }: StoredWorkflow,
	{ nodes, connections }: WorkflowJson,
): Promise<StoredWorkflow> {
	const body = { nodes, connections, versionId };
	return await rest.call('PATCH', `/workflows/${id}`, storedSchema, body);
}

/** The workflow as n8n would export it. */
export async function readWorkflow(rest: Rest, id: string): Promise<StoredWorkflow> {
	return await rest.call('GET', `/workflows/${id}`, storedSchema);
}

/** Publishes a workflow, so that its triggers run it. */
export async function activateWorkflow(
	rest: Rest,
	{ id, versionId }: StoredWorkflow,
): Promise<void> {
	await rest.call('POST', `/workflows/${id}/activate`, z.unknown(), { versionId });
}

/**
 * Runs a workflow as the editor's button does.
 *
 * @param trigger name of the trigger to start from
 * @returns the execution's id
 */
export async function runWorkflow(
	rest: Rest,
	workflow: StoredWorkflow,
	trigger: string,
): Promise<string> {
	// n8n 2.0 runs the workflow that it is sent, n8n 2.41 the one that it has stored under this id.
	const body = { workflowData: workflow, triggerToStartFrom: { name: trigger } };
	const path = `/workflows/${workflow.id}/run`;
	const { executionId } = await rest.call('POST', path, startedSchema, body);
	return executionId;
}
