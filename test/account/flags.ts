import { Command, CommanderError } from 'commander';
import { z } from 'zod';
import { SERVICES } from '../../nodes/Growlytics/service';
import { parseAddress } from '../../nodes/Growlytics/transport/address';

/** The environment variable that the key can be in. */
export const KEY_VARIABLE = 'GROWLYTICS_API_KEY';

const LONGEST_PAUSE_SECONDS = 60;

const HELP = `
The API key is asked for, and not shown while you type or paste it. For scripts it can be in the environment
variable ${KEY_VARIABLE}. It is never an argument: arguments stand in the shell's history, and in ps.

Before anything is sent, you see what will be sent and what it leaves in the account, and are asked for a yes.
docs/check-account.md has the questions, and an example of what comes out.

Examples:
  npm run check-account
  npm run check-account -- --output answers.md
  npm run check-account -- --address http://127.0.0.1:8765
`;

const flagsSchema = z.object({
	address: z.string(),
	yes: z.boolean().default(false),
	pause: z.string(),
	output: z.string().min(1).optional(),
	manyAttributes: z.boolean().default(false),
});

export interface Flags extends Omit<z.output<typeof flagsSchema>, 'pause'> {
	/** Between two requests. */
	pauseMs: number;
}

/** Something that keeps the command from going on. */
export interface Ending {
	say: string;
	exitCode: number;
}

/** What the command line comes to. */
export type CommandLine = { flags: Flags } | Ending;

/** Says nothing of what was given: it may be the key. */
const UNKNOWN_ARGUMENT = `There is an argument that this command does not know: --help lists those it does.
If it was the API key: it stands in your shell's history now. Remove it there, and run the command without it: the
key is asked for, or taken from ${KEY_VARIABLE}.`;

/** Codes of Commander whose own words repeat what was given. */
const REPEATING = [
	'commander.unknownOption',
	'commander.excessArguments',
	'commander.unknownCommand',
];

/** Reads the command line; prints nothing. */
export function readFlags(args: readonly string[]): CommandLine {
	const said: string[] = [];
	const keep = (text: string) => {
		said.push(text);
	};
	const command = new Command('npm run check-account --')
		.description(
			'Asks a Growlytics account, with a few requests, what the documents of Growlytics do not say.',
		)
		.option('--address <url>', 'another address than that of Growlytics', SERVICES.base.usual)
		.option('--output <file>', 'where to write what was found, as Markdown')
		.option(
			'--many-attributes',
			'also ask about attribute 101; leaves 101 attributes in the account',
		)
		.option('--pause <seconds>', 'between two requests; less than 1 only on your own computer', '1')
		.option('--yes', 'send without asking, for scripts')
		.allowExcessArguments(false)
		.showSuggestionAfterError(false)
		.exitOverride()
		.configureOutput({ writeOut: keep, writeErr: keep })
		.addHelpText('after', HELP);
	try {
		command.parse(args, { from: 'user' });
	} catch (error) {
		const { code, exitCode } = error instanceof CommanderError ? error : { code: '', exitCode: 1 };
		const say = REPEATING.includes(code) ? UNKNOWN_ARGUMENT : said.join('').trimEnd();
		return { say, exitCode: exitCode === 0 ? 0 : 2 };
	}
	// Read here, because Commander's own words about a wrong value repeat it, and it may be the key.
	const given = flagsSchema.parse(command.opts());
	const address = parseAddress(given.address, 'base');
	const pauseSeconds = readPause(given.pause);
	if ('problem' in address) return wrongUse(`--address: ${address.problem}`);
	if (pauseSeconds === undefined) {
		return wrongUse(`--pause: not a number of seconds from 0 to ${LONGEST_PAUSE_SECONDS}`);
	}
	// Without https, an address is one of this computer.
	if (pauseSeconds < 1 && !address.url.startsWith('http:')) {
		return wrongUse('--pause: at least 1 second, unless the address is of your own computer');
	}
	return { flags: { ...given, address: address.url, pauseMs: pauseSeconds * 1000 } };
}

/** @returns undefined for what is no number of seconds that anybody waits */
function readPause(text: string): number | undefined {
	const seconds = Number(text);
	const isPause = text.trim() !== '' && seconds >= 0 && seconds <= LONGEST_PAUSE_SECONDS;
	return isPause ? seconds : undefined;
}

function wrongUse(say: string): Ending {
	return { say, exitCode: 2 };
}
