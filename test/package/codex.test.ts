import codex from '../../nodes/Growlytics/Growlytics.node.json';
import { Growlytics } from '../../nodes/Growlytics/Growlytics.node';
import manifest from '../../package.json';

/** The headings of n8n's node panel, as n8n-nodes-base uses them. */
const N8N_CATEGORIES = [
	'Analytics',
	'Communication',
	'Core Nodes',
	'Data & Storage',
	'Development',
	'Finance & Accounting',
	'Marketing',
	'Miscellaneous',
	'Productivity',
	'Sales',
	'Utility',
];

it('is about the node', () => {
	expect(codex.node).toBe(`${manifest.name}.${new Growlytics().description.name}`);
});

it('has categories that n8n knows', () => {
	expect(codex.categories.length).toBeGreaterThan(0);
	expect(codex.categories.filter((category) => !N8N_CATEGORIES.includes(category))).toEqual([]);
});

it.each([
	'upsert',
	'customer',
	'track',
	'event',
	'product',
	'catalog',
	'contact',
	'profile',
	'identify',
	'subscriber',
	'segment',
	'CDP',
	'marketing automation',
])('is found by "%s"', (typed) => {
	expect(codex.alias).toContain(typed);
});

it('links to the repository', () => {
	const { credentialDocumentation, primaryDocumentation } = codex.resources;
	const [repository] = manifest.homepage.split('#');
	for (const { url } of [...credentialDocumentation, ...primaryDocumentation]) {
		expect(url.split('#')[0]).toBe(repository);
	}
});
