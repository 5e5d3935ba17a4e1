import {
	customer,
	customerWith,
	deleteProduct,
	postCustomer,
	postEvent,
	postProduct,
} from './client';
import { type LocalGrowlytics, startGrowlytics } from './server';

const KEY = 'a key/of "ours"';
const HOSTILE = `<img src=x onerror="alert('1')">&amp;`;
const ESCAPED = '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;';

let growlytics: LocalGrowlytics;
beforeEach(async () => {
	growlytics = await startGrowlytics({ apiKey: KEY });
});
afterEach(async () => await growlytics.close());

async function page(): Promise<string> {
	return await (await fetch(growlytics.url)).text();
}

/** What a section shows, its cells apart, without tags. */
function sectionOf(text: string, name: string): string {
	const [, found = ''] = new RegExp(`<section id="${name}">(.*?)</section>`, 's').exec(text) ?? [];
	return found
		.replace(/<\/(?:td|th|h2|p)>/g, ' | ')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

const product = (id: string) => ({
	...{ id, name: 'Kurta', price: 1499, status: 'inStock' },
	...{ image: 'https://shop.example.com/k.jpg', url: 'https://shop.example.com/k' },
});

it('shows customers, attributes, events, products and requests', async () => {
	const attributes = [
		{ name: 'Orders', type: 'number', value: 0 },
		{ name: 'City', type: 'string', value: '' },
		{ name: 'email', type: 'string', value: 'asha@example.com' },
	];
	await postCustomer(growlytics, { id: '00401', attributes });
	await postCustomer(growlytics, { id: '00402', attributes: 'none' });
	await postEvent(growlytics, { customerId: '00401', name: 'Purchased', attributes: [] });
	await postProduct(growlytics, product('SKU-1'));
	await deleteProduct(growlytics, 'SKU-9');
	const text = await page();
	expect(sectionOf(text, 'customers')).toBe(
		'Customers 1 | Customer ID | Attributes | Requests | 00401 | Orders 0 Number City empty Text email asha@example.com Text | 1 |',
	);
	expect(sectionOf(text, 'attributes')).toMatch(
		/^Attributes of customers 3 \| Name \| Type \| Since \| Ignored \| email \| Text \| \d\d:\d\d \| \| Orders \| Number \| \d\d:\d\d \| \| City \| Text \| \d\d:\d\d \| \|$/,
	);
	expect(sectionOf(text, 'events')).toBe(
		'Events 1 | Event | Customer ID | Attributes | Purchased | 00401 | |',
	);
	expect(sectionOf(text, 'products')).toBe(
		'Products 1 | Product ID | Name | Price | Status | SKU-1 | Kurta | 1499 | inStock |',
	);
	expect(sectionOf(text, 'requests').replace(/\d\d:\d\d/g, 'TIME')).toBe(
		'Requests 5 | Time | About | Status | Note' +
			' | TIME | DELETE /product/SKU-9 | 404 |' +
			' | TIME | product &quot;SKU-1&quot; | 200 |' +
			' | TIME | event of &quot;00401&quot; | 200 |' +
			' | TIME | &quot;00402&quot; | 422 |' +
			' | TIME | &quot;00401&quot; | 200 | |',
	);
	expect(text).not.toContain('class="warning"');
});

it('shows an empty account', async () => {
	const text = await page();
	expect(sectionOf(text, 'customers')).toBe(
		'Customers 0 | None yet. Run a workflow with the node, and look again. |',
	);
	expect(text).not.toContain('<table>');
});

it('says what was ignored, and since when the type stands', async () => {
	const total = (type: string, value: unknown) => [{ name: 'Total', type, value }];
	for (const [id, type, value] of [
		['asha', 'string', '3'],
		['asha', 'number', 4],
		['ravi', 'boolean', true],
	] as const) {
		await postCustomer(growlytics, { id, attributes: total(type, value) });
	}
	const event = { customerId: 'asha', name: 'Purchased' };
	await postEvent(growlytics, { ...event, attributes: total('number', 1) });
	await postEvent(growlytics, { ...event, attributes: total('date', '2026-01-31 19:14:15') });
	const text = await page();
	expect(text.replace(/\s+/g, ' ')).toContain('<p class="warning"> 3 values were ignored,');
	expect(sectionOf(text, 'attributes')).toMatch(
		/Total \| Text \| \d\d:\d\d \| 2 times : Number, Yes or No, of asha, ravi \|$/,
	);
	const requests = sectionOf(text, 'requests');
	expect(requests).toMatch(/ignored: Total: date and time, but Number since \d\d:\d\d \|/);
	expect(requests).toMatch(/ignored: Total: number, but Text since \d\d:\d\d \|/);
	expect(requests).toMatch(/ignored: Total: yes or no, but Text since \d\d:\d\d \|/);
});

it('escapes all that came from outside, wherever it stands', async () => {
	const attributes = [{ name: HOSTILE, type: 'string', value: HOSTILE }];
	await postCustomer(growlytics, { id: HOSTILE, attributes });
	await postCustomer(growlytics, {
		id: HOSTILE,
		attributes: [{ name: HOSTILE, type: 'number', value: 1 }],
	});
	await postEvent(growlytics, { customerId: HOSTILE, name: HOSTILE, attributes });
	await postProduct(growlytics, { ...product(HOSTILE), name: HOSTILE });
	await fetch(`${growlytics.url}/'><script>`);
	const text = await page();
	expect(text).not.toMatch(/<(?:img|script)/);
	expect(text).not.toContain(`alert('`);
	for (const [name, times] of [
		['customers', 3],
		['attributes', 2],
		['events', 4],
		['products', 2],
	] as const) {
		expect([name, sectionOf(text, name).split(ESCAPED).length - 1]).toEqual([name, times]);
	}
	expect(sectionOf(text, 'requests')).toContain('&lt;img src=x onerror=');
});

it('shows a part of what is long, and where the rest is', async () => {
	const long = `${'🎉'.repeat(200)}end`;
	await postCustomer(growlytics, { id: long, attributes: [] });
	await postCustomer(growlytics, customerWith('wide', 60));
	for (let count = 3; count <= 53; count++) await postCustomer(growlytics, customer(`c${count}`));
	const text = await page();
	const customers = sectionOf(text, 'customers');
	expect(customers).toContain(`${'🎉'.repeat(120)}… |`);
	expect(customers).toContain('n29 29 Number 30 more |');
	expect(customers).toMatch(/ c50 \|.*\| 3 more at \/inspect\/customers \|$/);
	expect(customers).not.toContain('c51');
	expect(sectionOf(text, 'attributes')).toMatch(/11 more at \/inspect\/attributes \|$/);
	const requests = sectionOf(text, 'requests');
	expect(requests).toContain('c53');
	expect(requests).toMatch(/&quot;c4&quot; .*3 more at \/inspect\/requests \|$/);
});

it('is not recorded, and shows the key nowhere, not even of a path', async () => {
	await fetch(`${growlytics.url}/report/${encodeURIComponent(KEY)}/token`);
	await page();
	const text = await page();
	expect(growlytics.requests()).toHaveLength(1);
	expect(sectionOf(text, 'requests')).toContain('GET /report/[key]/token');
	expect(text).not.toContain('ours');
});

it('may load and run nothing', async () => {
	const { headers } = await fetch(growlytics.url);
	expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
	expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src/);
	expect(headers.get('x-content-type-options')).toBe('nosniff');
});
