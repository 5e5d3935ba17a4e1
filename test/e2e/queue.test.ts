/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: writes the file to import, and waits */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { StoredCustomer } from '../growlytics/profiles';
import { type LocalGrowlytics, startGrowlytics } from '../growlytics/server';
import { type ImportSettings, csvOf, rowsFor, storedOneByOne, withSettings } from './bulkImport';
import { createGrowlyticsCredential } from './credentials';
import { readExample } from './examples';
import { type StoredExecution, finishedExecution } from './executions';
import { installN8n } from './install';
import { withProgress } from './progress';
import { type QueueCluster, type QueueWorker, startQueueCluster } from './queueCluster';
import { CURRENT } from './versions';
import { postToWebhook } from './webhooks';
import {
	type StoredWorkflow,
	activateWorkflow,
	createWorkflow,
	runWorkflow,
	updateWorkflow,
	withCredentials,
} from './workflows';

const START_LIMIT_MS = 300_000;
const TEST_LIMIT_MS = 240_000;
/** What n8n says of an execution whose worker has died. */
const STALLED = /^This execution failed to be processed too many times/;

const CONDITION_LIMIT_MS = 90_000;

/** What the node sends at once for each batch. */
const CONCURRENCY = 10;

let growlytics: LocalGrowlytics;
let cluster: QueueCluster;
let workflow: StoredWorkflow;
let current: Parameters<typeof createWorkflow>[1];
beforeAll(async () => {
	growlytics = await startGrowlytics();
	const installed = await installN8n(CURRENT);
	cluster = await withProgress('Starting n8n in queue mode', async () =>
		startQueueCluster(installed, 2),
	);
	const { rest, url, filesFolder } = cluster.main;
	const { apiKey } = growlytics.settings;
	const credential = await createGrowlyticsCredential(rest, { apiKey, baseUrl: growlytics.url });
	const example = readExample('bulk-import-to-growlytics.json', filesFolder);
	current = withCredentials(withSettings(example, { 'n8n Address': url }), {
		growlyticsApi: credential,
	});
	workflow = await createWorkflow(rest, current);
	await activateWorkflow(rest, workflow);
	await postToWebhook(url, 'growlytics-batch', { rows: [] });
}, START_LIMIT_MS);
afterAll(async () => {
	await cluster?.stop();
	await growlytics?.close();
}, TEST_LIMIT_MS);
beforeEach(() => {
	growlytics.configure({ faults: [] });
	growlytics.reset();
});

/** Puts the file in place, enters the settings as a user does in the editor, and executes from Start. */
async function startImport(
	rows: readonly Record<string, string>[],
	settings: Partial<ImportSettings>,
) {
	const { rest, filesFolder } = cluster.main;
	writeFileSync(join(filesFolder, 'customers.csv'), csvOf(rows));
	current = withSettings(current, settings);
	workflow = await updateWorkflow(rest, workflow, current);
	return await runWorkflow(rest, workflow, 'Start');
}

async function runImport(...args: Parameters<typeof startImport>): Promise<StoredExecution> {
	return await finishedExecution(cluster.main.rest, await startImport(...args));
}

async function until(condition: () => boolean, what: string) {
	const deadline = performance.now() + CONDITION_LIMIT_MS;
	while (!condition()) {
		if (performance.now() > deadline) throw new Error(`Waited in vain until ${what}`);
		await wait(50);
	}
}

/** What each worker begins from now on. */
function watchWorkers() {
	const before = new Set(cluster.workers.flatMap((worker) => worker.begun()));
	return (worker: QueueWorker) => worker.begun().filter((id) => !before.has(id));
}

/** Customers by ID, each with its attributes by name. */
function profiles(customers: readonly StoredCustomer[]) {
	return Object.fromEntries(
		customers.map(({ id, attributes }) => [
			id,
			Object.fromEntries(attributes.map(({ name, type, value }) => [name, { type, value }])),
		]),
	);
}

const bodySchema = z.object({
	id: z.string(),
	attributes: z.array(z.object({ name: z.string(), value: z.unknown() })),
});

/** By customer, the numbers of orders in the order in which Growlytics stored them. */
function storedOrders(): Map<string, number[]> {
	const orders = new Map<string, number[]>();
	for (const { body, stored } of growlytics.requests()) {
		if (!stored) continue;
		const { id, attributes } = bodySchema.parse(JSON.parse(body));
		const number = Number(attributes.find(({ name }) => name === 'Total Orders')?.value);
		orders.set(id, [...(orders.get(id) ?? []), number]);
	}
	return orders;
}

/** Every update of a customer, once and in the order of the file. */
function ordersOf(id: string, rows: readonly Record<string, string>[]): number[] {
	const own = rows.filter((row) => row['Customer ID'] === id);
	return own.map((row) => Number(row['Total Orders']));
}

function inFlight(): number {
	return growlytics.requests().filter(({ finishedAt }) => finishedAt === undefined).length;
}

test(
	'a file is spread over the workers, and each customer ends as its last row says',
	async () => {
		const rows = rowsFor(300, 8);
		const unusable = { ...rows[0], 'Customer ID': 'C99999', 'Total Orders': '12 orders' };
		const begunBy = watchWorkers();
		const execution = await runImport([...rows, unusable], {
			'Rows per Batch': 300,
			'Batches at Once': 4,
		});

		expect(execution.error).toBeUndefined();
		expect(execution.output('Report')).toEqual([
			expect.objectContaining({ Batches: 9, Rows: 2401, Stored: 2400, 'Batches to Run Again': '' }),
		]);
		expect(execution.output('Not Stored')).toEqual([
			{
				...unusable,
				'What Happened':
					'Customer "C99999" was not sent: one value does not fit. "Total Orders": "12 orders" is not a number.',
				'What to Do': expect.any(String),
			},
		]);

		expect(growlytics.requests()).toHaveLength(rows.length);
		expect(growlytics.ignored()).toEqual([]);
		const stored = growlytics.customers().sort((a, b) => a.id.localeCompare(b.id));
		const expected = await storedOneByOne(rows);
		expect(profiles(stored)).toEqual(profiles(expected));
		expect(stored.map(({ updates }) => updates)).toEqual(expected.map(({ updates }) => updates));
		for (const [id, orders] of storedOrders()) expect(orders).toEqual(ordersOf(id, rows));

		// The import itself is an execution too.
		const begun = cluster.workers.map(begunBy);
		expect(begun.flat()).toHaveLength(1 + 9);
		for (const ids of begun) expect(ids.length).toBeGreaterThan(1);
	},
	TEST_LIMIT_MS,
);

const retrySchema = z.object({ id: z.string(), status: z.string() });

test(
	'a worker is killed: its batches are named, and all is stored when they are run again',
	async () => {
		const { rest } = cluster.main;
		const rows = rowsFor(200, 6);
		const settings = { 'Rows per Batch': 300, 'Batches at Once': 4 };
		const begunBy = watchWorkers();
		growlytics.configure({ faults: [{ kind: 'latency', minMs: 15_000, maxMs: 15_000 }] });
		const importId = await startImport(rows, settings);

		// Each batch has sent all that it may send at once: each has requests on their way.
		await until(() => inFlight() === 4 * CONCURRENCY, 'all batches have requests in flight');
		const victim = cluster.workers.find((worker) => !begunBy(worker).includes(importId));
		if (!victim) throw new Error('No worker is without the import itself');
		const lost = begunBy(victim);
		expect(lost).not.toEqual([]);
		await victim.kill();
		growlytics.configure({ faults: [] });

		const execution = await finishedExecution(rest, importId);
		for (const id of lost) {
			const batch = await finishedExecution(rest, id);
			expect({ status: batch.status, error: batch.error }).toEqual({
				status: 'error',
				error: expect.stringMatching(STALLED),
			});
		}
		const [report] = execution.output('Import This File');
		const toRunAgain = String(report?.['Batches to Run Again']);
		expect(toRunAgain.split(', ')).toHaveLength(lost.length);
		expect(execution.status).toBe('error');
		expect(execution.error).toContain(
			`of 4 batches, these have to be run again: ${toRunAgain}. The batch did not answer: 500`,
		);
		const expected = profiles(await storedOneByOne(rows));
		expect(profiles(growlytics.customers())).not.toEqual(expected);

		// n8n's own Retry has nothing to start from.
		const [lostOne] = lost;
		const sent = growlytics.requests().length;
		const retried = await rest.call('POST', `/executions/${lostOne}/retry`, retrySchema, {});
		expect(retried.status).toBe('error');
		expect(growlytics.requests()).toHaveLength(sent);

		const again = await runImport(rows, { ...settings, 'Only Batches': toRunAgain });
		expect(again.error).toBeUndefined();
		expect(again.output('Report')).toMatchObject([{ Batches: lost.length }]);
		expect(profiles(growlytics.customers())).toEqual(expected);
		for (const [id, orders] of storedOrders()) {
			const own = ordersOf(id, rows);
			// Those that were stored before the worker died, if any, come first.
			expect(orders.slice(-own.length)).toEqual(own);
			expect(own.slice(0, orders.length - own.length)).toEqual(orders.slice(0, -own.length));
		}
	},
	TEST_LIMIT_MS,
);

test(
	'what is wrong with all rows stops the import, and says so',
	async () => {
		const { apiKey } = growlytics.settings;
		growlytics.configure({ apiKey: 'another-key' });
		const execution = await runImport(rowsFor(100, 1), {
			'Rows per Batch': 50,
			'Only Batches': '',
		});
		growlytics.configure({ apiKey });
		expect(execution.status).toBe('error');
		expect(execution.error).toContain('of 2 batches, these have to be run again: 1, 2.');
		expect(execution.error).toContain('HTTP 401');
		expect(growlytics.customers()).toEqual([]);
	},
	TEST_LIMIT_MS,
);
