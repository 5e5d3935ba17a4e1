import { UserError } from 'n8n-workflow';
import { type Program, type ProgramOptions, startProgram } from './children';

const TAIL_CHARACTERS = 4000;

export interface CommandOptions extends ProgramOptions {
	/** What the program prints when going on is hopeless: it is ended then. */
	hopeless?: RegExp;
}

/**
 * Runs a program to its end.
 *
 * @returns what it printed, both streams together
 * @throws UserError with the last of what it printed when it fails or is hopeless
 */
export async function runCommand(
	command: string,
	args: readonly string[],
	options: CommandOptions,
): Promise<string> {
	let output = '';
	const run: { program?: Program; reason?: string | undefined } = {};
	const onOutput = (text: string) => {
		output += text;
		options.onOutput?.(text);
		run.reason ??= options.hopeless?.exec(output.slice(-TAIL_CHARACTERS))?.[0];
		if (run.reason !== undefined) run.program?.kill('SIGKILL');
	};
	run.program = await startProgram(command, args, { ...options, onOutput });
	const { code, signal } = await run.program.ended;
	if (code === 0) return output;
	throw new UserError(
		`${[command, ...args].join(' ')} ended with ${run.reason ?? signal ?? code}\n${output.slice(-TAIL_CHARACTERS)}`,
	);
}
