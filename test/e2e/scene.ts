import type { WorkflowJson } from '../engine/workflow';
import {
	type GrowlyticsSettingsInput,
	type LocalGrowlytics,
	startGrowlytics,
} from '../growlytics/server';
import { type Credential, createGrowlyticsCredential } from './credentials';
import { type StoredExecution, finishedExecution } from './executions';
import { installN8n } from './install';
import { type N8n, type N8nOptions, startN8n } from './n8n';
import { CURRENT, type N8nVersion } from './versions';
import { type StoredWorkflow, createWorkflow, runWorkflow, withCredentials } from './workflows';

export interface SceneOptions extends N8nOptions {
	version?: N8nVersion;
	growlytics?: GrowlyticsSettingsInput;
}

/** A whole n8n with this package, a local Growlytics, and the credential that joins them. */
export interface Scene {
	n8n: N8n;
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

/** Installs n8n if needed, and starts everything. */
export async function openScene(options: SceneOptions = {}): Promise<Scene> {
	const installed = await installN8n(options.version ?? CURRENT);
	const growlytics = await startGrowlytics(options.growlytics);
	const n8n = await startN8n(installed, options);
	const { rest } = n8n;
	const credential = await createGrowlyticsCredential(rest, {
		apiKey: growlytics.settings.apiKey,
		baseUrl: growlytics.url,
	});
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
		close: async () => {
			await n8n.stop();
			await growlytics.close();
		},
	};
}
