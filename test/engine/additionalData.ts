import { ExecutionLifecycleHooks, ExternalSecretsProxy } from 'n8n-core/dist/execution-engine';
import type { ICredentialsHelper, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { UnexpectedError } from 'n8n-workflow';
import type { WorkflowJson } from './workflow';

export type ExecutionMode = 'manual' | 'trigger';

/** Never called; but n8n parses some of these addresses, so they must be absolute. */
const INSTANCE_URL = 'http://n8n.invalid';

const notSupported = async () => {
	throw new UnexpectedError('This engine runs single workflows without task runners');
};

/** What a node can reach besides its workflow: the product's services, as far as they exist here. */
export function createAdditionalData(
	credentialsHelper: ICredentialsHelper,
): IWorkflowExecuteAdditionalData {
	return {
		credentialsHelper,
		externalSecretsProxy: new ExternalSecretsProxy(),
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: `${INSTANCE_URL}/rest`,
		instanceBaseUrl: `${INSTANCE_URL}/`,
		formBaseUrl: `${INSTANCE_URL}/form`,
		formWaitingBaseUrl: `${INSTANCE_URL}/form-waiting`,
		formTestBaseUrl: `${INSTANCE_URL}/form-test`,
		webhookBaseUrl: `${INSTANCE_URL}/webhook`,
		webhookWaitingBaseUrl: `${INSTANCE_URL}/webhook-waiting`,
		webhookTestBaseUrl: `${INSTANCE_URL}/webhook-test`,
		mcpBaseUrl: `${INSTANCE_URL}/mcp`,
		mcpTestBaseUrl: `${INSTANCE_URL}/mcp-test`,
		executeWorkflow: notSupported,
		startRunnerTask: notSupported,
		getRunExecutionData: async () => undefined,
		getRuntimeCredential: async () => undefined,
		logAiEvent: () => {},
	};
}

/** Hooks without handlers: the engine refuses to run without the object. */
export function createHooks(mode: ExecutionMode, executionId: string, json: WorkflowJson) {
	const now = new Date();
	return new ExecutionLifecycleHooks(mode, executionId, {
		id: executionId,
		name: json.name ?? 'Workflow',
		active: false,
		isArchived: false,
		activeVersionId: null,
		createdAt: now,
		updatedAt: now,
		nodes: json.nodes,
		connections: json.connections,
	});
}
