/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: makes a folder and removes it */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './children';

export interface TemporaryFolder {
	path: string;
	/** Removes it; otherwise that happens when this process ends. */
	remove(): void;
}

/** A new, empty folder that does not outlive this process. */
export function temporaryFolder(): TemporaryFolder {
	const path = mkdtempSync(join(realpathSync(tmpdir()), 'n8n-nodes-growlytics-'));
	// A program that was just killed may still be putting a file there.
	const options = { recursive: true, force: true, maxRetries: 5 };
	return { path, remove: atExit(() => rmSync(path, options)) };
}
