import type { Browser, Page } from 'playwright-core';
import { OWNER } from './rest';

/** n8n's first page takes long on a busy machine. */
const LIMIT_MS = 120_000;

/** What a person does who reads what `npm run dev` prints: sign in, open the workflow, execute it. */
export async function executeFirstExample(
	browser: Browser,
	n8nUrl: string,
	exampleName: string,
	onStep: (page: Page, step: string) => Promise<void>,
): Promise<void> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	context.setDefaultTimeout(LIMIT_MS);
	const page = await context.newPage();
	await page.goto(`${n8nUrl}/home/workflows`);
	await page.locator('input[type="email"], input[name="emailOrLdapLoginId"]').fill(OWNER.email);
	await page.locator('input[type="password"]').fill(OWNER.password);
	await onStep(page, 'sign-in');
	await page.getByRole('button', { name: 'Sign in' }).click();
	const card = page.getByTestId('workflow-card-name').filter({ hasText: exampleName }).first();
	await card.waitFor();
	await onStep(page, 'workflows');
	await card.click();
	await page.getByTestId('canvas-node').first().waitFor();
	await onStep(page, 'workflow');
	await page.getByRole('button', { name: 'Execute workflow' }).last().click();
	// One of its rows is wrong, so that it ends with the error that names it.
	await page.getByText(/Problem in node .Fail the Execution/).waitFor();
	await onStep(page, 'executed');
	await context.close();
}
