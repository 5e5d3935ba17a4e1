import { WorkflowExecute } from 'n8n-core/dist/execution-engine';
import type {
	INodeCredentialTestResult,
	INodeExecutionData,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { Expression, UserError, Workflow, createRunExecutionData, deepCopy } from 'n8n-workflow';
import { type ExecutionMode, createAdditionalData, createHooks } from './additionalData';
import { type CredentialData, type CredentialStore, MemoryCredentialsHelper } from './credentials';
import { testCredential } from './credentialTest';
import { Execution } from './execution';
import { type Host, prepareHost } from './host';
import { Packages } from './packages';
import type { WorkflowJson } from './workflow';

export interface EngineOptions {
	/** Folders of built community packages. n8n's own nodes are always there. */
	packages: readonly string[];
	credentials?: CredentialStore;
	/** Absolute paths of folders that the file nodes may use, besides `engine.filesFolder`. */
	fileFolders?: readonly string[];
	/**
	 * `legacy` (the default) evaluates expressions in this process; `vm` in an isolate, as the product does: slower,
	 * for measurements. Holds for the whole process until the engine is closed. Jest cannot run `vm`, which n8n
	 * loads by a dynamic import.
	 */
	expressionEngine?: 'legacy' | 'vm';
}

export interface RunOptions {
	/** The items the workflow's trigger gives. Without them a manual run starts the trigger itself. */
	input?: readonly INodeExecutionData[];
	/** `manual` as with the editor's button (pinned data counts), `trigger` as in production. Default: `manual`. */
	mode?: ExecutionMode;
	/** Cancels the execution, as the editor's stop button does. */
	signal?: AbortSignal;
	/** Used instead of the engine's credentials. */
	credentials?: CredentialStore;
}

/** The defaults of the product's settings for its expression isolates (@n8n/config, ExpressionEngineConfig). */
const ISOLATE_SETTINGS = {
	engine: 'vm',
	bridgeTimeout: 5000,
	bridgeMemoryLimit: 128,
	poolSize: 1,
	maxCodeCacheSize: 1024,
} as const;

/** n8n keeps one entry a node and round, however often "Retry On Fail" ran the node: so runs are counted here. */
class CountingWorkflowExecute extends WorkflowExecute {
	readonly attempts = new Map<string, number>();

	override async runNode(...run: Parameters<WorkflowExecute['runNode']>) {
		const { name } = run[1].node;
		this.attempts.set(name, (this.attempts.get(name) ?? 0) + 1);
		return await super.runNode(...run);
	}
}

/** Starts an execution as the product does: by hand with pinned data, or with the items a trigger gave. */
function start(
	workflow: Workflow,
	json: WorkflowJson,
	mode: ExecutionMode,
	input: INodeExecutionData[] | undefined,
	additionalData: IWorkflowExecuteAdditionalData,
) {
	const startNode = workflow.getStartNode();
	if (!startNode) throw new UserError('The workflow has no trigger');
	if (mode === 'manual') {
		const execute = new CountingWorkflowExecute(additionalData, mode);
		const pinData = { ...json.pinData, ...(input && { [startNode.name]: input }) };
		return { execute, running: execute.run({ workflow, startNode, pinData }) };
	}
	const data = { main: [input ?? [{ json: {} }]] };
	const execute = new CountingWorkflowExecute(
		additionalData,
		mode,
		createRunExecutionData({
			executionData: { nodeExecutionStack: [{ node: startNode, data, source: null }] },
		}),
	);
	return { execute, running: execute.processRunExecutionData(workflow) };
}

/** n8n's execution engine in this process: n8n's own nodes and community packages, no server and no database. */
export class Engine {
	private executions = 0;
	private reads = 0;

	constructor(
		private readonly host: Host,
		private readonly packages: Packages,
		private readonly options: EngineOptions,
	) {}

	/** A folder that the file nodes may read and write; removed when the last engine is closed. */
	get filesFolder(): string {
		return this.host.filesFolder;
	}

	/**
	 * Runs a workflow from its trigger to the end. A failed or cancelled execution is a result, not a rejection.
	 *
	 * @throws WorkflowHasIssuesError when n8n refuses to start it (a required parameter or credential is missing),
	 *   UserError when it has no trigger or a node of an unknown type
	 */
	async run(json: WorkflowJson, options: RunOptions = {}): Promise<Execution> {
		const { mode = 'manual', signal } = options;
		const credentials = options.credentials ?? this.options.credentials ?? {};
		const credentialsHelper = new MemoryCredentialsHelper(this.packages, credentials);
		const executionId = String(++this.executions);
		const additionalData = {
			...createAdditionalData(credentialsHelper),
			executionId,
			hooks: createHooks(mode, executionId, json),
		};
		// Copies, because the engine fills in parameters and pairs items in place.
		const workflow = new Workflow({
			id: executionId,
			name: json.name ?? 'Workflow',
			nodes: deepCopy(json.nodes),
			connections: deepCopy(json.connections),
			settings: json.settings ?? {},
			active: false,
			nodeTypes: this.packages,
		});
		const input = options.input?.map((item) => ({ ...item }));
		const { execute, running } = start(workflow, json, mode, input, additionalData);

		const cancel = () => running.cancel();
		signal?.addEventListener('abort', cancel);
		if (signal?.aborted) cancel();
		try {
			return new Execution(await running, execute.attempts, credentialsHelper.reads);
		} finally {
			signal?.removeEventListener('abort', cancel);
			this.reads += credentialsHelper.reads;
		}
	}

	/**
	 * Tests a credential as the editor does when it is saved, by the function that a node's `testedBy` names.
	 *
	 * @param type for example `growlyticsApi`
	 * @param data the form's content; what is missing gets the credential type's default
	 * @throws UnexpectedError for a credential type with a declarative `test`: n8n would use that one
	 */
	async testCredential(type: string, data: CredentialData): Promise<INodeCredentialTestResult> {
		const credentialsHelper = new MemoryCredentialsHelper(this.packages, { [type]: data });
		const additionalData = createAdditionalData(credentialsHelper);
		return await testCredential(this.packages, type, data, additionalData);
	}

	/** How often the executions that have ended read a credential. */
	credentialReads(): number {
		return this.reads;
	}

	/** What n8n has logged since this engine was created, debug level included, one text an entry. */
	logs(): string[] {
		return this.host.logs();
	}

	/** Removes what the engine made; afterwards nothing of it keeps the process alive. */
	async close(): Promise<void> {
		this.host.close();
		if (this.options.expressionEngine !== 'vm') return;
		await Expression.disposeExpressionEngine();
		Expression.setExpressionEngine('legacy');
	}
}

/**
 * Starts n8n's execution engine in this process.
 *
 * n8n's log goes nowhere but `engine.logs()`, unless the environment says `N8N_LOG_OUTPUT=console`.
 *
 * @throws what n8n's loader throws when a package is not built or cannot be loaded
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
	const host = prepareHost();
	const packages = await Packages.load(options.packages);
	if (options.expressionEngine === 'vm') await Expression.initExpressionEngine(ISOLATE_SETTINGS);
	return new Engine(host.open(options.fileFolders ?? []), packages, options);
}
