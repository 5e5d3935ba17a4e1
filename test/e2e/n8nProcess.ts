/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: runs n8n and waits for it */
import { UserError } from 'n8n-workflow';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startProgram } from './children';
import { neutralEnvironment } from './environment';
import type { InstalledN8n } from './install';

const START_LIMIT_MS = 180_000;
const TAIL_CHARACTERS = 3000;

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
	const log = () => readFileSync(logFile, 'utf8');
	writeFileSync(logFile, '');
	const neutral = neutralEnvironment();
	const program = await startProgram(node, [script, command], {
		cwd: settings.N8N_USER_FOLDER,
		env: {
			...neutral,
			...QUIET,
			...version.environment,
			HOME: settings.N8N_USER_FOLDER,
			NODE_ENV: 'production',
			PATH: `${dirname(node)}${delimiter}${neutral.PATH ?? ''}`,
			...settings,
		},
		onOutput: (text) => appendFileSync(logFile, text),
	});
	const running: N8nProcess = {
		pid: program.pid,
		logFile,
		ended: program.ended,
		kill: async () => {
			program.kill('SIGKILL');
			await program.ended;
		},
		stop: async () => await program.stop(),
	};

	const deadline = performance.now() + START_LIMIT_MS;
	while (!log().includes(readyText)) {
		const isLate = performance.now() > deadline;
		if (isLate) await program.stop();
		if (isLate || !program.isRunning()) {
			const problem = isLate ? 'was not ready in time' : 'ended while starting';
			throw new UserError(`n8n ${version.n8n} ${problem}\n${log().slice(-TAIL_CHARACTERS)}`);
		}
		await wait(100);
	}
	return running;
}
