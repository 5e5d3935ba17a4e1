/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: finds a browser on this machine */
import { UserError } from 'n8n-workflow';
import { existsSync } from 'node:fs';
import { type Browser, chromium, selectors } from 'playwright-core';

const PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser asks nothing of the outside world, and runs as root too. */
const ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/**
 * Starts a Chromium without a window.
 *
 * @throws UserError when there is none: E2E_CHROMIUM may name one
 */
export async function startBrowser(): Promise<Browser> {
	const executablePath = process.env.E2E_CHROMIUM ?? PLACES.find((place) => existsSync(place));
	if (executablePath === undefined) {
		throw new UserError('No Chromium here. Install one, or name one in E2E_CHROMIUM.');
	}
	// How n8n marks the parts of its editor.
	selectors.setTestIdAttribute('data-test-id');
	return await chromium.launch({ executablePath, args: ARGUMENTS });
}
