import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialsExpressionResolveValues,
	IExecuteData,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import {
	ICredentialsHelper,
	NodeHelpers,
	UnexpectedError,
	UserError,
	isExpression,
} from 'n8n-workflow';
import type { Packages } from './packages';

/** What the user typed into a credential's form; a text starting with `=` is an expression. */
export type CredentialData = Record<string, string | number | boolean>;

/** The credentials a workflow can use, by credential type: one of each type is enough here. */
export type CredentialStore = Record<string, CredentialData>;

/** What n8n hands over of a credential: without the fields that its form hides, with defaults for those that are missing. */
export function withDefaults(
	properties: readonly INodeProperties[],
	data: CredentialData,
): CredentialData {
	const filled: CredentialData = {};
	const shown = NodeHelpers.getNodeParameters([...properties], data, true, false, null, null) ?? {};
	for (const [name, value] of Object.entries(shown)) {
		if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
			filled[name] = value;
		}
	}
	return filled;
}

/**
 * Stands in for the product's CredentialsHelper: the credentials come from memory instead of the database, the
 * rest (defaults, expressions in a credential, the credential type's `authenticate`) is done as there.
 */
export class MemoryCredentialsHelper extends ICredentialsHelper {
	/** How often a credential was read: in the product, each is a database read and a decryption. */
	reads = 0;

	constructor(
		private readonly packages: Packages,
		private readonly store: CredentialStore,
	) {
		super();
	}

	getParentTypes(type: string): string[] {
		const parents = this.packages.getCredentialType(type).extends ?? [];
		return parents.flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	isCredentialUsableByNode(type: string, nodeType: string): boolean {
		if (!this.packages.getCredentialType(type).restrictToSupportedNodes) return true;
		return this.packages.getSupportedNodes(type).includes(nodeType);
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		const { properties, extends: parents = [] } = this.packages.getCredentialType(type);
		return [...parents.flatMap((parent) => this.getCredentialsProperties(parent)), ...properties];
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		nodeCredentials: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		resolveValues?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		this.reads += 1;
		const stored = this.store[type];
		if (!nodeCredentials.id || !stored) {
			throw new UserError(`Credential with ID "${nodeCredentials.id}" does not exist for ${type}`);
		}
		if (raw) return { ...stored };
		const data = withDefaults(this.getCredentialsProperties(type), stored);
		if (!resolveValues) return data;
		const { workflow, runExecutionData, runIndex, itemIndex, node, connectionInputData } =
			resolveValues;
		const resolve = (value: CredentialData[string]) =>
			workflow.expression.getParameterValue(
				value,
				runExecutionData,
				runIndex,
				itemIndex,
				node.name,
				connectionInputData,
				mode,
				{},
				executeData,
				false,
				data,
			);
		return Object.fromEntries(
			Object.entries(data).map(([name, value]) => [
				name,
				isExpression(value) ? String(resolve(value) ?? '') : value,
			]),
		);
	}

	/** Runs the credential type's own `authenticate`, a function or a generic declaration, on a request. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		type: string,
		requestOptions: IHttpRequestOptions,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.packages.getCredentialType(type);
		if (!authenticate) return requestOptions;
		if (typeof authenticate === 'function') return await authenticate(credentials, requestOptions);
		if (!workflow || !node) {
			throw new UnexpectedError('Workflow and node are required for declarative authentication');
		}
		return authenticateGeneric(authenticate, credentials, requestOptions, workflow, node);
	}

	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new UnexpectedError('Stored credentials exist in the product only');
	}

	async updateCredentials(): Promise<void> {
		throw new UnexpectedError('Stored credentials exist in the product only');
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		throw new UnexpectedError('Stored credentials exist in the product only');
	}
}

function authenticateGeneric(
	{ properties }: IAuthenticateGeneric,
	credentials: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions,
	workflow: Workflow,
	node: INode,
): IHttpRequestOptions {
	const resolve = (text: string) =>
		isExpression(text)
			? String(
					workflow.expression.getSimpleParameterValue(
						node,
						text,
						'internal',
						{ $credentials: credentials },
						undefined,
						'',
					) ?? '',
				)
			: text;
	const authenticated: Record<string, unknown> = { ...requestOptions };
	for (const [part, values] of Object.entries(properties)) {
		const present = authenticated[part];
		authenticated[part] = {
			...(typeof present === 'object' ? present : {}),
			...Object.fromEntries(
				Object.entries(values).map(([name, value]) => [resolve(name), resolve(String(value))]),
			),
		};
	}
	return { ...requestOptions, ...authenticated };
}
