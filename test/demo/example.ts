/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- demo, never shipped: reads the example from its folder */
import type { INode } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../engine/engine';
import type { Execution } from '../engine/execution';
import type { WorkflowJson } from '../engine/workflow';
import { customerWith, postCustomer } from '../growlytics/client';
import type { LocalGrowlytics } from '../growlytics/server';

export const packageFolder = join(__dirname, '..', '..');
export const examplesFolder = join(packageFolder, 'examples');
const EXAMPLE_FILE = join(examplesFolder, 'customers.csv');

/** The names that the example's nodes have on the canvas. */
export const nodeNames = {
	read: 'Read Customers File',
	extract: 'Extract Rows',
	growlytics: 'Create or Update Customer',
	stored: 'Stored',
	toCheck: 'To Check',
	report: 'Your Report',
	fail: 'Fail the Execution',
} as const;

/**
 * Customers of the file whose profiles are so full already that the file's attributes do not fit: the limit is one
 * of the profile, which the node cannot see, so only Growlytics can refuse them.
 */
export const fullProfiles = [
	{ id: '00412', customAttributes: 98 },
	{ id: '00416', customAttributes: 100 },
] as const;

/** The zone that the file's times with an offset are converted to. */
export const ACCOUNT_TIME_ZONE = 'Asia/Kolkata';

/** Stores the customers that Growlytics knows before the example runs. */
export async function fillProfiles(growlytics: LocalGrowlytics): Promise<void> {
	for (const { id, customAttributes } of fullProfiles) {
		const { status } = await postCustomer(growlytics, customerWith(id, customAttributes));
		if (status !== 200) throw new Error(`Customer ${id} could not be prepared: HTTP ${status}`);
	}
}

/** Runs the example workflow as a user who has set the path of a file and a credential. */
export async function runExample(
	engine: Engine,
	growlytics: LocalGrowlytics,
	csvPath = EXAMPLE_FILE,
): Promise<Execution> {
	return await engine.run(withSettings(readExample(), csvPath), {
		credentials: {
			growlyticsApi: {
				apiKey: growlytics.settings.apiKey,
				baseUrl: growlytics.url,
				timezone: ACCOUNT_TIME_ZONE,
			},
		},
	});
}

/** The workflow as a user imports it. */
export function readExample(): WorkflowJson {
	const path = join(examplesFolder, 'spreadsheet-to-growlytics.json');
	return jsonParse<WorkflowJson>(readFileSync(path, 'utf8'));
}

function withSettings(workflow: WorkflowJson, csvPath: string): WorkflowJson {
	const nodes = workflow.nodes.map((node) => withCredentialId(withFilePath(node, csvPath)));
	return { ...workflow, nodes };
}

function withFilePath(node: INode, csvPath: string): INode {
	if (node.name !== nodeNames.read) return node;
	return { ...node, parameters: { ...node.parameters, fileSelector: csvPath } };
}

/** The file names its credential only; n8n adds the id when it finds a credential of that name. */
function withCredentialId(node: INode): INode {
	const credential = node.credentials?.growlyticsApi;
	if (!credential) return node;
	return { ...node, credentials: { growlyticsApi: { ...credential, id: '1' } } };
}
