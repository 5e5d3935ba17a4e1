/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: finds a folder */
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where installed n8n versions are kept between runs, outside the tree.
 *
 * @returns what N8N_NODES_GROWLYTICS_CACHE says; otherwise a folder of the user's cache (XDG_CACHE_HOME or ~/.cache)
 */
export function cacheFolder(): string {
	const { N8N_NODES_GROWLYTICS_CACHE: own, XDG_CACHE_HOME: userCache } = process.env;
	return own ?? join(userCache ?? join(homedir(), '.cache'), 'n8n-nodes-growlytics');
}
