/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- test code, never shipped: starts programs and ends them */
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

const GRACE_MS = 10_000;
const SIGNAL_EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export interface ProgramOptions {
	cwd: string;
	env: Record<string, string>;
	/** Each piece of what the program prints, on either stream. */
	onOutput?: (text: string) => void;
}

/** How a program ended: a code, or the signal that ended it. */
export interface Ending {
	code: number | null;
	signal: NodeJS.Signals | null;
}

/** A program that was started, with all programs it starts itself. */
export interface Program {
	readonly pid: number;
	readonly ended: Promise<Ending>;
	isRunning(): boolean;
	/** Sends a signal to the program and to all it started. */
	kill(signal: NodeJS.Signals): void;
	/** Asks it to end, and after ten seconds ends it. */
	stop(): Promise<void>;
}

/** Whatever must not outlive this process: ended on exit, on a signal and on a failure alike. */
const running = new Set<Program>();
const cleanups = new Set<() => void>();
let isWatching = false;

function cleanUp() {
	for (const program of running) program.kill('SIGKILL');
	for (const clean of cleanups) clean();
	cleanups.clear();
}

function watch() {
	if (isWatching) return;
	isWatching = true;
	process.once('exit', cleanUp);
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		// Not once: npm hands on the Ctrl+C that the terminal has sent already, which must not cut the cleaning short.
		process.on(signal, () => process.exit(SIGNAL_EXIT_CODES[signal]));
	}
}

/**
 * Has something done, synchronously, when this process ends, however it ends.
 *
 * @returns does it now, and not again
 */
export function atExit(clean: () => void): () => void {
	watch();
	cleanups.add(clean);
	return () => {
		if (cleanups.delete(clean)) clean();
	};
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals) {
	if (child.pid === undefined) return;
	try {
		// Started as the leader of a group of its own: what it started belongs to the group.
		process.kill(-child.pid, signal);
	} catch {
		child.kill(signal);
	}
}

/**
 * Starts a program that ends with this process at the latest.
 *
 * @throws Error when there is no such program
 */
export async function startProgram(
	command: string,
	args: readonly string[],
	{ cwd, env, onOutput = () => undefined }: ProgramOptions,
): Promise<Program> {
	watch();
	const child = spawn(command, args, {
		cwd,
		env,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	child.stdout.setEncoding('utf8').on('data', onOutput);
	child.stderr.setEncoding('utf8').on('data', onOutput);
	const pid = await new Promise<number>((resolve, reject) => {
		child.once('error', reject);
		child.once('spawn', () => resolve(child.pid ?? 0));
	});
	let ending: Ending | undefined;
	const ended = new Promise<Ending>((resolve) => {
		child.once('close', (code, signal) => {
			ending = { code, signal };
			running.delete(program);
			resolve(ending);
		});
	});
	const program: Program = {
		pid,
		ended,
		isRunning: () => ending === undefined,
		kill: (signal) => signalGroup(child, signal),
		stop: async () => {
			if (ending) return;
			signalGroup(child, 'SIGTERM');
			const force = wait(GRACE_MS, undefined, { ref: false }).then(() => {
				if (!ending) signalGroup(child, 'SIGKILL');
			});
			await Promise.race([ended, force.then(async () => await ended)]);
		},
	};
	running.add(program);
	return program;
}
