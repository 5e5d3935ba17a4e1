import { UserError } from 'n8n-workflow';
import { type ProgramOptions, startProgram } from './children';

const TAIL_CHARACTERS = 4000;

/**
 * Runs a program to its end.
 *
 * @returns what it printed, both streams together
 * @throws UserError with the last of what it printed when it fails
 */
export async function runCommand(
	command: string,
	args: readonly string[],
	options: ProgramOptions,
): Promise<string> {
	const printed: string[] = [];
	const onOutput = (text: string) => {
		printed.push(text);
		options.onOutput?.(text);
	};
	const program = await startProgram(command, args, { ...options, onOutput });
	const { code, signal } = await program.ended;
	const output = printed.join('');
	if (code === 0) return output;
	throw new UserError(
		`${[command, ...args].join(' ')} ended with ${signal ?? code}\n${output.slice(-TAIL_CHARACTERS)}`,
	);
}
