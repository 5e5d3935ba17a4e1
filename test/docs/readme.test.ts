import { attributeTypes } from '../../nodes/Growlytics/values/attributeTypes';
import { mapAutomatically } from '../attributes/mapping';
import { codeOf, linksOf, proseOf, read, tableRows } from './pages';

/** So long it is about 5,000 pixels high, 900 wide: whoever adds something moves something to a page of its own. */
const MOST_CHARACTERS = 8500;

const rows = tableRows('README.md', 'Field');

/** What each field of the table becomes in one run, as the table writes it. */
function sent(): Record<string, string> {
	const item = Object.fromEntries(rows.map(([field = '', have = '']) => [field, inCode(have)]));
	const [one] = mapAutomatically([item]).customers;
	if (one === undefined || 'problems' in one) return {};
	return Object.fromEntries(
		one.customer.attributes.map(({ name, type, value }) => [
			name,
			`${attributeTypes[type].label} \`${value}\``,
		]),
	);
}

function inCode(cell: string): string {
	return /`([^`]+)`/.exec(cell)?.[1] ?? '';
}

it('is short enough to be read', () => {
	expect(read('README.md').length).toBeLessThanOrEqual(MOST_CHARACTERS);
});

it.each(rows)('a field "%s" that holds %s is sent as the table says: %s', (field, have, sends) => {
	const [name, what] = sends.startsWith('the standard attribute')
		? [inCode(sends), `Text ${have}`]
		: [field, sends];
	const found = sent()[name];
	if (sends.startsWith('nothing')) expect(found).toBeUndefined();
	else expect(what.startsWith(found ?? 'nothing')).toBe(true);
});

it.each(['03/04/2026', '1,240'])('%s can mean two things, and another row proves one', (text) => {
	const proof = text.includes('/') ? '31/01/2026' : '1,240.50';
	const typesOf = (...values: string[]) =>
		mapAutomatically(values.map((value) => ({ Column: value }))).customers.map((one) =>
			'customer' in one ? one.customer.attributes.map(({ type }) => type) : [],
		);
	expect(codeOf('README.md')).toContain(text);
	expect(typesOf(text)).toEqual([[]]);
	expect(typesOf(text, proof).flat()).toHaveLength(2);
});

it('takes 1,000 rows as long as was measured, under the conditions that it names', () => {
	const [, near, far] =
		/1,000 rows take about (\d+) seconds [^.]*? and (\d+) /.exec(
			proseOf('README.md').replace(/\s+/g, ' '),
		) ?? [];
	expect([near, far]).toEqual([secondsOf('20 ms'), secondsOf('150 ms')]);
});

/** Of 1,000 items, from docs/performance.md. */
function secondsOf(roundTrip: string): string {
	const page = read('docs/performance.md');
	const section = page.slice(page.indexOf(`### 1,000 items, TLS, ${roundTrip} round trip`));
	const [, ms = ''] = /^\| Growlytics, Map Automatically +\| +([\d.]+)/m.exec(section) ?? [];
	return Number(ms).toFixed(0);
}

it('links to every page of docs', () => {
	expect(
		linksOf('README.md').filter(({ path }) => path.startsWith('docs/')).length,
	).toBeGreaterThan(15);
});
