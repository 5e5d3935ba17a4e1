/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a tool, never shipped: needs process */
import { EXIT, checkAccount } from './program';
import { ask } from './prompt';

const TIMEOUT_MS = 30_000;

/**
 * Runs the command in this process.
 *
 * @param keyFromEnvironment the environment does not have it any more
 */
export function main(keyFromEnvironment: string | undefined): void {
	const interrupt = new AbortController();
	// Once: the second Ctrl+C ends the process as ever.
	process.once('SIGINT', () => interrupt.abort());
	checkAccount(process.argv.slice(2), {
		keyFromEnvironment,
		isTerminal: process.stdin.isTTY === true && process.stdout.isTTY === true,
		print: (text) => {
			process.stdout.write(`${text}\n`);
		},
		ask: async (question, isHidden) => await ask(question, { isHidden, interrupt }),
		interrupted: interrupt.signal,
		folder: process.cwd(),
		now: new Date(),
		timeoutMs: TIMEOUT_MS,
	})
		.then((exitCode) => {
			// Also if Ctrl+C came when all was done.
			process.exitCode = interrupt.signal.aborted ? EXIT.interrupted : exitCode;
		})
		.catch((error: unknown) => {
			process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n`);
			process.exitCode = 1;
		});
}
