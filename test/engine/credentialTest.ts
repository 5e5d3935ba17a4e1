import { CredentialTestContext } from 'n8n-core/dist/execution-engine/node-execution-context/credentials-test-context';
import type {
	ICredentialTestFunction,
	INodeCredentialTestResult,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { UnexpectedError } from 'n8n-workflow';
import { type CredentialData, withDefaults } from './credentials';
import type { Packages } from './packages';

function findTestFunction(packages: Packages, type: string): ICredentialTestFunction | undefined {
	if (packages.getCredentialType(type).test) {
		// n8n prefers it to a node's function, so the function would never run.
		throw new UnexpectedError(`The credential type ${type} has a declarative test`);
	}
	for (const nodeName of packages.getSupportedNodes(type)) {
		const node = packages.getByNameAndVersion(nodeName);
		const credential = node.description.credentials?.find(({ name }) => name === type);
		if (typeof credential?.testedBy !== 'string') continue;
		return node.methods?.credentialTest?.[credential.testedBy];
	}
	return undefined;
}

/** See `Engine.testCredential`. The steps are those of the product's CredentialsTester. */
export async function testCredential(
	packages: Packages,
	type: string,
	data: CredentialData,
	additionalData: IWorkflowExecuteAdditionalData,
): Promise<INodeCredentialTestResult> {
	const test = findTestFunction(packages, type);
	if (!test) {
		return { status: 'Error', message: 'No testing function found for this credential.' };
	}
	const properties = additionalData.credentialsHelper.getCredentialsProperties(type);
	const context = new CredentialTestContext(additionalData);
	return await test.call(context, {
		id: '1',
		name: type,
		type,
		data: withDefaults(properties, data),
	});
}
