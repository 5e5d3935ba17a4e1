/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: a folder to write to */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf, tableRows } from '../docs/pages';
import { growlyticsCommand } from '../growlytics/flags';
import { startGrowlytics } from '../growlytics/server';
import { readFlags } from './flags';
import { checkAccount } from './program';
import { notAsked, questionsOf } from './questions';

const PAGE = 'docs/check-account.md';
const unknowns = tableRows('docs/assumptions.md', 'Not known');

const openRows = (rows: ReadonlyArray<{ assumption?: string }>) =>
	rows.flatMap(({ assumption }) => (assumption === undefined ? [] : [assumption]));

it.each([false, true])(
	'each row of "What is not known" is asked, or said not to be, with --many-attributes: %j',
	(withMany) => {
		const open = openRows(notAsked(withMany));
		const asked = new Set(openRows(questionsOf(withMany)));
		expect([...asked, ...open].sort()).toEqual(unknowns.map(([unknown = '']) => unknown).sort());
		expect(open).toHaveLength(withMany ? 5 : 7);
	},
);

it('docs/assumptions.md names switches that the local Growlytics has', () => {
	const { options } = growlyticsCommand(async () => await Promise.resolve());
	const there = options.map(({ long }) => long);
	const named = unknowns.flatMap(([, , cell = '']) => cell.match(/--[\w-]+/g) ?? []);
	expect(named.filter((one) => !there.includes(one))).toEqual([]);
	expect(named.length).toBeGreaterThan(10);
});

it('the page has every question, with what the node assumes', () => {
	const many = questionsOf(true).filter((one) => !questionsOf(false).includes(one));
	expect(tableRows(PAGE, 'Question')).toEqual(
		[...questionsOf(false), ...many].map(({ asks, assumes }) => [asks, assumes]),
	);
});

it('the page has every option', () => {
	const line = readFlags(['--help']);
	const help = 'say' in line ? line.say : '';
	const there = [...help.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, option]) => `\`${option}\``);
	const described = tableRows(PAGE, 'Option').map(([option]) => option);
	expect(described.sort()).toEqual(there.sort());
});

it('the example of the page is what the command prints', async () => {
	const growlytics = await startGrowlytics({ keyCheck: 'last' });
	const folder = mkdtempSync(join(tmpdir(), 'check-account-'));
	const printed: string[] = [];
	await checkAccount(['--yes', '--pause', '0', '--address', growlytics.url], {
		keyFromEnvironment: growlytics.settings.apiKey,
		isTerminal: false,
		print: (text) => printed.push(text),
		ask: async () => await Promise.resolve(undefined),
		interrupted: new AbortController().signal,
		folder,
		now: new Date('2026-11-30T12:00:00Z'),
		timeoutMs: 10_000,
	});
	await growlytics.close();
	rmSync(folder, { recursive: true });
	const alike = (line: string) =>
		line
			.replaceAll(/2026-11-30-\w{6}/gi, '2026-11-30-1a2b3c')
			.replace(/127\.0\.0\.1:\d+/, '127.0.0.1')
			.replace(/with \d+ s between/, 'with 1 s between');
	const lines = new Set(printed.join('\n').split('\n').map(alike));
	const code = codeOf(PAGE);
	const example = code.slice(code.findIndex((line) => line.startsWith('This sends')));
	const shown = example.slice(0, example.findIndex((line) => line.startsWith('Requests sent')) + 1);
	expect(shown.length).toBeGreaterThan(40);
	expect(shown.map(alike).filter((line) => line !== '...' && !lines.has(line))).toEqual([]);
});
