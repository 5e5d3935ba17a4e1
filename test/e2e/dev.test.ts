/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: starts a program of the repository */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { startBrowser } from './browser';
import { cacheFolder } from './cache';
import type { Program } from './children';
import { npmEnvironment } from './environment';
import { executeFirstExample } from './firstExample';
import { startReadyProgram } from './readyProgram';
import { OWNER } from './rest';
import { screenshotFolder } from './screenshots';
import { temporaryFolder } from './temporaryFolder';

const repository = resolve(__dirname, '..', '..');

let program: Program;
let browser: Browser;
let logFile: string;

beforeAll(async () => {
	logFile = join(temporaryFolder().path, 'dev.log');
	program = await startReadyProgram(process.execPath, ['--import', 'tsx', 'test/e2e/dev.ts'], {
		what: 'npm run dev',
		cwd: repository,
		env: { ...npmEnvironment(), N8N_NODES_GROWLYTICS_CACHE: cacheFolder() },
		logFile,
		readyText: 'Requests to the local Growlytics:',
	});
	browser = await startBrowser();
});
afterAll(async () => {
	await browser?.close();
	await program?.stop();
});

const printed = () => readFileSync(logFile, 'utf8');

function addressAfter(words: string): string {
	const [, address = ''] = new RegExp(`${words} +(http://\\S+)`).exec(printed()) ?? [];
	return address;
}

test('who does what npm run dev prints has run the first example a minute later', async () => {
	expect(printed()).toContain(OWNER.email);
	expect(printed()).toContain(OWNER.password);
	expect(printed()).toContain('Press Ctrl+C here to stop');
	const [, exampleName = ''] = /Open a workflow +"([^"]+)"/.exec(printed()) ?? [];
	const workflows = new URL(addressAfter('Open this page'));
	expect(workflows.pathname).toBe('/home/workflows');

	await executeFirstExample(browser, workflows.origin, exampleName, async (page, step) => {
		await page.screenshot({ path: join(screenshotFolder(), `dev-${step}.png`) });
	});

	const growlytics = await browser.newPage({ viewport: { width: 900, height: 900 } });
	await growlytics.goto(addressAfter('See what arrived'));
	await growlytics.getByRole('cell', { name: '00401', exact: true }).waitFor();
	const path = join(screenshotFolder(), 'dev-growlytics.png');
	await growlytics.screenshot({ path, fullPage: true });
	expect(printed()).toMatch(/"00401" {2}attributes: 7 {2}200/);
});
