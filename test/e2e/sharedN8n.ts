/* eslint-disable @n8n/community-nodes/no-restricted-globals -- test code, never shipped: hands an n8n on to the test files through the environment */
import { z } from 'zod';
import { installN8n } from './install';
import { type N8n, startN8n } from './n8n';
import { withProgress } from './progress';
import { Rest } from './rest';
import { CURRENT, VERSION_VARIABLE, versionNamed } from './versions';

const VARIABLE = 'E2E_SHARED_N8N';

const placeSchema = z.object({
	version: z.string(),
	url: z.string(),
	session: z.string(),
	n8nFolder: z.string(),
	filesFolder: z.string(),
	logFile: z.string(),
});

/** The n8n that all test files use which need no n8n of their own. */
export type SharedN8n = Omit<z.output<typeof placeSchema>, 'session'> & { rest: Rest };

let running: N8n | undefined;

/** Before the first test file. */
export async function startSharedN8n(): Promise<void> {
	const version = versionNamed(process.env[VERSION_VARIABLE] ?? CURRENT.n8n);
	const installed = await installN8n(version);
	const what = `Starting n8n ${version.n8n}`;
	running = await withProgress(what, async () => await startN8n(installed));
	const { session } = running.rest;
	process.env[VARIABLE] = JSON.stringify(
		placeSchema.parse({ ...running, version: version.n8n, session }),
	);
}

/** After the last test file. */
export async function stopSharedN8n(): Promise<void> {
	await running?.stop();
}

/** The n8n started before the first test file, signed in. */
export function sharedN8n(): SharedN8n {
	const { session, ...place } = placeSchema.parse(JSON.parse(process.env[VARIABLE] ?? '{}'));
	return { ...place, rest: new Rest(place.url, session) };
}
