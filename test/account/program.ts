/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a tool, never shipped: writes the page */
import { constants } from 'node:fs';
import { access, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { redact } from '../../nodes/Growlytics/transport/redact';
import { check } from './check';
import type { Ending, Flags } from './flags';
import { KEY_VARIABLE, readFlags } from './flags';
import type { Names } from './names';
import { drawNames } from './names';
import { notAsked, questionsOf } from './questions';
import { describeFindings, describePlan, toMarkdown } from './report';

/** What the program needs of the process it runs in. */
export interface Surroundings {
	/** The key, if the environment had it. */
	keyFromEnvironment: string | undefined;
	/** Whether somebody is there to be asked. */
	isTerminal: boolean;
	print: (text: string) => void;
	/** @returns undefined if there is no answer */
	ask: (question: string, isHidden: boolean) => Promise<string | undefined>;
	interrupted: AbortSignal;
	/** Where the page is written. */
	folder: string;
	now: Date;
	timeoutMs: number;
}

/** Exit codes; that of an interruption is the one that a shell gives for Ctrl+C. */
export const EXIT = { done: 0, endedEarly: 1, wrongUse: 2, interrupted: 130 } as const;

/** What a request header can carry. Shorter than 8, it could not be told from ordinary text where an answer repeats it. */
const KEY = /^[\x20-\x7e]{8,}$/;

/**
 * Asks a Growlytics account the open questions, prints what it answered, and writes it as a page.
 *
 * @param args the command line
 * @returns the exit code
 */
export async function checkAccount(
	args: readonly string[],
	surroundings: Surroundings,
): Promise<number> {
	const line = readFlags(args);
	const ended = 'say' in line ? line : await run(line.flags, surroundings);
	if (typeof ended === 'number') return ended;
	surroundings.print(ended.say);
	return ended.exitCode;
}

async function run(flags: Flags, surroundings: Surroundings): Promise<number | Ending> {
	const { isTerminal, interrupted, now, timeoutMs } = surroundings;
	if (!isTerminal && !flags.yes) {
		return wrongUse(
			'Nobody is there to say yes: without a terminal, nothing is sent unless there is --yes.',
		);
	}
	const names = drawNames(now);
	const output = await chooseOutput(flags, names, surroundings);
	if ('say' in output) return output;
	const key = await readKey(surroundings);
	if (typeof key !== 'string') return key;
	const print = (text: string) => surroundings.print(redact(text, key));

	const { address, pauseMs } = flags;
	const questions = questionsOf(flags.manyAttributes);
	const open = notAsked(flags.manyAttributes);
	print(describePlan(questions, names, { address, pauseMs }).join('\n'));
	print('');
	if (!flags.yes && !(await agreed('Send this? (yes or no) ', surroundings))) {
		return endWith('Nothing was sent.', surroundings);
	}

	const total = questions.filter(({ probe }) => probe !== undefined).length;
	let sent = 0;
	const findings = await check(questions, names, {
		address,
		key,
		timeoutMs,
		pauseMs,
		interrupted,
		onRequest: ({ asks }) => {
			sent += 1;
			print(`${String(sent).padStart(2)} of ${total}: ${asks}`);
		},
	});
	print('');
	print(describeFindings(findings, names, open).join('\n'));
	if (findings.sent > 0) {
		const page = toMarkdown(findings, names, open, { address, now });
		const unwritten = await write(output, redact(page, key));
		if (unwritten !== undefined) return unwritten;
		print(`\nWritten without the key, ready for an issue: ${output.path}`);
	}
	if (findings.end === undefined) return EXIT.done;
	return findings.end.isInterrupted ? EXIT.interrupted : EXIT.endedEarly;
}

interface Output {
	path: string;
	/** Whether a file that is there may be written over. */
	isToReplace: boolean;
}

/** @returns the ending, if the page could not be written in the end: better now than when all was sent */
async function chooseOutput(
	flags: Flags,
	names: Names,
	surroundings: Surroundings,
): Promise<Output | Ending> {
	const path = resolve(surroundings.folder, flags.output ?? `growlytics-check-${names.run}.md`);
	if (!(await can(dirname(path), constants.W_OK))) {
		return wrongUse(`--output: there is no folder ${dirname(path)} to write to.`);
	}
	if (!(await can(path, constants.F_OK))) return { path, isToReplace: false };
	if (!surroundings.isTerminal) {
		return wrongUse(`--output: ${path} is there already, and is not written over.`);
	}
	if (await agreed(`${path} is there already. Write over it? (yes or no) `, surroundings)) {
		return { path, isToReplace: true };
	}
	return endWith('Nothing was sent. Choose another file with --output.', surroundings);
}

async function can(path: string, mode: number): Promise<boolean> {
	return await access(path, mode).then(
		() => true,
		() => false,
	);
}

/** @returns the ending, if it could not be done */
async function write({ path, isToReplace }: Output, page: string): Promise<Ending | undefined> {
	try {
		await writeFile(path, page, { flag: isToReplace ? 'w' : 'wx' });
		return undefined;
	} catch (error) {
		const said = error instanceof Error ? error.message : String(error);
		const say = `
The page could not be written (${said}). The table above is all of it.`;
		return { say, exitCode: EXIT.endedEarly };
	}
}

/** @returns the ending, if there is none that could be sent */
async function readKey(surroundings: Surroundings): Promise<string | Ending> {
	const { keyFromEnvironment, isTerminal, ask } = surroundings;
	if (keyFromEnvironment === undefined && !isTerminal) {
		return wrongUse(
			`Nobody is there to enter the API key: without a terminal, it has to be in the environment variable ${KEY_VARIABLE}.`,
		);
	}
	const given =
		keyFromEnvironment ??
		(await ask('API key (in Growlytics: Settings > API Keys; it is not shown): ', true));
	if (given === undefined) return endWith('Nothing was sent.', surroundings);
	const key = given.trim();
	if (KEY.test(key)) return key;
	return wrongUse(
		key === ''
			? 'There is no API key. Nothing was sent.'
			: 'This cannot be an API key: it is shorter than 8 characters, or holds characters that no key has. Nothing was sent.',
	);
}

async function agreed(question: string, { ask }: Surroundings): Promise<boolean> {
	const answer = (await ask(question, false)) ?? '';
	return ['y', 'yes'].includes(answer.trim().toLowerCase());
}

function wrongUse(say: string): Ending {
	return { say, exitCode: EXIT.wrongUse };
}

function endWith(say: string, { interrupted }: Surroundings): Ending {
	const exitCode = interrupted.aborted ? EXIT.interrupted : EXIT.endedEarly;
	return { say, exitCode };
}
