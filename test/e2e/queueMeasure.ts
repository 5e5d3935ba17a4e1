/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- command-line program, never shipped: prints, waits, and reads what a process has used */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type LocalGrowlytics, startGrowlytics } from '../growlytics/server';
import { csvOf, rowsFor, withSettings } from './bulkImport';
import { createGrowlyticsCredential } from './credentials';
import { readExample } from './examples';
import { installN8n } from './install';
import { print, withProgress } from './progress';
import { type QueueCluster, type QueueWorker, startQueueCluster } from './queueCluster';
import { CURRENT } from './versions';
import { postToWebhook } from './webhooks';
import { activateWorkflow, createWorkflow, runWorkflow, withCredentials } from './workflows';

const CUSTOMERS = 5000;
const UPDATES = 2;
const ROWS_PER_BATCH = 1000;
const BATCHES_AT_ONCE = 4;
const LATENCY_MS = 50;

/** Linux counts a process's time in hundredths of a second. */
const TICKS_A_SECOND = 100;

const statusSchema = z.object({ status: z.string() });

/** Seconds of processor time that a process has used, without those of programs that it started. Linux only. */
function processorSeconds({ pid }: QueueWorker): number {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	const fields = stat.slice(stat.lastIndexOf(')')).split(' ');
	return (Number(fields[12]) + Number(fields[13])) / TICKS_A_SECOND;
}

/** The most memory that a process has had. Linux only. */
function peakMegabytes({ pid }: QueueWorker): number {
	const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
	return Number(kilobytes) / 1024;
}

async function publishImport({ main }: QueueCluster, { url, settings }: LocalGrowlytics) {
	const { rest, filesFolder } = main;
	writeFileSync(join(filesFolder, 'customers.csv'), csvOf(rowsFor(CUSTOMERS, UPDATES)));
	const credential = await createGrowlyticsCredential(rest, {
		apiKey: settings.apiKey,
		baseUrl: url,
	});
	const example = withSettings(readExample('bulk-import-to-growlytics.json', filesFolder), {
		'n8n Address': main.url,
		'Rows per Batch': ROWS_PER_BATCH,
		'Batches at Once': BATCHES_AT_ONCE,
	});
	const workflow = await createWorkflow(
		main.rest,
		withCredentials(example, { growlyticsApi: credential }),
	);
	await activateWorkflow(rest, workflow);
	await postToWebhook(main.url, 'growlytics-batch', { rows: [] });
	return async () => {
		const id = await runWorkflow(rest, workflow, 'Start');
		for (;;) {
			const { status } = await rest.call('GET', `/executions/${id}`, statusSchema);
			if (status === 'success') return;
			if (status === 'error') throw new Error(`Execution ${id} failed`);
			await wait(100);
		}
	};
}

async function measureImport(runImport: () => Promise<void>, workers: readonly QueueWorker[]) {
	const before = workers.map(processorSeconds);
	const startedAt = performance.now();
	await runImport();
	const seconds = (performance.now() - startedAt) / 1000;
	const used = workers.map((worker, index) => processorSeconds(worker) - (before[index] ?? 0));
	const rows = CUSTOMERS * UPDATES;
	print(
		[
			`${workers.length} worker(s): ${rows} rows in ${seconds.toFixed(1)} s`,
			`${(rows / seconds).toFixed(0)} rows/s`,
			`processor ${used.map((each) => each.toFixed(1)).join(' + ')} s`,
			`peak ${workers.map((worker) => peakMegabytes(worker).toFixed(0)).join(' + ')} MB`,
		].join(', '),
	);
}

/** The bulk import with two workers and with one, each after a first import that is not counted. */
async function measureQueue(): Promise<void> {
	const installed = await installN8n(CURRENT);
	const growlytics = await startGrowlytics({
		recordBodies: false,
		faults: [{ kind: 'latency', minMs: LATENCY_MS, maxMs: LATENCY_MS }],
	});
	const cluster = await withProgress('Starting n8n in queue mode', async () =>
		startQueueCluster(installed, 2, { N8N_LOG_LEVEL: 'info' }),
	);
	const runImport = await publishImport(cluster, growlytics);
	await runImport();
	await measureImport(runImport, cluster.workers);
	const [first, second] = cluster.workers;
	await second?.stop();
	if (first) await measureImport(runImport, [first]);
	await cluster.stop();
	await growlytics.close();
}

measureQueue().then(
	() => process.exit(0),
	(error: unknown) => {
		print(error instanceof Error ? error.message : String(error));
		process.exit(1);
	},
);
