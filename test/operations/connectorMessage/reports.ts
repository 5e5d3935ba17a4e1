import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { CredentialData } from '../../engine/credentials';
import type { Execution } from '../../engine/execution';
import type { Together } from '../../engine/together';
import { type NodeSettings, chain, growlytics, node } from '../../engine/workflow';

export interface Setup {
	items?: readonly IDataObject[];
	parameters?: INodeParameters;
	options?: INodeParameters;
	onError?: NodeSettings['onError'];
	credential?: CredentialData;
}

/** Runs Connector Message > Report Open or Click, by default for one message that was opened. */
export async function report(
	{ engine, credentials }: Together,
	{
		items = [{ token: 'm-1' }],
		parameters = {},
		options = {},
		onError = 'continueErrorOutput',
		credential = {},
	}: Setup = {},
): Promise<Execution> {
	return await engine.run(
		chain([
			node('manualTrigger', 'Trigger'),
			growlytics(
				'Growlytics',
				{
					resource: 'connectorMessage',
					operation: 'report',
					messageToken: '={{ $json.token }}',
					options: { maxRetries: 2, timeout: 10_000, ...options },
					...parameters,
				},
				{ onError },
			),
		]),
		{ input: items.map((json) => ({ json })), credentials: credentials(credential) },
	);
}

/** What failed items say: their message, or what else is asked for. */
export function errorsOf(execution: Execution, key = 'message'): unknown[] {
	return execution.output('Growlytics', 1).map(({ json }) => Object(json.error)[key]);
}
