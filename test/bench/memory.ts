/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- measuring program, never shipped: asks the system about another process, regularly */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const EVERY_MS = 50;
const KILOBYTES = /^VmRSS:\s+(\d+) kB$/m;

/** Megabytes of memory that a process has resident: of Linux's /proc, elsewhere of ps. 0 if it has ended. */
export function residentMegabytes(pid: number): number {
	try {
		const [, kilobytes] = existsSync('/proc/self/status')
			? (KILOBYTES.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [])
			: ['', execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })];
		return Number(kilobytes ?? 0) / 1024;
	} catch {
		return 0;
	}
}

/**
 * Watches a process while something is done.
 *
 * @returns what was done, and the megabytes that the process had resident before and at most
 */
export async function watchMemory<T>(
	pid: number,
	work: () => Promise<T>,
): Promise<{ result: T; beforeMegabytes: number; peakMegabytes: number }> {
	const beforeMegabytes = residentMegabytes(pid);
	let peakMegabytes = beforeMegabytes;
	const timer = setInterval(() => {
		peakMegabytes = Math.max(peakMegabytes, residentMegabytes(pid));
	}, EVERY_MS);
	try {
		const result = await work();
		return { result, beforeMegabytes, peakMegabytes };
	} finally {
		clearInterval(timer);
	}
}
