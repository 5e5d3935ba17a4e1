/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: reads what was written */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API_KEY, filesWithSecret, findSecret } from '../e2e/keySearch';
import type { Fault } from '../growlytics/faultSchema';
import type { LocalGrowlytics } from '../growlytics/server';
import { startGrowlytics } from '../growlytics/server';
import { answerTo, requestOf } from './asked';
import type { Surroundings } from './program';
import { checkAccount } from './program';

let growlytics: LocalGrowlytics;
let folder: string;
beforeEach(async () => {
	growlytics = await startGrowlytics({ apiKey: API_KEY });
	folder = mkdtempSync(join(tmpdir(), 'check-account-'));
});
afterEach(async () => {
	await growlytics.close();
	rmSync(folder, { recursive: true });
});

interface Ran {
	exitCode: number;
	printed: string;
	/** What was asked, and whether the answer was hidden. */
	asked: Array<[string, boolean]>;
	files: string[];
}

/** Runs the command against the local Growlytics, in a folder of its own. */
async function run(
	args: readonly string[],
	{ answers = [], ...changes }: Partial<Surroundings> & { answers?: string[] } = {},
): Promise<Ran> {
	const printed: string[] = [];
	const asked: Ran['asked'] = [];
	const remaining = [...answers];
	const exitCode = await checkAccount(['--address', growlytics.url, '--pause', '0', ...args], {
		keyFromEnvironment: API_KEY,
		isTerminal: answers.length > 0,
		print: (text) => printed.push(text),
		ask: async (question, isHidden) => {
			asked.push([question, isHidden]);
			return await Promise.resolve(remaining.shift());
		},
		interrupted: new AbortController().signal,
		folder,
		now: new Date('2026-11-30T12:00:00Z'),
		timeoutMs: 10_000,
		...changes,
	});
	return { exitCode, printed: printed.join('\n'), asked, files: readdirSync(folder) };
}

const readPage = ({ files: [file = ''] }: Ran) => readFileSync(join(folder, file), 'utf8');

describe('a check', () => {
	it('prints what it sends, the table and what is left, and writes the same as a page', async () => {
		const ran = await run(['--yes']);
		expect(ran).toMatchObject({ exitCode: 0, asked: [] });
		expect(ran.files).toEqual([expect.stringMatching(/^growlytics-check-2026-11-30-\w{6}\.md$/)]);
		const page = readPage(ran);
		const [id = ''] = growlytics.customers().map((customer) => customer.id);
		for (const text of [ran.printed, page]) {
			expect(text).toContain(id);
			expect(text).toContain('HTTP 401 {"message":"Invalid');
			expect(text).toContain('How many requests are allowed: it would take a flood');
		}
		expect(page.match(/^\| +\d+ \|.*\| (yes|no|look) +\|$/gim)).toHaveLength(16);
		expect(ran.printed).toContain('15 of 15: Whether a wrong key is refused');
	});

	it.each([[[]], [['--many-attributes']]])(
		'%j names beforehand all that it can leave',
		async (args) => {
			growlytics.configure({ longNames: 'accept', isoDates: 'accept', extraAttributes: 'ignore' });
			const { printed } = await run(['--yes', ...args]);
			const announced = printed.slice(0, printed.indexOf(' 1 of ')).replace(/\s+/g, ' ');
			const customers = growlytics.customers();
			const names = new Set(
				customers.flatMap(({ attributes }) => attributes.map(({ name }) => name)),
			);
			const numbered = /^n8n check full (?!1$|101$)\d+$/;
			for (const name of names) if (!numbered.test(name)) expect(announced).toContain(`"${name}"`);
			for (const { id } of customers) expect(announced).toContain(id.replace(/-x+$/, '-xxx…'));
			for (const { customerId } of growlytics.events()) {
				expect(announced).toContain(`"n8n check" of ${customerId}`);
			}
			expect(announced).toContain(`sends ${growlytics.requests().length} requests`);
		},
	);

	it('that ends early says why, in the page too', async () => {
		growlytics.configure({ faults: [answerTo('isoDate', 500, { message: 'Oh `no` | <b>' })] });
		const ran = await run(['--yes']);
		const why = 'The check ended early: Growlytics could not handle the request (HTTP 500).';
		expect(ran.exitCode).toBe(1);
		expect(ran.printed).toContain(why);
		expect(readPage(ran)).toContain(why);
		expect(readPage(ran)).toContain('`HTTP 500 {"message":"Oh \'no\' \\| <b>"}`');
		expect(growlytics.requests()).toHaveLength(requestOf('isoDate'));
	});

	it('shows no control character of an answer', async () => {
		const body = 'a\u001b[2Jb\u009bc\u202ed\u0007\r\n# e';
		growlytics.configure({ faults: [answerTo('isoDate', 422, body)] });
		const ran = await run(['--yes']);
		for (const text of [ran.printed, readPage(ran)]) {
			expect(text).toContain('HTTP 422 a�[2Jb�c�d� # e');
			expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
		}
	});
});

describe('nothing is sent', () => {
	const tellTale = 'SECRET9876543210';
	const environment = { keyFromEnvironment: undefined };

	it.each<[string, string[], Parameters<typeof run>[1], number, RegExp]>([
		['without a terminal and without --yes', [], {}, 2, /without a terminal, nothing is sent/],
		['without a terminal and without a key', ['--yes'], environment, 2, /GROWLYTICS_API_KEY/],
		['with an empty key', ['--yes'], { keyFromEnvironment: ' ' }, 2, /There is no API key/],
		['with half a key', ['--yes'], { keyFromEnvironment: 'abc' }, 2, /cannot be an API key/],
		[
			'with a key of other characters',
			['--yes'],
			{ keyFromEnvironment: '12345678…' },
			2,
			/cannot be/,
		],
		['with an argument', [tellTale, '--yes'], {}, 2, /in your shell's history/],
		['with two arguments', ['--yes', 'a', tellTale], {}, 2, /in your shell's history/],
		['with an option for it', [`--key=${tellTale}`, '--yes'], {}, 2, /in your shell's history/],
		['with an option and it', ['--key', tellTale, '--yes'], {}, 2, /in your shell's history/],
		['with a short option', [`-k${tellTale}`, '--yes'], {}, 2, /in your shell's history/],
		['with no address', ['--address', tellTale, '--yes'], {}, 2, /has to start with https/],
		['without https', ['--address', 'http://growlytics.in', '--yes'], {}, 2, /could be read/],
		['with a pause of words', ['--pause', tellTale, '--yes'], {}, 2, /not a number of seconds/],
		['with a pause of an hour', ['--pause', '3600', '--yes'], {}, 2, /from 0 to 60/],
		[
			'quickly, but at home',
			['--address', 'https://growlytics.invalid', '--yes'],
			{},
			2,
			/at least 1 second/,
		],
		['into no folder', ['--output', 'none/a.md', '--yes'], {}, 2, /there is no folder/],
		['after a no', [], { answers: ['no'] }, 1, /Nothing was sent/],
		['after Enter alone', [], { answers: [''] }, 1, /Nothing was sent/],
		['after no key', [], { ...environment, answers: [''] }, 2, /There is no API key/],
		['for --help', ['--help'], {}, 0, /GROWLYTICS_API_KEY/],
	])('%s', async (_case, args, changes, exitCode, said) => {
		const ran = await run(args, changes);
		expect(ran).toMatchObject({ exitCode, files: [] });
		expect(ran.printed).toMatch(said);
		expect(ran.printed).not.toContain(tellTale);
		expect(growlytics.requests()).toEqual([]);
	});

	it.each([0, 1])('after an interruption at question %d', async (at) => {
		const interrupt = new AbortController();
		let questions = 0;
		const ask = async () => {
			if (questions === at) interrupt.abort();
			questions += 1;
			return await Promise.resolve(interrupt.signal.aborted ? undefined : API_KEY);
		};
		const changes = { ...environment, isTerminal: true, ask, interrupted: interrupt.signal };
		const ran = await run([], changes);
		expect(ran).toMatchObject({ exitCode: 130, files: [] });
		expect(ran.printed).toMatch(/Nothing was sent/);
		expect(growlytics.requests()).toEqual([]);
	});
});

it('asks for the key, hidden, and for a yes, seen', async () => {
	const ran = await run([], { keyFromEnvironment: undefined, answers: [` ${API_KEY}\t`, 'Yes '] });
	expect(ran).toMatchObject({
		exitCode: 0,
		asked: [
			[expect.stringContaining('API key'), true],
			[expect.stringContaining('Send this?'), false],
		],
	});
});

describe('--output', () => {
	const path = () => join(folder, 'answers.md');

	it('names the file', async () => {
		expect(await run(['--yes', '--output', 'answers.md'])).toMatchObject({ files: ['answers.md'] });
	});

	it.each<[string[], string[], number, number, RegExp]>([
		[['--yes'], [], 2, 0, /is there already, and is not written over/],
		[['--yes'], ['no'], 1, 0, /Nothing was sent/],
		[[], ['yes', 'yes'], 0, 15, /Written without the key/],
	])('%j with answers %j to a file that is there', async (args, answers, exitCode, sent, said) => {
		writeFileSync(path(), 'mine');
		const ran = await run(['--output', path(), ...args], { answers });
		expect(ran).toMatchObject({ exitCode, files: ['answers.md'] });
		expect(ran.printed).toMatch(said);
		expect(growlytics.requests()).toHaveLength(sent);
		expect(readPage(ran) === 'mine').toBe(sent === 0);
	});

	it('does not write over a file that came meanwhile', async () => {
		const print = () => writeFileSync(path(), 'mine');
		const ran = await run(['--yes', '--output', path()], { print });
		expect(ran.exitCode).toBe(1);
		expect(readPage(ran)).toBe('mine');
	});
});

describe('the key is in the header of the requests and nowhere else', () => {
	const asHtml = API_KEY.replaceAll('"', '&quot;')
		.replaceAll('/', '&#x2F;')
		.replaceAll('=', '&#61;');
	const forms: ReadonlyArray<[string, string]> = [
		['as it is', API_KEY],
		['for a URL', encodeURIComponent(API_KEY)],
		['as JSON', JSON.stringify({ message: API_KEY, [API_KEY]: [API_KEY] })],
		[
			'as JSON with escapes',
			`{"message":"${API_KEY.replaceAll('/', '\\/').replaceAll('"', '\\u0022')}"}`,
		],
		['as base64', Buffer.from(API_KEY).toString('base64')],
		['as base64 after a name', Buffer.from(`api:${API_KEY}`).toString('base64')],
		['as base64 for a URL', Buffer.from(`k=${API_KEY}!`).toString('base64url')],
		['in HTML', `<p>${asHtml}</p>`],
		['in a page', `<!doctype html><html><head><title>${asHtml}</title></head>${API_KEY}</html>`],
		['where the text is cut', `${'x'.repeat(280)}${API_KEY}`],
		['where the text is cut, after space', `${' '.repeat(9_990)}${API_KEY}`],
		['at the end of more than is read', `${' '.repeat(256 * 1024 - 10)}${API_KEY}`],
	];
	const statuses = [200, 302, 401, 403, 404, 422, 429, 500];
	/** All of it at one question, so that the checks before it are no different. */
	const faults = forms.flatMap(([form, body]) =>
		statuses.map((status): [string, Fault] => [
			`${status}, ${form}`,
			answerTo('isoDate', status, body, {
				headers: {
					location: `http://127.0.0.1:1/?key=${encodeURIComponent(API_KEY)}`,
					'x-key': API_KEY,
				},
			}),
		]),
	);

	it.each<[string, Fault]>([
		...faults,
		['no answer', { kind: 'hang', requests: [requestOf('isoDate')] }],
		['a reset', { kind: 'resetBefore', requests: [requestOf('isoDate')] }],
		['half an answer', { kind: 'halfBody', requests: [requestOf('isoDate')] }],
	])('%s', async (_case, fault) => {
		growlytics.configure({ faults: [fault] });
		const timeoutMs = fault.kind === 'hang' ? 1500 : 10_000;
		const { printed, files } = await run(['--yes'], { timeoutMs });
		expect(files).toHaveLength(1);
		expect(findSecret([printed, ...files].join('\n'))).toEqual([]);
		expect(filesWithSecret(folder)).toEqual([]);
		for (const { headers, ...others } of growlytics.requests()) {
			const { 'x-growlytics-key': key, ...otherHeaders } = headers;
			expect([API_KEY, 'n8n-check-this-is-no-key']).toContain(key);
			expect(findSecret(JSON.stringify([others, otherHeaders]))).toEqual([]);
		}
	});

	it('a key that somebody put into the address, too', async () => {
		const address = `${growlytics.url}/${encodeURIComponent(API_KEY)}`;
		const { printed, files } = await run(['--yes', '--address', address]);
		expect(files).toHaveLength(1);
		expect(printed).toContain('[API key]');
		expect(findSecret(printed)).toEqual([]);
		expect(filesWithSecret(folder)).toEqual([]);
	});

	it('a key that is refused', async () => {
		growlytics.configure({ apiKey: 'another' });
		const { printed, files } = await run(['--yes']);
		expect(files).toHaveLength(1);
		expect(findSecret(printed)).toEqual([]);
		expect(filesWithSecret(folder)).toEqual([]);
	});
});
