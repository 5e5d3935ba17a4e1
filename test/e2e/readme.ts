/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a command line for contributors, never shipped: writes files, needs process */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { marked } from 'marked';
import { startBrowser } from './browser';
import { print } from './progress';

const REPOSITORY = resolve(__dirname, '..', '..');
const WIDTH = 900;
const SCREEN = 1000;
const SCREENS = 2;

/** As GitHub shows it, as far as the height depends on it. */
const STYLE = `
	body { margin: 0; padding: 32px; box-sizing: border-box; width: ${WIDTH}px; font: 16px/1.5 sans-serif; color: #1f2328 }
	h1, h2 { border-bottom: 1px solid #d1d9e0; padding-bottom: .3em; margin: 24px 0 16px; line-height: 1.25 }
	p, ul, ol, table, pre { margin: 0 0 16px }
	img { max-width: 100% }
	code, pre { font: 85%/1.45 monospace; background: #eff1f3; border-radius: 6px; padding: .2em .4em }
	pre { padding: 16px } pre code { background: none; padding: 0; font-size: 100% }
	table { border-collapse: collapse } th, td { border: 1px solid #d1d9e0; padding: 6px 13px; text-align: left }
	a { color: #0969da }
`;

/** Renders README as its readers get to see it, says how high it is, and takes pictures of its first screens. */
async function renderReadme(folder: string): Promise<void> {
	const body = await marked.parse(readFileSync(join(REPOSITORY, 'README.md'), 'utf8'));
	// Beside README, so that its pictures are found.
	const file = join(REPOSITORY, 'README.rendered.html');
	writeFileSync(file, `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${body}`);
	const browser = await startBrowser();
	try {
		const page = await browser.newPage({ viewport: { width: WIDTH, height: SCREEN } });
		// Pictures included: they decide the height.
		await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
		const height = (await page.locator('html').boundingBox())?.height ?? 0;
		mkdirSync(folder, { recursive: true });
		for (let screen = 0; screen < SCREENS; screen += 1) {
			const clip = { x: 0, y: screen * SCREEN, width: WIDTH, height: SCREEN };
			await page.screenshot({
				path: join(folder, `readme-${screen + 1}.png`),
				clip,
				fullPage: true,
			});
		}
		print(
			`README is ${Math.ceil(height)} pixels high at ${WIDTH}. Pictures of its first screens: ${folder}`,
		);
	} finally {
		await browser.close();
		rmSync(file);
	}
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
	print('Usage: npm run readme -- FOLDER for the pictures');
	process.exitCode = 1;
} else {
	renderReadme(resolve(folder)).catch((error: unknown) => {
		print(error instanceof Error ? error.message : String(error));
		process.exit(1);
	});
}
