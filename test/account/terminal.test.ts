/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- test code, never shipped: starts the command on a terminal of its own */
import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesWithSecret, findSecret } from '../e2e/keySearch';
import type { LocalGrowlytics } from '../growlytics/server';
import { startGrowlytics } from '../growlytics/server';
import { EXIT } from './program';

const CHECK_ACCOUNT = join(__dirname, '..', '..', 'scripts', 'checkAccount.js');

/** Runs a program on a terminal of its own, and hands on what it prints and what is typed. */
const ON_A_TERMINAL = 'import pty, sys; pty.spawn(sys.argv[1:])';

/** Afterwards the terminal says how it was left. */
const THEN_LOOK = 'trap : INT; "$@"; echo "exit code: $?"; stty -a; echo "the end"';

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const BACKSPACE = '\u007f';
const ENTER = '\r';

const hasTerminals =
	process.platform !== 'win32' &&
	['python3 -c "import pty, termios"', 'stty --help', 'ps'].every(
		(command) => spawnSync('sh', ['-c', command], { stdio: 'ignore' }).status === 0,
	);
/** Python brings terminals of one's own; Node does not. */
const onTerminals = hasTerminals ? describe : describe.skip;

onTerminals('on a terminal', () => {
	/** Nobody else's, so that it can be searched for among all processes. */
	let key: string;
	let growlytics: LocalGrowlytics;
	let folder: string;
	let child: ChildProcess | undefined;
	beforeEach(async () => {
		key = `live/${randomBytes(12).toString('hex')}"==`;
		growlytics = await startGrowlytics({ apiKey: key });
		folder = mkdtempSync(join(tmpdir(), 'check-account-'));
	});
	afterEach(async () => {
		child?.kill('SIGKILL');
		await growlytics.close();
		rmSync(folder, { recursive: true });
	});

	function start(args: readonly string[] = [], environment: Record<string, string> = {}) {
		let output = '';
		const waiting = new Set<() => void>();
		const command = [process.execPath, CHECK_ACCOUNT, '--address', growlytics.url, '--pause', '0'];
		const { PATH = '' } = process.env;
		const started = spawn(
			'python3',
			['-c', ON_A_TERMINAL, 'sh', '-c', THEN_LOOK, 'sh', ...command, ...args],
			{ cwd: folder, env: { PATH, HOME: folder, ...environment }, stdio: 'pipe' },
		);
		child = started;
		const onOutput = (text: string) => {
			output += text;
			waiting.forEach((check) => check());
		};
		started.stdout.setEncoding('utf8').on('data', onOutput);
		started.stderr.setEncoding('utf8').on('data', onOutput);
		const shows = async (text: string) =>
			await new Promise<string>((resolve) => {
				const check = () => {
					if (!output.includes(text)) return;
					waiting.delete(check);
					resolve(output);
				};
				waiting.add(check);
				check();
			});
		return {
			shows,
			type: (text: string) => {
				started.stdin.write(text);
			},
		};
	}

	/** What anybody on this computer can see of the running programs: all of their arguments. */
	const processes = (...flags: string[]) =>
		execFileSync('ps', ['axww', ...flags], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

	function expectUsable(output: string) {
		const settings = output.slice(output.lastIndexOf('exit code: '));
		for (const setting of ['echo', 'icanon', 'isig', 'icrnl', 'opost']) {
			expect(settings).toMatch(new RegExp(`(?<![-\\w])${setting}(?![\\w])`));
		}
	}

	function expectNoKey(output: string) {
		expect(findSecret(output, key)).toEqual([]);
		expect(filesWithSecret(folder, key)).toEqual([]);
	}

	it('a key that is pasted and corrected is sent, and shown nowhere', async () => {
		const { shows, type } = start();
		await shows('API key');
		type(`${key.slice(0, 10)}?${BACKSPACE}${key.slice(10)}`);
		type(ENTER);
		await shows('Send this?');
		// With the environment of those of this user.
		expect(findSecret(processes('e'), key)).toEqual([]);
		type(`yes${ENTER}`);
		const output = await shows('the end');
		expect(output).toContain('exit code: 0');
		expect(output).toContain('Send this? (yes or no) ');
		expect(growlytics.requests()).toHaveLength(15);
		expect(growlytics.customers()).not.toEqual([]);
		expectNoKey(output);
		expectUsable(output);
	});

	it.each([
		['Ctrl+C', CTRL_C, EXIT.interrupted],
		['Ctrl+D', CTRL_D, EXIT.endedEarly],
	])('%s where the key is asked for', async (_case, typed, exitCode) => {
		const { shows, type } = start();
		await shows('API key');
		type(key);
		// Ctrl+D ends an empty line only.
		type(typed === CTRL_D ? BACKSPACE.repeat(key.length) + typed : typed);
		const output = await shows('the end');
		expect(output).toMatch(/^Nothing was sent\.\r$/m);
		expect(output).toContain(`exit code: ${exitCode}\r\n`);
		expect(growlytics.requests()).toEqual([]);
		expectNoKey(output);
		expectUsable(output);
	});

	it.each([
		['Ctrl+C', CTRL_C, EXIT.interrupted],
		['Ctrl+D', CTRL_D, EXIT.endedEarly],
		['no', `no${ENTER}`, EXIT.endedEarly],
	])('%s where a yes is asked for', async (_case, typed, exitCode) => {
		const { shows, type } = start();
		await shows('API key');
		type(`${key}${ENTER}`);
		await shows('Send this?');
		type(typed);
		const output = await shows('the end');
		expect(output).toMatch(/^Nothing was sent\.\r$/m);
		expect(output).toContain(`exit code: ${exitCode}\r\n`);
		expect(growlytics.requests()).toEqual([]);
		expectNoKey(output);
		expectUsable(output);
	});

	it('Ctrl+C between the requests says what was sent', async () => {
		growlytics.configure({ faults: [{ kind: 'hang', requests: [5] }] });
		const { shows, type } = start();
		await shows('API key');
		type(`${key}${ENTER}`);
		await shows('Send this?');
		type(`yes${ENTER}`);
		await shows(' 5 of 15');
		expect(findSecret(processes('e'), key)).toEqual([]);
		type(CTRL_C);
		const output = await shows('the end');
		expect(output).toContain('The check ended early: it was interrupted.');
		expect(output).toContain('Requests sent: 5.');
		expect(output).toContain('The last request may have left:');
		expect(output).toContain('exit code: 130\r\n');
		expect(output).toMatch(/Written without the key, ready for an issue: \S+\.md/);
		expectNoKey(output);
		expectUsable(output);
	});

	it('a key from the environment is in no argument, and no program that is started gets it', async () => {
		const log = join(folder, 'started.log');
		const preload = join(folder, 'preload.js');
		writeFileSync(
			preload,
			`const programs = require('node:child_process');
			for (const name of ['spawn', 'spawnSync', 'execFile', 'execFileSync', 'fork', 'exec', 'execSync']) {
				const start = programs[name];
				programs[name] = function (...args) {
					const has = JSON.stringify([process.env, args]).includes(${JSON.stringify(key.slice(5, 29))});
					require('node:fs').appendFileSync(${JSON.stringify(log)}, name + (has ? ' with' : ' without') + ' the key\\n');
					return start.apply(this, args);
				};
			}`,
		);
		growlytics.configure({ faults: [{ kind: 'hang', requests: [5] }] });
		const { shows, type } = start(['--yes'], {
			GROWLYTICS_API_KEY: key,
			NODE_OPTIONS: `--require=${preload}`,
			// So that there is something to compile, which is what another program is started for.
			TSX_DISABLE_CACHE: '1',
		});
		await shows(' 5 of 15');
		expect(findSecret(processes(), key)).toEqual([]);
		type(CTRL_C);
		const output = await shows('the end');
		expect(output).toContain('exit code: 130\r\n');
		rmSync(preload);
		const started = readFileSync(log, 'utf8');
		expect(started).toContain('without the key');
		expect(started).not.toContain('with the key');
		expectNoKey(output);
		expectUsable(output);
	});
});
