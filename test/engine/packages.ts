/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: finds an installed package's folder */
import { PackageDirectoryLoader } from 'n8n-core/dist/nodes-loader/package-directory-loader';
import type {
	ICredentialType,
	IDataObject,
	INodeType,
	INodeTypes,
	IVersionedNodeType,
} from 'n8n-workflow';
import { NodeHelpers, UserError } from 'n8n-workflow';
import { dirname } from 'node:path';

/** n8n's own nodes: their names are known at once, a node's code is loaded when a workflow first uses it. */
class BuiltInLoader extends PackageDirectoryLoader {
	override async loadAll() {
		this.known.nodes = await this.readJSON('dist/known/nodes.json');
		this.known.credentials = await this.readJSON('dist/known/credentials.json');
		this.isLazyLoaded = true;
	}
}

/** The node and credential types of n8n's own package and of community packages, by n8n's full names. */
export class Packages implements INodeTypes {
	private constructor(private readonly loaders: readonly PackageDirectoryLoader[]) {}

	/**
	 * @param folders built community packages, each a folder with the package.json that names its nodes
	 * @throws what n8n's loader throws when a package cannot be loaded
	 */
	static async load(folders: readonly string[]): Promise<Packages> {
		const builtIn = dirname(require.resolve('n8n-nodes-base/package.json'));
		const loaders = [
			...folders.map((folder) => new PackageDirectoryLoader(folder)),
			new BuiltInLoader(builtIn),
		];
		await Promise.all(loaders.map(async (loader) => await loader.loadAll()));
		return new Packages(loaders);
	}

	getByName(type: string): INodeType | IVersionedNodeType {
		const [packageName, nodeName] = type.split('.');
		const loader = this.loaders.find((candidate) => candidate.packageName === packageName);
		if (!loader || nodeName === undefined) throw new UserError(`No package has the node ${type}`);
		return loader.getNode(nodeName).type;
	}

	getByNameAndVersion(type: string, version?: number): INodeType {
		return NodeHelpers.getVersionedNodeType(this.getByName(type), version);
	}

	getKnownTypes(): IDataObject {
		return Object.fromEntries(
			this.loaders.flatMap(({ packageName, known }) =>
				Object.entries(known.nodes).map(([name, details]) => [
					`${packageName}.${name}`,
					{ className: details.className, sourcePath: details.sourcePath },
				]),
			),
		);
	}

	getCredentialType(type: string): ICredentialType {
		return this.credentialLoader(type).getCredential(type).type;
	}

	/** Full names of the nodes that declare the credential. */
	getSupportedNodes(credentialType: string): string[] {
		const { packageName, known } = this.credentialLoader(credentialType);
		const nodes = known.credentials[credentialType]?.supportedNodes ?? [];
		return nodes.map((name) => `${packageName}.${name}`);
	}

	private credentialLoader(type: string): PackageDirectoryLoader {
		const loader = this.loaders.find(({ known }) => type in known.credentials);
		if (!loader) throw new UserError(`No package has the credential type ${type}`);
		return loader;
	}
}
