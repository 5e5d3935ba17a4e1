/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- test code, never shipped: makes the workers' folders, and passes on why one did not start */
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './freePort';
import type { InstalledN8n } from './install';
import { type N8n, ownSettings, startN8n } from './n8n';
import { type N8nProcess, startN8nProcess } from './n8nProcess';
import { startPostgres, startRedis } from './queueStores';
import { temporaryFolder } from './temporaryFolder';

const WORKER_READY = 'n8n worker is now ready';

/**
 * n8n takes a worker for dead when it has not renewed the lock of its job for a minute, and looks every half minute.
 * Shorter here, so that a test need not wait for that, and not so short that a busy worker passes for a dead one. On
 * top come thirty seconds that cannot be set.
 */
const IMPATIENT = {
	QUEUE_WORKER_LOCK_DURATION: '20000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/** A worker of n8n's queue mode, with a user folder of its own. */
export interface QueueWorker extends N8nProcess {
	/** Ids of the executions that it has begun, in order. */
	begun(): string[];
}

/** n8n in queue mode: a main process and workers, with Redis and PostgreSQL. */
export interface QueueCluster {
	readonly main: N8n;
	readonly workers: readonly QueueWorker[];
	/** Ends everything and removes what it has stored. */
	stop(): Promise<void>;
}

function begunIn(logFile: string): string[] {
	const log = readFileSync(logFile, 'utf8');
	return [...log.matchAll(/Worker started execution (\d+)/g)].flatMap(([, id]) => id ?? []);
}

async function startWorker(
	installed: InstalledN8n,
	{ n8nFolder, filesFolder }: N8n,
	settings: Record<string, string>,
): Promise<QueueWorker> {
	const user = temporaryFolder();
	const ownFolder = join(user.path, '.n8n');
	mkdirSync(ownFolder);
	cpSync(join(n8nFolder, 'nodes'), join(ownFolder, 'nodes'), { recursive: true });
	const own = {
		...(await ownSettings(user.path, await freePort())),
		N8N_RESTRICT_FILE_ACCESS_TO: filesFolder,
		...settings,
	};
	const worker = await startN8nProcess(installed, 'worker', own, WORKER_READY);
	return {
		...worker,
		begun: () => begunIn(worker.logFile),
		stop: async () => {
			await worker.stop();
			user.remove();
		},
	};
}

/**
 * Starts n8n in queue mode, each process with this package (its build) installed as users install it. The workers may
 * read the files of the main process.
 *
 * @param count how many workers
 * @param more of n8n's environment variables, for all processes
 * @throws UserError when a process does not start, or when Redis or PostgreSQL have to be installed first
 */
export async function startQueueCluster(
	installed: InstalledN8n,
	count: number,
	more: Record<string, string> = {},
): Promise<QueueCluster> {
	const started: Array<{ stop(): Promise<void> }> = [];
	const keep = <T extends { stop(): Promise<void> }>(one: T): T => {
		started.unshift(one);
		return one;
	};
	const stop = async () => {
		for (const one of started.splice(0)) await one.stop();
	};
	try {
		const redis = keep(await startRedis());
		const postgres = keep(await startPostgres());
		const settings = {
			...redis.settings,
			...postgres.settings,
			...IMPATIENT,
			EXECUTIONS_MODE: 'queue',
			OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
			...more,
		};
		const main = keep(await startN8n(installed, { settings }));
		const workers = await Promise.all(
			Array.from({ length: count }, async () => keep(await startWorker(installed, main, settings))),
		);
		return { main, workers, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
