import type { WorkflowJson } from '../engine/workflow';
import { type LocalGrowlytics, startGrowlytics } from '../growlytics/server';
import type { GrowlyticsSettingsInput } from '../growlytics/settings';
import { type Credential, createGrowlyticsCredential, credentialFor } from './credentials';
import { type StoredExecution, finishedExecution } from './executions';
import { type SharedN8n, sharedN8n } from './sharedN8n';
import { type StoredWorkflow, createWorkflow, runWorkflow, withCredentials } from './workflows';

/** An n8n with this package, a Growlytics of the test file's own, and the credential that joins them. */
export interface Scene {
	n8n: SharedN8n;
	growlytics: LocalGrowlytics;
	credential: Credential;
	/** Saves a workflow with the credential chosen in its Growlytics nodes. */
	save(workflow: WorkflowJson): Promise<StoredWorkflow>;
	/** Saves a workflow, runs it by hand and waits for its end. */
	run(workflow: WorkflowJson): Promise<StoredExecution>;
	close(): Promise<void>;
}

function manualTrigger({ nodes }: WorkflowJson): string {
	const trigger = nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
	if (!trigger) throw new Error('The workflow has no manual trigger');
	return trigger.name;
}

/** Joins a new local Growlytics to the n8n that the test files share. */
export async function openScene(settings: GrowlyticsSettingsInput = {}): Promise<Scene> {
	const n8n = sharedN8n();
	const { rest } = n8n;
	const growlytics = await startGrowlytics(settings);
	const credential = await createGrowlyticsCredential(rest, credentialFor(growlytics));
	const save = async (workflow: WorkflowJson) =>
		await createWorkflow(rest, withCredentials(workflow, { growlyticsApi: credential }));
	return {
		n8n,
		growlytics,
		credential,
		save,
		run: async (workflow) => {
			const id = await runWorkflow(rest, await save(workflow), manualTrigger(workflow));
			return await finishedExecution(rest, id);
		},
		close: async () => await growlytics.close(),
	};
}
