import type { Browser, Page } from 'playwright-core';
import { customerWith, postCustomer, postEvent, postProduct } from '../growlytics/client';
import { type LocalGrowlytics, startGrowlytics } from '../growlytics/server';
import { startBrowser } from './browser';
import { screenshotFolder } from './screenshots';

const HOSTILE = '<script>document.title="run"</script><img src=x onerror="document.title=\'run\'">';

let growlytics: LocalGrowlytics;
let browser: Browser;

beforeAll(async () => {
	growlytics = await startGrowlytics();
	browser = await startBrowser();
	const attributes = [
		{ name: 'name', type: 'string', value: 'Asha Rao' },
		{ name: 'Total Orders', type: 'number', value: 3 },
		{ name: 'Last Order Date', type: 'date', value: '2026-01-31 19:14:15' },
		{ name: 'Newsletter', type: 'boolean', value: true },
	];
	await postCustomer(growlytics, { id: '00401', attributes });
	const ignored = [{ name: 'Total Orders', type: 'string', value: '4' }];
	await postCustomer(growlytics, { id: '00401', attributes: ignored });
	await postCustomer(growlytics, {
		id: `${HOSTILE}${'x'.repeat(300)}`,
		attributes: [{ name: HOSTILE.slice(0, 49), type: 'string', value: 'y'.repeat(500) }],
	});
	await postCustomer(growlytics, { id: 'refused', attributes: 'none' });
	await postCustomer(growlytics, customerWith('wide', 6));
	const total = [{ name: 'Total', type: 'number', value: 1499.5 }];
	await postEvent(growlytics, { customerId: '00401', name: 'Purchased', attributes: total });
	await postProduct(growlytics, {
		...{ id: 'SKU-1', name: 'Kurta', price: 1499.5, status: 'inStock' },
		...{ image: 'https://shop.example.com/k.jpg', url: 'https://shop.example.com/k' },
	});
});
afterAll(async () => {
	await browser.close();
	await growlytics.close();
});

/** How far the page reaches beyond the right edge, and the head cells that are broken into lines. */
async function flaws(page: Page) {
	const beyond = await page
		.locator('html')
		.evaluate(
			(root) => Number(Reflect.get(root, 'scrollWidth')) - Number(Reflect.get(root, 'clientWidth')),
		);
	const broken = await page.locator('th').evaluateAll((heads, limit) => {
		const isHigh = (head: object) => Number(Reflect.get(head, 'clientHeight')) > limit;
		return heads.filter(isHigh).map(({ textContent }) => textContent);
	}, 50);
	return { beyond, broken };
}

it.each([
	['wide', { width: 1440, height: 900 }, 'light'],
	['900', { width: 900, height: 900 }, 'light'],
	['900-dark', { width: 900, height: 900 }, 'dark'],
	['phone', { width: 390, height: 844 }, 'light'],
] as const)('the local Growlytics can be read: %s', async (name, viewport, colorScheme) => {
	const page = await browser.newPage({ viewport, colorScheme });
	await page.goto(growlytics.url);
	expect(await flaws(page)).toEqual({ beyond: 0, broken: [] });
	expect(await page.title()).toBe('Local Growlytics');
	await page.getByText('One value was ignored').waitFor();
	await page.getByText('Total Orders: text, but Number since').waitFor();
	await page.screenshot({ path: `${screenshotFolder()}/growlytics-${name}.png`, fullPage: true });
	await page.close();
});

it('a link shows what has come since', async () => {
	const page = await browser.newPage();
	await page.goto(growlytics.url);
	await postCustomer(growlytics, customerWith('later', 1));
	await page.getByRole('link', { name: 'Refresh' }).click();
	await page.getByRole('cell', { name: 'later', exact: true }).waitFor();
	await page.close();
});
