/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a command line for contributors, never shipped: needs process and paths */
import { resolve } from 'node:path';
import { CLI_PORT } from '../growlytics/flags';
import { describeRequest } from '../growlytics/serve';
import { startGrowlytics } from '../growlytics/server';
import { runCommand } from './command';
import { createGrowlyticsCredential, credentialFor } from './credentials';
import { welcome } from './devWelcome';
import { npmEnvironment } from './environment';
import { copyExampleFiles, exampleNames, readExample } from './examples';
import { freePort } from './freePort';
import { installN8n } from './install';
import { startN8n } from './n8n';
import { print, withProgress } from './progress';
import { CURRENT } from './versions';
import { createWorkflow, withCredentials } from './workflows';

const EDITOR_PORT = 5678;
const FIRST_EXAMPLE = 'spreadsheet-to-growlytics.json';

const repository = resolve(__dirname, '..', '..');

/** Here and not before in the npm script, so that it says what it does from the first second. */
async function build(): Promise<void> {
	const env = npmEnvironment();
	await withProgress('Building the node', async () =>
		runCommand('npm', ['run', '--silent', 'build'], { cwd: repository, env }),
	);
}

/** n8n's editor with this package, the local Growlytics, a credential for it and the example workflows. */
async function dev(): Promise<void> {
	const [installed] = await Promise.all([installN8n(CURRENT), build()]);
	const growlytics = await startGrowlytics({ port: await freePort(CLI_PORT) }, (request) =>
		print(describeRequest(request)),
	);
	const port = await freePort(EDITOR_PORT);
	const n8n = await withProgress(`Starting n8n ${CURRENT.n8n} (about half a minute)`, async () =>
		startN8n(installed, { port }),
	);
	const credential = await createGrowlyticsCredential(n8n.rest, credentialFor(growlytics));
	copyExampleFiles(n8n.filesFolder);
	// n8n lists the workflow first that came last.
	const names = exampleNames().filter((name) => name !== FIRST_EXAMPLE);
	for (const name of [...names, FIRST_EXAMPLE]) {
		const example = readExample(name, n8n.filesFolder);
		await createWorkflow(n8n.rest, withCredentials(example, { growlyticsApi: credential }));
	}

	print(
		welcome({
			n8nUrl: n8n.url,
			growlyticsUrl: growlytics.url,
			apiKey: growlytics.settings.apiKey,
			credentialName: credential.name,
			exampleName: String(readExample(FIRST_EXAMPLE, n8n.filesFolder).name),
			logFile: n8n.logFile,
		}),
	);
	await n8n.ended;
	print('n8n has ended. Start this again.');
	process.exit(1);
}

dev().catch((error: unknown) => {
	print(error instanceof Error ? error.message : String(error));
	process.exit(1);
});
