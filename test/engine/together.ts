/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: finds this package's folder */
import { join } from 'node:path';
import type { LocalGrowlytics } from '../growlytics/server';
import { startGrowlytics } from '../growlytics/server';
import type { CredentialData } from './credentials';
import { type Engine, createEngine } from './engine';

/** The only key that the local Growlytics takes. */
export const API_KEY = 'a-very-secret-key';

export interface Together {
	growlytics: LocalGrowlytics;
	/** Has the built package, and a Growlytics credential for the local server. */
	engine: Engine;
	/** The credentials the engine has, with other values in some fields. */
	credentials(changes?: CredentialData): { growlyticsApi: CredentialData };
	close(): Promise<void>;
}

/** Starts a local Growlytics and n8n's engine with this package, as it was last built. */
export async function startTogether(): Promise<Together> {
	const growlytics = await startGrowlytics({ apiKey: API_KEY });
	const { url } = growlytics;
	const addresses = { baseUrl: url, catalogUrl: url, connectorUrl: url };
	const credentials = (changes = {}) => ({
		growlyticsApi: {
			apiKey: API_KEY,
			timezone: '',
			useOtherAddresses: true,
			...addresses,
			...changes,
		},
	});
	const engine = await createEngine({
		packages: [join(__dirname, '..', '..')],
		credentials: credentials(),
	}).catch(async (error: unknown) => {
		// A server that is left open keeps jest from ending.
		await growlytics.close();
		throw error;
	});
	return {
		growlytics,
		engine,
		credentials,
		close: async () => {
			await Promise.all([engine.close(), growlytics.close()]);
		},
	};
}
