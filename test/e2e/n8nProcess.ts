/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: puts paths together */
import { delimiter, dirname, join } from 'node:path';
import { neutralEnvironment } from './environment';
import type { InstalledN8n } from './install';
import { startReadyProgram } from './readyProgram';

/** n8n asks nothing of the outside world and shows nothing that has to be closed first. */
const QUIET: Record<string, string> = {
	EXTERNAL_FRONTEND_HOOKS_URLS: '',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_MCP_ACCESS_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_PYTHON_ENABLED: 'false',
	N8N_REINSTALL_MISSING_PACKAGES: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
};

/** One running n8n: a server or a worker. */
export interface N8nProcess {
	readonly pid: number;
	/** Where all that it prints is kept: with the log level `debug`, everything that n8n can log. */
	readonly logFile: string;
	/** Resolves when it has ended, for whatever reason. */
	readonly ended: Promise<unknown>;
	/** Ends it at once, as if the machine had lost its power. */
	kill(): Promise<void>;
	stop(): Promise<void>;
}

/**
 * Starts one of n8n's commands and waits until it is ready.
 *
 * @param command `start` or `worker`
 * @param settings n8n's environment variables, N8N_USER_FOLDER among them
 * @param readyText what it prints when it is ready
 * @throws UserError with the end of the log when it ends before, or is not ready within three minutes
 */
export async function startN8nProcess(
	{ node, script, version }: InstalledN8n,
	command: 'start' | 'worker',
	settings: Record<string, string> & { N8N_USER_FOLDER: string },
	readyText: string,
): Promise<N8nProcess> {
	const logFile = join(settings.N8N_USER_FOLDER, `${command}.log`);
	const neutral = neutralEnvironment();
	const program = await startReadyProgram(node, [script, command], {
		what: `n8n ${version.n8n}`,
		cwd: settings.N8N_USER_FOLDER,
		env: {
			...neutral,
			...QUIET,
			HOME: settings.N8N_USER_FOLDER,
			NODE_ENV: 'production',
			PATH: `${dirname(node)}${delimiter}${neutral.PATH ?? ''}`,
			...settings,
		},
		logFile,
		readyText,
	});
	return {
		pid: program.pid,
		logFile,
		ended: program.ended,
		kill: async () => {
			program.kill('SIGKILL');
			await program.ended;
		},
		stop: async () => await program.stop(),
	};
}
