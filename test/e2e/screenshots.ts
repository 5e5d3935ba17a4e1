/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: makes a folder */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the editor tests leave what they saw, outside the tree.
 *
 * @returns what E2E_SCREENSHOTS says; otherwise a folder of the system's temporary folder
 */
export function screenshotFolder(): string {
	const folder = process.env.E2E_SCREENSHOTS ?? join(tmpdir(), 'n8n-nodes-growlytics-screenshots');
	mkdirSync(folder, { recursive: true });
	return folder;
}
