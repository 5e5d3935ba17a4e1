/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- measuring program, never shipped: starts itself in a thread of its own */
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { z } from 'zod';
import { startGrowlytics } from '../growlytics/server';

export const MEASURED_KEY = 'measured-key';

const healthSchema = z.object({ requests: z.number(), peakInFlight: z.number() });

export interface ServerThread {
	url: string;
	/** Forgets everything, and lets every answer wait for so long. */
	restart(latencyMs: number): Promise<void>;
	/** What has come since. */
	report(): Promise<z.output<typeof healthSchema>>;
	close(): Promise<void>;
}

/** Starts a local Growlytics in a thread of its own, so that it does not wait for what measures. */
export async function startServerThread(): Promise<ServerThread> {
	const worker = new Worker(__filename);
	const url = await new Promise<string>((resolve, reject) => {
		worker.once('message', (message) => resolve(z.string().parse(message)));
		worker.once('error', reject);
	});
	const ask = async (path: string, body?: object): Promise<unknown> => {
		const response = await fetch(`${url}/inspect/${path}`, {
			...(body && { method: 'POST', body: JSON.stringify(body) }),
			headers: { 'content-type': 'application/json', connection: 'close' },
		});
		if (!response.ok) throw new Error(await response.text());
		return await response.json();
	};
	return {
		url,
		restart: async (latencyMs) => {
			const latency = { kind: 'latency', minMs: latencyMs, maxMs: latencyMs };
			await ask('reset', {});
			await ask('configure', { faults: latencyMs > 0 ? [latency] : [] });
		},
		report: async () => healthSchema.parse(await ask('health')),
		close: async () => {
			await worker.terminate();
		},
	};
}

async function serve(): Promise<void> {
	const { url } = await startGrowlytics({ apiKey: MEASURED_KEY, recordBodies: false });
	parentPort?.postMessage(url);
}

if (!isMainThread) void serve();
