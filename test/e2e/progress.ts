/* eslint-disable @n8n/community-nodes/no-restricted-globals -- test code, never shipped: prints, and keeps time */

const EVERY_MS = 15_000;

export type Print = (line: string) => void;

/** Prints a line on standard error, where it does not mix with what a program gives out. */
export const print: Print = (line) => {
	process.stderr.write(`${line}\n`);
};

function seconds(startedAt: number): string {
	return `${Math.round((performance.now() - startedAt) / 1000)} s`;
}

/**
 * Does work that takes long, saying so before, all the while, and after.
 *
 * @param what for example "Installing n8n 2.41.1"
 */
export async function withProgress<T>(what: string, work: () => Promise<T>): Promise<T> {
	const startedAt = performance.now();
	print(`${what} ...`);
	const timer = setInterval(() => print(`${what} ... ${seconds(startedAt)}`), EVERY_MS);
	try {
		const result = await work();
		print(`${what}: done in ${seconds(startedAt)}`);
		return result;
	} finally {
		clearInterval(timer);
	}
}
