/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/require-node-api-error -- test code, never shipped: a file as a lock between processes */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const POLL_MS = 1000;

function take(path: string): boolean {
	try {
		writeFileSync(path, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
		throw error;
	}
}

function holder(path: string): number | undefined {
	try {
		return Number(readFileSync(path, 'utf8')) || undefined;
	} catch {
		return undefined;
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

/**
 * Does work that two processes must not do at once. A lock left behind by a process that died is taken over.
 *
 * @param path a file that holds the lock; its folder is made
 * @param onWait called once with the process waited for
 */
export async function withLock<T>(
	path: string,
	onWait: (pid: number) => void,
	work: () => Promise<T>,
): Promise<T> {
	mkdirSync(dirname(path), { recursive: true });
	let saidSo = false;
	while (!take(path)) {
		const pid = holder(path);
		if (pid !== undefined && !isAlive(pid)) {
			rmSync(path, { force: true });
			continue;
		}
		if (pid !== undefined && !saidSo) {
			onWait(pid);
			saidSo = true;
		}
		await wait(POLL_MS);
	}
	try {
		return await work();
	} finally {
		rmSync(path, { force: true });
	}
}
