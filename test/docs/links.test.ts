import { PAGES, anchorsOf, isThere, linksOf, read } from './pages';

/** Whoever links elsewhere adds the host here, having read the page. */
const HOSTS = [
	'creators.n8n.io',
	'dcqs-india.growlytics.in',
	'dc.growlytics.in',
	'cts.growlytics.in',
	'docs.growlytics.in',
	'docs.n8n.io',
	'github.com',
	'n8n.io',
];

/** Addresses of the reader's own computer, and those that an example invents. */
const NOT_LINKS = ['127.0.0.1', 'localhost', 'n8n.example.com'];

const isExternal = (target: string) => /^[a-z][a-z\d+.-]*:/i.test(target);

describe.each(PAGES)('%s', (page) => {
	const links = linksOf(page);

	it('links to files and pictures that are there', () => {
		const local = links.filter(({ target }) => !isExternal(target));
		expect(local.filter(({ path }) => !isThere(path)).map(({ target }) => target)).toEqual([]);
	});

	it('links to headings that are there', () => {
		const named = links.filter(({ target, anchor }) => !isExternal(target) && anchor !== '');
		const missing = named.filter(({ path, anchor }) => !anchorsOf(path).includes(anchor));
		expect(missing.map(({ target }) => target)).toEqual([]);
	});

	it('says in words what a link leads to and a picture shows', () => {
		expect(links.filter(({ text }) => text.trim() === '').map(({ target }) => target)).toEqual([]);
	});

	it('sends readers only to known hosts, by https', () => {
		const addresses = [...read(page).matchAll(/\bhttps?:\/\/[^\s)`"'<>|]+/g)].map(
			([address]) => new URL(address),
		);
		const strange = addresses
			.filter(({ hostname }) => !NOT_LINKS.includes(hostname))
			.filter(({ protocol, hostname }) => protocol !== 'https:' || !HOSTS.includes(hostname));
		expect(strange.map(String)).toEqual([]);
		const others = links.filter(({ target }) => isExternal(target) && !/^https:/.test(target));
		expect(others.map(({ target }) => target)).toEqual([]);
	});
});

it('every page in docs can be reached from README', () => {
	const reached = new Set(linksOf('README.md').map(({ path }) => path));
	expect(PAGES.filter((page) => page.startsWith('docs/') && !reached.has(page))).toEqual([]);
});
