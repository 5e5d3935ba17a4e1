/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: keeps what a program prints and waits for it */
import { UserError } from 'n8n-workflow';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type Program, startProgram } from './children';

const START_LIMIT_MS = 180_000;
const POLL_MS = 100;
const TAIL_CHARACTERS = 3000;

export interface ReadyOptions {
	/** The program in words, for example "n8n 2.41.1". */
	what: string;
	cwd: string;
	env: Record<string, string>;
	/** Where all that it prints is kept. */
	logFile: string;
	/** What it prints when it is ready. */
	readyText: string;
}

/**
 * Starts a program that goes on running, and waits until it is ready.
 *
 * @throws UserError with the end of the log when it ends before, or is not ready within three minutes;
 * Error when there is no such program
 */
export async function startReadyProgram(
	command: string,
	args: readonly string[],
	{ what, cwd, env, logFile, readyText }: ReadyOptions,
): Promise<Program> {
	const log = () => readFileSync(logFile, 'utf8');
	writeFileSync(logFile, '');
	const program = await startProgram(command, args, {
		cwd,
		env,
		onOutput: (text) => appendFileSync(logFile, text),
	});
	const deadline = performance.now() + START_LIMIT_MS;
	while (!log().includes(readyText)) {
		const isLate = performance.now() > deadline;
		if (isLate) await program.stop();
		if (isLate || !program.isRunning()) {
			const problem = isLate ? 'was not ready in time' : 'ended while starting';
			throw new UserError(`${what} ${problem}\n${log().slice(-TAIL_CHARACTERS)}`);
		}
		await wait(POLL_MS);
	}
	return program;
}
