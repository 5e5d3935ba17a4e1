/* eslint-disable @n8n/community-nodes/no-restricted-globals -- test code, never shipped: runs this Node */
import { runCommand } from './command';
import { neutralEnvironment } from './environment';

async function runScript(script: string, hopeless?: RegExp): Promise<string> {
	const options = { cwd: __dirname, env: neutralEnvironment() };
	return await runCommand(process.execPath, ['-e', script], {
		...options,
		...(hopeless && { hopeless }),
	});
}

test('gives what the program printed, on both streams', async () => {
	expect(await runScript('console.log("one"); console.error("two")')).toContain('one');
	expect(await runScript('console.error("two")')).toBe('two\n');
});

test('names how the program ended, and what it said last', async () => {
	await expect(runScript('console.log("no disk"); process.exit(3)')).rejects.toThrow(
		/ended with 3\nno disk/,
	);
});

test('ends a program that says that it is hopeless, and gives that as the reason', async () => {
	const script = 'console.log("attempt 3 failed with ECONNREFUSED"); setInterval(() => {}, 1000)';
	await expect(runScript(script, /attempt 3 failed with \S+/)).rejects.toThrow(
		/ended with attempt 3 failed with ECONNREFUSED\n/,
	);
});
