/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: makes n8n's folders */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { installThisPackage } from './communityPackage';
import { freePort } from './freePort';
import type { InstalledN8n } from './install';
import { startN8nProcess } from './n8nProcess';
import { Rest } from './rest';
import { temporaryFolder } from './temporaryFolder';

const READY = 'Editor is now accessible via';
const LOOPBACK = '127.0.0.1';

export interface N8nOptions {
	/** The editor's port; any free one unless given. */
	port?: number;
	/** More of n8n's environment variables. */
	settings?: Record<string, string>;
}

/** A whole n8n of its own: user folder, database, this package installed, an owner signed in. */
export interface N8n {
	/** Of the editor, the webhooks and the forms. */
	readonly url: string;
	readonly rest: Rest;
	/** Of n8n's own process. */
	readonly pid: number;
	/** n8n's `.n8n` folder: database, settings, packages. */
	readonly n8nFolder: string;
	/** A folder that n8n's file nodes may read and write. */
	readonly filesFolder: string;
	/** All it has printed, at the log level `debug`. */
	readonly logFile: string;
	/** Resolves when it has ended, for whatever reason. */
	readonly ended: Promise<unknown>;
	/** Ends it and removes its folders. */
	stop(): Promise<void>;
}

/** n8n's settings for the folders and ports of its own that it gets here. */
export async function ownSettings(userFolder: string, port: number) {
	return {
		N8N_USER_FOLDER: userFolder,
		N8N_RESTRICT_FILE_ACCESS_TO: join(userFolder, 'files'),
		N8N_ENCRYPTION_KEY: 'a-key-of-the-tests',
		N8N_HOST: LOOPBACK,
		N8N_LISTEN_ADDRESS: LOOPBACK,
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		N8N_SECURE_COOKIE: 'false',
		N8N_LOG_LEVEL: 'debug',
		N8N_LOG_OUTPUT: 'console',
	};
}

/**
 * Starts a new n8n with this package (its build) installed as users install it.
 *
 * @throws UserError with the end of n8n's log when it does not start
 */
export async function startN8n(installed: InstalledN8n, options: N8nOptions = {}): Promise<N8n> {
	const user = temporaryFolder();
	const n8nFolder = join(user.path, '.n8n');
	const filesFolder = join(user.path, 'files');
	mkdirSync(filesFolder, { recursive: true });
	await installThisPackage(n8nFolder);

	const port = options.port ?? (await freePort());
	const settings = { ...(await ownSettings(user.path, port)), ...options.settings };
	const server = await startN8nProcess(installed, 'start', settings, READY);
	const rest = new Rest(`http://${LOOPBACK}:${port}`);
	await rest.setUpOwner();
	return {
		url: rest.url,
		rest,
		pid: server.pid,
		n8nFolder,
		filesFolder,
		logFile: server.logFile,
		ended: server.ended,
		stop: async () => {
			await server.stop();
			user.remove();
		},
	};
}
