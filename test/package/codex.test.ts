import codex from '../../nodes/Growlytics/Growlytics.node.json';
import triggerCodex from '../../nodes/Growlytics/GrowlyticsTrigger.node.json';
import { Growlytics } from '../../nodes/Growlytics/Growlytics.node';
import { GrowlyticsTrigger } from '../../nodes/Growlytics/GrowlyticsTrigger.node';
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

describe.each([
	[codex, new Growlytics()],
	[triggerCodex, new GrowlyticsTrigger()],
])('of a node', (one, { description }) => {
	it('is about it', () => {
		expect(one.node).toBe(`${manifest.name}.${description.name}`);
	});

	it('has categories that n8n knows', () => {
		expect(one.categories.length).toBeGreaterThan(0);
		expect(one.categories.filter((category) => !N8N_CATEGORIES.includes(category))).toEqual([]);
	});

	it('links to the repository', () => {
		const { credentialDocumentation, primaryDocumentation } = one.resources;
		const [repository] = manifest.homepage.split('#');
		for (const { url } of [...credentialDocumentation, ...primaryDocumentation]) {
			expect(url.split('#')[0]).toBe(repository);
		}
	});
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
	'connector',
])('is found by "%s"', (typed) => {
	expect(codex.alias).toContain(typed);
});

/** n8n's node panel shows the two as one, and searches the words of the one that is no trigger. */
it.each(['coupon', 'webhook', 'WhatsApp', 'SMS', 'campaign'])('both are found by "%s"', (typed) => {
	expect(codex.alias).toContain(typed);
	expect(triggerCodex.alias).toContain(typed);
});
