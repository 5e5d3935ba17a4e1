/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: runs the stores that n8n's queue mode needs */
import { chownSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command';
import { neutralEnvironment } from './environment';
import { freePort } from './freePort';
import { findProgram } from './queuePrograms';
import { startReadyProgram } from './readyProgram';
import { temporaryFolder } from './temporaryFolder';

const LOOPBACK = '127.0.0.1';
const DATABASE_USER = 'n8n';

/** The user `nobody` on Linux: PostgreSQL refuses to run as root. */
const NOBODY = 65_534;

/** A store that n8n uses, for as long as it runs. */
export interface Store {
	/** What n8n needs in its environment to use it. */
	readonly settings: Record<string, string>;
	/** Ends it and removes all it has stored. */
	stop(): Promise<void>;
}

/** A Redis of its own on the loopback address, kept in memory only. */
export async function startRedis(): Promise<Store> {
	const command = findProgram('redis-server');
	const folder = temporaryFolder();
	const port = String(await freePort());
	const args = ['--port', port, '--bind', LOOPBACK, '--save', '', '--appendonly', 'no'];
	const program = await startReadyProgram(command, args, {
		what: 'Redis',
		cwd: folder.path,
		env: neutralEnvironment(),
		logFile: join(folder.path, 'redis.log'),
		readyText: 'Ready to accept connections',
	});
	return {
		settings: { QUEUE_BULL_REDIS_HOST: LOOPBACK, QUEUE_BULL_REDIS_PORT: port },
		stop: async () => {
			await program.stop();
			folder.remove();
		},
	};
}

/** A command as a user that PostgreSQL accepts. */
function unprivileged(command: string, args: readonly string[]): [string, string[]] {
	if (process.getuid?.() !== 0) return [command, [...args]];
	const user = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
	return ['setpriv', [...user, command, ...args]];
}

/** A PostgreSQL of its own on the loopback address, with an empty database. */
export async function startPostgres(): Promise<Store> {
	const initdb = findProgram('initdb');
	const postgres = findProgram('postgres');
	const folder = temporaryFolder();
	if (process.getuid?.() === 0) chownSync(folder.path, NOBODY, NOBODY);
	const place = { cwd: folder.path, env: neutralEnvironment() };
	const data = join(folder.path, 'data');
	const options = ['--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'];
	const create = ['--pgdata', data, '--username', DATABASE_USER, ...options];
	await runCommand(...unprivileged(initdb, create), place);

	const port = String(await freePort());
	const settings = ['unix_socket_directories=', 'fsync=off'].flatMap((each) => ['-c', each]);
	const serve = ['-D', data, '-h', LOOPBACK, '-p', port, ...settings];
	const program = await startReadyProgram(...unprivileged(postgres, serve), {
		...place,
		what: 'PostgreSQL',
		logFile: join(folder.path, 'postgres.log'),
		readyText: 'database system is ready to accept connections',
	});
	return {
		settings: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: LOOPBACK,
			DB_POSTGRESDB_PORT: port,
			DB_POSTGRESDB_USER: DATABASE_USER,
			DB_POSTGRESDB_DATABASE: 'postgres',
		},
		stop: async () => {
			await program.stop();
			folder.remove();
		},
	};
}
