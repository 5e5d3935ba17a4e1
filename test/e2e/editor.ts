/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: joins paths */
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Rest } from './rest';
import { screenshotFolder } from './screenshots';

export type Theme = 'light' | 'dark';

/** Starting n8n's editor takes long on a busy machine; everything in it is soon there. */
const OPEN_LIMIT_MS = 120_000;
const LIMIT_MS = 60_000;

/** The editor's page, as the owner sees it. */
export class Editor {
	constructor(
		readonly page: Page,
		private readonly n8nUrl: string,
	) {}

	part(testId: string): Locator {
		return this.page.getByTestId(testId);
	}

	/** A node on the canvas. */
	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** A parameter of the open node, by its internal name; the last one if a list has several. */
	parameter(name: string): Locator {
		return this.part(`parameter-input-${name}`).filter({ visible: true }).last();
	}

	get output(): Locator {
		return this.part('output-panel');
	}

	async openNewWorkflow(): Promise<void> {
		await this.page.goto(`${this.n8nUrl}/workflow/new`);
		await this.part('canvas-add-button').waitFor({ timeout: OPEN_LIMIT_MS });
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.n8nUrl}/workflow/${id}`);
		await this.part('canvas-node').first().waitFor({ timeout: OPEN_LIMIT_MS });
	}

	/** Opens a node of a stored workflow. */
	async openNode(workflowId: string, name = 'Growlytics'): Promise<void> {
		await this.openWorkflow(workflowId);
		await this.node(name).dblclick();
		await this.part('node-parameters').waitFor();
		await this.part('run-data-schema-item').first().waitFor();
	}

	/** Types into the search of the node panel. */
	async search(words: string): Promise<void> {
		await this.part('node-creator').getByRole('textbox').fill(words);
	}

	/** Chooses an entry of a drop-down parameter. */
	async choose(parameter: string, label: string): Promise<void> {
		await this.parameter(parameter).click();
		await this.pick(label);
	}

	/** Picks an entry of the drop-down that is open. */
	async pick(label: string): Promise<void> {
		const entries = this.page.getByRole('option').filter({ visible: true });
		const entry = entries.filter({ has: this.page.getByText(label, { exact: true }) });
		await entry.click();
		await entry.waitFor({ state: 'hidden' });
	}

	/** The entries of the drop-down that is open. */
	async entries(): Promise<string[]> {
		const shown = this.page.getByRole('option').filter({ visible: true });
		await shown.first().waitFor();
		return await shown.allInnerTexts();
	}

	/** Labels of the open node's parameters, those out of sight included. */
	async labels(): Promise<string[]> {
		const labels = this.part('node-parameters').locator('label').filter({ visible: true });
		const texts = await labels.allInnerTexts();
		return texts.map((text) => text.trim().split('\n', 1).join('')).filter(Boolean);
	}

	/**
	 * Drags a field of the input panel into a parameter that takes its value, and leaves the parameter.
	 *
	 * @param onWay called at the start, half way and before the field is let go
	 */
	async drag(
		field: string,
		parameter: string,
		onWay: () => Promise<void> = async () => undefined,
	): Promise<void> {
		await this.drop(field, parameter, onWay);
		await this.leaveExpression();
	}

	/** Drags a field of the input panel into a parameter that takes its name. */
	async dragName(field: string, parameter: string): Promise<void> {
		await this.drop(field, parameter, async () => undefined);
		const input = this.parameter(parameter).locator('input');
		await this.page.waitForFunction(
			([element, name]) => element !== null && String(Reflect.get(element, 'value')).includes(name),
			[await input.elementHandle(), field] as const,
		);
	}

	private async drop(field: string, parameter: string, onWay: () => Promise<void>): Promise<void> {
		const from = this.part('run-data-schema-node-name').getByText(field, { exact: true });
		const start = await centre(from);
		const { mouse } = this.page;
		await mouse.move(start.x, start.y);
		await onWay();
		await mouse.down();
		const end = await centre(this.parameter(parameter));
		await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 10 });
		await onWay();
		await mouse.move(end.x - 5, end.y - 5, { steps: 10 });
		await mouse.move(end.x, end.y, { steps: 5 });
		await onWay();
		await mouse.up();
	}

	/** A moment after a field was dropped, n8n opens the expression: its preview lies over what is below. */
	private async leaveExpression(): Promise<void> {
		const preview = this.part('inline-expression-editor-output');
		await preview.waitFor();
		await this.output.click({ position: { x: 20, y: 200 } });
		await preview.waitFor({ state: 'hidden' });
	}

	/** Executes the open node, and waits for its end. */
	async execute(): Promise<void> {
		await this.part('node-execute-button').click();
		await this.output.getByTestId('node-run-info').waitFor({ timeout: OPEN_LIMIT_MS });
		await this.closeNotices();
	}

	/** Closes what pops up over the page. */
	async closeNotices(): Promise<void> {
		const close = this.page.locator('.el-notification__closeBtn').filter({ visible: true });
		await close.first().waitFor();
		await close.first().click();
		await close.first().waitFor({ state: 'detached' });
	}

	/** What slides or fades is shown as it ends. */
	async screenshot(name: string): Promise<void> {
		const path = join(screenshotFolder(), `${name}.png`);
		await this.page.screenshot({ path, animations: 'disabled' });
	}
}

async function centre(locator: Locator): Promise<{ x: number; y: number }> {
	await locator.scrollIntoViewIfNeeded();
	const box = await locator.boundingBox();
	if (!box) throw new Error('Not to be seen');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Opens the editor of an n8n in a browser window of its own, signed in as the owner. */
export async function openEditor(
	browser: Browser,
	{ url, session }: Rest,
	{
		theme = 'light',
		width = 1440,
		height = 1150,
		scale = 1,
	}: { theme?: Theme; width?: number; height?: number; scale?: number } = {},
): Promise<Editor> {
	const localStorage = [{ name: 'N8N_THEME', value: theme }];
	const context = await browser.newContext({
		viewport: { width, height },
		deviceScaleFactor: scale,
		storageState: { cookies: [], origins: [{ origin: url, localStorage }] },
	});
	context.setDefaultTimeout(LIMIT_MS);
	const cookies = session.split('; ').map((cookie) => {
		const [name = '', ...value] = cookie.split('=');
		return { name, value: value.join('='), url };
	});
	await context.addCookies(cookies);
	return new Editor(await context.newPage(), url);
}
