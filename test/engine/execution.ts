import type {
	ExecutionError,
	ExecutionStatus,
	INodeExecutionData,
	IRun,
	IRunData,
	ITaskData,
	NodeExecutionHint,
} from 'n8n-workflow';

/** A node's or an execution's error, as n8n shows it in the error panel. */
export interface Failure {
	/** The error's class, for n8n's own errors; of any other error n8n keeps message and stack only. */
	name: string | undefined;
	message: string;
	description: string | undefined;
	httpCode: string | undefined;
	itemIndex: number | undefined;
	/** Everything n8n keeps of the error. It is a plain object: the engine copies errors before storing them. */
	raw: ExecutionError;
}

function toFailure(error: ExecutionError | undefined): Failure | undefined {
	if (!error) return undefined;
	const { name, message, description, context } = error;
	const itemIndex: unknown = context?.itemIndex;
	return {
		name,
		message,
		description: description ?? undefined,
		httpCode: 'httpCode' in error ? (error.httpCode ?? undefined) : undefined,
		itemIndex: typeof itemIndex === 'number' ? itemIndex : undefined,
		raw: error,
	};
}

/** What became of one run of a workflow. Node names are those of the workflow; a node that did not run has nothing. */
export class Execution {
	readonly status: ExecutionStatus;
	/** Why the execution ended, if it did not end well. */
	readonly error: Failure | undefined;
	/** n8n's own record: for every node, one entry each time the workflow came to it. */
	readonly runData: IRunData;

	constructor(
		run: IRun,
		private readonly attempts: ReadonlyMap<string, number>,
		/** How often a credential was read during this execution. */
		readonly credentialReads: number,
	) {
		this.status = run.status;
		this.error = toFailure(run.data.resultData.error);
		this.runData = run.data.resultData.runData;
	}

	/**
	 * The items a node put out, in order; of a node in a loop, those of all rounds.
	 *
	 * @param outputIndex 0 is the first output; with "Continue (using error output)", the error output is the last
	 */
	output(nodeName: string, outputIndex = 0): INodeExecutionData[] {
		return this.tasks(nodeName).flatMap(({ data }) => data?.main?.[outputIndex] ?? []);
	}

	/** The notices shown on the node's output. */
	hints(nodeName: string): NodeExecutionHint[] {
		return this.tasks(nodeName).flatMap(({ hints }) => hints ?? []);
	}

	/** The error a node threw, in its last round, under any "On Error" setting. */
	nodeError(nodeName: string): Failure | undefined {
		return toFailure(this.tasks(nodeName).at(-1)?.error);
	}

	/** How often a node's code was run: more than its rounds when "Retry On Fail" tried again, 0 if it was pinned. */
	timesRun(nodeName: string): number {
		return this.attempts.get(nodeName) ?? 0;
	}

	private tasks(nodeName: string): ITaskData[] {
		return this.runData[nodeName] ?? [];
	}
}
