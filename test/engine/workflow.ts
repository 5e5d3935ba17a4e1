import type {
	IConnections,
	INode,
	INodeParameters,
	IPinData,
	IWorkflowSettings,
	NodeParameterValueType,
} from 'n8n-workflow';

/** A workflow as n8n exports and imports it; further keys of an export do no harm. */
export interface WorkflowJson {
	name?: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IPinData;
}

/** The settings tab of a node, and its credentials. */
export type NodeSettings = Pick<
	Partial<INode>,
	| 'alwaysOutputData'
	| 'credentials'
	| 'disabled'
	| 'executeOnce'
	| 'maxTries'
	| 'onError'
	| 'retryOnFail'
	| 'waitBetweenTries'
>;

/** Full type name and version of the nodes used in tests: the versions n8n 2.41 gives to a new node. */
const NODES = {
	manualTrigger: { type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 },
	editFields: { type: 'n8n-nodes-base.set', typeVersion: 3.5 },
	if: { type: 'n8n-nodes-base.if', typeVersion: 2.3 },
	merge: { type: 'n8n-nodes-base.merge', typeVersion: 3.2 },
	noOp: { type: 'n8n-nodes-base.noOp', typeVersion: 1 },
	stopAndError: { type: 'n8n-nodes-base.stopAndError', typeVersion: 1 },
	splitInBatches: { type: 'n8n-nodes-base.splitInBatches', typeVersion: 3 },
	readWriteFile: { type: 'n8n-nodes-base.readWriteFile', typeVersion: 1.1 },
	extractFromFile: { type: 'n8n-nodes-base.extractFromFile', typeVersion: 1.1 },
	httpRequest: { type: 'n8n-nodes-base.httpRequest', typeVersion: 4.5 },
	growlytics: { type: 'n8n-nodes-growlytics.growlytics', typeVersion: 1 },
} as const;

/** A node that names its type itself: one of another package, or of another version. */
interface NodeType {
	type: string;
	typeVersion: number;
}

/**
 * @param type a name of the table above, or a full type name with a version
 * @param name what the canvas shows; unique in its workflow
 * @param parameters as n8n saves them: what equals its default may be missing
 */
export function node(
	type: keyof typeof NODES | NodeType,
	name: string,
	parameters: INodeParameters = {},
	settings: NodeSettings = {},
): INode {
	return {
		parameters,
		...(typeof type === 'string' ? NODES[type] : type),
		position: [0, 0],
		id: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
		name,
		...settings,
	};
}

/** The Growlytics node with its credential. */
export function growlytics(
	name: string,
	parameters: INodeParameters,
	settings: NodeSettings = {},
): INode {
	const credentials = { growlyticsApi: { id: '1', name: 'Growlytics account' } };
	return node('growlytics', name, parameters, { credentials, ...settings });
}

function assignmentType(value: NodeParameterValueType): string {
	if (typeof value === 'number' || typeof value === 'boolean') return typeof value;
	if (Array.isArray(value)) return 'array';
	return typeof value === 'object' ? 'object' : 'string';
}

/** An Edit Fields node that keeps the item's fields and sets others; a text starting with `=` is an expression. */
export function editFields(name: string, fields: INodeParameters): INode {
	const assignments = Object.entries(fields).map(([field, value]) => ({
		id: field,
		name: field,
		value,
		type: assignmentType(value),
	}));
	return node('editFields', name, {
		includeOtherFields: true,
		assignments: { assignments },
		options: {},
	});
}

/** An If node: output 0 takes the items for which the expression is true, output 1 the others. */
export function ifTrue(name: string, expression: string): INode {
	return node('if', name, {
		conditions: {
			options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 3 },
			conditions: [
				{
					id: 'condition',
					leftValue: expression,
					rightValue: '',
					operator: { type: 'boolean', operation: 'true', singleValue: true },
				},
			],
			combinator: 'and',
		},
		options: {},
	});
}

const COLUMN_WIDTH = 220;
const ROW_HEIGHT = 180;

/** The nodes one after the other, each joined to the next by first output and first input. */
export function chain(nodes: readonly INode[], settings: IWorkflowSettings = {}): WorkflowJson {
	const placed = nodes.map(
		(each, index): INode => ({ ...each, position: [index * COLUMN_WIDTH, 0] }),
	);
	const start: WorkflowJson = {
		name: 'Workflow',
		nodes: placed,
		connections: {},
		settings: { executionOrder: 'v1', ...settings },
	};
	return placed.slice(1).reduce((workflow, to, index) => {
		const from = placed[index];
		return from ? connect(workflow, from.name, to) : workflow;
	}, start);
}

/**
 * Joins an output to an input and returns the new workflow.
 *
 * @param to a node, added if the workflow does not have it, or the name of one that it has
 * @param output 0 is the first; the error output ("Continue (using error output)") comes after the node's own
 */
export function connect(
	workflow: WorkflowJson,
	from: string,
	to: INode | string,
	output = 0,
	input = 0,
): WorkflowJson {
	const target = typeof to === 'string' ? to : to.name;
	const outputs = [...(workflow.connections[from]?.main ?? [])];
	while (outputs.length <= output) outputs.push([]);
	outputs[output] = [...(outputs[output] ?? []), { node: target, type: 'main', index: input }];
	return {
		...workflow,
		nodes: typeof to === 'string' ? workflow.nodes : withNode(workflow.nodes, to),
		connections: { ...workflow.connections, [from]: { main: outputs } },
	};
}

function withNode(nodes: INode[], added: INode): INode[] {
	if (nodes.some(({ name }) => name === added.name)) return nodes;
	const last = nodes.at(-1)?.position ?? [0, 0];
	return [...nodes, { ...added, position: [last[0], last[1] + ROW_HEIGHT] }];
}
