/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- measuring program, never shipped: starts itself in a thread of its own */
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { z } from 'zod';
import { startGrowlytics } from '../growlytics/server';
import type { GrowlyticsSettingsInput } from '../growlytics/settings';

export const MEASURED_KEY = 'measured-key';

export interface ServerThread {
	url: string;
	/** Forgets everything and takes other settings. */
	restart(settings: GrowlyticsSettingsInput): Promise<void>;
	close(): Promise<void>;
}

/** Starts a local Growlytics in a thread of its own, so that its work is not measured as the node's. */
export async function startServerThread(): Promise<ServerThread> {
	const worker = new Worker(__filename);
	const url = await new Promise<string>((resolve, reject) => {
		worker.once('message', (message) => resolve(z.string().parse(message)));
		worker.once('error', reject);
	});
	const post = async (path: string, body: GrowlyticsSettingsInput) => {
		const response = await fetch(`${url}/inspect/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		if (!response.ok) throw new Error(await response.text());
	};
	return {
		url,
		restart: async (settings) => {
			await post('reset', {});
			await post('configure', settings);
		},
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
