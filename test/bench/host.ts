/* eslint-disable @n8n/community-nodes/no-restricted-imports -- measuring program, never shipped: leaves a certificate in a folder */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chain, node } from '../engine/workflow';
import { createCredential, createGrowlyticsCredential } from '../e2e/credentials';
import type { InstalledN8n } from '../e2e/install';
import { startN8n } from '../e2e/n8n';
import { createWorkflow, runWorkflow, withCredentials } from '../e2e/workflows';
import { CANDIDATE_NODE, type CandidateName, candidates } from './candidates';
import { type MeasuredExecution, measuredExecution } from './measuredExecution';
import { watchMemory } from './memory';
import type { ServerReport } from './networkServer';
import type { Place } from './places';
import { MEASURED_KEY, type ServerThread } from './serverThread';

/** What is measured in one execution. */
export interface Case {
	candidate: CandidateName;
	items: number;
	place: Place;
}

/** What was measured in one execution. */
export interface Sample extends Case, MeasuredExecution {
	/** Of n8n's process. */
	beforeMegabytes: number;
	peakMegabytes: number;
	server: ServerReport;
}

/** n8n's process has ended while it was measured, for want of memory as a rule. */
export class N8nEnded extends Error {}

/** An n8n to measure in. */
export interface Host {
	/** Of n8n's process. */
	readonly pid: number;
	/** Throws N8nEnded when n8n has ended before the execution did. */
	measure(one: Case): Promise<Sample>;
	stop(): Promise<void>;
}

const TRIGGER = 'Trigger';
const CUSTOMERS = { type: 'CUSTOM.customers', typeVersion: 1 };

/**
 * Starts a new n8n with this package and the nodes to compare it with.
 *
 * @param nodesFolder the compiled nodes
 * @param settings more of n8n's environment variables
 */
export async function startHost(
	installed: InstalledN8n,
	server: ServerThread,
	nodesFolder: string,
	settings: Record<string, string> = {},
): Promise<Host> {
	const trusted = join(nodesFolder, 'certificate.pem');
	writeFileSync(trusted, server.certificate);
	const n8n = await startN8n(installed, {
		settings: {
			N8N_CUSTOM_EXTENSIONS: nodesFolder,
			N8N_LOG_LEVEL: 'info',
			NODE_EXTRA_CA_CERTS: trusted,
			...settings,
		},
	});
	const accountAt = async (url: string) => {
		const data = { apiKey: MEASURED_KEY, baseUrl: url };
		const credentials = {
			growlyticsApi: await createGrowlyticsCredential(n8n.rest, data),
			benchApi: await createCredential(n8n.rest, 'benchApi', 'Bench account', data),
		};
		return { url, credentials };
	};
	const onLoopback = await accountAt(server.url);
	const inNetwork = await accountAt(server.networkUrl);

	const run = async ({ candidate, items, place }: Case): Promise<MeasuredExecution> => {
		const { url, credentials } = place.roundTripMs === undefined ? onLoopback : inNetwork;
		const workflow = chain([
			node('manualTrigger', TRIGGER),
			node(CUSTOMERS, 'Customers', { count: items }),
			candidates[candidate].node(url),
		]);
		const stored = await createWorkflow(n8n.rest, withCredentials(workflow, credentials));
		const id = await runWorkflow(n8n.rest, stored, TRIGGER);
		return await measuredExecution(n8n.rest, id, CANDIDATE_NODE);
	};

	const endedTooEarly = async () => {
		await n8n.ended;
		throw new N8nEnded('n8n has ended in the middle of an execution');
	};

	return {
		pid: n8n.pid,
		measure: async (one) => {
			await server.restart(one.place);
			const { result, ...memory } = await watchMemory(n8n.pid, async () =>
				Promise.race([run(one), endedTooEarly()]),
			);
			const report = await server.report();
			if (report.accepted !== one.items) {
				throw new Error(`${one.candidate}: ${report.accepted} customers for ${one.items} items`);
			}
			return { ...one, ...result, ...memory, server: report };
		},
		stop: async () => await n8n.stop(),
	};
}
