/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a tool, never shipped: asks on the terminal */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Where the line editor's echo goes when what is typed must not be seen. */
const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/**
 * Asks on the terminal. Node's line editor does the editing: it takes a pasted text, and gives the terminal back as it
 * was.
 *
 * @param interrupt Ctrl+C aborts it; when it is aborted, the question is over
 * @returns undefined after Ctrl+D, or when it was interrupted
 */
export async function ask(
	question: string,
	{ isHidden, interrupt }: { isHidden: boolean; interrupt: AbortController },
): Promise<string | undefined> {
	const { stdin: input, stdout } = process;
	if (interrupt.signal.aborted) return undefined;
	const output = isHidden ? nowhere() : stdout;
	const editor = createInterface({ input, output, terminal: true, historySize: 0 });
	editor.once('SIGINT', () => interrupt.abort());
	const closed = new Promise<undefined>((resolve) => {
		editor.once('close', () => resolve(undefined));
	});
	if (isHidden) stdout.write(question);
	const { signal } = interrupt;
	const typed = editor.question(isHidden ? '' : question, { signal });
	// A question that is interrupted rejects.
	const answer = await Promise.race([typed.catch(() => undefined), closed]);
	editor.close();
	// Only an answer that is seen ends its line.
	if (isHidden || answer === undefined) stdout.write('\n');
	return answer;
}
